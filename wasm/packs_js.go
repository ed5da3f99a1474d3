package main

import (
	"errors"
	"strconv"
	"strings"
	"syscall/js"

	policy "hardcases/game/host"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// asked is what the page's address asks for: ?pack=NAME plays a pack of this
// site, and &watch=1 takes it anew whenever it changes there; ?case= and ?step= lead
// into a pack. A page may ask for a pack by itself.
type asked struct {
	name         string
	watch        bool
	toCase, step string
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
	if name == "" {
		name = dataset("pack")
	}
	return asked{name, get("watch") == "1", get("case"), get("step")}
}

// ask plays the pack that the address asks for: one that comes with the game, or
// one from the folder packs of this site, and no other. Then it goes where the address
// leads, unless the page has been there and was loaded again.
func (h *host) ask(a asked) {
	if h.history.resumed {
		a.toCase, a.step = "", ""
	}
	if a.name == "" {
		h.Visit(a.toCase, a.step)
		return
	}
	if p := h.library.pack(a.name); p != nil && !a.watch {
		if p.Hash() != h.Stage().Session().Pack().Hash() {
			h.Host.Send(play.Ask{What: play.OpenPack, Of: p.Hash()})
		}
		h.Visit(a.toCase, a.step)
		return
	}
	if !pack.ValidID(a.name) { // a chat has taken the full stop after it for a part of it
		h.Notify("notice.pack-missing", policy.Clipped(a.name))
		return
	}
	path := "packs/" + a.name + ".msgp"
	h.fetch(path, func(b []byte, err error) {
		switch {
		case absent(b, err):
			h.Notify("notice.pack-missing", a.name)
		case errors.Is(err, policy.ErrLong):
			h.Refuse(err)
		case err != nil:
			h.Notify("notice.live-unreached", "")
		default:
			h.TakePack(b, whereabouts(path))
			h.Visit(a.toCase, a.step)
		}
		h.sync()
	})
	if a.watch {
		h.watch(a.name)
	}
}

// absent says whether a site has no such pack: it says so, or answers with a page in
// its place.
func absent(b []byte, err error) bool {
	var status answered
	if errors.As(err, &status) {
		return status >= 400 && status < 500
	}
	return err == nil && !pack.IsPack(b)
}

// whereabouts is where a file of this site lies, as an address. A page that holds
// its files may be moved, and has its saves under its own name as it is.
func whereabouts(path string) string {
	if dataset("alone") != "" {
		return path
	}
	return js.Global().Get("URL").New(path, js.Global().Get("location").Get("href")).Get("href").String()
}

// watch looks every second whether a pack of this site has changed, and goes on
// with the new one at the same place. What did not come is asked for again.
func (h *host) watch(name string) {
	last, fault := "", "" // the first look may find a later pack than the page began with
	came := ""            // the version that came last, while another pack was played
	look := js.FuncOf(func(js.Value, []js.Value) any {
		h.fetch("packs/"+name+".version", func(b []byte, err error) {
			version, wrong, _ := strings.Cut(string(b), "\n")
			switch {
			case err != nil: // the server is gone, or has no pack just now
			case wrong != fault:
				fault = wrong
				h.TellFault(wrong)
				h.sync()
			case version != last && (version != came || h.Stage().Session().Pack().Head().ID == name):
				h.fetch("packs/"+name+".msgp", func(b []byte, err error) {
					if err != nil {
						return
					}
					if came = version; h.Renew(b) || h.plays(b) {
						last = version
						h.sync()
					}
				})
			}
		})
		return nil
	})
	js.Global().Call("setInterval", look, 1000)
}

// plays says whether a file is the pack that is played.
func (h *host) plays(b []byte) bool {
	p, err := pack.Open(b)
	return err == nil && p.Hash() == h.Stage().Session().Pack().Hash()
}

// answered is the status of an answer that brings no file.
type answered int

// Error implements error.
func (a answered) Error() string { return "the answer was " + strconv.Itoa(int(a)) }

// fetch gets a file of this site: done gets its bytes, or why there are none.
// Nothing is followed to another site, and nothing is sent along.
func (h *host) fetch(path string, done func([]byte, error)) {
	options := js.Global().Get("Object").New()
	options.Set("redirect", "error")
	options.Set("credentials", "omit")
	options.Set("mode", "same-origin")
	fail := func(reason js.Value) { done(nil, errors.New(reason.Get("message").String())) }
	then(js.Global().Get("gate").Call("bring", path, options), func(response js.Value) {
		if !response.Get("ok").Bool() {
			done(nil, answered(response.Get("status").Int()))
			return
		}
		if n, err := strconv.Atoi(response.Get("headers").Call("get", "Content-Length").String()); err == nil && n > pack.MaxFile {
			done(nil, policy.ErrLong)
			return
		}
		then(response.Call("arrayBuffer"), func(buffer js.Value) {
			if buffer.Get("byteLength").Int() > pack.MaxFile {
				done(nil, policy.ErrLong)
				return
			}
			done(bytesOf(buffer), nil)
		}, fail)
	}, fail)
}

// then waits for a promise: exactly one of the two is called.
func then(promise js.Value, kept, broken func(js.Value)) {
	owe(1)
	var yes, no js.Func
	call := func(do func(js.Value)) func(js.Value, []js.Value) any {
		return func(_ js.Value, args []js.Value) any {
			yes.Release()
			no.Release()
			do(args[0])
			owe(-1)
			return nil
		}
	}
	yes, no = js.FuncOf(call(kept)), js.FuncOf(call(broken))
	promise.Call("then", yes, no)
}
