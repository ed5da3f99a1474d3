package network

// Rule is one thing that the model takes to be so. A pack says which claims each
// rests on.
type Rule string

// The rules.
const (
	Directions Rule = "directions"  // a name leads to a number: directions, no pages
	OldAnswers Rule = "old-answers" // answers are kept for minutes to a day
	OnHold     Rule = "on-hold"     // a name on hold stops working as old answers run out
	NewName    Rule = "new-name"    // who loses a name can take another
	InFront    Rule = "in-front"    // a shield stands before the host and hides its number
	Store      Rule = "store"       // it keeps copies of what does not change, for a while
	NotRemove  Rule = "not-remove"  // it cannot take away what others host
	BlockPage  Rule = "block-page"  // a notice reaches those whose requests still come to it
	LaidOpen   Rule = "laid-open"   // where it steps aside, the host's number is given to all
	FullLine   Rule = "full-line"   // a flood fills the line; it deletes nothing
	LargeLine  Rule = "large-line"  // a small host falls where a large one, or a shield, stands
	NextShield Rule = "next-shield" // whoever loses a shield under attack looks for another
	OnlyHost   Rule = "only-host"   // only the host takes the pages away
	OtherRoad  Rule = "other-road"  // a carrier's refusal holds on its own roads
	OldCopies  Rule = "old-copies"  // an archive has copies of its own, and can hide them
	OneLand    Rule = "one-land"    // a rule of one country holds for its networks
)

// Rules is every rule, in the order in which docs/model.md explains them.
func Rules() []Rule {
	return []Rule{
		Directions, OldAnswers, OnHold, NewName, InFront, Store, NotRemove, BlockPage, LaidOpen,
		FullLine, LargeLine, NextShield, OnlyHost, OtherRoad, OldCopies, OneLand,
	}
}

// Acting is the rules that make the network what it is now: two at least.
func (s State) Acting() []Rule {
	list := []Rule{Directions}
	add := func(on bool, rules ...Rule) {
		if on {
			list = append(list, rules...)
		}
	}
	at := s.Setting
	stale := false
	for i, v := range s.Visitors {
		stale = stale || v.Goal != s.answer(i, s.lots())
	}
	add(stale, OldAnswers)
	add(at[Name] == Held || at[Name] == Moved, OnHold)
	add(at[Name] == Moved, NewName)
	add(at[Shield] == Yours || at[Shield] == Another, InFront, Store)
	add(at[Shield] == Notice, BlockPage)
	add(at[Shield] == Aside, LaidOpen)
	add(at[Shield] != Yours, NotRemove)
	add(at[Shield] == Another, NextShield)
	add(at[Flood] != Calm, FullLine, LargeLine)
	add(at[Host] == Locks, OnlyHost)
	add(at[Carrier] == Refuses, OtherRoad)
	add(at[Archive] == Hides, OldCopies)
	add(at[Law] == OneCountry, OneLand)
	return list
}
