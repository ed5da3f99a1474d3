package author

import "hardcases/game/pack"

// lookBack reads what the debrief of a case is made of.
func (r *reader) lookBack(n *record, c *pack.Case) {
	c.Key = r.text(n.may("key"))
	c.Said = r.texts(n.may("said"))
	for _, item := range r.list(n.may("voices")) {
		v := r.record(item)
		c.Voices = append(c.Voices, pack.Voice{
			ID: r.text(v.must("id")), Side: pack.Side(r.text(v.must("side"))), Claims: r.texts(v.may("claims")),
		})
		v.done()
	}
	c.Open = r.texts(n.may("open"))
	c.Questions = r.texts(n.may("questions"))
}

// across reads what the comparison of the cases rests on and asks.
func (r *reader) across(at *node, lib *pack.Library) {
	if at == nil {
		return
	}
	n := r.record(at)
	lib.Across = r.texts(n.may("claims"))
	lib.Questions = r.texts(n.may("questions"))
	n.done()
}

// desk reads the source desk and the learning check.
func (r *reader) desk(desk, check *node) pack.Desk {
	var d pack.Desk
	if desk != nil {
		n := r.record(desk)
		d.After = r.text(n.must("case"))
		for _, item := range r.list(n.must("rounds")) {
			d.Rounds = append(d.Rounds, r.round(item))
		}
		n.done()
	}
	if check != nil {
		n := r.record(check)
		for _, item := range r.list(n.must("sets")) {
			d.Checks = append(d.Checks, r.checkSet(item))
		}
		n.done()
	}
	return d
}

func (r *reader) round(at *node) pack.Round {
	n := r.record(at)
	round := pack.Round{
		ID:            r.text(n.must("id")),
		Kind:          pack.RoundKind(r.text(n.must("kind"))),
		Sound:         r.flag(n.must("sound")),
		Shows:         r.text(n.must("shows")),
		Lang:          r.text(n.may("lang")),
		Anatomy:       r.texts(n.may("anatomy")),
		Disagreements: r.texts(n.may("disagreements")),
		Claims:        r.texts(n.may("claims")),
		Basis:         pack.Basis(r.text(n.must("basis"))),
		Answer:        r.text(n.must("answer")),
		Words:         r.flag(n.may("words")),
	}
	for _, item := range r.list(n.must("options")) {
		v := r.record(item)
		round.Options = append(round.Options, pack.Verdict{ID: r.text(v.must("id")), Judges: pack.Judgment(r.text(v.must("judges")))})
		v.done()
	}
	if times := n.may("times"); times != nil {
		t := r.record(times)
		round.At = r.moment(t.must("at"))
		for _, item := range r.list(t.must("clocks")) {
			c := r.record(item)
			round.Clocks = append(round.Clocks, pack.Clock{Place: r.text(c.must("place")), Offset: r.number(c.must("offset"))})
			c.done()
		}
		t.done()
	}
	n.done()
	return round
}

func (r *reader) checkSet(at *node) pack.CheckSet {
	n := r.record(at)
	set := pack.CheckSet{ID: r.text(n.must("id"))}
	for _, item := range r.list(n.must("items")) {
		i := r.record(item)
		set.Items = append(set.Items, pack.CheckItem{ID: r.text(i.must("id")), Sound: r.flag(i.must("sound")), Tests: r.text(i.must("tests"))})
		i.done()
	}
	n.done()
	return set
}
