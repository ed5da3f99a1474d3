package main

import (
	"syscall/js"

	"hardcases/game/view"
	"hardcases/wasm/trail"
)

// link implements policy.Ports.Link: the address of this page, where others reach it,
// and of a pack that is not its own one. A pack from a file is nowhere.
func (h *host) link(b view.Book) string {
	location := js.Global().Get("location")
	get := func(part string) string { return location.Get(part).String() }
	address := trail.Public(get("protocol"), get("host"), get("pathname"))
	id := b.Pack.Head().ID
	switch own := dataset("pack"); {
	case address == "", id == own, own == "" && b.Pack.Hash() == h.library.books[0].Pack.Hash():
		return address
	case b.Shipped, b.Place == whereabouts("packs/"+id+".msgp"):
		return address + "?pack=" + id
	}
	return ""
}
