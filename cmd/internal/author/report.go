package author

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"hardcases/cmd/internal/lint"
	"hardcases/cmd/internal/plain"
)

// mostFindings is how many findings are written; who has mended those sees the
// others next.
const mostFindings = 100

// Report writes findings for people: each with its place, what is wrong, the
// lines that it points at, and how to mend it. Of more than a hundred, it writes
// a hundred, errors first, and how many more there are. excerpt gives the lines
// that a finding points at; nil where there are none. No line has more than 200
// columns, unless the file's name has.
func Report(w io.Writer, found []Finding, excerpt func(Finding) string) error {
	if len(found) == 0 {
		_, err := fmt.Fprintln(w, "nothing found")
		return err
	}
	errors := 0
	for _, f := range found {
		if f.Level == lint.Error {
			errors++
		}
	}
	few, more := first(found)
	for _, f := range few {
		text := f.row() + "\n"
		if excerpt != nil {
			text += indent(excerpt(f))
		}
		if f.Mend != "" {
			text += indent(wrap(plain.Show(f.Mend), widest-margin))
		}
		if _, err := io.WriteString(w, text); err != nil {
			return err
		}
	}
	if more > 0 {
		if _, err := fmt.Fprintf(w, "and %d more\n", more); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "%s, %s\n", counted(errors, "error"), counted(len(found)-errors, "warning"))
	return err
}

// first gives as many findings as are written, and how many more there are. Of
// too many, errors come before warnings.
func first(found []Finding) (few []Finding, more int) {
	if len(found) <= mostFindings {
		return found, 0
	}
	found = slices.Clone(found)
	slices.SortStableFunc(found, func(a, b Finding) int { return strings.Compare(string(a.Level), string(b.Level)) })
	return found[:mostFindings], len(found) - mostFindings
}

// row gives a finding on one line. Where it is too long, the beginning of its
// path is left out, then the end of its reason.
func (f Finding) row() string {
	const least = 40 // characters that are always kept of each
	f.File, f.Path, f.Reason = onOneLine(f.File), onOneLine(f.Path), onOneLine(f.Reason)
	room := func() int { return widest - utf8.RuneCountInString(f.String()) }
	if over := -room(); over > 0 {
		f.Path = clipStart(f.Path, max(least, utf8.RuneCountInString(f.Path)-over))
	}
	if over := -room(); over > 0 {
		f.Reason = clip(f.Reason, max(least, utf8.RuneCountInString(f.Reason)-over))
	}
	return f.String()
}

func onOneLine(s string) string { return strings.ReplaceAll(plain.Show(s), "\n", `\u000a`) }

// wrap breaks a text into lines of at most so many characters.
func wrap(s string, most int) string {
	var b strings.Builder
	column := 0
	for _, word := range strings.Split(s, " ") {
		word = clip(word, most)
		n := utf8.RuneCountInString(word)
		switch {
		case column == 0:
		case column+1+n > most:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func indent(s string) string {
	if s == "" {
		return ""
	}
	return "    " + strings.ReplaceAll(strings.TrimSuffix(s, "\n"), "\n", "\n    ") + "\n"
}

// short gives findings for programs: as many as are written, each in a few
// hundred characters, and a last one that counts those that are left out.
func short(found []Finding) []Finding {
	few, more := first(found)
	few = slices.Clone(few)
	for i := range few {
		f := &few[i]
		f.Path, f.Reason, f.Mend = clipStart(f.Path, widest), clip(f.Reason, widest), clip(f.Mend, 2*widest)
	}
	if more > 0 {
		last := few[len(few)-1]
		few = append(few, Finding{Code: "and-more", Level: last.Level, File: last.File, Line: last.Line, Column: last.Column,
			Reason: fmt.Sprintf("and %d more", more), Mend: "Mend these first."})
	}
	return few
}

// ReportJSON writes findings as a JSON list, for programs. Of more than a
// hundred, it writes a hundred, and one of the code and-more.
func ReportJSON(w io.Writer, found []Finding, excerpt func(Finding) string) error {
	type entry struct {
		Code    string     `json:"code"`
		Level   lint.Level `json:"level"`
		File    string     `json:"file"`
		Line    int        `json:"line"`
		Column  int        `json:"column"`
		Path    string     `json:"path"`
		Reason  string     `json:"reason"`
		Mend    string     `json:"mend"`
		Excerpt string     `json:"excerpt"`
	}
	found = short(found)
	list := make([]entry, len(found))
	for i, f := range found {
		list[i] = entry{f.Code, f.Level, f.File, f.Line, f.Column, f.Path, f.Reason, f.Mend, ""}
		if excerpt != nil {
			list[i].Excerpt = excerpt(f)
		}
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(list)
}

// ReportGitHub writes findings as commands of GitHub's workflows, which shows
// them beside the lines that they point at; of many, as ReportJSON.
func ReportGitHub(w io.Writer, found []Finding) error {
	value := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, f := range short(found) {
		_, err := fmt.Fprintf(w, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", f.Level, property.Replace(f.File),
			max(f.Line, 1), max(f.Column, 1), property.Replace(f.Code), value.Replace(strings.TrimSpace(f.Path+" "+f.Reason+". "+f.Mend)))
		if err != nil {
			return err
		}
	}
	return nil
}
