package main

import (
	"strings"
	"syscall/js"
	"time"

	policy "hardcases/game/host"
)

// patience is how long an answer is waited for: longer than a server lets a
// request rest that asks for news.
const patience = 30 * time.Second

// notFound is the status of HTTP of what there is not.
const notFound = 404

// live is the server that the page came from.
type live struct{ *host }

// openLive gives the port to a server of live classes, nil where the page cannot
// have come from one: those serve the game at their root.
func (h *host) openLive() policy.Live {
	location := js.Global().Get("location")
	path := location.Get("pathname").String()
	if h.course != nil || dataset("alone") != "" || !strings.HasPrefix(location.Get("protocol").String(), "http") || strings.LastIndexByte(path, '/') != 0 {
		return nil
	}
	return live{h}
}

// Call implements policy.Live. Whether there is a server of live classes is asked
// for the page itself first, whose answer is marked there: to ask any other server
// for what it does not have would leave an error in the browser's console.
func (l live) Call(c policy.Call, done func(status int, body []byte)) {
	if c.Path != "/live" {
		l.call(c, done)
		return
	}
	options := js.Global().Get("Object").New()
	options.Set("method", "HEAD")
	options.Set("cache", "no-store")
	none := func(status int) {
		done(status, nil)
		l.sync()
	}
	then(js.Global().Call("fetch", "/", options), func(response js.Value) {
		if !response.Get("headers").Call("has", policy.Mark).Bool() {
			none(max(response.Get("status").Int(), notFound)) // what stands before a server may answer that this is down
			return
		}
		l.call(c, done)
	}, func(js.Value) { none(0) })
}

func (l live) call(c policy.Call, done func(status int, body []byte)) {
	object := js.Global().Get("Object")
	options, headers := object.New(), object.New()
	for name, value := range map[string]string{"method": c.Method, "cache": "no-store", "credentials": "omit", "mode": "same-origin", "redirect": "error"} {
		options.Set(name, value)
	}
	if c.Token != "" {
		headers.Set("Authorization", "Bearer "+c.Token)
	}
	headers.Set("Accept", policy.Packed)
	if c.Kind != "" {
		headers.Set("Content-Type", c.Kind)
	}
	if c.Body != nil {
		options.Set("body", arrayOf(c.Body))
	}
	options.Set("headers", headers)
	if timeout := js.Global().Get("AbortSignal").Get("timeout"); timeout.Truthy() {
		options.Set("signal", js.Global().Get("AbortSignal").Call("timeout", patience.Milliseconds()))
	}
	end := func(status int, body []byte) {
		done(status, body)
		l.sync()
	}
	fail := func(js.Value) { end(0, nil) }
	then(js.Global().Call("fetch", c.Path, options), func(response js.Value) {
		then(response.Call("arrayBuffer"), func(buffer js.Value) {
			end(response.Get("status").Int(), bytesOf(buffer))
		}, fail)
	}, fail)
}

// After implements policy.Live.
func (l live) After(wait time.Duration, do func()) {
	after(wait, func() {
		do()
		l.sync()
	})
}

// listenForRooms leads the room of an address such as policy.Host.Join takes, now
// and when one is pasted later. The fragment leaves the address at once: it opens the
// room to whoever reads it.
func (h *host) listenForRooms() {
	location, history := js.Global().Get("location"), js.Global().Get("history")
	join := func() {
		fragment := strings.TrimPrefix(location.Get("hash").String(), "#")
		if h.Join(fragment) {
			history.Call("replaceState", history.Get("state"), "", location.Get("pathname").String()+location.Get("search").String())
		}
	}
	join()
	on(js.Global(), "hashchange", func(js.Value) {
		join()
		h.sync()
	})
}
