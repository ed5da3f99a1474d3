package play_test

import (
	"strconv"
	"testing"

	"hardcases/game/pack"
	"hardcases/game/play"

	"github.com/stretchr/testify/require"
)

// longGame is a journal of n messages: someone plays all cases, and then again
// and again, looking at a source at each step.
func longGame(b *testing.B, p *pack.Pack, n int) play.Journal {
	b.Helper()
	s := play.NewSession(p, 7, "en")
	for {
		for _, head := range p.Head().Cases {
			c, err := p.Case(head.ID)
			require.NoError(b, err)
			s.Send(play.OpenCase{Case: head.ID})
			for j := range c.Steps {
				step := &c.Steps[j]
				s.Send(play.GoTo{Case: head.ID, Step: step.ID})
				s.Send(play.OpenSource{Fact: step.Known[0].ID})
				s.Send(play.Back{})
				for _, m := range decide(step.Options[j%len(step.Options)].ID, "safety", j%5+1) {
					s.Send(m)
				}
				s.Send(play.Next{})
				if journal := s.Journal(); len(journal.Msgs) >= n {
					journal.Msgs = journal.Msgs[:n]
					return journal
				}
			}
		}
	}
}

// BenchmarkReplay replays journals, one ten times as long as the other: the
// messages in a second must not depend on the length.
func BenchmarkReplay(b *testing.B) {
	p := shipped(b)
	for _, n := range []int{10_000, 100_000} {
		j := longGame(b, p, n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				play.Restore(p, j)
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "messages/s")
		})
	}
}

// BenchmarkOpenLongSave opens a save of 100,000 messages: its bytes are read
// and replayed.
func BenchmarkOpenLongSave(b *testing.B) {
	p := shipped(b)
	bytes := bytesOf(b, longGame(b, p, 100_000))
	b.ReportAllocs()
	b.SetBytes(int64(len(bytes)))
	for b.Loop() {
		j, err := play.ReadJournal(bytes)
		require.NoError(b, err)
		play.Restore(p, j)
	}
}
