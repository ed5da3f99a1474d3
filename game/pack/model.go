package pack

import (
	"slices"

	"hardcases/game/network"
)

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -file model.go -o model_gen.go

//msgp:limit arrays:16384 maps:64
//msgp:noduplicates

// Ground is the claims on which one rule of the working model rests.
type Ground struct {
	Rule   string   `msg:"rule"` // one of network.Rules
	Claims []string `msg:"claims,limit=16"`
}

// Turn is a switch of the working model and one of its positions, by their names.
type Turn struct {
	Switch string `msg:"switch"`
	To     string `msg:"to"`
}

// Offer is a switch that players can turn, and the positions that they can turn it
// to, by their names.
type Offer struct {
	Switch string   `msg:"switch"`
	To     []string `msg:"to,limit=8"`
}

// Try is a question that the player guesses, and then tries in the working model.
type Try struct {
	ID string `msg:"id"`
	// Start is how the switches stand that do not stand as on a quiet day.
	Start []Turn `msg:"start,limit=16,omitempty"`
	// Switches are the controls on the screen, in order.
	Switches []Offer `msg:"switches,limit=16"`
	// Turns are what the question asks to be turned, in order, and Hours how many
	// hours are then let pass.
	Turns []Turn `msg:"turns,limit=16"`
	Hours int    `msg:"hours,omitempty"`
	// Reached is how many of ten visitors then get the page.
	Reached int `msg:"reached"`
	Guess   `msg:"guess"`
	Claims  []string `msg:"claims,limit=16"` // that the answer rests on
}

// Guess is a question with one right answer, asked before it is shown.
type Guess struct {
	Options []string `msg:"options,limit=6"`
	Answer  string   `msg:"answer"`
}

// Has says whether a guess is one of the options.
func (g *Guess) Has(option string) bool { return slices.Contains(g.Options, option) }

// Became is what became of a case's site: one lane a layer, from change to change.
type Became struct {
	Guess `msg:"guess"`
	// Breaks are the days from which the line of time has another scale.
	Breaks  []Moment `msg:"breaks,limit=16,omitempty"`
	Changes []Change `msg:"changes,limit=64"`
	// Until is the last day that is told of, zero in older packs.
	Until Moment `msg:"until,omitempty"`
}

// Last is the last day that is told of, in a pack that does not say that of the last
// change. The lanes end with it.
func (b *Became) Last() Moment {
	if b.Until.IsZero() {
		return b.Changes[len(b.Changes)-1].Date
	}
	return b.Until
}

// Asked is the lanes whose ends a player can guess: those of which anything was found
// at all.
func (b *Became) Asked() []Lane {
	return slices.DeleteFunc(Lanes(), func(lane Lane) bool {
		return !slices.ContainsFunc(b.Changes, func(c Change) bool {
			state, ok := c.state(lane)
			return ok && state != Unknown
		})
	})
}

// Stood is how a lane stood at first, and how it stood at the end.
func (b *Became) Stood(lane Lane) (first, end Stand) {
	first, end = Unknown, Unknown
	for i := range b.Changes {
		if state, ok := b.Changes[i].state(lane); ok {
			end = state
		}
		if i == 0 {
			first = end
		}
	}
	return first, end
}

// Change is something that changed at one time, in some of the lanes. What is in
// no change yet is unknown.
type Change struct {
	ID   string `msg:"id"`
	Date Moment `msg:"date"`
	// Step says that somebody took a step, which is marked in the first lane.
	Step   bool        `msg:"step,omitempty"`
	Lanes  []LaneState `msg:"lanes,limit=8"`
	Claims []string    `msg:"claims,limit=16"`
}

// state is how a change leaves a lane; ok is false where it says nothing of that.
func (c *Change) state(lane Lane) (state Stand, ok bool) {
	i := slices.IndexFunc(c.Lanes, func(l LaneState) bool { return l.Lane == lane })
	if i < 0 {
		return "", false
	}
	return c.Lanes[i].State, true
}

// LaneState is how one lane stands from a change on.
type LaneState struct {
	Lane  Lane  `msg:"lane"`
	State Stand `msg:"state"`
}

// Lane is one line of what became of a site.
type Lane string

// The lanes: the layers, and what visitors met.
const (
	NameLane     Lane = "name"
	LookupLane   Lane = "lookup" // the name service
	ShieldLane   Lane = "shield"
	HostLane     Lane = "host"
	CarrierLane  Lane = "carrier"
	ArchiveLane  Lane = "archive"
	VisitorsLane Lane = "visitors"
)

// Lanes lists every lane, in the order in which they are drawn.
func Lanes() []Lane {
	return []Lane{NameLane, LookupLane, ShieldLane, HostLane, CarrierLane, ArchiveLane, VisitorsLane}
}

// Stand is how a lane stands.
type Stand string

// The stands.
const (
	InPlace Stand = "in-place" // somebody serves, or visitors reach it
	Partly  Stand = "partly"   // on and off, or not for all
	Gone    Stand = "gone"     // withdrawn, blocked or down
	Unknown Stand = "unknown"  // nothing was found: not the same as down
)

// Stands lists every stand.
func Stands() []Stand { return []Stand{InPlace, Partly, Gone, Unknown} }

// Ground is the claims of a rule, none where the pack has no model.
func (l *Library) Ground(rule network.Rule) []string {
	for _, g := range l.Model {
		if g.Rule == string(rule) {
			return g.Claims
		}
	}
	return nil
}

// Try finds a try by its id; the index is −1 for none.
func (c *Case) Try(id string) (int, *Try) {
	for i := range c.Tries {
		if c.Tries[i].ID == id {
			return i, &c.Tries[i]
		}
	}
	return -1, &Try{ID: id}
}

// TryOf is the question that a class is asked which sits at a layer: the first in
// which that layer is turned, or else the first of all. ok is false where the case has
// none.
func (c *Case) TryOf(layer string) (try *Try, ok bool) {
	if len(c.Tries) == 0 {
		return &Try{}, false
	}
	at := slices.IndexFunc(c.Tries, func(t Try) bool {
		return slices.ContainsFunc(t.Turns, func(turn Turn) bool { return turn.Switch == layer })
	})
	return &c.Tries[max(at, 0)], true
}

// Offers says whether a player can turn a switch to a position, by their names.
func (t *Try) Offers(sw, to string) bool {
	return slices.ContainsFunc(t.Switches, func(o Offer) bool { return o.Switch == sw && slices.Contains(o.To, to) })
}

// Stands says whether a network stands as the question asks.
func (t *Try) Stands(net network.State) bool {
	for _, turn := range t.Turns {
		if w, v, _ := network.Parse(turn.Switch, turn.To); net.Setting[w] != v {
			return false
		}
	}
	return net.Hours >= t.Hours
}

// Setting is how the switches stand at the start. Turns that the model does not
// know are passed over.
func (t *Try) Setting() network.Setting {
	var s network.Setting
	for _, turn := range t.Start {
		if w, v, ok := network.Parse(turn.Switch, turn.To); ok {
			s[w] = v
		}
	}
	return s
}

// Course is the model after what the question asks to be turned.
func (t *Try) Course(seed uint64) network.State {
	s := network.New(seed, t.Setting())
	for _, turn := range t.Turns {
		if w, v, ok := network.Parse(turn.Switch, turn.To); ok {
			s = s.Turn(w, v)
		}
	}
	for range t.Hours {
		s = s.Later()
	}
	return s
}

// ToldBy says whether a change may be told to somebody who stands at a day: it had
// surely happened by its end, and the claims that it rests on were surely public.
func (c *Change) ToldBy(day Moment, claim func(id string) *Claim) bool {
	over := func(m Moment) bool { return !m.IsZero() && !m.End().After(day.End()) }
	return over(c.Date) && !slices.ContainsFunc(c.Claims, func(id string) bool { return !over(claim(id).Since) })
}
