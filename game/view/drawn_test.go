package view_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"hardcases/game/locale"
	"hardcases/game/network"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestWhatIsDrawnIsSaid stands every switch that players can turn in every position, at
// once and half a day later, and demands that the picture, the sentence, the table, the
// line of the terminal and the switches tell the same: who learns by ear learns what is
// seen.
func TestWhatIsDrawnIsSaid(t *testing.T) {
	p, words := shipped(t)
	for _, language := range p.Head().Locales {
		ctx, say := view.NewContext(p, words, language), words.Strings(language)
		told := 0
		for _, h := range p.Head().Cases {
			c, err := p.Case(h.ID)
			require.NoError(t, err)
			for i := range c.Tries {
				try := &c.Tries[i]
				s := play.NewSession(p, 1, language)
				s.Send(play.OpenCase{Case: c.ID})
				s.Send(play.OpenTry{Try: try.ID})
				everyPosition(try, func(net network.State) {
					for range 2 {
						state := s.State()
						state.Model.Net = net
						root := view.Screen(ctx, state)
						what := fmt.Sprint(language, " ", c.ID, " ", try.ID, " ", net.Setting, " ", net.Hours)
						agree(t, &root, try, net, say.Get, what)
						told++
						for range 12 {
							net = net.Later()
						}
					}
				})
			}
		}
		require.Greater(t, told, 500, language)
	}
}

// everyPosition gives do the network of a question with its switches in every position.
func everyPosition(try *pack.Try, do func(network.State)) {
	states := []network.State{network.New(1, try.Setting())}
	for _, o := range try.Switches {
		var next []network.State
		for _, s := range states {
			for _, to := range o.To {
				w, v, _ := network.Parse(o.Switch, to)
				next = append(next, s.Turn(w, v))
			}
		}
		states = next
	}
	for _, s := range states {
		do(s)
	}
}

func agree(t *testing.T, root *view.Node, try *pack.Try, net network.State, say func(string, ...locale.Arg) string, what string) {
	t.Helper()
	figure := view.Find(root, "network-picture")
	require.NotNil(t, figure, what)
	drawn, table := figure.Chart.Picture, figure.Chart.Table
	n := 0
	for _, fate := range drawn.Report.Fates {
		if fate.Gets() {
			n++
		}
	}
	visible := map[bool]string{true: "visible", false: "hidden"}[drawn.Report.Visible]
	sentence := say("model.reached."+strconv.Itoa(n)) + " " + say("model.address-"+visible)
	require.Equal(t, sentence, view.Find(root, "network-state").Text, what)
	require.Empty(t, figure.Text, "said once: %s", what)
	require.Equal(t, say("model.label.address-"+visible), drawn.Words.Address, what)

	row := func(key string) string {
		for _, r := range table {
			if r[0] == say(key) {
				return r[1]
			}
		}
		t.Fatalf("%s: no row %s", what, key)
		return ""
	}
	require.Contains(t, row("model.table.visitors"), strconv.Itoa(n), what)
	require.Equal(t, say("model.table."+visible), row("model.table.address"), what)
	pages, copies := "all", "some"
	if net.Setting[network.Host] == network.Locks {
		pages = "none"
	}
	if net.Setting[network.Archive] == network.Hides {
		copies = "none"
	}
	require.Equal(t, say("model.part."+pages), row("model.table.pages"), what)
	require.Equal(t, say("model.part."+copies), row("model.table.archive"), what)

	line := drawn.Line
	require.Contains(t, line, strconv.Itoa(n)+"/10", what)
	require.Contains(t, line, say("model.line.address-"+visible), what)
	require.Equal(t, drawn.Report.Under && net.Setting[network.Host] == network.Keeps, strings.Contains(line, say("model.line.host-flooded")), what)
	require.Contains(t, line, say("model.line.name-"+net.Setting.ID(network.Name)), what)
	require.Contains(t, line, say("model.line.shield-"+net.Setting.ID(network.Shield)), what)

	for _, o := range try.Switches {
		w, _ := network.ByID(o.Switch)
		require.Equal(t, net.Setting[w], drawn.Setting[w], what)
		group := view.Find(root, "switch-"+o.Switch)
		require.Equal(t, view.RadioGroup, group.Role, what)
		var checked []string
		view.Walk(group, func(n *view.Node, _ int) bool {
			if n.Role == view.Radio && n.Checked {
				checked = append(checked, n.ID)
			}
			return true
		})
		require.Equal(t, []string{"switch-" + o.Switch + "-" + net.Setting.ID(w)}, checked, what)
	}
}
