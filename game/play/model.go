package play

import (
	"slices"
	"strings"

	"hardcases/game/network"
	"hardcases/game/pack"
)

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -file model.go -o model_gen.go

//msgp:limit arrays:65536 maps:64
//msgp:noduplicates

// Model is where the player is in the working model of the network: a question
// and the course of its network. Without a question there is no model.
type Model struct {
	Case string        `msg:"case"`
	Try  string        `msg:"try"`
	Net  network.State `msg:"net"`
	// Tried says that the network once stood as the question asks.
	Tried bool `msg:"tried"`
}

// Guessed is what a player guessed of a question before seeing: of a try of the
// working model, or of what became of the case's site (BecameGuess, BecameDraft or an
// EndGuess).
type Guessed struct {
	Case   string `msg:"case"`
	Try    string `msg:"try"`
	Option string `msg:"option"`
}

// What messages and guesses call the question that is asked before what became of a
// site: BecameDraft is what is chosen so far, BecameGuess what it came to, from when on
// what became of the site is shown. Its option is "" where nothing was chosen.
const (
	BecameGuess = ""
	BecameDraft = becameGuesses + "question"
)

// EndGuess is what they call how a lane stood at the end; the option is a pack.Stand.
func EndGuess(lane pack.Lane) string { return becameGuesses + string(lane) }

// becameGuesses begins what is guessed of a site as no question of a pack is called.
const becameGuesses = "became."

// LongLater is the most hours that one message lets pass.
const LongLater = 24

// Guessed finds a player's guess; ok is false where there is none.
func (s State) Guessed(caseID, try string) (option string, ok bool) {
	i := slices.IndexFunc(s.Guesses, func(g Guessed) bool { return g.Case == caseID && g.Try == try })
	if i < 0 {
		return "", false
	}
	return s.Guesses[i].Option, true
}

// ShowsModel says whether the screen has the working model on it.
func (s State) ShowsModel() bool {
	return s.Screen == Briefing || s.Screen == ModelScreen
}

// openModel puts a question of the current case on the screen: the named one, or
// the first that the player has not guessed, or the first.
func (t *turn) openModel(id string) {
	c := t.theCase()
	if len(c.Tries) == 0 {
		t.Model = Model{}
		return
	}
	i, _ := c.Try(id)
	if id == "" {
		i = slices.IndexFunc(c.Tries, func(try pack.Try) bool { _, ok := t.Guessed(c.ID, try.ID); return !ok })
	}
	try := &c.Tries[max(i, 0)]
	t.Model = Model{Case: c.ID, Try: try.ID, Net: network.New(t.Seed, try.Setting())}
}

// try is the question on the screen, one without switches where there is none.
func (t *turn) try() *pack.Try {
	_, try := t.theCase().Try(t.Model.Try)
	return try
}

// AtHome is the network of the home screen: under a flood, with the switch of the
// pack's head as the player has left it there.
func (s State) AtHome() network.State {
	if s.Model.Case == "" && s.Model.Net != (network.State{}) {
		return s.Model.Net
	}
	return network.New(s.Seed, network.Setting{network.Flood: network.Heavy})
}

// turnAtHome turns the switch of the home screen, and lets pass what time that takes
// to be felt: nobody waits there.
func (t *turn) turnAtHome(id, to string) {
	w, v, ok := network.Parse(id, to)
	if !ok || id != t.pack.Head().Model || v > 1 {
		return
	}
	net := t.AtHome().Turn(w, v)
	for range LongLater {
		net = net.Later()
	}
	t.Model = Model{Net: net}
}

// turnSwitch turns a switch that the screen offers.
func (t *turn) turnSwitch(id, to string) {
	if t.Screen == Home {
		t.turnAtHome(id, to)
		return
	}
	w, v, ok := network.Parse(id, to)
	if ok && t.try().Offers(id, to) && t.ShowsModel() {
		t.run(t.Model.Net.Turn(w, v))
	}
}

// later lets hours pass.
func (t *turn) later(hours int) {
	if !t.ShowsModel() || t.Model.Try == "" || hours < 1 || hours > LongLater {
		return
	}
	net := t.Model.Net
	for range hours {
		net = net.Later()
	}
	t.run(net)
}

// run takes a network over, and notes whether it stands as the question asks.
func (t *turn) run(net network.State) {
	t.Model.Net = net
	t.Model.Tried = t.Model.Tried || t.try().Stands(net)
}

// guess notes a guess, before the player has seen.
func (t *turn) guess(try, option string) {
	c := t.theCase()
	if !t.mayGuess(c, try, option) {
		return
	}
	guesses := slices.DeleteFunc(slices.Clone(t.Guesses), func(g Guessed) bool { return g.Case == c.ID && g.Try == try })
	t.Guesses = append(guesses, Guessed{Case: c.ID, Try: try, Option: option})
}

// mayGuess says whether the screen asks a question that has an option, and has not
// shown its answer yet.
func (t *turn) mayGuess(c *pack.Case, try, option string) bool {
	if try != BecameGuess && try == t.Model.Try {
		return t.ShowsModel() && !t.Model.Tried && t.try().Has(option)
	}
	_, seen := t.Guessed(c.ID, BecameGuess)
	if t.Screen != BecameScreen || c.Became == nil || seen {
		return false
	}
	switch try {
	case BecameGuess:
		return option == "" || c.Became.Has(option)
	case BecameDraft:
		return c.Became.Has(option)
	}
	lane, ok := strings.CutPrefix(try, becameGuesses)
	return ok && slices.Contains(c.Became.Asked(), pack.Lane(lane)) && slices.Contains(pack.Stands(), pack.Stand(option))
}

// lastTry is the question of the current case that was on the screen last, "" for
// none.
func (t *turn) lastTry() string {
	if t.Model.Case != t.Case {
		return ""
	}
	return t.Model.Try
}
