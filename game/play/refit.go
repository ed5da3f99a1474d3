package play

import (
	"strings"

	"hardcases/game/class"
)

// refit does again, with another version of the pack, what was done in a game. Where the
// journal says at what something was answered, it is answered there and nowhere else;
// journals of older programs do not say it.
type refit struct {
	*Session
	lost  *int            // the answers that no longer apply
	at    string          // where what comes was done, "" where nobody said
	held  []Msg           // what was picked there, and not decided yet
	gone  bool            // the option that was picked last is no longer there
	stuck bool            // it was left in the game, and not here
	lacks map[string]bool // what was picked and does not apply, by kind
}

// come notes where the next is done, as its record says, whether it can be done or not.
func (f *refit) come(at string) {
	switch at {
	case "", f.at:
	case unnamed:
		f.at = ""
	default:
		f.forget()
		f.at = at
	}
}

// do does one thing again.
func (f *refit) do(m Msg) {
	switch where := f.where(m); {
	case where == "" || f.at == "":
		f.send(m)
	case f.at == nowhere: // it answered nothing, and nor may it here
		if where == nowhere {
			f.Send(m)
		}
	case !f.reach(m):
		f.lose(m)
	default:
		f.send(m)
	}
}

// where is the place of a message now.
func (f *refit) where(m Msg) string {
	t := turn{pack: f.pack, State: f.state}
	return t.place(m)
}

// reach goes to where a message was done; ok is false where that is not there any more.
func (f *refit) reach(m Msg) (ok bool) {
	_, inLesson := m.(Class)
	var to Msg = Reopen{f.at}
	switch guess, isGuess := m.(Guess); {
	case isGuess && f.guessed(guess):
		return true
	case isGuess:
		to = Reopen{f.at + atGuess + guess.Try}
	case f.where(m) == f.at && (inLesson || !f.stuck):
		return true
	case inLesson:
		to = Class{Act: class.Reopen, Text: f.at}
	}
	state, _ := Update(f.pack, f.state, to)
	if t := (turn{pack: f.pack, State: state}); t.place(m) != f.at {
		return false
	}
	f.Send(to)
	f.stuck = false
	held := f.held
	f.forget()
	for _, m := range held {
		f.send(m)
	}
	return true
}

// guessed says whether a guess counts where the game is now.
func (f *refit) guessed(m Guess) bool {
	if f.where(m) != f.at && f.at != "" {
		return false
	}
	state, _ := Update(f.pack, f.state, m)
	option, ok := state.Guessed(state.Case, m.Try)
	return ok && option == m.Option
}

// lose counts what was answered at a place that is no longer there. A hand that only went
// on from an option that has gone is none: what it came to says so itself.
func (f *refit) lose(m Msg) {
	switch m := m.(type) {
	case Commit, Guess:
		*f.lost++
	case Class:
		moves := m.Act == class.Point && m.Text != "" && !strings.HasSuffix(f.at, "/"+m.Text)
		if m.Act.Counts() && !moves {
			*f.lost++
		}
	}
}

// send does something where the game is now, as far as it applies there.
func (f *refit) send(m Msg) {
	switch m := m.(type) {
	case Choose, Draw, GiveReason, Bet, Stake, Forecast:
		f.pick(m)
		return
	case Commit:
		f.commit()
		return
	case Guess:
		if !f.guessed(m) {
			*f.lost++
			return
		}
	case OpenCase, Next, GoTo, Begin, More, ShowDebrief:
		f.leave(m)
		return
	case Class:
		if m.Act == class.Heard && !f.state.Class.Fits(f.pack, m.Text) {
			*f.lost++
		}
	}
	f.Send(m)
}

// leave goes on from a step. What was picked there and not decided is gone by the time that
// one comes back, also where there is nothing to go on to here.
func (f *refit) leave(m Msg) {
	f.held = nil
	before := f.state
	if open, ok := m.(OpenCase); !ok || f.pack.CaseIndex(open.Case) >= 0 {
		f.Send(m)
	}
	f.stuck = f.state.Screen == before.Screen && f.state.Case == before.Case && f.state.Step == before.Step
}

// forget leaves what was picked: it was decided, or another step is come to.
func (f *refit) forget() { f.held, f.gone, f.lacks = nil, false, map[string]bool{} }

// pick picks something again, where that is still there.
func (f *refit) pick(m Msg) {
	f.held = append(f.held, m)
	state, _ := Update(f.pack, f.state, m)
	all, some := state.Draft.has(m)
	switch m.(type) {
	case Choose, Draw:
		f.gone = !some
	}
	if delete(f.lacks, m.record().Kind); !all {
		f.lacks[m.record().Kind] = true
	}
	if some {
		f.Send(m)
	}
}

// has says whether a choice has what a message picks: all of it, or some.
func (c Choice) has(m Msg) (all, some bool) {
	switch m := m.(type) {
	case Choose:
		all = c.Option == m.Option && c.Drawn == 0
	case Draw:
		some = c.Option == m.Option
		return some && c.Drawn == m.Level, some
	case GiveReason:
		all = c.Principle == m.Principle
	case Bet:
		all = c.Bet == m.Option
	case Stake:
		all = c.Stop == m.Stop
	case Forecast:
		all = c.Level == m.Level
	}
	return all, all
}

// commit decides again. What can be decided no more is passed over as if skipped: where
// nobody said what it answers, what follows would be taken for it.
func (f *refit) commit() {
	t := turn{pack: f.pack, State: f.state}
	t.seated(Commit{})
	switch open := t.Screen == AtCheckItem || t.hasOption(t.Draft.Option); {
	case f.gone || !open && f.at == "":
		*f.lost++
		f.Send(Skip{})
	case open:
		if len(f.lacks) > 0 {
			*f.lost++
		}
		f.Send(Commit{})
	}
	f.forget()
}
