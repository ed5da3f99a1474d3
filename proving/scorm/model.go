// Package scorm is what SCORM 1.2 says of a course while a platform plays it, as far
// as a test can hold a course to it: the order of the calls, which elements there are,
// who may read and write them, how values are written, and how a status may change.
// It knows no platform: real ones forgive what others do not.
//
// Advanced Distributed Learning, "The SCORM Run-Time Environment", version 1.2, 2001,
// sections 3.3 (calls) and 3.4 (data model).
package scorm

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// access is what a course may do with an element.
type access string

const (
	readOnly  access = "read"
	writeOnly access = "written"
	both      access = "read and written"
)

// element is one of the data model.
type element struct {
	access access
	is     format
}

// format says whether a value is written as its type wants it.
type format func(value string) bool

// elements are those of the data model, by name; n stands for the place in a list.
var elements = map[string]element{
	"cmi.core._children":                             {readOnly, text(255)},
	"cmi.core.student_id":                            {readOnly, identifier},
	"cmi.core.student_name":                          {readOnly, text(255)},
	"cmi.core.lesson_location":                       {both, text(255)},
	"cmi.core.credit":                                {readOnly, oneOf("credit", "no-credit")},
	"cmi.core.lesson_status":                         {both, oneOf("passed", "completed", "failed", "incomplete", "browsed", notAttempted)},
	"cmi.core.entry":                                 {readOnly, oneOf("ab-initio", "resume", "")},
	"cmi.core.score._children":                       {readOnly, text(255)},
	"cmi.core.score.raw":                             {both, hundredth},
	"cmi.core.score.max":                             {both, hundredth},
	"cmi.core.score.min":                             {both, hundredth},
	"cmi.core.total_time":                            {readOnly, timespan},
	"cmi.core.lesson_mode":                           {readOnly, oneOf("browse", "normal", "review")},
	"cmi.core.exit":                                  {writeOnly, oneOf("time-out", "suspend", "logout", "")},
	"cmi.core.session_time":                          {writeOnly, timespan},
	"cmi.suspend_data":                               {both, text(4096)},
	"cmi.launch_data":                                {readOnly, text(4096)},
	"cmi.comments":                                   {both, text(4096)},
	"cmi.comments_from_lms":                          {readOnly, text(4096)},
	"cmi.objectives._children":                       {readOnly, text(255)},
	"cmi.objectives._count":                          {readOnly, whole(0, 1<<30)},
	"cmi.objectives.n.id":                            {both, identifier},
	"cmi.objectives.n.score.raw":                     {both, hundredth},
	"cmi.objectives.n.score.max":                     {both, hundredth},
	"cmi.objectives.n.score.min":                     {both, hundredth},
	"cmi.objectives.n.status":                        {both, oneOf("passed", "completed", "failed", "incomplete", "browsed", notAttempted)},
	"cmi.student_data._children":                     {readOnly, text(255)},
	"cmi.student_data.mastery_score":                 {readOnly, hundredth},
	"cmi.student_data.max_time_allowed":              {readOnly, timespan},
	"cmi.student_data.time_limit_action":             {readOnly, oneOf("exit,message", "exit,no message", "continue,message", "continue,no message", "")},
	"cmi.student_preference._children":               {readOnly, text(255)},
	"cmi.student_preference.audio":                   {both, whole(-1, 100)},
	"cmi.student_preference.language":                {both, text(255)},
	"cmi.student_preference.speed":                   {both, whole(-100, 100)},
	"cmi.student_preference.text":                    {both, whole(-1, 1)},
	"cmi.interactions._children":                     {readOnly, text(255)},
	"cmi.interactions._count":                        {readOnly, whole(0, 1<<30)},
	"cmi.interactions.n.id":                          {writeOnly, identifier},
	"cmi.interactions.n.objectives._count":           {readOnly, whole(0, 1<<30)},
	"cmi.interactions.n.objectives.n.id":             {writeOnly, identifier},
	"cmi.interactions.n.time":                        {writeOnly, like(`([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?`)},
	"cmi.interactions.n.type":                        {writeOnly, oneOf("true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric")},
	"cmi.interactions.n.correct_responses._count":    {readOnly, whole(0, 1<<30)},
	"cmi.interactions.n.correct_responses.n.pattern": {writeOnly, text(255)},
	"cmi.interactions.n.weighting":                   {writeOnly, like(decimal)},
	"cmi.interactions.n.student_response":            {writeOnly, text(255)},
	"cmi.interactions.n.result":                      {writeOnly, like(`correct|wrong|unanticipated|neutral|` + decimal)},
	"cmi.interactions.n.latency":                     {writeOnly, timespan},
}

const (
	notAttempted = "not attempted"
	decimal      = `-?\d+(\.\d+)?`
)

var (
	timespan   = like(`\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?`)
	identifier = like(`[!-~]{1,255}`) // no white space
)

// responses say how a pupil's response is written, by the type of the interaction.
var responses = map[string]format{
	"true-false":  like(`[01tf]`),
	"choice":      like(`[a-z0-9](,[a-z0-9])*|\{[a-z0-9](,[a-z0-9])*\}`),
	"fill-in":     text(255),
	"matching":    like(`[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*|\{[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*\}`),
	"performance": text(255),
	"sequencing":  like(`[a-z0-9](,[a-z0-9])*`),
	"likert":      like(`[a-z0-9]?`),
	"numeric":     like(decimal),
}

func like(pattern string) format {
	return regexp.MustCompile(`^(` + pattern + `)$`).MatchString
}

// text is a CMIString: so many characters of ASCII at the most.
func text(most int) format {
	ascii := like(`[\t\n\r -~]*`)
	return func(v string) bool { return len(v) <= most && ascii(v) }
}

func oneOf(words ...string) format {
	return func(v string) bool {
		for _, w := range words {
			if v == w {
				return true
			}
		}
		return false
	}
}

// hundredth is a decimal from 0 to 100, or nothing.
func hundredth(v string) bool {
	n, err := strconv.ParseFloat(v, 64)
	return v == "" || like(decimal)(v) && err == nil && n >= 0 && n <= 100
}

// whole is a CMISInteger between bounds.
func whole(least, most int) format {
	return func(v string) bool {
		n, err := strconv.Atoi(v)
		return err == nil && n >= least && n <= most
	}
}

var place = regexp.MustCompile(`\.(0|[1-9]\d*)\.`)

// find gives an element, whatever its places in lists.
func find(name string) (element, error) {
	e, ok := elements[place.ReplaceAllString(place.ReplaceAllString(name, ".n."), ".n.")]
	if !ok {
		return element{}, fmt.Errorf("%s: there is no such element", name)
	}
	return e, nil
}

// Value looks at a value that a platform has kept: "" is one that nobody has set.
func Value(name, value string) error {
	e, err := find(name)
	if err == nil && value != "" && !e.is(value) {
		err = fmt.Errorf("%s: %q is not written as its type wants it", name, value)
	}
	return err
}

// Kept looks at all that a platform has kept, as the tree that a JSON object of it is,
// and gives the values that were set, by their elements.
func Kept(tree map[string]any) (map[string]string, error) {
	all := map[string]string{}
	return all, kept(all, "cmi", tree)
}

func kept(all map[string]string, name string, value any) error {
	switch v := value.(type) {
	case map[string]any:
		for key, below := range v {
			if err := kept(all, name+"."+key, below); err != nil {
				return err
			}
		}
		return nil
	case string:
		if v != "" {
			all[name] = v
		}
		return Value(name, v)
	default:
		return fmt.Errorf("%s: %v is no text", name, value)
	}
}

// nothing says whether a value stands for one that a script did not have.
func nothing(v string) bool { return strings.Contains(v, "undefined") || v == "NaN" || v == "null" }
