// Package scenes shows a game: it lays its screens out, paints them when they
// change, and turns what pointer and keys do into messages. It knows Ebitengine
// and no particular host.
package scenes

import (
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"hardcases/game/guard"
	"hardcases/game/locale"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/scenes/face"
	"hardcases/scenes/layout"
	"hardcases/scenes/paint"
	"hardcases/scenes/theme"
)

// Host is the game behind a scene.
type Host interface {
	// Tree is the current screen; the pointer changes exactly when the screen
	// may have changed.
	Tree() *view.Node
	// Prefs are the player's choices of comfort.
	Prefs() play.Prefs
	// Send tells the game what the player did.
	Send(play.Msg)
}

// Options say what a scene is to do itself and what its host does. The zero
// value is for a host that owns the keyboard, such as a page.
type Options struct {
	// OwnKeyboard lets the scene read keys and keep the focus, as on the
	// desktop. Otherwise the host tells it by SetFocus.
	OwnKeyboard bool
	// FedPointer says that the host passes all pointer events to Point. By
	// default the scene asks Ebitengine, which misses cancelled touches and
	// those that begin and end within one tick.
	FedPointer bool
	// WheelStep is how many device independent pixels one unit of Ebitengine's
	// wheel scrolls; 0 means 60, a notch on the desktop. In browsers a unit is
	// a pixel.
	WheelStep float64
	// Dark says whether the system prefers dark colours; nil asks Ebitengine.
	Dark func() bool
	// Contrast says whether the system asks for high contrast; nil means no.
	Contrast func() bool
	// Still says whether the system asks for less motion; nil means no.
	Still func() bool
	// Guard is for a host that takes presses too; nil gives the scene its own.
	Guard *guard.Guard
	// Now is the time; nil means the system's.
	Now func() time.Time
	// MaxWidth bounds the content, in device independent pixels at 100 % text;
	// 0 means 1248.
	MaxWidth float64
	// OnLayout is called, in Update, after elements may have moved: after each
	// layout and each scrolling. It may be nil.
	OnLayout func()
}

// Scene implements ebiten.Game. It is not safe for use by several goroutines
// at once; hosts call it from within Update, or between frames.
type Scene struct {
	host    Host
	opts    Options
	faces   *face.Set
	engine  *layout.Engine
	painter *paint.Painter

	width, height, scale float64 // the window: device independent, and device pixels to one
	clock                clock
	system               colours
	asked                float64 // when the system was asked for its colours

	tree   *view.Node
	prefs  play.Prefs
	input  layout.Input
	placed *layout.Result
	theme  *theme.Theme

	scroll  scrolling
	moment  moment
	traffic traffic
	pointer pointer
	focus   focus
	keys    keys

	dirty Cause
	moved bool // elements may have moved since OnLayout
	shape ebiten.CursorShapeType
	stats Stats
}

// New is a scene of a host's game. It tells Ebitengine not to clear the
// screen, as unchanged pictures are not painted again.
func New(h Host, o Options) *Scene {
	ebiten.SetScreenClearedEveryFrame(false)
	faces := face.New()
	s := &Scene{
		host: h, opts: o, faces: faces, engine: layout.New(faces), painter: paint.New(faces),
		pointer: pointer{hover: -1, pressed: -1}, focus: focus{box: -1},
		stats: Stats{Causes: map[Cause]int{}},
	}
	if s.opts.WheelStep == 0 {
		s.opts.WheelStep = 60
	}
	if s.opts.Guard == nil {
		s.opts.Guard = &guard.Guard{}
	}
	if s.opts.Now == nil {
		s.opts.Now = time.Now
	}
	return s
}

// LayoutF implements ebiten.LayoutFer: a picture pixel is a device pixel.
func (s *Scene) LayoutF(width, height float64) (float64, float64) {
	scale := ebiten.Monitor().DeviceScaleFactor()
	if width != s.width || height != s.height || scale != s.scale {
		s.width, s.height, s.scale = width, height, scale
		s.mark(CauseSize)
	}
	return width * scale, height * scale
}

// Layout implements ebiten.Game. Ebitengine calls LayoutF instead.
func (s *Scene) Layout(width, height int) (int, int) {
	w, h := s.LayoutF(float64(width), float64(height))
	return int(w), int(h)
}

// Update implements ebiten.Game.
func (s *Scene) Update() error {
	s.sync()
	if s.placed == nil {
		return nil
	}
	if !s.opts.FedPointer {
		s.readPointer()
	}
	if s.opts.OwnKeyboard {
		s.readKeys()
	}
	time := s.clock.tick()
	s.glide(min(time, longest))
	s.move(time)
	s.flow(time)
	s.sync()
	if s.moved {
		s.moved = false
		if s.opts.OnLayout != nil {
			s.opts.OnLayout()
		}
	}
	return nil
}

// Draw implements ebiten.Game. It paints only what has changed since the last
// time: nothing, the picture of the network, or all.
func (s *Scene) Draw(screen *ebiten.Image) {
	s.stats.Frames++
	if s.dirty == "" && !s.traffic.stirred || s.placed == nil {
		return
	}
	s.moment.painted = s.moment.on
	if s.dirty == "" {
		s.dirty = CauseMove
		s.painter.Animate(screen, s.placed, s.seen())
	} else {
		s.painter.Paint(screen, s.placed, s.seen())
		s.opts.Guard.Seen(s.opts.Now())
	}
	s.traffic.stirred, s.traffic.painted = false, true
	s.stats.Paints++
	s.stats.Causes[s.dirty]++
	s.stats.Last = s.dirty
	s.dirty = ""
}

// seen is how the screen is seen now.
func (s *Scene) seen() paint.View {
	return paint.View{
		Theme: s.theme, Unit: s.unit(), Scroll: s.scroll.at,
		Hover: s.pointer.hover, Pressed: s.pointer.pressed, Focus: s.focus.shown(),
		Moving: s.moment.on, Since: s.moment.since, Net: s.traffic.net(),
	}
}

// unit is how many device pixels make one layout unit.
func (s *Scene) unit() float64 { return s.scale * s.placed.Zoom }

// mark notes that the picture must be painted again; the first cause counts.
func (s *Scene) mark(c Cause) {
	if s.dirty == "" {
		s.dirty = c
	}
}

// sync lays the screen out again where anything that it depends on has
// changed.
func (s *Scene) sync() {
	if s.width <= 0 || s.height <= 0 {
		return
	}
	tree, prefs := s.host.Tree(), s.host.Prefs()
	s.pickTheme(prefs)
	in := layout.Input{
		Width: s.width, Height: s.height, DeviceScale: s.scale,
		TextScale: percent(prefs.TextSize), LineSpacing: percent(prefs.Spacing),
		RightToLeft: locale.RightToLeft(tree.Lang), MaxWidth: s.opts.MaxWidth,
	}
	s.prefs = prefs
	if s.placed != nil && tree == s.tree && in == s.input {
		return
	}
	switch {
	case tree != s.tree:
		s.mark(CauseScreen)
	case in.Width != s.input.Width || in.Height != s.input.Height || in.DeviceScale != s.input.DeviceScale:
		s.mark(CauseSize)
	default:
		s.mark(CausePrefs)
	}
	s.replace(tree, s.engine.Layout(tree, in))
	s.input = in
}

// current brings the layout up to date, before something is done by it, and says
// whether there is one.
func (s *Scene) current() bool {
	s.sync()
	return s.placed != nil
}

// percent is a preference as a factor; 0, from old saves, means 100 %.
func percent(p int) float64 {
	if p == 0 {
		return 1
	}
	return float64(p) / 100
}

// colours are what the system asks for.
type colours struct{ dark, contrast bool }

// pickTheme follows the player's choice, and asks the system once a second. What
// it says of contrast holds for who leaves the colours to it.
func (s *Scene) pickTheme(prefs play.Prefs) {
	system := s.system
	if s.clock.now-s.asked >= 60 || s.theme == nil {
		system, s.asked = s.askColours(), s.clock.now
	}
	if s.theme != nil && system == s.system && prefs.Theme == s.prefs.Theme {
		return
	}
	s.system = system
	choice := prefs.Theme
	if choice == play.Auto && system.contrast {
		choice = play.Contrast
	}
	s.theme = theme.Of(choice, system.dark)
	s.mark(CauseTheme)
}

func (s *Scene) askColours() colours {
	c := colours{contrast: s.opts.Contrast != nil && s.opts.Contrast()}
	if s.opts.Dark != nil {
		c.dark = s.opts.Dark()
	} else {
		c.dark = ebiten.SystemColorMode() == ebiten.ColorModeDark
	}
	return c
}

// still says whether nothing may move but by the player's hand.
func (s *Scene) still() bool {
	switch s.prefs.Motion {
	case play.NoMotion:
		return true
	case play.FullMotion:
		return false
	case play.AutoMotion:
	}
	return s.opts.Still != nil && s.opts.Still()
}

// replace puts a new layout in place of the old one, keeping the focus and
// what is to be seen by the IDs of nodes, unless the screen is another.
func (s *Scene) replace(tree *view.Node, next *layout.Result) {
	old, oldTree := s.placed, s.tree
	s.tree, s.placed = tree, next
	s.opts.Guard.Show(tree, s.opts.Now())
	s.stats.Layouts++
	s.moved = true
	same := old != nil && oldTree.ID == tree.ID
	if !same {
		s.begin(oldTree, tree)
	}
	s.starts(old, next, same)
	s.scroll.replace(old, next, same)
	s.focus.replace(old, next, same)
	s.pointer.replace(old, next)
	if n := view.News(oldTree, tree); n != nil {
		s.reveal(next.Find(n.ID), !s.still())
	}
}
