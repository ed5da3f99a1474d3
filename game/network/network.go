// Package network is a small working model of how a page of a site reaches its
// visitors, and of who can stop it, slow it down, lay it open or take it away.
//
// It is pure: the same seed and the same turns of the same switches give the same
// course, hour by hour. Its counts are chosen so that ten visitors can show what
// happens; none is measured. docs/model.md says what is left out and why, and
// which claim each Rule rests on.
package network

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -file network.go -o network_gen.go

//msgp:noduplicates
//msgp:tuple State Visitor
//msgp:replace Value with:uint8
//msgp:ignore lots
//msgp:replace Goal with:uint8

// Visitors is how many visitors the model has.
const Visitors = 10

// Goal is where the answer of a look-up leads.
type Goal uint8

// The goals.
const (
	Nowhere  Goal = iota // no answer: the name is not published, or not known
	ToYou                // the player's shield
	ToHost               // the host's own address
	ToOther              // another firm's shield
	goalsEnd             // what saved games may not hold
)

// many is how many switches there are.
const many = int(switches)

// Setting is the position of every switch. The zero value is a quiet day.
type Setting [many]Value

// State is the network at one hour.
type State struct {
	Setting Setting
	Seed    uint64
	// Hours is how long the course has run, Named how long it has run since the
	// name was moved.
	Hours, Named int
	// Exposed says that the host's address was given away once. Nobody can take
	// that back.
	Exposed bool
	// Stale is how many hours ago the shield filled its store of copies for the
	// last time.
	Stale    int
	Visitors [Visitors]Visitor
}

// Visitor is one visitor: the answer of its last look-up, and for how many hours
// more it will be used. Left is 0 for an answer that is used for minutes only.
type Visitor struct {
	Goal Goal
	Left int
}

// New is a course at its first hour: everybody has looked the name up before.
// The same seed gives the same visitors.
func New(seed uint64, at Setting) State {
	if !at.Valid() {
		at = Setting{}
	}
	s := State{Seed: seed, Setting: at}
	s.Exposed = s.givesAway()
	who := s.lots()
	for i := range s.Visitors {
		s.Visitors[i] = Visitor{Goal: s.answer(i, who), Left: who.left[i]}
	}
	return s
}

// Turn turns a switch. Within minutes everybody whose answer has run out asks
// again; others use theirs for hours.
func (s State) Turn(w Switch, to Value) State {
	if w >= switches || int(to) >= len(w.Values()) || s.Setting[w] == to {
		return s
	}
	s.Setting[w] = to
	if w == Name {
		s.Named = 0
	}
	s.Exposed = s.Exposed || s.givesAway()
	return s.ask()
}

// Later is the network one hour later.
func (s State) Later() State {
	s.Hours++
	s.Named++
	if s.fills() {
		s.Stale = 0
	} else {
		s.Stale++
	}
	for i := range s.Visitors {
		if s.Visitors[i].Left > 0 {
			s.Visitors[i].Left--
		}
	}
	return s.ask()
}

// ask has everybody look the name up whose answer has run out, or who has none.
func (s State) ask() State {
	who := s.lots()
	for i, v := range s.Visitors {
		if v.Left > 0 && v.Goal != Nowhere {
			continue
		}
		goal := s.answer(i, who)
		if goal != v.Goal {
			s.Visitors[i] = Visitor{Goal: goal, Left: who.lasts[i]}
		} else if v.Left == 0 {
			s.Visitors[i].Left = who.lasts[i]
		}
	}
	return s
}

// answer is what a look-up says to a visitor now.
func (s State) answer(visitor int, who lots) Goal {
	switch {
	case s.Setting[Name] == Held,
		s.Setting[Name] == Moved && s.Named < who.learns[visitor]:
		return Nowhere
	}
	switch s.Setting[Shield] {
	case Aside:
		return ToHost
	case Another:
		return ToOther
	default: // with or without a notice, it is you
		return ToYou
	}
}

// givesAway says whether look-ups give the host's address to everybody.
func (s State) givesAway() bool {
	return s.Setting[Shield] == Aside && s.Setting[Name] != Held
}

// fills says whether a shield gets pages of which it can keep copies.
func (s State) fills() bool {
	shield := s.Setting[Shield]
	return s.Setting[Host] == Keeps && (shield == Yours || shield == Another)
}

// lots is what the seed says of each visitor.
type lots struct {
	// place is a visitor's place in the line before a host whose line is full.
	place [Visitors]int
	// lasts is for how many hours a visitor's answers are used, 0 for minutes;
	// left is what remains of them when the course begins.
	lasts, left [Visitors]int
	// learns is after how many hours a visitor has heard of another name.
	learns [Visitors]int
	// abroad says that a visitor lives in the country that has a rule.
	abroad [Visitors]bool
}

// lots draws: who is who depends on the seed, how many there are of each does
// not. Seven of ten answers last minutes, three for hours up to half a day.
func (s State) lots() lots {
	order := shuffled(s.Seed)
	hours := [Visitors]int{7: 3, 8: 6, 9: 12}
	learns := [Visitors]int{1, 2, 3, 5, 8, 12, 18, 24, 36, 48}
	var l lots
	for place, visitor := range order {
		l.place[visitor] = place
		l.lasts[visitor] = hours[place]
		l.left[visitor] = hours[place]
		l.learns[visitor] = learns[(place+3)%Visitors]
		l.abroad[visitor] = place >= 2 && place < 5
	}
	return l
}

// shuffled is the visitors in an order that depends on the seed alone
// (Fisher–Yates with the generator SplitMix64).
func shuffled(seed uint64) [Visitors]int {
	var order [Visitors]int
	for i := range order {
		order[i] = i
	}
	for i := Visitors - 1; i > 0; i-- {
		seed += 0x9e3779b97f4a7c15
		z := seed
		z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		j := int((z ^ z>>31) % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	return order
}
