package play

import (
	"cmp"
	"slices"
	"strings"

	"hardcases/game/class"
	"hardcases/game/pack"
)

const (
	// nowhere is the place of what answered nothing where it was done.
	nowhere = "-"
	// unnamed is the place of what comes after a named one and names none itself, as an
	// older program wrote it.
	unnamed = "?"
	// atGuess stands between a case and the question of it that Reopen goes to.
	atGuess = "/guess/"
	// atCheck begins the place of an item of a check, which its phase follows.
	atCheck = "check"
)

// place is where a message answers something, by ids with slashes between: a case and
// its step, the desk and its round, a check with phase and item, the case alone for a
// guess, and for a lesson what class.State.Where says. It is "" for messages that answer
// nothing wherever they are sent.
func (t *turn) place(m Msg) string {
	switch m := m.(type) {
	case Choose, Draw, GiveReason, Bet, Stake, Forecast, Commit, Pass, Skip:
		return t.answered()
	case OpenSource:
		if t.Screen == Reveal {
			return t.Case + "/" + t.step().ID
		}
		return t.answered()
	case Guess:
		if t.ShowsModel() || t.Screen == BecameScreen {
			return t.Case
		}
		return nowhere
	case Class:
		where := t.Class.Where(t.pack, m.Act)
		if where != "" && t.Screen != InClass {
			return nowhere
		}
		return where
	}
	return ""
}

// answered is the place of what the screen asks.
func (t *turn) answered() string {
	switch t.Screen {
	case Seat, Deciding:
		return t.Case + "/" + t.step().ID
	case AtRound:
		return pack.AtDesk + "/" + t.round().ID
	case AtCheckItem:
		if set := t.CheckSet(t.desk(), t.Check.Phase); t.Check.Item < len(set.Items) {
			return strings.Join([]string{atCheck, string(t.Check.Phase), set.Items[t.Check.Item].ID}, "/")
		}
	default: // no other screen asks
	}
	return nowhere
}

// reopen goes to a place of a case, of the desk or of a check, to answer there.
func (t *turn) reopen(place string) {
	first, rest, _ := strings.Cut(place, "/")
	switch first {
	case pack.AtDesk:
		if i := slices.IndexFunc(t.desk().Rounds, func(r pack.Round) bool { return r.ID == rest }); i >= 0 {
			t.Round, t.Screen, t.Draft = i, AtRound, Choice{}
		}
	case atCheck:
		t.reopenItem(rest)
	default:
		if at, try, ok := strings.Cut(place, atGuess); ok {
			t.reopenGuess(at, try)
			return
		}
		c, err := t.pack.Case(first)
		i, _ := c.Step(rest)
		if err != nil || i < 0 {
			return
		}
		t.Case = first
		if t.arrive(i); t.Screen == Reveal && !t.passed() {
			t.decide(i)
		}
	}
}

// reopenItem goes to an item of a check that was not answered yet.
func (t *turn) reopenItem(place string) {
	phase, item, _ := strings.Cut(place, "/")
	i := slices.IndexFunc(t.CheckSet(t.desk(), Phase(phase)).Items, func(at pack.CheckItem) bool { return at.ID == item })
	if _, done := t.CheckAnswer(Phase(phase), item); i >= 0 && !done {
		t.Check, t.Screen, t.Draft = CheckPlace{Phase: Phase(phase), Item: i}, AtCheckItem, Choice{}
	}
}

// reopenGuess goes to a question of a case, to guess there.
func (t *turn) reopenGuess(at, try string) {
	c, err := t.pack.Case(at)
	i, _ := c.Try(try)
	switch ofSite := try == BecameGuess || strings.HasPrefix(try, becameGuesses); {
	case err != nil || len(c.Steps) == 0:
	case ofSite && c.Became != nil:
		t.Case, t.Step, t.Screen, t.Under = at, 0, BecameScreen, Briefing
		t.openModel(t.lastTry())
	case !ofSite && i >= 0:
		t.Case, t.Step, t.Screen, t.Under = at, 0, Briefing, ""
		t.openModel(try)
	}
}

// Piece is some of the records, from one to before another, as they are kept by
// themselves: the first that has a place names it.
func (rs Records) Piece(from, to int) Records {
	piece := rs[from:to]
	i, at := slices.IndexFunc(piece, Record.placed), ""
	for n := from - 1; n >= 0 && at == ""; n-- {
		at = rs[n].At
	}
	if i < 0 || piece[i].named() || at == "" {
		return piece
	}
	piece = slices.Clone(piece)
	piece[i].At = at
	return piece
}

// Append is the records with a piece after them. One that names no place, as older
// programs wrote it, was not done at the one that was named last.
func (rs Records) Append(piece Records) Records {
	n, i := len(rs), slices.IndexFunc(piece, Record.placed)
	astray := i >= 0 && !slices.ContainsFunc(piece, Record.named) && slices.ContainsFunc(rs, Record.named)
	rs = append(rs, piece...)
	if astray {
		rs[n+i].At = unnamed
	}
	return rs
}

// named says whether a record says itself where it was done.
func (r Record) named() bool { return r.At != "" }

// placed says whether a record is of a kind that has a place.
func (r Record) placed() bool {
	switch r.Kind {
	case "source", "choose", "reason", "bet", "stake", "forecast", "commit", "pass", "skip", "guess":
		return true
	case "class":
		return class.Act(r.A).Placed()
	}
	return false
}

// Named is records of which those that may be left out, as they only look something up,
// are not the only ones to say where the next is answered.
func (rs Records) Named() Records {
	named, at := slices.Clone(rs), ""
	for i := range named {
		r := &named[i]
		switch r.Kind {
		case "source":
			at = cmp.Or(r.At, at)
		case "choose", "reason", "bet", "stake", "forecast", "commit", "pass", "skip", "guess":
			r.At, at = cmp.Or(r.At, at), ""
		}
	}
	return named
}

// unled is the records without those that only go, in another version of the pack, to where
// the next was done.
func (rs Records) unled() Records {
	led := func(r Record) bool { return r.Kind == "reopen" || r.Kind == "class" && r.A == string(class.Reopen) }
	if !slices.ContainsFunc(rs, led) {
		return rs
	}
	return slices.DeleteFunc(slices.Clone(rs), led)
}

// same says whether two records are of one thing, done at one place as far as both say it.
// Of an option of a lesson the index may be another, where both have its id.
func (r Record) same(other Record) bool {
	if r.At != "" && other.At != "" && r.At != other.At && r.At != unnamed && other.At != unnamed {
		return false
	}
	r.At, other.At = "", ""
	switch {
	case r.Kind != "class" || r.A != string(class.Point):
	case r.B != "" && other.B != "":
		r.N, other.N = 0, 0
	default:
		r.B, other.B = "", ""
	}
	return r == other
}
