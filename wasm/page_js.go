package main

import (
	"strconv"
	"syscall/js"
	"time"

	pieces "hardcases/game/element"
	"hardcases/game/guard"
	"hardcases/game/locale"
	"hardcases/game/markup"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/scenes/layout"
	"hardcases/scenes/svg"
	"hardcases/wasm/mirror"
)

// page is the real elements of a screen, over the canvas or as the plain page.
type page struct {
	host     *host
	document js.Value
	parser   js.Value               // makes elements of text
	top      js.Value               // the element that holds the screen
	elements spots                  // by key
	held     *pieces.Element        // what the page holds
	placed   map[string]mirror.Rect // by key, as the elements have it
	places   map[string]mirror.Rect // by node, in the window
	focus    mirror.Focus
	focused  string // ID of the node that has the focus, "" for none
	byKeys   bool   // the last input was a key: the focus is to be seen
	byLetter string // ID of the choice that its own key has made, "" for none
	untold   bool   // the scene does not know of the focus yet
	patching bool   // the elements are being changed
	late     bool   // places came while they were
	guard    guard.Guard
	skip     skip
	leaving  *leaving // what the reader has not been led away from yet
	awaited  func()   // moves the focus once the picture stands still, nil where it has been moved
	plain    bool
	fonts    bool            // the plain page has its fonts
	faces    layout.Measurer // of the texts of its charts, nil before there are any
}

func newPage(h *host) *page {
	document := js.Global().Get("document")
	p := &page{
		host: h, document: document, top: document.Call("createElement", "div"),
		parser: newParser(), placed: map[string]mirror.Rect{},
	}
	p.top.Set("id", "screen")
	p.skip = newSkip(p)
	document.Get("body").Call("append", p.skip.link, p.top)
	p.listen()
	return p
}

// show makes the page hold a tree in place of the one before it.
func (p *page) show(old, now *view.Node, prefs play.Prefs) {
	focused := p.focused // before elements go, and it with them
	p.settle(p.plain)
	p.dress(now, prefs)
	p.leaving.leave()
	p.leaving = &leaving{}
	p.patch(markup.Render(now, p.draw(prefs)))
	lead := func() { p.leadOn(old, now, focused) }
	if p.awaited = lead; p.plain || p.unseen() || p.host.picture == nil || !p.host.picture.Comes(old, now) {
		p.awaited = nil
		lead()
	}
	if n := view.News(old, now); n != nil && p.plain {
		p.top.Call("querySelector", "#"+markup.Prefix+n.ID).Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
	p.skip.show(now, p.host.Strings())
	p.shield(now)
}

// unseen says whether the page lies behind another tab or window. Browsers draw no
// frame of it then, or one now and then: a moment there would not end.
func (p *page) unseen() bool { return p.document.Get("hidden").Bool() }

// leadOn moves the focus from one screen to the next, and takes away what is left
// of the old one.
func (p *page) leadOn(old, now *view.Node, focused string) {
	led := false
	if old != nil || p.plain {
		led = p.moveFocus(old, now, focused)
	}
	if old == nil && p.plain {
		p.greet()
	}
	if led {
		after(farewell, p.leaving.leave)
	} else {
		p.leaving.leave()
	}
}

// draw draws charts, on the plain page: over the canvas it is nil.
func (p *page) draw(prefs play.Prefs) markup.Draw {
	if !p.plain {
		return nil
	}
	if p.faces == nil {
		p.faces = newMeasurer()
	}
	return svg.ForPage(p.faces, float64(prefs.TextSize)/100, float64(prefs.Spacing)/100, p.widths()...).Draw
}

// media asks about the device.
func media(query string) js.Value { return js.Global().Call("matchMedia", query) }

// narrow is the window that has narrow charts, as plain.css says it, and broad one in
// which a broad chart is not made smaller.
const narrow, broad = "(max-width: 600px)", "(min-width: 1100px)"

// widths are those of the charts that can be seen: to draw is a good part of what a screen
// takes. What is printed may be of another width than the window.
func (p *page) widths() []float64 {
	switch {
	case p.host.inPrint:
		return []float64{svg.Wide, svg.Narrow}
	case media(narrow).Get("matches").Bool():
		return []float64{svg.Narrow}
	case media(broad).Get("matches").Bool():
		return []float64{svg.Broad}
	default:
		return []float64{svg.Wide}
	}
}

// widen draws the charts anew for a window that is wide now, or is no longer.
func (p *page) widen(js.Value) {
	if p.plain && p.held != nil {
		p.show(p.host.shown, p.host.shown, p.host.Prefs())
	}
}

// patch changes the elements. Taking one away can take the focus away, of
// which the page hears at once, in the middle of this; and while it listens,
// the picture may be laid out: its places wait until all elements are there.
func (p *page) patch(now *pieces.Element) {
	if p.held == nil {
		p.elements = spots{now.Key: {element: p.top}}
	}
	p.patching = true
	for _, op := range mirror.Diff(p.held, now) {
		p.apply(op)
	}
	p.held = now
	now.Walk(func(e *pieces.Element) {
		if e.Radio {
			p.elements.at(e.Key).Set("checked", e.Checked)
		}
		if e.Value != "" {
			p.elements.at(e.Key).Set("value", e.Value)
		}
	})
	p.patching = false
	if p.late {
		p.late = false
		p.place(p.places)
	}
}

// shield has the guard know of a screen, and notes, for tests and other tools,
// while it takes no presses: while it is new, and while it moves. What the plain
// page holds is seen at once.
func (p *page) shield(now *view.Node) {
	p.guard.Show(now, time.Now())
	if p.plain {
		p.guard.Seen(time.Now())
	}
	data := p.top.Get("dataset")
	was := data.Get("guarded").Truthy()
	data.Set("guarded", "yes")
	if !was {
		p.unshield()
	}
}

// unshield takes the note away as soon as presses are let through from then on. A page
// that is hidden is not painted.
func (p *page) unshield() {
	now := time.Now()
	if p.awaited == nil && (p.guard.Settled(now) || p.guard.Open(now) && p.document.Get("hidden").Bool()) {
		js.Global().Get("Reflect").Call("deleteProperty", p.top.Get("dataset"), "guarded")
		return
	}
	after(guard.Moment/4, p.unshield)
}

// after does something in a while, unless stop is called before.
func after(wait time.Duration, do func()) (stop func()) {
	waits := true
	f := callback(func() {
		waits = false
		do()
	})
	id := js.Global().Call("setTimeout", f, wait.Milliseconds())
	return func() {
		if waits {
			waits = false
			js.Global().Call("clearTimeout", id)
			f.Release()
			owe(-1)
		}
	}
}

// callback is a function for JavaScript that is called once.
func callback(do func()) js.Func {
	owe(1)
	var f js.Func
	f = js.FuncOf(func(js.Value, []js.Value) any {
		f.Release()
		do()
		owe(-1)
		return nil
	})
	return f
}

// owe counts what this program still waits for: while there is any, no other goes on
// from it.
func owe(n int) { js.Global().Get("gate").Call("owes", n) }

// whenIdle does something once the browser has nothing else to do, or a second later:
// Chromium may else never find the time.
func whenIdle(do func()) {
	if !js.Global().Get("requestIdleCallback").Truthy() {
		after(200*time.Millisecond, do)
		return
	}
	js.Global().Call("requestIdleCallback", callback(do), map[string]any{"timeout": 1000})
}

// settle notes, for tests and other tools, whether the elements lie where the
// player sees them: beside the canvas only after its next frame.
func (p *page) settle(yes bool) {
	p.top.Get("dataset").Set("settled", yes)
}

// dress sets what holds for the page as a whole.
func (p *page) dress(now *view.Node, prefs play.Prefs) {
	p.document.Set("title", now.Name)
	p.top.Get("dataset").Set("screen", now.ID)
	p.top.Get("dataset").Set("pack", p.host.Stage().Session().Pack().Hash())
	html := root()
	html.Set("lang", now.Lang)
	html.Set("dir", "ltr")
	if locale.RightToLeft(now.Lang) {
		html.Set("dir", "rtl")
	}
	classes := html.Get("classList")
	for _, t := range []play.Theme{play.Light, play.Dark, play.Contrast} {
		classes.Call("toggle", string(t), t == prefs.Theme)
	}
	html.Get("style").Set("fontSize", strconv.Itoa(prefs.TextSize)+"%")
	html.Get("style").Call("setProperty", "--spacing", strconv.FormatFloat(float64(prefs.Spacing)/100, 'f', 2, 64))
}

// setPlain chooses between the canvas and the plain page.
func (p *page) setPlain(plain bool) {
	name := "canvas"
	p.plain = plain
	if plain {
		name = "plain"
		p.place(nil)
		if !p.fonts {
			p.fonts = true
			p.loadFonts()
		}
	}
	root().Get("dataset").Set("view", name)
}

// playing takes the page over from the boot screen.
func (p *page) playing() { js.Global().Get("gate").Call("plays") }

// open has the first screen take the place of what the page has before the game. The
// focus stays on the button that it was on.
func (p *page) open() {
	door := js.Global().Get("gate").Call("door").String()
	p.playing()
	p.focusOn(door)
	p.firstFocus()
}

// firstFocus gives the focus to where it belongs on the first screen, if nothing
// has it by now: taking it makes the browser lay out the page, which a first
// picture does not wait for.
func (p *page) firstFocus() {
	if p.focused == "" {
		p.moveFocus(nil, p.host.shown, "")
	}
	p.greet()
}

func (p *page) apply(op mirror.Op) {
	switch op.Kind {
	case mirror.Create:
		p.create(op.New)
	case mirror.SetAttr:
		if op.Name == "inert" {
			p.leaving.shut = append(p.leaving.shut, p.elements.at(op.Key))
			return
		}
		p.elements.at(op.Key).Call("setAttribute", op.Name, op.Value)
	case mirror.DropAttr:
		p.elements.at(op.Key).Call("removeAttribute", op.Name)
	case mirror.SetText:
		p.elements.at(op.Key).Set("textContent", op.Value)
	case mirror.Place:
		before := js.Null()
		if op.Before != "" {
			before = p.elements.at(op.Before)
		}
		p.elements.at(op.Parent).Call("insertBefore", p.elements.at(op.Key), before)
	case mirror.Remove:
		p.leaving.take(p.elements.at(op.Key))
		for _, key := range op.Gone {
			delete(p.elements, key)
			delete(p.placed, key)
		}
	}
}

// moveFocus gives the focus to where it belongs on the new screen, and says
// whether that is another place than before.
func (p *page) moveFocus(old, now *view.Node, focused string) bool {
	id := p.focus.Move(old, now, focused)
	if old == nil || old.ID != now.ID {
		js.Global().Call("scrollTo", 0, 0)
	}
	if id != "" {
		p.focusOn(id)
		return true
	}
	if focused != "" && !p.focusTarget(focused).Equal(p.document.Get("activeElement")) {
		p.focusOn(focused) // a move in the page took it away
	}
	return false
}

// greet has what stands on the first screen already said, now that the focus is there:
// what lasts, and what has just happened.
func (p *page) greet() {
	p.say(view.Trouble)
	p.say(view.Fault)
	p.say(view.Notice)
}

// say has a status read once more, or for the first time where it came with the
// page: screen readers speak of statuses that change.
func (p *page) say(node string) {
	part := p.document.Call("querySelector", "#"+markup.Prefix+node+" > p")
	if !part.Truthy() {
		return
	}
	text := part.Get("textContent").String()
	part.Set("textContent", "")
	after(farewell/4, func() {
		if part.Get("textContent").String() == "" {
			part.Set("textContent", text)
		}
	})
}

// focusTarget is the element that takes the focus for a node.
func (p *page) focusTarget(id string) js.Value {
	if input := p.document.Call("getElementById", markup.InputID(id)); input.Truthy() {
		return input
	}
	return p.document.Call("getElementById", markup.Prefix+id)
}

// focusOn gives the focus to a node's element, and takes the selection there,
// too: where that is, screen readers read on.
func (p *page) focusOn(id string) {
	target := p.focusTarget(id)
	if !target.Truthy() {
		return
	}
	if target.Get("tagName").String() != "INPUT" {
		js.Global().Call("getSelection").Call("collapse", target, 0)
	}
	options := js.Global().Get("Object").New()
	options.Set("preventScroll", !p.plain)
	target.Call("focus", options)
}

// place puts the elements where the picture has them; those of nodes without a
// place are left to the style sheet.
func (p *page) place(places map[string]mirror.Rect) {
	if p.plain && places != nil {
		return // the picture's last frame, after it was hidden
	}
	p.places = places
	if p.patching {
		p.late = true
		return
	}
	if p.held == nil {
		return
	}
	defer p.settle(p.awaited == nil)
	seen := map[string]bool{}
	for _, s := range mirror.Layout(p.held, places) {
		seen[s.Key] = true
		was, ok := p.placed[s.Key]
		if ok && was == s.Rect {
			continue
		}
		p.placed[s.Key] = s.Rect
		e := p.elements.at(s.Key)
		style := e.Get("style")
		style.Set("left", px(s.Rect.X))
		style.Set("top", px(s.Rect.Y))
		style.Set("width", px(s.Rect.W))
		style.Set("height", px(s.Rect.H))
		if !ok {
			e.Get("dataset").Set("placed", "")
		}
	}
	for key := range p.placed {
		if !seen[key] {
			p.free(key)
		}
	}
}

// free leaves an element to the style sheet.
func (p *page) free(key string) {
	delete(p.placed, key)
	e := p.elements.at(key)
	e.Call("removeAttribute", "data-placed")
	for _, name := range []string{"left", "top", "width", "height"} {
		e.Get("style").Set(name, "")
	}
}

func px(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) + "px" }
