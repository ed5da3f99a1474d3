package host_test

import (
	"strings"
	"testing"

	"hardcases/game/class"
	"hardcases/game/host"
	"hardcases/game/locale"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

// visited is a game that nobody has begun, of the shipped pack.
func visited(t *testing.T) *host.Host {
	ports := host.Ports{Keep: newDisk(), Ask: nobody{}, Time: &watch{&world{}}, Lot: func() uint64 { return 1 }}
	return host.Start(ports, packs.Words(t), view.Book{Pack: packs.First(t), Shipped: true}, nil, "en")
}

// commit decides the step on the screen.
func commit(h *host.Host) {
	st := h.Stage().State()
	c, _ := h.Stage().Session().Pack().Case(st.Case)
	step := &c.Steps[st.Step]
	h.Send(play.Choose{Option: step.Options[0].ID})
	if len(step.Reasons) > 0 {
		h.Send(play.GiveReason{Principle: step.Reasons[0]})
	}
	h.Send(play.Bet{Option: step.Options[0].ID})
	h.Send(play.Stake{Stop: 2})
	h.Send(play.Commit{})
}

// TestLinksLeadIntoAPack: a case, a step that was reached, a step alone.
func TestLinksLeadIntoAPack(t *testing.T) {
	h := visited(t)
	h.Visit("", "")
	require.Equal(t, play.Home, h.Stage().State().Screen)
	h.Visit("y2022", "")
	require.Equal(t, play.Briefing, h.Stage().State().Screen)
	require.Equal(t, "y2022", h.Stage().State().Case)

	h.Visit("y2019", "B2")
	require.Equal(t, "y2019", h.Stage().State().Case)
	require.Equal(t, play.Briefing, h.Stage().State().Screen, "nothing of it was reached")

	h.Visit("y2022", "C1")
	require.Equal(t, play.Briefing, h.Stage().State().Screen, "the first step, too, comes after its briefing")
	h.Send(play.Begin{Short: true})
	commit(h)
	require.Equal(t, play.Reveal, h.Stage().State().Screen)
	h.Send(play.Show{Screen: play.Home})
	h.Visit("", "C1")
	require.Equal(t, play.Reveal, h.Stage().State().Screen)
	require.Equal(t, "y2022", h.Stage().State().Case)
	h.Visit("y2022", "C8")
	require.Equal(t, play.Deciding, h.Stage().State().Screen)
	require.Equal(t, 2, h.Stage().State().Step, "C3, where the player was left")

	h.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
	require.Equal(t, play.InClass, h.Stage().State().Screen)
	h.Visit("", "C1")
	require.Equal(t, play.Reveal, h.Stage().State().Screen, "a lesson is left for it")
}

// TestLinksShowNothingThatWasNotReached follows links to every step at every stage of
// a game.
func TestLinksShowNothingThatWasNotReached(t *testing.T) {
	h := visited(t)
	p := h.Stage().Session().Pack()
	look := func() {
		for _, head := range p.Head().Cases {
			c, err := p.Case(head.ID)
			require.NoError(t, err)
			for _, step := range c.Steps {
				before := h.Stage().State().Answers
				h.Visit(c.ID, step.ID)
				s := h.Stage().State()
				require.Equal(t, before, s.Answers)
				require.Empty(t, s.Notice)
				require.Equal(t, c.ID, s.Case)
				_, answered := s.Answer(c.ID, c.Steps[s.Step].ID)
				switch s.Screen {
				case play.Briefing:
					require.False(t, s.Started(c.ID))
				case play.Seat, play.Deciding:
					require.False(t, answered)
					require.True(t, s.Step == s.Frontier(c) || s.Finished(c), "%s: %s", c.ID, c.Steps[s.Step].ID)
				case play.Reveal:
					require.True(t, answered)
					require.Equal(t, step.ID, c.Steps[s.Step].ID)
				case play.Debrief:
					require.True(t, s.Finished(c))
				default:
					t.Fatalf("%s %s: %s", c.ID, step.ID, s.Screen)
				}
			}
		}
	}
	look()
	for _, id := range []string{"y2017", "y2022"} {
		h.Send(play.OpenCase{Case: id})
		h.Send(play.Begin{Short: true})
		for range 12 {
			switch h.Stage().State().Screen {
			case play.Seat:
				h.Send(play.Begin{})
			case play.Deciding:
				commit(h)
			case play.Reveal:
				look()
				h.Send(play.OpenCase{Case: id})
			default:
			}
		}
	}
	require.Equal(t, play.Debrief, h.Stage().State().Screen)
	look()
}

// renewer notes that the page would be loaded anew.
type renewer struct {
	nobody
	renewed bool
}

func (r *renewer) Update() bool { r.renewed = true; return true }

// TestANewerVersionWaitsForTheGame has no room for an answer, and a newer version ready.
func TestANewerVersionWaitsForTheGame(t *testing.T) {
	area, ask := newDisk(), &renewer{}
	ports := host.Ports{Keep: area, Ask: ask, Time: &watch{&world{}}, Lot: func() uint64 { return 1 }}
	h := host.Start(ports, packs.Words(t), view.Book{Pack: packs.First(t), Shipped: true}, nil, "en")
	h.Visit("y2022", "")
	area.room = 0
	h.Send(play.Begin{Short: true})
	commit(h)
	h.Offer()
	require.False(t, h.Kept())
	require.Nil(t, view.Find(h.Tree(), view.Renewed))
	h.Send(play.Ask{What: play.TakeUpdate})
	require.False(t, ask.renewed, "the answer would be gone")
	area.room = -1
	h.Send(play.Ask{What: play.TakeUpdate})
	require.True(t, ask.renewed)
	require.True(t, h.Kept())
	j, err := play.ReadJournal(area.files["cloudflare"])
	require.NoError(t, err)
	require.True(t, j.Played())
}

// TestFaultLasts: what is wrong with a pack that is being written is told until it is
// mended, whatever is pressed, and stands in no other message's place.
func TestFaultLasts(t *testing.T) {
	h := visited(t)
	h.TellFault("mine/pack.yaml:3:1")
	require.Contains(t, view.Find(h.Tree(), view.Fault).Text, "mine/pack.yaml:3:1")
	h.Notify("notice.file-missing", "")
	h.Send(play.Show{Screen: play.Settings})
	h.Notify("notice.file-missing", "")
	require.NotNil(t, view.Find(h.Tree(), view.Fault))
	require.NotNil(t, view.Find(h.Tree(), view.Notice))
	h.TellFault("")
	require.Nil(t, view.Find(h.Tree(), view.Fault))
	require.NotNil(t, view.Find(h.Tree(), view.Notice), "the other message was not read yet")
}

// TestOddLinks name nothing: one message says what, and all stays as it was.
func TestOddLinks(t *testing.T) {
	h := visited(t)
	long := strings.Repeat("é", 5000)
	for _, odd := range [][3]string{
		{"nope", "", "nope"}, {"y2022", "Z9", "Z9"}, {"", "Z9", "Z9"}, {"nope", "C1", "nope"}, {"../x", "", "../x"},
		{"<b>", "", "<b>"}, {"", long, strings.Repeat("é", 40) + "…"}, {long, "", strings.Repeat("é", 40) + "…"}, {"Y2022", "", "Y2022"},
	} {
		h.Visit(odd[0], odd[1])
		s := h.Stage().State()
		require.Equal(t, play.Home, s.Screen)
		require.Equal(t, "notice.link-unknown", s.Notice)
		notice := view.Text(view.Find(h.Tree(), view.Notice))
		require.Contains(t, notice, h.Strings().Get("notice.link-unknown", locale.A("detail", odd[2])))
		require.Empty(t, s.Answers)
	}
	h.Visit("y2017", "")
	require.Empty(t, h.Stage().State().Notice)
	require.Equal(t, play.Briefing, h.Stage().State().Screen)
}

// TestStrangersTextIsClipped holds that what no screen can show is shown by a sign.
func TestStrangersTextIsClipped(t *testing.T) {
	require.Equal(t, "a\ufffdé\ufffd b", host.Clipped("a\x01é\uffff b"))
	require.Equal(t, strings.Repeat("é", 40)+"…", host.Clipped(strings.Repeat("é", 41)))
}
