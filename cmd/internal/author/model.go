package author

import (
	"fmt"

	"hardcases/game/pack"
)

// newer reports what a file of an older format cannot hold, and says whether it
// did.
func (r *reader) newer(n *node) bool {
	if n == nil || r.format >= modelFormat {
		return false
	}
	r.report("yaml-key-unknown", n, fmt.Sprintf("is no part of format %d", r.format), fmt.Sprintf("Write format: %d at the top of the file.", modelFormat))
	return true
}

// model reads the claims that the rules of the working model rest on.
func (r *reader) model(at *node) []pack.Ground {
	if r.newer(at) {
		return nil
	}
	var out []pack.Ground
	for _, f := range r.named(at) {
		out = append(out, pack.Ground{Rule: f.key, Claims: r.texts(f.value)})
	}
	return out
}

// tries reads the questions that are tried in the working model.
func (r *reader) tries(at *node) []pack.Try {
	if r.newer(at) {
		return nil
	}
	var out []pack.Try
	for _, item := range r.list(at) {
		n := r.record(item)
		t := pack.Try{
			ID:       r.text(n.must("id")),
			Start:    r.turns(n.may("start")),
			Switches: r.offers(n.must("switches")),
			Turns:    r.turns(n.must("turns")),
			Hours:    r.number(n.may("hours")),
			Reached:  r.number(n.must("reached")),
			Guess:    r.guess(n),
			Claims:   r.texts(n.must("claims")),
		}
		n.done()
		out = append(out, t)
	}
	return out
}

// turns reads switches and their positions, in order.
func (r *reader) turns(at *node) []pack.Turn {
	var out []pack.Turn
	for _, f := range r.named(at) {
		out = append(out, pack.Turn{Switch: f.key, To: r.text(f.value)})
	}
	return out
}

// offers reads switches and the positions that players can turn them to.
func (r *reader) offers(at *node) []pack.Offer {
	var out []pack.Offer
	for _, f := range r.named(at) {
		out = append(out, pack.Offer{Switch: f.key, To: r.texts(f.value)})
	}
	return out
}

func (r *reader) guess(n *record) pack.Guess {
	return pack.Guess{Options: r.texts(n.must("options")), Answer: r.text(n.must("answer"))}
}

// became reads what became of a site.
func (r *reader) became(at *node) *pack.Became {
	if at == nil || r.newer(at) {
		return nil
	}
	n := r.record(at)
	b := &pack.Became{Guess: r.guess(n), Until: r.moment(n.may("until"))}
	for _, item := range r.list(n.may("breaks")) {
		b.Breaks = append(b.Breaks, r.moment(item))
	}
	for _, item := range r.list(n.must("changes")) {
		change := r.record(item)
		c := pack.Change{
			ID: r.text(change.must("id")), Date: r.moment(change.must("date")),
			Step: r.flag(change.may("step")), Claims: r.texts(change.must("claims")),
		}
		for _, f := range r.named(change.must("lanes")) {
			c.Lanes = append(c.Lanes, pack.LaneState{Lane: pack.Lane(f.key), State: pack.Stand(r.text(f.value))})
		}
		change.done()
		b.Changes = append(b.Changes, c)
	}
	n.done()
	return b
}
