package play

import (
	old "math/rand"
	"math/rand/v2"
	. "time"
	clock "time"
)

var (
	_ = clock.Since // want "the game reads no clock"
	_ = Now         // want "the game reads no clock"
	_ = rand.IntN   // want "a source of its own only"
	_ = rand.N(3)   // want "a source of its own only"
	_ = old.Perm(3) // want "a source of its own only"
	_ = rand.New(rand.NewPCG(1, 2)).IntN(3)
	_ = Second
)

func after(a, b Time) bool { return a.After(b) }
