package host

import (
	"errors"
	"io/fs"
	"strings"

	"hardcases/game/class"
	"hardcases/game/code"
	"hardcases/game/keep"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"
)

// MaxFile is the longest file that Take can use, in bytes.
const MaxFile = max(pack.MaxFile, play.MaxJournal)

// Take opens a file that the player gave: a pack, codes where they are asked
// for, or a saved game. One that is of no use changes nothing.
func (h *Host) Take(b []byte) {
	switch {
	case pack.IsPack(b):
		h.TakePack(b, "")
	case h.takeCodes(b):
	default:
		h.takeSave(b)
	}
	h.settle()
}

// TakeAll takes files that the player gave together: lists of codes as one, where they
// are asked for. Of all else one is opened at a time, which the player is told.
func (h *Host) TakeAll(files [][]byte) {
	if len(files) == 1 {
		h.Take(files[0])
		return
	}
	var lists []string
	for _, b := range files {
		if text, ok := code.Decode(b); ok && !pack.IsPack(b) {
			lists = append(lists, text)
		}
	}
	if len(lists) < len(files) || !h.takeCodes([]byte(strings.Join(lists, "\n"))) {
		h.stage.Notify("notice.one-file", "")
	}
	h.settle()
}

// ErrLong says that a file is too long to be of use.
var ErrLong = errors.New("longer than any file of this game")

// Refuse tells the player why a file could not be read.
func (h *Host) Refuse(why error) {
	notice := "notice.import-failed"
	switch {
	case errors.Is(why, fs.ErrNotExist):
		notice = "notice.file-missing"
	case errors.Is(why, fs.ErrPermission):
		notice = "notice.file-locked"
	case errors.Is(why, ErrLong):
		notice = "notice.file-long"
	}
	h.stage.Notify(notice, "")
}

// TakePack puts a pack on the shelf and goes on with its game; place is where it
// lies, as keep.Origin has it. One that is not whole and right changes nothing.
func (h *Host) TakePack(b []byte, place string) {
	p, err := opened(b)
	if err != nil {
		h.stage.Notify("notice.pack-failed", "")
		return
	}
	h.stage.Put(view.Book{Pack: p, Place: place})
	book, _ := h.stage.Book(p.Hash())
	offered := keep.Offer(h.ports.Keep, h.origin(book), h.ports.Time.Today)
	h.change(book)
	if offered {
		h.stage.Notify("notice.other-version", "")
	}
	if h.stage.State().Notice == "" {
		h.stage.Notify("notice.pack-added", h.titleOf(p))
	}
}

func opened(b []byte) (*pack.Pack, error) {
	p, err := pack.Open(b)
	if err == nil {
		err = p.Validate()
	}
	return p, err
}

// Renew goes on with a pack that has been changed while it is played: what was
// done is done again in the new one, so that the place is kept. It says whether
// it is one, and another than the one played.
func (h *Host) Renew(b []byte) bool {
	p, err := opened(b)
	now := h.book.Pack
	if err != nil || p.Head().ID != now.Head().ID || p.Hash() == now.Hash() {
		return false
	}
	h.stage.Put(view.Book{Pack: p, Place: h.book.Place})
	h.book, _ = h.stage.Book(p.Hash())
	for _, g := range []*game{h.solo, h.lesson} {
		if g != nil {
			h.refit(g)
		}
	}
	h.showAgain()
	h.save(h.shown)
	h.settle()
	return true
}

// takeCodes takes a text as codes while the screen for them is open, and says on a
// lesson's other screens where they are taken; ok is false for what is no text, and
// where no lesson is open.
func (h *Host) takeCodes(b []byte) (ok bool) {
	s := h.stage.State()
	text, ok := code.Decode(b)
	switch {
	case s.Screen != play.InClass || !ok:
		return false
	case s.Class.Stage != class.Codes:
		h.stage.Notify("notice.codes-place", "")
	case len(b) > code.MaxPaste:
		h.Refuse(ErrLong)
	default:
		h.Send(play.Class{Act: class.Paste, Text: text})
	}
	return true
}

// takeSave goes on with the game in a file. The one before it is put aside
// first; where that fails it stays.
func (h *Host) takeSave(b []byte) {
	j, err := play.ReadJournal(b)
	if refused := h.unusable(j, err); refused != "" {
		h.stage.Notify(refused, "")
		return
	}
	h.resume(j, "notice.imported")
}

// unusable is the key of why a journal that came from elsewhere, and was read with err,
// is of no use to the pack that is played; "" where it is.
func (h *Host) unusable(j play.Journal, err error) string {
	switch {
	case errors.Is(err, play.ErrNewer):
		return "notice.import-newer"
	case err != nil || len(j.Parts) > 0:
		return "notice.import-failed"
	case j.Pack != h.book.Pack.Head().ID:
		return "notice.import-other"
	}
	return ""
}

// resume puts a game in the place of the player's, or of the lesson where it is
// one, and tells the player. The one before it is put aside first; where that
// fails it stays. whole says that all of the game is in its place now.
func (h *Host) resume(j play.Journal, notice string) (whole bool) {
	session, report := play.Restore(h.book.Pack, j)
	g := h.solo
	if session.State().InLesson() {
		if h.lesson == nil {
			h.lesson = h.load(h.lessonSlot(), h.Prefs().Locale)
		}
		g = h.lesson
	}
	if !h.replace(g, session) {
		return false
	}
	if report.Notice() == "" {
		h.stage.Notify(notice, "")
	}
	return session.Journal().Holds(j) && h.trouble == nil
}

// replace puts another game in the place of one, which is put aside first. Where
// that fails, or the game has gone on elsewhere, the player is told.
func (h *Host) replace(g *game, session *play.Session) (done bool) {
	h.follow(g)
	if _, err := g.slot.PutAside(g.session.Journal()); err != nil {
		h.showAgain()
		h.stage.Notify("notice.not-replaced", "")
		return false
	}
	g.session = session
	g.slot.Anew()
	h.show(g)
	h.save(g)
	return g.session == session
}
