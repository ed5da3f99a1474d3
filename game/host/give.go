package host

import (
	"errors"

	"hardcases/game/kit"
	"hardcases/game/play"
	"hardcases/game/view"
)

// The names that the player's files have at first.
const (
	saveName  = "hard-cases.save"
	textName  = "hard-cases.txt"
	pageName  = "hard-cases.html"
	cardName  = "hard-cases.png"
	tableName = "hard-cases-class.csv"
	roadName  = "hard-cases-class.png"
)

// give hands the player what the game asks for.
func (h *Host) give(what play.Request) {
	context, state := h.stage.Context(), h.stage.State()
	switch what {
	case play.ExportSave:
		h.export()
	case play.TakeText:
		h.ports.Give.Text(view.ResultText(context, state), textName, h.told("notice.text-saved", "notice.take-failed"))
	case play.TakePage:
		h.ports.Give.Page(h.stage.Tree(), pageName, h.told("notice.page-saved", "notice.take-failed"))
	case play.TakeCard:
		card := view.ShareCard(context, state)
		h.ports.Give.Picture(&card, cardName, h.told("notice.card-saved", "notice.take-failed"))
	case play.TakeTable:
		h.file(File{tableName, "text/csv", []byte("\ufeff" + view.ClassTable(context, state))}, // the mark by which spreadsheets know UTF-8
			h.told("notice.table-saved", "notice.take-failed"))
	case play.TakeRoad:
		card := view.ClassCard(context, state)
		h.ports.Give.Picture(&card, roadName, h.told("notice.card-saved", "notice.take-failed"))
	case play.TakeKit:
		h.kit(context, state)
	default: // grant does the others
	}
}

func (h *Host) file(f File, done Done) { h.ports.Give.Files(f.Name, []File{f}, done) }

// export gives the player the game on the screen as a file.
func (h *Host) export() {
	done := h.told("notice.exported", "notice.export-failed")
	b, err := h.shown.session.Journal().Bytes()
	if err != nil {
		done(Given{}, err)
		return
	}
	h.file(File{saveName, "application/octet-stream", b}, done)
}

// kit gives a teacher the papers of the chosen plan.
func (h *Host) kit(c view.Context, s play.State) {
	done := h.told("notice.kit-saved", "notice.take-failed")
	options := kit.Options{Plan: s.Class.Plan, Age: s.Class.Age()}
	if h.ports.Draw != nil {
		options.Draw = h.ports.Draw()
	}
	made, err := kit.Make(c, options)
	if err != nil {
		done(Given{}, err)
		return
	}
	var files []File
	for _, f := range made {
		files = append(files, File{f.Name, "text/html", []byte(f.HTML)})
	}
	h.ports.Give.Files("hard-cases-"+s.Class.Plan, files, done)
}

// told gives what tells the player what came of handing something over.
func (h *Host) told(saved, failed string) Done {
	return func(g Given, err error) {
		defer h.wind()
		switch {
		case errors.Is(err, ErrNoPicture):
			h.stage.Notify("notice.no-picture", "")
		case errors.Is(err, ErrUnreadable):
			h.stage.Notify("notice.unreadable", "")
		case err != nil:
			h.stage.Notify(failed, "")
		case g.Copied:
			h.stage.Notify("notice.text-copied", "")
		case g.Sure:
			h.stage.Notify(saved, g.Where)
		case g.Where != "":
			h.stage.Notify("notice.offered", g.Where)
		}
	}
}
