package network

import "math"

// Fate is what a visitor who asks for a page meets.
type Fate uint8

// The fates.
const (
	Quick     Fate = iota // the page, at once
	Slow                  // the page, after a wait
	Long                  // the page, after a long wait, in the flood
	Flooded               // waits in vain: the host's line is full
	NoAnswer              // the name leads nowhere
	Gone                  // an old answer leads to a shield that has left
	Notified              // a notice in place of the page
	Refused               // a carrier throws the request away
	Forbidden             // a network in the country with the rule refuses
	Locked                // the host has locked the pages
)

// Gets says whether a visitor gets the page.
func (f Fate) Gets() bool { return f <= Long }

// Wait is how long a visitor waits, from 0 for not at all to 1 for in vain. It is
// an order, not a time.
func (f Fate) Wait() float64 {
	switch f {
	case Quick:
		return 0.1
	case Slow:
		return 0.3
	case Long:
		return 0.8
	case Notified:
		return 0 // a notice comes at once
	case Flooded, NoAnswer, Gone, Refused, Forbidden, Locked:
	}
	return 1
}

// Report is what can be seen of a network at one moment.
type Report struct {
	Fates [Visitors]Fate
	// Reached is how many get the page; Share the same from 0 to 1.
	Reached int
	Share   float64
	// Wait is how long visitors wait on the average, from 0 to 1.
	Wait float64
	// Visible says that whoever looks can see the host's address.
	Visible bool
	// Under says that the flood fills the host's line.
	Under bool
	Pages Pages
}

// Pages is where pages still exist, each as a share of all, from 0 to 1.
type Pages struct {
	Host    float64 // at the host, for visitors
	Copies  float64 // in a shield's store, for a while
	Archive float64 // in an archive: those that it once copied
	Shown   float64 // in an archive, for its readers to see
}

// copied is the share of the pages that a shield's store, and an archive, hold: a
// part. What is made fresh for each visitor is in neither.
const copied, archived = 0.3, 0.6

// Report looks at the network.
func (s State) Report() Report {
	who := s.lots()
	r := Report{Visible: s.Exposed, Under: s.Exposed && s.line() < 1}
	for i, v := range s.Visitors {
		f := s.fate(i, v.Goal, who)
		r.Fates[i] = f
		if f.Gets() {
			r.Reached++
		}
		r.Wait += f.Wait() / Visitors
	}
	r.Share = float64(r.Reached) / Visitors
	r.Wait = math.Min(r.Wait, 1)
	r.Pages = s.pages()
	return r
}

// fate is what a visitor meets: the first thing on its way that stops it.
func (s State) fate(i int, goal Goal, who lots) Fate {
	switch {
	case goal == Nowhere:
		return NoAnswer
	case s.Setting[Law] == OneCountry && who.abroad[i]:
		return Forbidden
	case s.Setting[Carrier] == Refuses && Lower(i):
		return Refused
	}
	switch s.stands(goal) {
	case gone:
		return Gone
	case notice:
		return Notified
	case bare:
		return s.direct(who.place[i])
	case guards:
	}
	if s.Setting[Host] == Locks {
		return Locked
	}
	return Quick
}

// direct is what those meet who come to the host's own address.
func (s State) direct(place int) Fate {
	line := s.line()
	through := int(math.Round(line * Visitors))
	switch {
	case s.Setting[Host] == Locks:
		return Locked
	case line >= 1:
		return Slow
	case place < through:
		return Long
	}
	return Flooded
}

// Lower says whether a visitor comes by the lower of the two roads, which a
// carrier can refuse: the last four do.
func Lower(visitor int) bool { return visitor >= 6 }

// guard is what a request meets where an answer leads to.
type guard uint8

const (
	guards guard = iota
	bare         // nobody: the request reaches the host as it is
	notice
	gone
)

// stands says what a request meets at a goal. A shield that stepped aside passes
// on what still comes by an old answer; one that was replaced answers no more.
func (s State) stands(goal Goal) guard {
	shield := s.Setting[Shield]
	switch {
	case goal == ToHost, shield == Aside:
		return bare
	case shield == Notice && goal == ToYou:
		return notice
	case shield == Yours && goal == ToYou, shield == Another && goal == ToOther:
		return guards
	}
	return gone
}

// line is the share of requests that a host answers which the flood reaches, from
// 0 to 1. Ordinary days take one part of the line.
func (s State) line() float64 {
	ordinary, room, flood := 1.0, 2.0, 0.0
	if s.Setting[Size] == Large {
		room = 6
	}
	switch s.Setting[Flood] {
	case Moderate:
		flood = 3
	case Heavy:
		flood = 9
	default: // there is none
	}
	return math.Min(1, room/(ordinary+flood))
}

// pages is where pages are. Of all that can be switched only the host takes them
// away: its own.
func (s State) pages() Pages {
	p := Pages{Archive: archived, Shown: archived}
	if s.Setting[Host] == Keeps {
		p.Host = 1
	}
	if s.Stale < 8 { // they are thrown away within hours
		p.Copies = copied / float64(int(1)<<s.Stale)
	}
	if s.Setting[Archive] == Hides {
		p.Shown = 0
	}
	return p
}

// Settled says that nothing will change any more by itself within two days.
func (s State) Settled() bool {
	now := s.Report()
	for range 48 {
		s = s.Later()
		later := s.Report()
		if later.Fates != now.Fates || later.Visible != now.Visible {
			return false
		}
	}
	return true
}

// Tie is how the site stands to one of the firms.
type Tie uint8

// The ties.
const (
	Customer  Tie = iota // it is a customer
	Left                 // it was one
	Elsewhere            // it was one, and is another firm's now
	Never                // it never was: the firm serves others, and has it there through them
)

// Ties says how the site stands to whoever works a switch: Shield, Name, Host,
// Carrier and Archive.
func (s State) Ties() map[Switch]Tie {
	ties := map[Switch]Tie{Shield: Customer, Name: Customer, Host: Customer, Carrier: Never, Archive: Never}
	switch s.Setting[Shield] {
	case Aside, Notice:
		ties[Shield] = Left
	case Another:
		ties[Shield] = Elsewhere
	default: // it is yours
	}
	if s.Setting[Name] == Moved {
		ties[Name] = Elsewhere
	}
	if s.Setting[Host] == Locks {
		ties[Host] = Left
	}
	return ties
}
