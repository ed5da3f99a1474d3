// Package ledger notes the games that a player has been shown as kept, for tests
// of what becomes of them.
package ledger

import (
	"slices"

	"hardcases/game/play"
)

// Ledger is the games that must be there, none of which holds another.
type Ledger []play.Journal

// Note adds a game that has been shown as kept. What its player would not miss, as
// a look around after the last answer, is left out.
func (l *Ledger) Note(j play.Journal) {
	for n := len(j.Msgs); n > 0 && !(play.Journal{Msgs: j.Msgs[n-1:]}).Played(); n-- {
		j.Msgs = j.Msgs[:n-1]
	}
	if !j.Played() || Holds(*l, j) {
		return
	}
	*l = append(slices.DeleteFunc(*l, j.Holds), j)
}

// Missing gives the first game that none of those that were found holds; ok is
// false where there is none.
func (l Ledger) Missing(found []play.Journal) (j play.Journal, ok bool) {
	i := slices.IndexFunc(l, func(j play.Journal) bool { return !Holds(found, j) })
	if i < 0 {
		return j, false
	}
	return l[i], true
}

// Holds says whether one of the games holds another.
func Holds(found []play.Journal, j play.Journal) bool {
	return slices.ContainsFunc(found, func(k play.Journal) bool { return k.Holds(j) })
}
