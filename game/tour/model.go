package tour

import (
	"slices"
	"strings"

	"hardcases/game/network"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// shows visits a screen that lies beside the play, where there is one.
func (t *tour) shows(name string, s play.Screen) {
	t.send(play.Show{Screen: s})
	if t.session.State().Screen == s {
		t.visit(name)
		t.send(play.Back{})
	}
}

// try guesses a question, turns every switch to each of its positions, lets time
// pass, and reads what the model rests on, once for each set of rules.
func (t *tour) try(c *pack.Case, try *pack.Try) {
	name := "briefing-" + c.ID + "-" + try.ID
	t.send(play.OpenTry{Try: try.ID})
	t.visit(name)
	t.send(play.Guess{Try: try.ID, Option: try.Guess.Options[t.pack.CaseIndex(c.ID)%len(try.Guess.Options)]})
	t.visit(name + "-guessed")
	read := map[string]bool{}
	for _, o := range try.Switches {
		for _, to := range o.To {
			t.send(play.OpenTry{Try: try.ID})
			t.send(play.Turn{Switch: o.Switch, To: to})
			at := name + "-" + o.Switch + "-" + to
			t.visit(at)
			if rules := rulesOf(t.session.State().Model.Net); !read[rules] {
				read[rules] = true
				t.over(at+"-rules", play.OpenRules{})
			}
		}
	}
	t.send(play.OpenTry{Try: try.ID})
	for _, turn := range try.Turns {
		t.send(play.Turn{Switch: turn.Switch, To: turn.To})
	}
	for range try.Hours {
		t.send(play.Later{Hours: 1})
	}
	t.visit(name + "-tried")
	t.send(play.Later{Hours: 1})
	t.visit(name + "-later")
	t.shows("model-"+c.ID+"-"+try.ID, play.ModelScreen)
}

func rulesOf(net network.State) string {
	rules := net.Acting()
	slices.Sort(rules)
	var b strings.Builder
	for _, r := range rules {
		b.WriteString(string(r) + " ")
	}
	return b.String()
}

// became guesses what became of the site, its question and how each lane ends, and
// sees.
func (t *tour) became(c *pack.Case) {
	if c.Became == nil {
		return
	}
	t.send(play.Show{Screen: play.BecameScreen})
	t.visit("became-" + c.ID)
	t.send(play.Guess{Try: play.BecameDraft, Option: c.Became.Options[0]})
	for i, lane := range c.Became.Asked() {
		t.send(play.Guess{Try: play.EndGuess(lane), Option: string(pack.Stands()[i%len(pack.Stands())])})
	}
	t.visit("became-" + c.ID + "-guessed")
	t.send(play.Guess{Try: play.BecameGuess, Option: c.Became.Options[0]})
	t.visit("became-" + c.ID + "-seen")
	for i := range c.Became.Changes {
		t.rests("became-"+c.ID, c.Became.Changes[i].Claims...)
	}
	t.send(play.Back{})
}

// unguessed sees what became of the site without a guess.
func (t *tour) unguessed(c *pack.Case) {
	if c.Became == nil {
		return
	}
	t.send(play.Show{Screen: play.BecameScreen})
	t.send(play.Guess{Try: play.BecameGuess})
	t.visit("became-" + c.ID + "-unguessed")
	t.send(play.Back{})
}
