package play_test

import (
	"fmt"

	"hardcases/game/play"
	"hardcases/game/score"
	"hardcases/proving/packs"
)

// A game is what was done in it: messages go in, a state comes out, and the
// journal of the messages is the save.
func Example() {
	p, err := packs.Open("cloudflare")
	if err != nil {
		panic(err)
	}
	s := play.NewSession(p, 1, "en")
	s.Send(play.OpenCase{Case: "y2017"})
	s.Send(play.Begin{})
	s.Send(play.Choose{Option: "b"})
	s.Send(play.Bet{Option: "c"})
	s.Send(play.Stake{Stop: 4})
	s.Send(play.Commit{})
	fmt.Println(s.State().Screen, s.State().Answers[0].First.Option)

	save, err := s.Journal().Bytes()
	if err != nil {
		panic(err)
	}
	j, err := play.ReadJournal(save)
	if err != nil {
		panic(err)
	}
	again, report := play.Restore(p, j)
	fmt.Println(again.State().Screen, len(j.Msgs), "messages, lost:", report.Lost)

	_, sum := score.All(p, again.State())
	fmt.Printf("bet: %d better than guessing\n", score.Shown(sum.Better))
	// Output:
	// reveal b
	// reveal 6 messages, lost: 0
	// bet: 84 better than guessing
}
