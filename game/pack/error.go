package pack

import "strconv"

// Error says what is wrong with a pack and where. File may be empty; Line and
// Column are 1-based and 0 where there is no text file to point at; Path is the
// place inside the pack, such as cases.y2017.steps.A1.date.
type Error struct {
	File         string
	Line, Column int
	Path         string
	Reason       string
}

// Error gives file:line:column: path: reason, leaving out what is unknown.
func (e *Error) Error() string {
	s := ""
	if e.File != "" {
		s = e.File + ":"
	}
	if e.Line > 0 {
		s += strconv.Itoa(e.Line) + ":" + strconv.Itoa(e.Column) + ":"
	}
	if s != "" {
		s += " "
	}
	if e.Path != "" {
		s += e.Path + ": "
	}
	return s + e.Reason
}
