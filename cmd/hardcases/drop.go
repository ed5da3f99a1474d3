package main

import (
	"fmt"
	"io/fs"

	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"
)

// drop opens the first of the files dropped on the window: a pack, or a saved
// game.
func (k *keeper) drop(files fs.FS) {
	if files == nil {
		return
	}
	entries, err := fs.ReadDir(files, ".")
	if err != nil || len(entries) == 0 {
		return
	}
	b, err := readDropped(files, entries[0])
	switch {
	case err != nil:
		k.stage.Notify("notice.pack-failed", "")
	case pack.IsPack(b):
		k.takePack(b)
	case k.takeCodes(b):
	case len(b) > play.MaxJournal:
		k.stage.Notify("notice.import-failed", "")
	default:
		k.take(b)
	}
}

// readDropped reads a file no longer than a pack can be.
func readDropped(files fs.FS, e fs.DirEntry) ([]byte, error) {
	info, err := e.Info()
	if err != nil {
		return nil, err
	}
	if info.Size() > pack.MaxFile {
		return nil, fmt.Errorf("the file has %d bytes; a pack has at most %d", info.Size(), pack.MaxFile)
	}
	return fs.ReadFile(files, e.Name())
}

// takePack puts a pack on the shelf and goes on with its game. One that is not
// whole and right changes nothing.
func (k *keeper) takePack(b []byte) {
	p, err := pack.Open(b)
	if err == nil {
		err = p.Validate()
	}
	if err != nil {
		k.stage.Notify("notice.pack-failed", "")
		return
	}
	k.stage.Put(view.Book{Pack: p})
	p = k.stage.Book(p.Hash())
	session := k.load(p, k.stage.Prefs().Locale)
	k.stage.Change(session)
	if session.State().Notice == "" {
		k.stage.Notify("notice.pack-added", p.Text(k.stage.Prefs().Locale).Get("pack", "title"))
	}
}
