//go:build !page

package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"syscall/js"

	pieces "hardcases/game/element"
	"hardcases/game/markup"
	"hardcases/game/view"
	"hardcases/wasm/mirror"
)

// errOtherPage says that the elements of the page are others than those of its screen.
var errOtherPage = errors.New("the page is not the one that was handed over")

// pageOf is the page that another program has made, before it is taken over.
func pageOf(h *host) *page {
	document := js.Global().Get("document")
	return &page{
		host: h, document: document, top: document.Call("getElementById", "screen"), skip: skip{document.Call("querySelector", ".skip")},
		parser: newParser(), placed: map[string]mirror.Rect{}, plain: true, fonts: true, leaving: &leaving{},
	}
}

// takeOver takes the page over as it stands: no element is changed, so that focus,
// scrolling and what was read stay.
func (p *page) takeOver() error {
	now := markup.Render(p.host.shown, p.standing)
	p.elements = spots{}
	if err := p.adopt(now, p.top); err != nil {
		return err
	}
	p.held = now
	p.skip.attach(p)
	if n := p.nodeOf(p.document.Get("activeElement")); n != nil {
		p.focused = n.ID
	}
	return nil
}

// standing draws no chart: it has those that stand in the page taken as they are. Only the
// next change of the page, if it is one without a picture, draws them anew.
func (p *page) standing(node string, _ *view.Chart) []*pieces.Element {
	figure := p.document.Call("getElementById", markup.Prefix+node)
	if !figure.Truthy() {
		return nil
	}
	var charts []*pieces.Element
	for i := range figure.Call("querySelectorAll", ":scope > svg").Length() {
		charts = append(charts, &pieces.Element{Key: node + "/chart-" + strconv.Itoa(i), Tag: "svg", SVG: true})
	}
	return charts
}

// adopt takes an element of the page for one of a screen, with all in it.
func (p *page) adopt(e *pieces.Element, as js.Value) error {
	if tag := as.Get("tagName").String(); !strings.EqualFold(tag, e.Tag) {
		return fmt.Errorf("%w: there is a %s for %s", errOtherPage, tag, e.Key)
	}
	p.elements[e.Key] = spot{element: as}
	if e.SVG {
		return nil
	}
	for _, a := range e.Attrs {
		if v := as.Call("getAttribute", a.Name); v.Type() != js.TypeString || v.String() != a.Value {
			return fmt.Errorf("%w: %s of %s is not %q", errOtherPage, a.Name, e.Key, a.Value)
		}
	}
	if e.Radio && as.Get("checked").Bool() != e.Checked {
		return fmt.Errorf("%w: another choice than %s is made", errOtherPage, e.Key)
	}
	parts := as.Get("children")
	if n := parts.Length(); n != len(e.Children) {
		return fmt.Errorf("%w: %s has %d parts, not %d", errOtherPage, e.Key, n, len(e.Children))
	}
	if len(e.Children) == 0 && as.Get("textContent").String() != e.Text {
		return fmt.Errorf("%w: %s says something else", errOtherPage, e.Key)
	}
	for i, c := range e.Children {
		if err := p.adopt(c, parts.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

// reading is what the player has before their eyes: the first text in the window of a
// page that was scrolled, or in the sheet over it.
type reading struct {
	node, sheet string  // IDs; "" for none
	y           float64 // from the top of the window or of the sheet, in CSS pixels
}

// headroom is what the picture's bar covers at the top of the window, in CSS pixels.
const headroom = 64

func (p *page) reading() reading {
	r, top, sheet := reading{}, float64(headroom), p.top.Call("querySelector", `[role="dialog"]`)
	scrolled := js.Global().Get("scrollY")
	if sheet.Truthy() {
		scrolled, top = sheet.Get("scrollTop"), edge(sheet)
		r.sheet = strings.TrimPrefix(sheet.Get("id").String(), markup.Prefix)
	}
	if scrolled.Float() == 0 {
		return r
	}
	p.held.Walk(func(e *pieces.Element) {
		if r.node != "" || e.Node == "" || e.Text == "" || sheet.Truthy() && !sheet.Call("contains", p.elements.at(e.Key)).Bool() {
			return
		}
		if y := edge(p.elements.at(e.Key)); y >= top {
			r.node, r.y = e.Node, y
		}
	})
	if r.sheet != "" {
		r.y -= top
	}
	return r
}

// edge is the upper edge of an element in the window.
func edge(e js.Value) float64 { return e.Call("getBoundingClientRect").Get("top").Float() }

// drift is how far the picture has it from where it was, 0 where it is not there.
func (p *page) drift(r reading) float64 {
	place, ok := p.places[r.node]
	if !ok {
		return 0
	}
	return place.Y - p.places[r.sheet].Y - r.y
}
