package scenes

import (
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/scenes/layout"
)

// desk is a host that notes what it is told. change makes the next tree.
type desk struct {
	tree   *view.Node
	prefs  play.Prefs
	sent   []play.Msg
	change func(d *desk, m play.Msg)
}

func (d *desk) Tree() *view.Node  { return d.tree }
func (d *desk) Prefs() play.Prefs { return d.prefs }
func (d *desk) Send(m play.Msg) {
	d.sent = append(d.sent, m)
	if d.change != nil {
		d.change(d, m)
	}
}

// form is a screen with long text, a radio group, and actions, one of them
// with a shortcut.
func form(id, chosen string) *view.Node {
	radio := func(letter string) view.Node {
		return view.Node{ID: "option-" + letter, Role: view.Radio, Look: view.Option, Mark: strings.ToUpper(letter),
			Checked: letter == chosen, On: play.Choose{Option: letter}, Keys: []string{letter},
			Children: []view.Node{{ID: "label-" + letter, Role: view.Strong, Text: "Option"}}}
	}
	text := func(id string) view.Node {
		return view.Node{ID: id, Role: view.Paragraph, Text: strings.Repeat("Some words to read. ", 60)}
	}
	return &view.Node{ID: id, Role: view.Document, Children: []view.Node{
		{ID: "bar", Role: view.Banner, Children: []view.Node{
			{ID: "brand", Role: view.Button, Look: view.Brand, Text: "Game", On: play.Show{Screen: play.Home}},
			{ID: "log", Role: view.Button, Look: view.Quiet, Text: "Log", On: play.Show{Screen: play.Log}, Keys: []string{"l"}},
		}},
		{ID: "main", Role: view.Main, Children: []view.Node{
			{ID: "title", Role: view.Heading, Level: 1, Text: "A question"},
			{ID: "options", Role: view.RadioGroup, Look: view.Options, Children: []view.Node{radio("a"), radio("b"), radio("c")}},
			text("first"), text("second"), text("third"),
			{ID: "more", Role: view.Button, Look: view.Secondary, Text: "More", On: play.Discuss{}},
			{ID: "off", Role: view.Button, Look: view.Secondary, Text: "Off", On: play.Next{}, Disabled: true},
			{ID: "dock", Role: view.Group, Look: view.Dock, Children: []view.Node{
				{ID: "commit", Role: view.Button, Look: view.Primary, Text: "Commit", On: play.Commit{}, Keys: []string{"Enter"}},
			}},
		}},
	}}
}

// withSheet puts a sheet over a screen.
func withSheet(root *view.Node) *view.Node {
	over := *root
	over.Children = append(append([]view.Node(nil), root.Children...), view.Node{
		ID: "sheet", Role: view.Dialog, Look: view.Sheet, Children: []view.Node{
			{ID: "sheet-title", Role: view.Heading, Level: 2, Text: "Explained"},
			{ID: "again", Role: view.Button, Look: view.Secondary, Text: "Again", On: play.Discuss{}},
			{ID: "close", Role: view.Button, Look: view.Primary, Text: "Close", On: play.Back{}, Keys: []string{"Escape"}},
		}})
	return &over
}

// stage is a scene on a phone, laid out, with nothing left to paint.
func stage(t *testing.T, o Options) (*Scene, *desk) {
	t.Helper()
	d := &desk{tree: form("form", ""), prefs: play.Prefs{Theme: play.Auto, TextSize: 100}}
	o.Dark = func() bool { return false }
	o.FedPointer = true
	s := New(d, o)
	s.width, s.height, s.scale = 390, 844, 1
	require.NoError(t, s.Update())
	require.Positive(t, s.placed.Layers[0].MaxScroll())
	s.dirty = ""
	return s, d
}

// at is the middle of a node in the window.
func at(t *testing.T, s *Scene, id string) (x, y float64) {
	t.Helper()
	i := s.placed.Find(id)
	require.GreaterOrEqual(t, i, 0, id)
	r, _ := s.placed.OnWindow(i, s.scroll.at)
	return r.X + r.W/2, r.Y + r.H/2
}

func finger(k PointerKind, x, y float64) PointerEvent {
	return PointerEvent{Kind: k, ID: 7, Touch: true, X: x, Y: y}
}

func ticks(t *testing.T, s *Scene, n int) {
	t.Helper()
	for range n {
		require.NoError(t, s.Update())
	}
}

func TestTap(t *testing.T) {
	s, d := stage(t, Options{})
	x, y := at(t, s, "option-b")
	s.Point(finger(PointerDown, x, y))
	assert.Equal(t, CausePress, s.dirty)
	assert.Empty(t, d.sent, "not before it is released")
	s.Point(finger(PointerUp, x, y)) // within one tick
	assert.Equal(t, []play.Msg{play.Choose{Option: "b"}}, d.sent)
}

func TestReleasedElsewhere(t *testing.T) {
	s, d := stage(t, Options{})
	x, y := at(t, s, "log")
	s.Point(PointerEvent{Kind: PointerDown, X: x, Y: y})
	s.Point(PointerEvent{Kind: PointerMove, X: x - 200, Y: y})
	assert.Equal(t, -1, s.pointer.pressed, "it no longer looks pressed")
	s.Point(PointerEvent{Kind: PointerUp, X: x - 200, Y: y})
	assert.Empty(t, d.sent)
}

func TestTapBesideASmallTarget(t *testing.T) {
	s, d := stage(t, Options{})
	i := s.placed.Find("brand")
	r := s.placed.Boxes[i].Rect
	require.Less(t, r.H, 44.0)
	s.Point(finger(PointerDown, r.X+5, r.Y-6))
	s.Point(finger(PointerUp, r.X+5, r.Y-6))
	assert.Equal(t, []play.Msg{play.Show{Screen: play.Home}}, d.sent)
}

func TestDisabledIsNoTarget(t *testing.T) {
	s, d := stage(t, Options{})
	s.ScrollTo("off")
	ticks(t, s, 20)
	x, y := at(t, s, "off")
	s.Point(finger(PointerDown, x, y))
	s.Point(finger(PointerUp, x, y))
	assert.Empty(t, d.sent)
}

func TestDragScrollsAndChoosesNothing(t *testing.T) {
	s, d := stage(t, Options{})
	x, y := at(t, s, "option-b")
	s.Point(finger(PointerDown, x, y))
	for i := range 10 {
		s.Point(finger(PointerMove, x, y-float64(i+1)*12))
		ticks(t, s, 1)
	}
	at0 := s.scroll.at[0]
	assert.InDelta(t, 120-12, at0, 0.1, "the content follows the finger, but for the first step")
	assert.Equal(t, -1, s.pointer.pressed)
	s.Point(finger(PointerUp, x, y-120))
	assert.Empty(t, d.sent)
	assert.True(t, s.scroll.moving(), "it runs on")
	ticks(t, s, 200)
	assert.Greater(t, s.scroll.at[0], at0+20)
	assert.False(t, s.scroll.moving(), "and comes to rest")
}

func TestSlowDragDoesNotRunOn(t *testing.T) {
	s, _ := stage(t, Options{})
	x, y := at(t, s, "first")
	s.Point(finger(PointerDown, x, y))
	s.Point(finger(PointerMove, x, y-20))
	s.Point(finger(PointerMove, x, y-40))
	ticks(t, s, 30)
	s.Point(finger(PointerUp, x, y-40))
	assert.False(t, s.scroll.moving())
}

func TestLessMotionMeansNoFling(t *testing.T) {
	s, d := stage(t, Options{})
	d.prefs.Motion = play.NoMotion
	d.tree = form("form", "a")
	ticks(t, s, 1)
	x, y := at(t, s, "first")
	s.Point(finger(PointerDown, x, y))
	for i := range 5 {
		s.Point(finger(PointerMove, x, y-float64(i+1)*20))
		ticks(t, s, 1)
	}
	s.Point(finger(PointerUp, x, y-100))
	assert.False(t, s.scroll.moving())
	s.ScrollTo("commit")
	assert.False(t, s.scroll.moving(), "no gliding either")
}

func TestTapStopsAFlingAndChoosesNothing(t *testing.T) {
	s, d := stage(t, Options{})
	s.scroll.fling(0, 3)
	ticks(t, s, 2)
	x, y := at(t, s, "option-c")
	s.Point(finger(PointerDown, x, y))
	s.Point(finger(PointerUp, x, y))
	assert.False(t, s.scroll.moving())
	assert.Empty(t, d.sent)
}

func TestCancelledTouch(t *testing.T) {
	s, d := stage(t, Options{})
	x, y := at(t, s, "option-a")
	s.Point(finger(PointerDown, x, y))
	s.Point(finger(PointerCancel, x, y))
	assert.Empty(t, d.sent)
	assert.False(t, s.pointer.busy())
	s.Point(finger(PointerDown, x, y))
	s.Point(finger(PointerUp, x, y))
	assert.Len(t, d.sent, 1, "the next one counts")
}

func TestTwoFingersChooseNothing(t *testing.T) {
	s, d := stage(t, Options{})
	x, y := at(t, s, "option-a")
	s.Point(finger(PointerDown, x, y))
	second := finger(PointerDown, x+50, y)
	second.ID = 8
	s.Point(second)
	second.Kind = PointerUp
	s.Point(second)
	s.Point(finger(PointerUp, x, y))
	assert.Empty(t, d.sent)
}

func TestWheel(t *testing.T) {
	s, _ := stage(t, Options{})
	s.Point(PointerEvent{Kind: PointerWheel, X: 200, Y: 400, DY: 120})
	assert.Equal(t, 120.0, s.scroll.at[0])
	assert.Equal(t, CauseScroll, s.dirty)
	s.Point(PointerEvent{Kind: PointerWheel, X: 200, Y: 400, DY: -500})
	assert.Zero(t, s.scroll.at[0], "not above the top")
	s.Point(PointerEvent{Kind: PointerWheel, X: 200, Y: 400, DY: 1e6})
	assert.Equal(t, s.placed.Layers[0].MaxScroll(), s.scroll.at[0], "nor below the end")
}

func TestHover(t *testing.T) {
	s, _ := stage(t, Options{})
	x, y := at(t, s, "option-a")
	s.Point(PointerEvent{Kind: PointerMove, X: x, Y: y})
	assert.Equal(t, s.placed.Find("option-a"), s.pointer.hover)
	assert.Equal(t, CauseHover, s.dirty)
	assert.Equal(t, ebiten.CursorShapePointer, s.shape)
	s.dirty = ""
	s.Point(PointerEvent{Kind: PointerMove, X: x + 1, Y: y})
	assert.Empty(t, s.dirty, "nothing changes within a control")
	s.Point(PointerEvent{Kind: PointerLeave})
	assert.Equal(t, -1, s.pointer.hover)
	assert.Equal(t, ebiten.CursorShapeDefault, s.shape)
	s.Point(finger(PointerDown, x, y))
	assert.Equal(t, -1, s.pointer.hover, "fingers do not hover")
}

func TestHoverFollowsTheContent(t *testing.T) {
	s, _ := stage(t, Options{})
	x, y := at(t, s, "option-c")
	s.Point(PointerEvent{Kind: PointerMove, X: x, Y: y})
	b := s.placed.Boxes[s.placed.Find("option-b")].Rect
	s.ScrollBy(s.placed.Boxes[s.placed.Find("option-b")].Rect.Y - s.placed.Boxes[s.placed.Find("option-c")].Rect.Y)
	require.Zero(t, s.scroll.at[0], "already at the top")
	s.ScrollBy(s.placed.Boxes[s.placed.Find("first")].Rect.Y - b.Y)
	assert.Equal(t, -1, s.pointer.hover, "the mouse stands still, but the control has gone from under it")
}

func TestNewScreenBeginsAtItsTop(t *testing.T) {
	s, d := stage(t, Options{OwnKeyboard: true})
	s.Key(ebiten.KeyTab, false)
	s.ScrollBy(300)
	require.Equal(t, 300.0, s.scroll.at[0])
	d.tree = form("another", "")
	s.sync()
	assert.Zero(t, s.scroll.at[0])
	assert.Equal(t, -1, s.focus.box)
	assert.Equal(t, CauseFocus, s.dirty, "the first cause counts")
}

func TestSameScreenKeepsScrollAndFocus(t *testing.T) {
	s, d := stage(t, Options{OwnKeyboard: true})
	s.Key(ebiten.KeyTab, false)
	s.ScrollBy(300)
	focused := s.placed.Boxes[s.focus.box].Node.ID
	d.tree = form("form", "b")
	s.sync()
	assert.Equal(t, 300.0, s.scroll.at[0])
	assert.Equal(t, focused, s.placed.Boxes[s.focus.box].Node.ID)
}

func TestResizeKeepsWhatIsRead(t *testing.T) {
	s, _ := stage(t, Options{})
	s.ScrollBy(s.placed.Boxes[s.placed.Find("second")].Rect.Y - 10)
	before, _ := s.placed.OnWindow(s.placed.Find("second"), s.scroll.at)
	s.width, s.height = 844, 390
	s.sync()
	after, seen := s.placed.OnWindow(s.placed.Find("second"), s.scroll.at)
	require.True(t, seen)
	assert.InDelta(t, before.Y-57, after.Y-s.placed.Layers[0].View.Y, 40, "it stays at the top of the window")
}

func TestBounds(t *testing.T) {
	s, _ := stage(t, Options{})
	s.ScrollBy(100)
	places, shown := map[string]Rect{}, map[string]bool{}
	s.Bounds(func(id string, r Rect, seen bool) { places[id], shown[id] = r, seen })
	x, y := at(t, s, "option-a")
	assert.InDelta(t, x, places["option-a"].X+places["option-a"].W/2, 0.01)
	assert.InDelta(t, y, places["option-a"].Y+places["option-a"].H/2, 0.01)
	assert.True(t, shown["commit"], "docked")
	assert.False(t, shown["more"], "scrolled away")
	assert.Greater(t, places["more"].Y, 844.0)
	require.Less(t, s.placed.Boxes[s.placed.Find("brand")].Rect.H, 44.0)
	assert.Equal(t, 44.0, places["brand"].H, "a control is where a touch counts as on it")

	s.width, s.height = 3840, 2160
	s.sync()
	s.Bounds(func(id string, r Rect, seen bool) { places[id] = r })
	assert.InDelta(t, 3840, places["bar"].W, 0.01, "in pixels of the window, not of the enlarged layout")
}

func TestScrollTo(t *testing.T) {
	s, _ := stage(t, Options{})
	s.ScrollTo("more")
	assert.True(t, s.scroll.moving())
	ticks(t, s, 12)
	assert.False(t, s.scroll.moving(), "in under 200 ms")
	r, seen := s.placed.OnWindow(s.placed.Find("more"), s.scroll.at)
	assert.True(t, seen)
	assert.LessOrEqual(t, r.Bottom(), s.placed.Layers[0].View.Bottom())
	before := s.scroll.at[0]
	s.ScrollTo("more")
	assert.Equal(t, before, s.scroll.goal(0), "what is seen is not moved")
	s.ScrollTo("no such node")
}

func TestSetFocus(t *testing.T) {
	s, _ := stage(t, Options{})
	s.SetFocus("more", true)
	assert.Equal(t, s.placed.Find("more"), s.focus.shown())
	_, seen := s.placed.OnWindow(s.focus.box, s.scroll.at)
	assert.True(t, seen)
	s.SetFocus("more", false)
	assert.Equal(t, -1, s.focus.shown())
	s.SetFocus("", true)
	assert.Equal(t, -1, s.focus.shown())
}

// TestSetFocusShowsTheWholeChoice: on one of the radios by keys, all of its group
// is in view, if there is room; by the pointer nothing moves that is in view.
func TestSetFocusShowsTheWholeChoice(t *testing.T) {
	s, _ := stage(t, Options{})
	group := s.placed.Boxes[s.placed.Find("options")].Rect
	start := group.Y + group.H/2 // the upper half is out of view
	s.scroll.at[0] = start
	s.SetFocus("option-c", false)
	assert.Equal(t, start, s.scroll.at[0])
	s.SetFocus("option-c", true)
	assert.LessOrEqual(t, s.scroll.at[0], group.Y)

	s.placed.Layers[0].View.H = group.H
	s.scroll.at[0] = start
	s.SetFocus("option-c", true)
	assert.Equal(t, start, s.scroll.at[0], "there is no room for all of it")
}

// docking is a form at whose end the main action stands until something is chosen, and
// then docks, with its options near the end of a first view.
func docking(chosen string) *view.Node {
	root := form("form", chosen)
	main := &root.Children[1]
	main.Children[1], main.Children[2] = main.Children[2], main.Children[1]
	main.Children[1].Text = strings.Repeat("Some words to read. ", 68)
	if chosen == "" {
		main.Children[len(main.Children)-1].Look = view.WideDock
	}
	return root
}

// TestChoosingMovesNothing chooses what stands where the dock will be: by a finger the
// page stays where it is, by a key what was chosen is brought out from behind the dock,
// and no further; what is in view stays.
func TestChoosingMovesNothing(t *testing.T) {
	begun := func() *Scene {
		s, d := stage(t, Options{OwnKeyboard: true})
		d.change = func(d *desk, m play.Msg) {
			if c, ok := m.(play.Choose); ok {
				d.tree = docking(c.Option)
			}
		}
		d.tree = docking("")
		s.sync()
		group := s.placed.Boxes[s.placed.Find("options")].Rect
		s.scrollTo(0, group.Bottom()-s.placed.Layers[0].View.H, false)
		return s
	}
	dock := func(s *Scene) *layout.Layer { return &s.placed.Layers[len(s.placed.Layers)-1] }
	for _, option := range []string{"a", "b", "c"} {
		s := begun()
		before := s.scroll.at[0]
		x, y := at(t, s, "option-"+option)
		s.Point(finger(PointerDown, x, y))
		s.Point(finger(PointerUp, x, y))
		ticks(t, s, 30)
		require.Equal(t, layout.DockLayer, dock(s).Kind)
		assert.Equal(t, before, s.scroll.at[0], "%s by a finger", option)
	}
	s := begun()
	before := s.scroll.at[0]
	s.Type('a', false)
	ticks(t, s, 30)
	assert.Equal(t, before, s.scroll.at[0], "by a key, in view")
	s = begun()
	s.Type('c', false)
	ticks(t, s, 30)
	r, _ := s.placed.OnWindow(s.placed.Find("option-c"), s.scroll.at)
	assert.InDelta(t, dock(s).Frame.Y-room, r.Bottom(), 0.01, "out from behind the dock, and no further")
	s = begun()
	before = s.scroll.at[0]
	s.Chose("option-a")
	assert.Equal(t, before, s.scroll.at[0])
	assert.Equal(t, s.placed.Find("option-a"), s.focus.shown())
}

func TestOnLayout(t *testing.T) {
	calls := 0
	s, d := stage(t, Options{OnLayout: func() { calls++ }})
	require.Equal(t, 1, calls)
	ticks(t, s, 5)
	assert.Equal(t, 1, calls, "only when something moved")
	s.ScrollBy(50)
	ticks(t, s, 2)
	assert.Equal(t, 2, calls)
	d.tree = form("form", "a")
	ticks(t, s, 2)
	assert.Equal(t, 3, calls)
}

func TestIdle(t *testing.T) {
	s, d := stage(t, Options{})
	assert.True(t, s.Idle())
	d.tree = form("form", "a")
	assert.False(t, s.Idle(), "the host has another screen")
	ticks(t, s, 1)
	assert.False(t, s.Idle(), "it is to be painted")
	s.dirty = ""
	assert.True(t, s.Idle())
	s.ScrollTo("more")
	assert.False(t, s.Idle(), "it glides")
	ticks(t, s, 20)
	s.dirty = ""
	x, y := at(t, s, "more")
	s.Point(finger(PointerDown, x, y))
	s.dirty = ""
	assert.False(t, s.Idle(), "a finger is down")
	s.Point(finger(PointerUp, x, y))
	s.Redraw()
	assert.False(t, s.Idle())
	ticks(t, s, 1)
	s.dirty = ""
	assert.True(t, s.Idle())
}

func TestThemes(t *testing.T) {
	dark := false
	s, d := stage(t, Options{})
	s.opts.Dark = func() bool { return dark }
	light := s.theme
	ticks(t, s, 61)
	assert.Same(t, light, s.theme)
	dark = true
	ticks(t, s, 61)
	assert.Equal(t, play.Dark, s.theme.Name, "the system is asked once a second")
	assert.Equal(t, CauseTheme, s.dirty)
	d.prefs.Theme = play.Contrast
	ticks(t, s, 1)
	assert.Equal(t, play.Contrast, s.theme.Name, "the player at once")
}

func TestTextSizeIsFollowed(t *testing.T) {
	s, d := stage(t, Options{})
	size := s.placed.Runs[len(s.placed.Runs)-1].Size
	d.prefs.TextSize = 200
	ticks(t, s, 1)
	assert.InDelta(t, 2*size, s.placed.Runs[len(s.placed.Runs)-1].Size, 0.5)
	assert.Equal(t, CausePrefs, s.dirty)
}

func TestAtRestNothingIsAllocated(t *testing.T) {
	s, _ := stage(t, Options{OnLayout: func() {}})
	assert.Zero(t, testing.AllocsPerRun(200, func() {
		_ = s.Update()
		s.Draw(nil)
	}))
	s.opts.OwnKeyboard, s.opts.FedPointer = true, false
	assert.Zero(t, testing.AllocsPerRun(200, func() {
		_ = s.Update()
		s.dirty = ""
		s.Draw(nil)
	}))
}

func BenchmarkIdle(b *testing.B) {
	d := &desk{tree: form("form", "")}
	s := New(d, Options{OwnKeyboard: true, Dark: func() bool { return false }})
	s.width, s.height, s.scale = 390, 844, 1
	_ = s.Update()
	s.dirty = ""
	b.ReportAllocs()
	for b.Loop() {
		_ = s.Update()
		s.Draw(nil)
	}
}

func BenchmarkNewScreen(b *testing.B) {
	d := &desk{tree: form("form", "")}
	s := New(d, Options{Dark: func() bool { return false }})
	s.width, s.height, s.scale = 390, 844, 1
	trees := []*view.Node{form("one", ""), form("two", "")}
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		d.tree = trees[n%2]
		n++
		s.sync()
	}
}

func TestAMessageIsBroughtIntoView(t *testing.T) {
	s, d := stage(t, Options{OwnKeyboard: true})
	told := func(text string) {
		root := form("form", "")
		root.Children[1].Children = append([]view.Node{{ID: "notice", Role: view.Status, Look: view.Caveat, Text: text}}, root.Children[1].Children...)
		d.tree = root
		ticks(t, s, 20)
	}
	s.SetFocus("more", true)
	s.ScrollBy(1e6)
	focus := focused(s)
	for _, text := range []string{"Saved.", "Not saved."} {
		told(text)
		_, seen := s.placed.OnWindow(s.placed.Find("notice"), s.scroll.at)
		assert.True(t, seen, text)
		assert.Equal(t, focus, focused(s), "the focus stays")
		s.ScrollBy(1e6)
	}
	before := s.scroll.at[0]
	told("Not saved.")
	assert.Equal(t, before, s.scroll.at[0], "what has been told is not told again")
}
