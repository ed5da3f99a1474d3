package lint

import "hardcases/game/pack"

// Level says how bad a finding is.
type Level string

// The levels.
const (
	Error   Level = "error"
	Warning Level = "warning"
)

// Finding is one thing wrong with a pack.
type Finding struct {
	Code, Locale, Path, Reason, Mend string
	Level                            Level
}

// Settings is what the rules need to be told.
type Settings struct {
	Covers    func(rune) bool
	Forbidden []string
}

// Check applies every rule.
func Check(c *pack.Content, s Settings) []Finding { return nil }

// CheckWords applies the rules for interface strings.
func CheckWords(text map[string]map[string]string, first string, s Settings) []Finding { return nil }
