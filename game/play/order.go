package play

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"

	"hardcases/game/pack"
)

// Options is the options of a step in the order in which this player sees them,
// so that where one stands is no key to what happened. It is drawn from the seed,
// for each step by itself; a step whose order has a meaning keeps it. A class has
// the pack's own order, as its papers do. Answers, codes and votes know options by
// id or by their place in the pack, never by the letter they had here.
func (s State) Options(caseID string, st *pack.Step) []pack.Option {
	if st.InOrder() {
		return st.Options
	}
	name := fnv.New64a()
	name.Write([]byte(caseID + "/" + st.ID))
	options := slices.Clone(st.Options)
	rand.New(rand.NewPCG(s.Seed, name.Sum64())).Shuffle(len(options), func(i, j int) {
		options[i], options[j] = options[j], options[i]
	})
	return options
}
