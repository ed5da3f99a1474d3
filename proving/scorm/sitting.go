package scorm

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Sitting is one run of a course. Its zero value is a first one.
type Sitting struct {
	// Status is what the platform says of the course when it begins; it follows the
	// course from there.
	Status string
	// Interactions are how many the platform has of earlier sittings; it counts on.
	Interactions int

	begun, ended bool
	types        map[string]string // of interactions, by the beginning of their names
}

// Call looks at a call as the course made it, before the platform answers: its name,
// which begins with LMS, and its arguments.
func (s *Sitting) Call(name string, args ...string) error {
	switch {
	case s.ended:
		return fmt.Errorf("%s comes after LMSFinish", name)
	case !s.begun && name != "LMSInitialize":
		return fmt.Errorf("%s comes before LMSInitialize", name)
	case s.begun && name == "LMSInitialize":
		return errors.New("LMSInitialize comes twice")
	}
	want, ok := map[string]int{"LMSInitialize": 1, "LMSFinish": 1, "LMSCommit": 1, "LMSGetValue": 1, "LMSSetValue": 2, "LMSGetLastError": 0, "LMSGetErrorString": 1, "LMSGetDiagnostic": 1}[name]
	if !ok || len(args) != want {
		return fmt.Errorf("%s(%q): there is no such call", name, args)
	}
	switch name {
	case "LMSInitialize":
		s.begun = true
	case "LMSFinish":
		s.ended = true
	case "LMSGetValue":
		return s.get(args[0])
	case "LMSSetValue":
		return s.set(args[0], args[1])
	}
	if (name == "LMSInitialize" || name == "LMSFinish" || name == "LMSCommit") && args[0] != "" {
		return fmt.Errorf("%s wants an empty text, not %q", name, args[0])
	}
	return nil
}

func (s *Sitting) get(name string) error {
	e, err := find(name)
	if err == nil && e.access == writeOnly {
		err = fmt.Errorf("%s: it can only be written", name)
	}
	return err
}

func (s *Sitting) set(name, value string) error {
	e, err := find(name)
	switch {
	case err != nil:
		return err
	case e.access == readOnly:
		return fmt.Errorf("%s: it can only be read", name)
	case nothing(value) || !e.is(value):
		return fmt.Errorf("%s: %q is not written as its type wants it", name, value)
	}
	if name == "cmi.core.lesson_status" {
		return s.change(value)
	}
	if below, ok := strings.CutPrefix(name, "cmi.interactions."); ok {
		return s.interaction(name, below, value)
	}
	return nil
}

// done says whether a status is that of a course that was taken to its end.
func done(status string) bool {
	return status == "passed" || status == "completed" || status == "failed"
}

// change follows the status: only the platform may say that nobody has tried, and what
// is done stays done.
func (s *Sitting) change(to string) error {
	if to == notAttempted || done(s.Status) && !done(to) {
		return fmt.Errorf("cmi.core.lesson_status: a course may not go from %q to %q", s.Status, to)
	}
	s.Status = to
	return nil
}

// interaction follows the list of interactions: each comes behind the one before it,
// begins with its id, and has a type before a response, whose form that says.
func (s *Sitting) interaction(name, below, value string) error {
	digits, of, _ := strings.Cut(below, ".")
	n, err := strconv.Atoi(digits)
	if err != nil {
		return err
	}
	if n == s.Interactions && of == "id" {
		s.Interactions++
	}
	if n != s.Interactions-1 {
		return fmt.Errorf("%s: there are %d, and a new one begins with its id", name, s.Interactions)
	}
	switch of {
	case "type":
		if s.types == nil {
			s.types = map[string]string{}
		}
		s.types[digits] = value
	case "student_response":
		if is := responses[s.types[digits]]; is == nil || !is(value) {
			return fmt.Errorf("%s: %q is no response to one of type %q", name, value, s.types[digits])
		}
	}
	return nil
}
