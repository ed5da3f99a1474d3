package main

import "syscall/js"

// camera looks for QR pictures in what a camera shows, by the browser's own
// detector.
type camera struct {
	stream, video, detector, interval js.Value
	look                              js.Func
	busy                              bool
	looks                             int
	seen                              map[string]int // code → the look that saw it last
	found                             func(string)
}

const (
	// lookEvery is how often the picture is looked at, in milliseconds.
	lookEvery = 200
	// goneAfter is for how many looks a code must be out of sight to count
	// anew: two pupils who chose alike have the same code.
	goneAfter = 8
)

// newCamera tells of each code that comes into sight of a stream.
func newCamera(stream js.Value, found func(string)) *camera {
	c := &camera{stream: stream, video: element("video", ""), seen: map[string]int{}, found: found}
	c.video.Set("muted", true)
	c.video.Set("playsInline", true)
	c.video.Set("autoplay", true)
	c.video.Set("srcObject", stream)
	c.detector = js.Global().Get("BarcodeDetector").New(map[string]any{"formats": []any{"qr_code"}})
	c.look = js.FuncOf(func(js.Value, []js.Value) any {
		if !c.busy {
			c.busy = true
			then(c.detector.Call("detect", c.video), c.saw, func(js.Value) { c.busy = false }) // no picture yet
		}
		return nil
	})
	c.interval = js.Global().Call("setInterval", c.look, lookEvery)
	return c
}

func (c *camera) saw(list js.Value) {
	c.busy = false
	c.looks++
	for i := range list.Length() {
		text := list.Index(i).Get("rawValue").String()
		last, ok := c.seen[text]
		if c.seen[text] = c.looks; !ok || c.looks-last > goneAfter {
			c.found(text)
		}
	}
}

// stop lets go of the camera, so that its light goes out.
func (c *camera) stop() {
	js.Global().Call("clearInterval", c.interval)
	c.look.Release()
	tracks := c.stream.Call("getTracks")
	for i := range tracks.Length() {
		tracks.Index(i).Call("stop")
	}
	c.video.Set("srcObject", js.Null())
	c.video.Call("remove")
}

// devices is the browser's way to cameras; undefined where there is none, as on
// pages that did not come over a safe connection.
func devices() js.Value { return js.Global().Get("navigator").Get("mediaDevices") }
