package locale

import (
	"slices"
	"strings"
)

// RightToLeft says whether a language, a BCP 47 tag, is written from right to
// left, by its primary subtag.
func RightToLeft(tag string) bool {
	primary, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return slices.Contains([]string{"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}, primary)
}
