package bundle

import "regexp"

// script is a script of ours as players get it.
func script(root, name string) ([]byte, error) {
	b, err := source(root, name)
	return terse(b), err
}

// idle is what a script does without: lines that are comments, and what lines begin
// with. No text of ours goes over several lines, which a test holds.
var idle = regexp.MustCompile(`(?m)^[ \t]*//.*\n|^[ \t]+`)

// terse is a script without what only its authors read.
func terse(script []byte) []byte { return idle.ReplaceAll(script, nil) }
