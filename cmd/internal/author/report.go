package author

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"hardcases/game/lint"
)

// Report writes findings for people: each with its place, what is wrong, the
// lines that it points at, and how to mend it. bytes gives the text of the file
// that a finding names; nil where there is none.
func Report(w io.Writer, found []Finding, bytes func(Finding) []byte) error {
	errors, warnings := 0, 0
	for _, f := range found {
		text := f.String() + "\n"
		if bytes != nil {
			text += indent(f.Excerpt(bytes(f)))
		}
		if f.Mend != "" {
			text += "    " + f.Mend + "\n"
		}
		if _, err := io.WriteString(w, text); err != nil {
			return err
		}
		if f.Level == lint.Error {
			errors++
		} else {
			warnings++
		}
	}
	if len(found) == 0 {
		_, err := fmt.Fprintln(w, "nothing found")
		return err
	}
	_, err := fmt.Fprintf(w, "%s, %s\n", counted(errors, "error"), counted(warnings, "warning"))
	return err
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

// ReportJSON writes findings as a JSON list, for programs.
func ReportJSON(w io.Writer, found []Finding, bytes func(Finding) []byte) error {
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
	list := make([]entry, len(found))
	for i, f := range found {
		list[i] = entry{f.Code, f.Level, f.File, f.Line, f.Column, f.Path, f.Reason, f.Mend, ""}
		if bytes != nil {
			list[i].Excerpt = f.Excerpt(bytes(f))
		}
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(list)
}

// ReportGitHub writes findings as commands of GitHub's workflows, which shows
// them beside the lines that they point at.
func ReportGitHub(w io.Writer, found []Finding) error {
	value := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, f := range found {
		_, err := fmt.Fprintf(w, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", f.Level, property.Replace(f.File),
			max(f.Line, 1), max(f.Column, 1), property.Replace(f.Code), value.Replace(strings.TrimSpace(f.Path+" "+f.Reason+". "+f.Mend)))
		if err != nil {
			return err
		}
	}
	return nil
}
