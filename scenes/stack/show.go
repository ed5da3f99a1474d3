package stack

import (
	"math"

	"hardcases/game/network"
)

// Show is how one picture becomes another. First the shield goes, then the flood
// moves, and with it visitors get their page or lose it, one by one. All else is at
// once as it will be.
type Show struct {
	Was, Is Picture

	shield float64 // how long it moves, in milliseconds
	flood  float64
	turns  [network.Visitors]float64 // when a visitor changes
	length float64
}

// How long things take, in milliseconds.
const (
	Lifting = 350.0 // of the shield
	Rising  = 600.0 // of the flood
	Ebbing  = 900.0
	AVisit  = 80.0 // of one visitor
)

// Run is for how long marks go on by themselves, in seconds. After it requests,
// pages and waves are where they set out.
const Run = 5 * Crossing

// NewShow is how one picture becomes another.
func NewShow(was, is Picture) Show {
	s := Show{Was: was, Is: is}
	if leaves, comes := s.moves(); leaves || comes {
		s.shield = Lifting
	}
	if was.Tide() != is.Tide() || was.Setting[network.Flood] != is.Setting[network.Flood] {
		s.flood = Rising
		if was.Tide() != Ebb && (is.Tide() == Ebb || was.Tide() == Through) {
			s.flood = Ebbing
		}
	}
	at := s.shield
	for i := range s.turns {
		if was.Report.Fates[i].Gets() != is.Report.Fates[i].Gets() {
			at += AVisit
			s.turns[i] = at
		}
	}
	s.length = math.Max(s.shield+s.flood, at)
	return s
}

// Length is how long it all takes, in milliseconds: 0 where nothing moves.
func (s *Show) Length() float64 { return s.length }

// moves says whether the shield of the old picture leaves, and one comes.
func (s *Show) moves() (leaves, comes bool) {
	was, is := s.Was.Setting[network.Shield], s.Is.Setting[network.Shield]
	other := (was == network.Another) != (is == network.Another)
	return was != network.Aside && (is == network.Aside || other), is != network.Aside && (was == network.Aside || other)
}

// Shield says how far the old shield has left and the new one has come, after some
// milliseconds: 0 is at its place, 1 is away. ok is false for none on its way.
func (s *Show) Shield(ms float64) (left, away float64, ok bool) {
	leaves, comes := s.moves()
	if s.shield == 0 || ms >= s.shield {
		return 1, 0, false
	}
	left, away = 1, 0
	t := ease(ms / s.shield)
	if leaves {
		left = t
	}
	if comes {
		away = 1 - t
	}
	return left, away, true
}

// Flood is how far the flood has come, 0 to 1.
func (s *Show) Flood(ms float64) float64 {
	if s.flood == 0 {
		return 1
	}
	return ease((ms - s.shield) / s.flood)
}

// Turned says whether a visitor stands as in the new picture by now.
func (s *Show) Turned(visitor int, ms float64) bool { return ms >= s.turns[visitor] }

// ease is how far a movement is at a share of its time: slow at both ends.
func ease(t float64) float64 {
	t = math.Min(1, math.Max(0, t))
	return t * t * (3 - 2*t)
}

// Lift is how far away a shield is that has left, in units of the drawing: it goes
// up.
func (s Size) Lift() float64 { return s.plan().height * 0.3 }
