//go:build !page

package main

import "hardcases/wasm/mirror"

// seek tells a player once who has the browser look for words, or show its cursor, that
// none of that is seen in the picture, and offers the plain page. The browser does as it
// is told all the same.
func (p *page) seek(k mirror.Key) {
	quick := !root().Get("style").Get("MozAppearance").IsUndefined() // only Firefox has it
	if p.plain || p.host.sought || !mirror.Seeks(k, quick) {
		return
	}
	p.host.sought = true
	p.host.Notify("notice.sought", "")
	p.host.sync()
}
