package main

import (
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"hardcases/game/class"
	"hardcases/game/kit"
	"hardcases/game/play"
	"hardcases/game/slip"
	"hardcases/game/view"
)

// teach carries out what a class session asks of its host.
func (k *keeper) teach(e play.Effect) {
	context, state := k.stage.Context(), k.stage.Session().State()
	switch e := e.(type) {
	case play.Clock:
		k.clock.set(e.On, time.Now())
	case play.GetCodes:
		k.stage.Notify("notice.codes-how", "")
	case play.GiveTable:
		k.give("hard-cases-class.csv", tableFile(context, state), nil, "notice.table-saved", "notice.take-failed")
	case play.GiveRoad:
		card := view.ClassCard(context, state)
		k.giveCard("hard-cases-class.png", &card)
	case play.GiveKit:
		k.giveKit(context, state)
	}
}

// tableFile is the table with the mark by which spreadsheets know UTF-8.
func tableFile(c view.Context, s play.State) []byte { return []byte("\ufeff" + view.ClassTable(c, s)) }

// giveKit writes the papers of the chosen plan into a new folder.
func (k *keeper) giveKit(c view.Context, s play.State) {
	files, err := kit.Make(c, kit.Options{Plan: s.Class.Plan, Age: s.Class.Age()})
	var dir string
	if err == nil {
		dir, err = os.MkdirTemp(downloads(), "hard-cases-"+s.Class.Plan+"-")
	}
	if err == nil {
		err = writeKit(dir, files)
	}
	if err != nil {
		k.stage.Notify("notice.take-failed", "")
		return
	}
	k.stage.Notify("notice.kit-saved", filepath.Join(dir, files[0].Name))
}

// takeCodes takes a dropped file as codes while the screen for them is open; ok
// is false for a file that is no text, and on other screens.
func (k *keeper) takeCodes(b []byte) (ok bool) {
	s := k.stage.Session().State()
	if s.Screen != play.InClass || s.Class.Stage != class.Codes || len(b) > slip.MaxPaste || !utf8.Valid(b) || strings.ContainsRune(string(b), 0) {
		return false
	}
	k.stage.Send(play.Class{Act: class.Paste, Text: string(b)})
	return true
}

// clock tells a lesson's timer how time passes.
type clock struct {
	on   bool
	last time.Time
}

func (c *clock) set(on bool, now time.Time) { c.on, c.last = on, now }

// passed gives the whole seconds since it was last asked, or since the clock
// was set.
func (c *clock) passed(now time.Time) int {
	if !c.on {
		return 0
	}
	n := int(now.Sub(c.last) / time.Second)
	c.last = c.last.Add(time.Duration(n) * time.Second)
	return max(0, n)
}

// tick sends the seconds that have passed to a timer that runs.
func (k *keeper) tick(now time.Time) {
	if n := k.clock.passed(now); n > 0 {
		k.stage.Send(play.Class{Act: class.Tick, N: n})
	}
}
