package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"hardcases/cmd/internal/saves"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/stage"
	"hardcases/game/view"
)

// keeper keeps the game: it carries out what the game asks of its host, and
// says on the screen when it cannot.
type keeper struct {
	folder saves.Folder
	cannot bool // saving has failed and the player knows
	stage  *stage.Stage
	clock  clock // of a lesson's timer
	// picture paints a tree as a PNG; nil where the host has no
	// painter.
	picture func(*view.Node) ([]byte, error)
}

// open loads the save of a pack, or begins anew. A save that cannot be used is
// put aside, never lost, and the player is told.
func (k *keeper) open(dir string, p *pack.Pack, language string, force bool) *play.Session {
	folder, err := saves.Default()
	if dir != "" {
		folder, err = saves.In(dir), nil
	}
	k.folder, k.cannot = folder, err != nil
	s := k.load(p, language)
	if force && s.State().Prefs.Locale != language {
		s.Send(play.SetLocale{Locale: language})
	}
	return s
}

// load gives the saved game of a pack, or a new one.
func (k *keeper) load(p *pack.Pack, language string) *play.Session {
	j, ok, err := k.folder.Load(p.Head().ID)
	if !ok {
		s := play.NewSession(p, newSeed(), language)
		switch {
		case errors.Is(err, saves.ErrDamaged):
			s.Notify("notice.save-corrupt", "")
		case err != nil || k.cannot:
			k.cannot = true
			s.Notify("notice.save-failed", "")
		}
		return s
	}
	s, report := play.Restore(p, j)
	if report.OtherPack || report.Lost > 0 || report.Unknown > 0 {
		if err := k.folder.SetAside(p.Head().ID); err != nil {
			k.cannot = true
		}
	}
	return s
}

// perform carries out one effect.
func (k *keeper) perform(e play.Effect) {
	session := k.stage.Session()
	switch e := e.(type) {
	case play.Switch:
		if p := k.stage.Book(e.Hash); p != nil {
			k.stage.Change(k.load(p, k.stage.Prefs().Locale))
		}
	case play.Save:
		k.keep(func() error { return k.folder.Save(session.Journal()) })
	case play.Erased:
		k.keep(func() error { return k.folder.Erase(session.Pack().Head().ID) })
	case play.Export:
		j := session.Journal()
		b, err := j.MarshalMsg(nil)
		k.give("hard-cases.save", b, err, "notice.exported", "notice.export-failed")
	case play.Import:
		k.stage.Notify("notice.import-how", "")
	case play.GiveText:
		k.give("hard-cases.txt", []byte(k.resultText()), nil, "notice.text-saved", "notice.take-failed")
	case play.GiveCard:
		card := view.ShareCard(k.stage.Context(), session.State())
		k.giveCard("hard-cases.png", &card)
	case play.GivePage:
		k.give("hard-cases.html", []byte(printable(k.stage.Tree())), nil, "notice.page-saved", "notice.take-failed")
	default:
		k.teach(e)
	}
}

// giveCard paints a picture for the player, where there is a painter.
func (k *keeper) giveCard(name string, card *view.Node) {
	if k.picture == nil {
		k.stage.Notify("notice.no-picture", "")
		return
	}
	b, err := k.picture(card)
	k.give(name, b, err, "notice.card-saved", "notice.take-failed")
}

// keep saves or erases, until it fails once and the player has been told.
func (k *keeper) keep(do func() error) {
	if k.cannot {
		return
	}
	if err := do(); err != nil {
		k.cannot = true
		k.stage.Notify("notice.save-failed", "")
	}
}

func (k *keeper) resultText() string {
	s := k.stage.Session()
	return view.ResultText(k.stage.Context(), s.State())
}

// give writes a file for the player and says where, or why not.
func (k *keeper) give(name string, b []byte, err error, done, failed string) {
	var path string
	if err == nil {
		path, err = writeNew(downloads(), name, b)
	}
	if err != nil {
		k.stage.Notify(failed, "")
		return
	}
	k.stage.Notify(done, path)
}

// take goes on with a saved game that the player handed over.
func (k *keeper) take(b []byte) {
	session := k.stage.Session()
	j, err := play.ReadJournal(b)
	if err == nil && j.Pack != session.Pack().Head().ID {
		err = fmt.Errorf("it belongs to the pack %s", j.Pack)
	}
	if err != nil {
		k.stage.Notify("notice.import-failed", "")
		return
	}
	restored, report := play.Restore(session.Pack(), j)
	k.stage.Resume(restored)
	k.perform(play.Save{})
	if report.Notice() == "" {
		k.stage.Notify("notice.imported", "")
	}
}

// downloads is the folder where players look for files: Downloads in their home
// where there is one, else their home, else the working folder.
func downloads() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	if dir := filepath.Join(home, "Downloads"); isDir(dir) {
		return dir
	}
	return home
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// writeNew writes a file under a name with today's date that no file has yet,
// and gives its path.
func writeNew(dir, name string, b []byte) (string, error) {
	ext := filepath.Ext(name)
	stem := name[:len(name)-len(ext)] + "-" + time.Now().Format("2006-01-02")
	for n := 1; ; n++ {
		path := filepath.Join(dir, stem+ext)
		if n > 1 {
			path = filepath.Join(dir, fmt.Sprintf("%s-%d%s", stem, n, ext))
		}
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, os.ErrExist) && n < 1000 {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.Write(b)
		return path, errors.Join(err, f.Close())
	}
}
