package length

import (
	"slices"

	"hardcases/game/locale"
	"hardcases/game/pack"
)

// Build writes a pack whose head says how long each case takes, in each of its
// languages. What the content says of that is not looked at. It fails on a pack
// that would not be read.
func Build(c *pack.Content, words *locale.Catalog) ([]byte, error) {
	timed := *c
	timed.Cases = slices.Clone(c.Cases)
	for i := range timed.Cases {
		timed.Cases[i].Minutes, timed.Cases[i].ShortMinutes, timed.Cases[i].WholeMinutes = 0, nil, nil
	}
	p, err := open(&timed)
	if err != nil {
		return nil, err
	}
	times, err := Of(p, words)
	if err != nil {
		return nil, err
	}
	for _, t := range times {
		one := &timed.Cases[p.CaseIndex(t.Case)]
		one.ShortMinutes = append(one.ShortMinutes, t.Short.Minutes())
		one.WholeMinutes = append(one.WholeMinutes, t.Whole.Minutes())
		one.Minutes = slices.Max(one.WholeMinutes)
	}
	return pack.Build(&timed)
}

// open reads what Build writes, and holds it to what it must be.
func open(c *pack.Content) (*pack.Pack, error) {
	b, err := pack.Build(c)
	if err != nil {
		return nil, err
	}
	p, err := pack.Open(b)
	if err != nil {
		return nil, err
	}
	return p, p.Validate()
}

// OfContent measures a pack that has not been built: none where it could not be
// read, which other rules say.
func OfContent(c *pack.Content, words *locale.Catalog) []Case {
	p, err := open(c)
	if err != nil {
		return nil
	}
	times, err := Of(p, words)
	if err != nil {
		return nil
	}
	return times
}
