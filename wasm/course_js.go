//go:build !page

package main

import (
	"strings"
	"syscall/js"
	"time"

	"hardcases/assets"
	policy "hardcases/game/host"
	"hardcases/wasm/course"
)

// platform is what course.js has found of a learning platform.
type platform struct{ js.Value }

// sitting is a pupil's time with a course.
type sitting struct{ *course.Course }

// openCourse takes up the course that this page is part of, nil where it is none.
func openCourse() *sitting {
	found := js.Global().Get("course")
	if found.Type() != js.TypeObject {
		return nil
	}
	p := platform{found}
	score := course.Played
	if strings.Contains(p.Get("cmi.launch_data"), "score="+string(course.Forecast)) {
		score = course.Forecast
	}
	return &sitting{course.Begin(p, &clock{}, score)}
}

// enrol has the platform keep the game. A course knows its pupil, and is nothing outside
// its frame.
func (s *sitting) enrol(ports *policy.Ports) {
	ports.Keep, ports.Again, ports.Framed, ports.Link = s, s.Resumed(), false, nil
}

// Get implements course.Platform, as do the others.
func (p platform) Get(element string) string { return p.Call("get", element).String() }

// Set hands a value over.
func (p platform) Set(element, value string) bool { return p.Call("set", element, value).Bool() }

// Commit has the values kept.
func (p platform) Commit() bool { return p.Call("commit").Bool() }

// Finish ends the sitting.
func (p platform) Finish() bool { return p.Call("finish").Bool() }

// Wall implements course.Clock.
func (*clock) Wall() (hour, minute, second int) { return time.Now().Clock() }

// report tells the platform what is new. The course is the pack that the page
// begins with, and no other on the shelf.
func (h *host) report() {
	if h.course == nil {
		return
	}
	own := dataset("pack")
	if own == "" {
		own = assets.Packs()[0]
	}
	if p := h.Stage().Session().Pack(); p.Head().ID == own {
		h.course.Report(p, h.Stage().State(), h.Tree().ID)
	}
}

// attend begins to report, tells of what the platform gave back that is not whole, and
// ends with the page. A page that the browser brings back begins anew: the platform has
// closed the sitting.
func (h *host) attend() {
	if h.course == nil {
		return
	}
	if notice := h.course.PutAside((*clock)(nil).Today); notice != "" {
		h.Notify(notice, "")
	}
	on(js.Global(), "pagehide", func(js.Value) { h.course.Leave() })
	on(js.Global(), "pageshow", func(event js.Value) {
		if event.Get("persisted").Bool() {
			js.Global().Get("location").Call("reload")
		}
	})
	document := js.Global().Get("document")
	on(document, "visibilitychange", func(js.Value) {
		if document.Get("visibilityState").String() == "hidden" {
			h.course.Pause()
		}
	})
}
