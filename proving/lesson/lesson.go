// Package lesson gives a lesson without a screen, for tests.
package lesson

import (
	"hardcases/game/class"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// Give gives the first lesson of a plan by the messages alone, with the same
// hands for the options of every step, as votes and as bets. Tests that drive a window or a browser
// hold what it exports against this.
func Give(p *pack.Pack, locale, plan string, hands []int) play.State {
	s := play.NewSession(p, 1, locale)
	s.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
	s.Send(play.Class{Act: class.Choose, Text: plan})
	s.Send(act(class.Start, class.NewestCourse))
	for s.State().Class.Stage != class.Ended {
		if c := s.State().Class; c.Stage == class.Voting || c.Stage == class.Betting {
			_, st, _ := c.Step(p)
			for _, n := range hands[:min(len(hands), len(st.Options))] {
				s.Send(act(class.Add, n))
				s.Send(act(class.Move, 1))
			}
		}
		s.Send(act(class.Forward, 0))
	}
	return s.State()
}

func act(a class.Act, n int) play.Msg { return play.Class{Act: a, N: n} }
