package view_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"hardcases/game/class"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/room"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// atTheDesk is a lesson at its first round.
func atTheDesk(t *testing.T, language string) (view.Context, *play.Session) {
	t.Helper()
	p, words := shipped(t)
	s := play.NewSession(p, 1, language)
	s.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
	s.Send(play.Class{Act: class.Choose, Text: "desk"})
	s.Send(play.Class{Act: class.Start, N: class.NewestCourse})
	s.Send(play.Class{Act: class.Forward})
	return view.NewContext(p, words, language), s
}

// TestAClassReadsExtracts goes through the lesson: the extract stands beside the vote and
// nothing says which answer is right; then it is told, as checked or as our reading, with
// the split; at the end, and in the table, stands how the class read each.
func TestAClassReadsExtracts(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		ctx, s := atTheDesk(t, language)
		d, err := ctx.Pack.Desk()
		require.NoError(t, err)
		lesson := s.State().Class
		for _, at := range lesson.Steps(ctx.Pack) {
			r, _ := d.Round(at.Step)
			text := func(parts ...string) string {
				return ctx.Text.Get(append([]string{"desk", "rounds", r.ID}, parts...)...)
			}
			root := view.Screen(ctx, s.State())
			require.Contains(t, root.ID, r.ID)
			require.Equal(t, text("extract"), view.Text(view.Find(&root, "extract-text")))
			require.Equal(t, view.Paragraph, view.Find(&root, "extract-text").Role)
			require.NotContains(t, view.Text(&root), text("why"))
			view.Walk(view.Find(&root, "extract-text"), func(n *view.Node, _ int) bool {
				require.NotEqual(t, view.Strong, n.Role, "no word stands out before the vote")
				return true
			})
			for i, v := range r.Options {
				require.NotNil(t, view.Find(&root, "vote-"+v.ID))
				if v.ID == r.Answer {
					s.Send(play.Class{Act: class.Point, N: i})
					s.Send(play.Class{Act: class.Digit, N: 9})
				}
			}
			s.Send(play.Class{Act: class.Forward})
			root = view.Screen(ctx, s.State())
			says := "desk.right"
			mark := "desk.answer"
			if r.Basis == pack.Checked {
				says, mark = "desk.right-checked", "desk.answer-checked"
			}
			require.Equal(t, ctx.Strings.Get(says), view.Text(view.Find(&root, "title")))
			require.Contains(t, view.Text(view.Find(&root, "vote-"+r.Answer)), ctx.Strings.Get(mark))
			s.Send(play.Class{Act: class.Forward})
			root = view.Screen(ctx, s.State())
			require.Contains(t, view.Text(&root), text("why"))
			require.Contains(t, view.Text(&root), text("check"))
			require.Equal(t, r.Claims, view.Find(&root, "why").Claims)
			s.Send(play.Class{Act: class.Forward})
		}
		require.Equal(t, class.Ended, s.State().Class.Stage)
		root := view.Screen(ctx, s.State())
		require.Nil(t, view.Find(&root, "road"))
		require.Nil(t, view.Find(&root, "take-road"))
		require.Len(t, view.Find(&root, "readings").Children, 5, "a heading and four rounds")

		table := csv.NewReader(strings.NewReader(view.ClassTable(ctx, s.State())))
		if language == "fr" {
			table.Comma = ';'
		}
		lines, err := table.ReadAll()
		require.NoError(t, err, "every line has as many cells")
		right := 0
		for _, line := range lines[1:] {
			if line[14] == "1" {
				right++
				require.Equal(t, "9", line[5])
			}
		}
		require.Equal(t, 4, right)
	}
}

// TestAClassTurnsClocks turns the clocks of a round on the projector.
func TestAClassTurnsClocks(t *testing.T) {
	ctx, s := atTheDesk(t, "en")
	s.Send(play.TurnClocks{Hours: 2})
	require.Zero(t, s.State().Turned, "this round has none")
	for range 3 {
		s.Send(play.Class{Act: class.Forward})
	}
	root := view.Screen(ctx, s.State())
	require.Contains(t, root.ID, "r7")
	s.Send(view.Find(&root, "clocks-later").On)
	require.Equal(t, 1, s.State().Turned)
	root = view.Screen(ctx, s.State())
	require.Contains(t, view.Find(&root, "clocks-now").Text, "Sunday")
	s.Send(play.Class{Act: class.Forward})
	require.Zero(t, s.State().Turned)
}

// TestAPupilReadsAnExtract votes on a round on a device, and is told what is right; no
// clock of it can be turned there.
func TestAPupilReadsAnExtract(t *testing.T) {
	p, words := shipped(t)
	d, err := p.Desk()
	require.NoError(t, err)
	for _, language := range []string{"en", "fr"} {
		ctx := view.NewContext(p, words, language)
		for i := range d.Rounds {
			r := &d.Rounds[i]
			seat := view.Seat{N: 1, Of: 4, Now: room.Now{Place: pack.Place{Case: pack.AtDesk, Step: r.ID}, Phase: room.Choosing}}
			root := view.SeatScreen(ctx, seat)
			require.Len(t, view.Find(&root, "options").Children, len(r.Options)+1, "a heading and the answers")
			require.NotContains(t, view.Text(&root), ctx.Text.Get("desk", "rounds", r.ID, "why"))
			view.Walk(&root, func(n *view.Node, _ int) bool {
				require.NotEqual(t, view.Slider, n.Role)
				return true
			})
			seat.Now.Phase, seat.Ballot.Option = room.Told, r.Answer
			seat.Tally = room.Tally{Sent: 6, Votes: make([]int, len(r.Options))}
			root = view.SeatScreen(ctx, seat)
			require.Contains(t, view.Text(&root), ctx.Text.Get("desk", "rounds", r.ID, "why"))
			require.NotNil(t, view.Find(&root, "class-table"))
		}
	}
}

// TestAClassThatDidNotVoteIsNotDivided goes through lessons without a hand: no screen says
// that the class is divided, or what it chose.
func TestAClassThatDidNotVoteIsNotDivided(t *testing.T) {
	p, words := shipped(t)
	for _, language := range []string{"en", "fr"} {
		for _, plan := range []string{"m30", "desk"} {
			s := play.NewSession(p, 1, language)
			s.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
			s.Send(play.Class{Act: class.Choose, Text: plan})
			s.Send(play.Class{Act: class.Start, N: class.NewestCourse})
			ctx, shown := view.NewContext(p, words, language), 0
			for range 100 {
				root := view.Screen(ctx, s.State())
				if strings.HasPrefix(root.ID, "class-shown-") {
					shown++
					said := view.Text(&root)
					for _, key := range []string{"class.shown-split", "class.shown-same", "class.desk-split"} {
						text, _, _ := strings.Cut(words.Strings(language).Get(key), "{")
						require.NotContains(t, said, strings.TrimSpace(text))
					}
				}
				s.Send(play.Class{Act: class.Forward})
			}
			require.NotZero(t, shown, plan)
		}
	}
}
