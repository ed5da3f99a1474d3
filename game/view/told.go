package view

import (
	"hardcases/game/locale"
	"hardcases/game/play"
)

// The IDs of what the player is told on any screen: what has just happened, and
// what lasts.
const (
	Notice  = "notice"
	Trouble = "trouble"
	Fault   = "fault"
	Renewed = "renewed"
)

// Forbidden is the trouble that nothing may be kept at all.
const Forbidden = "forbidden"

// nearlyLong is the trouble with which all is kept as yet.
const nearlyLong = "nearly-long"

// sought is the notice that the browser shows what it finds on the plain page alone: who is
// there need not read it.
const sought = "notice.sought"

// told is what the player is told before the screen's own content: first what
// keeps the game from being saved, for as long as it does and with a way out, and what
// is wrong with the pack, then what has just happened.
func (w *writer) told() []Node {
	var told []Node
	if w.Trouble != "" {
		told = append(told, Node{ID: Trouble, Role: Status, Look: Caveat, Name: w.t("trouble.label"), Text: w.t("trouble." + w.Trouble)},
			flow("trouble-actions", w.wayOut()...))
	}
	kept := w.Trouble == "" || w.Trouble == nearlyLong
	if w.Renewed && kept && !w.state.InLesson() { // a class need not read that
		told = append(told, Node{ID: Renewed, Role: Status, Look: Muted, Name: w.t("renewed.label"), Text: w.t("renewed.text")},
			flow("renewed-actions", button("renewed-take", Inline, w.t("renewed.take"), play.Ask{What: play.TakeUpdate})))
	}
	if w.Fault != "" {
		told = append(told, Node{ID: Fault, Role: Status, Look: Caveat, Name: w.t("notice.label"), Text: w.t("notice.pack-fault", locale.A("detail", w.Fault))})
	}
	if n := w.state.Notice; n != "" && !(n == sought && w.state.Prefs.Picture == play.NeverPicture) {
		told = append(told, Node{ID: Notice, Role: Status, Look: Caveat, Name: w.t("notice.label"), Text: w.t(n, locale.A("detail", w.state.Detail))})
		if n == "notice.offered" && w.Framed && w.Trouble == "" { // a frame may not be let save files, and is not told so
			told = append(told, flow("notice-actions", w.ownTab()))
		}
		if n == sought {
			told = append(told, flow("notice-actions", button("to-plain", Secondary, w.t("notice.to-plain"), play.SetPicture{When: play.NeverPicture})))
		}
	}
	return told
}

// wayOut is what helps where the game cannot be saved.
func (w *writer) wayOut() []Node {
	actions := []Node{button("trouble-export", Secondary, w.t("settings.export"), play.Ask{What: play.ExportSave})}
	if w.Framed {
		actions = append(actions, w.ownTab())
	}
	return actions
}

func (w *writer) ownTab() Node {
	return button("own-tab", Secondary, w.t("trouble.own-tab"), play.Ask{What: play.OpenAlone})
}
