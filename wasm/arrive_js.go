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
