//go:build !page

package main

// arrive moves the focus to where a new screen wants it, now that the picture
// stands still.
func (p *page) arrive() {
	if lead := p.awaited; lead != nil {
		p.awaited = nil
		lead()
		p.settle(true)
	}
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
