package author

import (
	"fmt"

	"hardcases/cmd/internal/lint"
)

// What the linter says of texts that a pack does not use, and of those that a
// language lacks.
const (
	staleCode = "string-stale"
	isMissing = "is missing"
	lacksAll  = "lacks all of its "
)

// fold makes one finding of many where a language lacks all the texts under a
// key, or where nothing uses any of them: a case that was taken out of pack.yaml
// is one thing to mend, not a hundred. It changes found.
func fold(found []lint.Finding, text map[string]map[string]string) []lint.Finding {
	type group struct {
		locale, root string
		stale        bool
	}
	used := usedKeys{text: text, stale: map[string]bool{}, under: map[string]map[string]bool{}}
	for _, f := range found {
		if f.Code == staleCode {
			used.stale[f.Locale+" "+f.Path] = true
		}
	}
	out, first, count := found[:0], map[group]int{}, map[group]int{}
	for _, f := range found {
		if f.Locale == "" || f.Code != staleCode && f.Reason != isMissing {
			out = append(out, f)
			continue
		}
		g := group{f.Locale, used.root(f.Locale, f.Path), f.Code == staleCode}
		if count[g]++; count[g] == 1 {
			first[g] = len(out)
			out = append(out, f)
			continue
		}
		sum := &out[first[g]]
		sum.Path = g.root
		sum.Reason, sum.Mend = fmt.Sprintf(lacksAll+"%d texts", count[g]), "Write them, with the same keys as in another language's file."
		if g.stale {
			sum.Reason, sum.Mend = fmt.Sprintf("holds %d texts that nothing in pack.yaml uses", count[g]), "Correct the key, or take it away with all that it holds."
		}
	}
	return out
}

// usedKeys knows under which keys a language has texts that the pack uses.
type usedKeys struct {
	text  map[string]map[string]string
	stale map[string]bool            // by language and key, with a space between
	under map[string]map[string]bool // by language, once it was asked for
}

// root is the highest key above a text under which the language has nothing that
// is used: the text's own key where it stands alone.
func (u *usedKeys) root(locale, key string) string {
	under := u.under[locale]
	if under == nil {
		under = map[string]bool{}
		u.under[locale] = under
		for k := range u.text[locale] {
			if !u.stale[locale+" "+k] {
				above(k, func(parent string) bool { under[parent] = true; return true })
			}
		}
	}
	root := key
	above(key, func(parent string) bool {
		if !under[parent] {
			root = parent
		}
		return under[parent]
	})
	return root
}

// above visits the keys that a text lies under, from the first on, for as long
// as it is told to.
func above(key string, visit func(parent string) bool) {
	for i := range len(key) {
		if key[i] == '.' && !visit(key[:i]) {
			return
		}
	}
}
