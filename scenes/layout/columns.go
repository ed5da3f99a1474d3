package layout

import (
	"sort"

	"hardcases/game/view"
)

// firstFits places two columns, the first in the least of some shares with which it
// ends in the window, so that the second has as much room as that leaves; where none
// is enough, in the largest. Only the first column decides: what is chosen in the
// second moves nothing.
func (p *pass) firstFits(n *view.Node, s slot) float64 {
	const least, most, all = 20, 26, 48 // from 5 : 7 to 13 : 11
	trial := p.trial()
	start := trial.tally()
	fits := func(more int) bool {
		trial.forget(start)
		w := (s.w - narrowGutter) * float64(least+more) / all
		return s.y+trial.node(&n.Children[0], slot{w: w}) <= p.end()
	}
	share := least
	if !fits(0) {
		share += sort.Search(most-least, fits)
	}
	return p.columns(n, s, float64(share), float64(all-share))
}

// forget takes back all that was placed since a tally.
func (p *pass) forget(t tally) {
	p.out.Boxes, p.out.Runs, p.out.Marks = p.out.Boxes[:t.boxes], p.out.Runs[:t.runs], p.out.Marks[:t.marks]
}

// end is where the content of a page ends at the latest that is all in one view.
func (p *pass) end() float64 {
	end := p.out.Height - leastBottom
	for _, l := range p.out.Layers {
		if l.Kind == BarLayer {
			end -= l.Frame.H
		}
	}
	return end
}
