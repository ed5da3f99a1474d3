package main

import (
	"errors"
	"strconv"
	"strings"
	"syscall/js"

	"hardcases/assets"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/wasm/store"
)

// asked is what the page's address asks for: ?pack=NAME plays a pack of this
// site, and &watch=1 takes it anew whenever it changes there.
type asked struct {
	name  string
	watch bool
}

func readAsked() asked {
	query := js.Global().Get("URLSearchParams").New(js.Global().Get("location").Get("search"))
	get := func(name string) string {
		if !query.Call("has", name).Bool() {
			return ""
		}
		return query.Call("get", name).String()
	}
	name := get("pack")
	if !pack.ValidID(name) {
		return asked{}
	}
	return asked{name, get("watch") == "1"}
}

// fill puts the packs that come with the game on the shelf, and the one that is
// played.
func (h *host) fill(played *pack.Pack) {
	for _, id := range assets.Packs() {
		p, err := pack.Open(assets.Pack(id)...)
		if err != nil {
			continue // it is not the one played, and the tests hold it to be good
		}
		if p.Hash() == played.Hash() {
			p = played
		}
		h.stage.Put(view.Book{Pack: p, Shipped: true})
	}
	h.stage.Put(view.Book{Pack: played})
}

// ask plays the pack that the address asks for: one that comes with the game, or
// one from the folder packs of this site, and no other.
func (h *host) ask(a asked) {
	if a.name == "" {
		return
	}
	if b := assets.Pack(a.name); b != nil && !a.watch {
		if p, err := pack.Open(b...); err == nil && p.Hash() != h.stage.Session().Pack().Hash() {
			h.swap(h.stage.Book(p.Hash()))
		}
		return
	}
	h.fetch("packs/"+a.name+".msgp", func(b []byte, err error) {
		if err != nil {
			h.stage.Notify("notice.pack-missing", a.name)
		} else {
			h.takePack(b)
		}
		h.sync()
	})
	if a.watch {
		h.watch(a.name)
	}
}

// takePack puts a pack on the shelf and goes on with its game. One that is not
// whole and right changes nothing.
func (h *host) takePack(b []byte) {
	p, err := pack.Open(b)
	if err == nil {
		err = p.Validate()
	}
	if err != nil {
		h.stage.Notify("notice.pack-failed", "")
		return
	}
	h.stage.Put(view.Book{Pack: p})
	h.swap(h.stage.Book(p.Hash()))
}

// swap goes on with the game of another pack.
func (h *host) swap(p *pack.Pack) {
	if p == nil {
		return
	}
	h.store = store.New(local, p.Head().ID)
	session, notice := h.resume(p)
	h.stage.Change(session)
	if notice != "" {
		h.tell(notice)
	}
}

// watch looks every second whether a pack of this site has changed, and goes on
// with the new one at the same place.
func (h *host) watch(name string) {
	last, fault := "", "" // the first look may find a later pack than the page began with
	look := js.FuncOf(func(js.Value, []js.Value) any {
		h.fetch("packs/"+name+".version", func(b []byte, err error) {
			version, wrong, _ := strings.Cut(string(b), "\n")
			switch {
			case err != nil: // the server is gone, or has no pack just now
			case wrong != fault:
				fault = wrong
				h.tellFault(wrong)
			case version != last:
				last = version
				h.fetch("packs/"+name+".msgp", func(b []byte, err error) {
					if err == nil {
						h.renew(b)
						h.sync()
					}
				})
			}
		})
		return nil
	})
	js.Global().Call("setInterval", look, 1000)
}

// tellFault says where the files of the pack that is being written are wrong, or
// takes that back.
func (h *host) tellFault(fault string) {
	if fault == "" {
		h.stage.Notify("", "")
	} else {
		h.stage.Notify("notice.pack-fault", fault)
	}
	h.sync()
}

// renew goes on with a pack that has been changed while it is played: what was
// done is done again in the new one, so that the place is kept.
func (h *host) renew(b []byte) {
	p, err := pack.Open(b)
	if err == nil {
		err = p.Validate()
	}
	playing := h.stage.Session().Pack()
	if err != nil || p.Head().ID != playing.Head().ID || p.Hash() == playing.Hash() {
		return // the next look may find a better one
	}
	session, _ := play.Restore(p, h.stage.Session().Journal())
	session.Notify("", "")
	h.stage.Put(view.Book{Pack: p})
	h.stage.Resume(session)
	h.perform(play.Save{})
}

// fetch gets a file of this site: done gets its bytes, or why there are none.
// Nothing is followed to another site, and nothing is sent along.
func (h *host) fetch(path string, done func([]byte, error)) {
	options := js.Global().Get("Object").New()
	options.Set("redirect", "error")
	options.Set("credentials", "omit")
	options.Set("mode", "same-origin")
	fail := func(reason js.Value) { done(nil, errors.New(reason.Get("message").String())) }
	then(js.Global().Call("fetch", path, options), func(response js.Value) {
		if !response.Get("ok").Bool() {
			done(nil, errors.New("there is no "+path+" here ("+strconv.Itoa(response.Get("status").Int())+")"))
			return
		}
		if n, err := strconv.Atoi(response.Get("headers").Call("get", "Content-Length").String()); err == nil && n > pack.MaxFile {
			done(nil, errors.New("it is longer than a pack can be"))
			return
		}
		then(response.Call("arrayBuffer"), func(buffer js.Value) {
			bytes := js.Global().Get("Uint8Array").New(buffer)
			if bytes.Get("length").Int() > pack.MaxFile {
				done(nil, errors.New("it is longer than a pack can be"))
				return
			}
			b := make([]byte, bytes.Get("length").Int())
			js.CopyBytesToGo(b, bytes)
			done(b, nil)
		}, fail)
	}, fail)
}

// then waits for a promise: exactly one of the two is called.
func then(promise js.Value, kept, broken func(js.Value)) {
	var yes, no js.Func
	call := func(do func(js.Value)) func(js.Value, []js.Value) any {
		return func(_ js.Value, args []js.Value) any {
			yes.Release()
			no.Release()
			do(args[0])
			return nil
		}
	}
	yes, no = js.FuncOf(call(kept)), js.FuncOf(call(broken))
	promise.Call("then", yes, no)
}

// listenForFiles takes files that are dropped on the page.
func (h *host) listenForFiles() {
	document := js.Global().Get("document")
	on(document, "dragover", func(event js.Value) { event.Call("preventDefault") })
	on(document, "drop", h.drop)
}

// drop takes a file that was dropped; what else may be dropped is left alone.
func (h *host) drop(event js.Value) {
	event.Call("preventDefault")
	if file := event.Get("dataTransfer").Get("files").Index(0); file.Truthy() {
		h.read(file)
	}
}

// accept opens a file that the player gave: a pack, or a saved game.
func (h *host) accept(b []byte) {
	switch {
	case pack.IsPack(b):
		h.takePack(b)
	case len(b) > play.MaxJournal:
		h.stage.Notify("notice.import-failed", "")
	default:
		h.open(b)
	}
}
