package main

import (
	"syscall/js"

	"hardcases/game/class"
	"hardcases/game/kit"
	"hardcases/game/play"
	"hardcases/game/view"
)

// The names that a teacher's files have at first.
const (
	tableName = "hard-cases-class.csv"
	roadName  = "hard-cases-class.png"
)

// teach carries out what a class session asks of its host.
func (h *host) teach(e play.Effect) {
	context, state := h.stage.Context(), h.stage.Session().State()
	switch e := e.(type) {
	case play.Clock:
		h.setClock(e.On)
	case play.GetCodes:
		h.askCodes()
	case play.GiveTable:
		download(tableName, "text/csv", []byte("\ufeff"+view.ClassTable(context, state))) // the mark by which spreadsheets know UTF-8
		h.stage.Notify("notice.table-saved", tableName)
	case play.GiveRoad:
		h.give(view.ClassCard(context, state), roadName)
	case play.GiveKit:
		files, err := kit.Make(context, kit.Options{Plan: state.Class.Plan, Age: state.Class.Age()})
		if err != nil {
			h.stage.Notify("notice.take-failed", "")
			return
		}
		for _, f := range files {
			download("hard-cases-"+f.Name, "text/html", []byte(f.HTML))
		}
		h.stage.Notify("notice.kit-saved", "hard-cases-"+files[0].Name)
	}
}

// clock is the browser's, for a lesson's timer. Pages in the background are
// woken seldom, so what has passed is read from the clock on the wall.
type clock struct {
	interval js.Value
	tick     js.Func
	last     float64 // milliseconds
}

func (h *host) setClock(on bool) {
	if h.clock != nil {
		js.Global().Call("clearInterval", h.clock.interval)
		h.clock.tick.Release()
		h.clock = nil
	}
	if !on {
		return
	}
	now := func() float64 { return js.Global().Get("Date").Call("now").Float() }
	c := &clock{last: now()}
	c.tick = js.FuncOf(func(js.Value, []js.Value) any {
		if n := int((now() - c.last) / 1000); n > 0 {
			c.last += float64(n) * 1000
			h.Send(play.Class{Act: class.Tick, N: n})
		}
		return nil
	})
	c.interval = js.Global().Call("setInterval", c.tick, 1000)
	h.clock = c
}
