package main

import (
	"errors"
	"fmt"
	"syscall/js"
	"time"

	"hardcases/assets"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/view"
)

// library is what comes with the game, with the words of the languages that have
// come by now: all of a language or nothing.
type library struct {
	words *locale.Catalog
	books []view.Book // as assets.Packs lists them
}

// openLibrary opens what comes with the game, in the language of the page.
func openLibrary() (*library, error) {
	words, err := locale.Read(assets.Languages())
	if err != nil {
		return nil, err
	}
	l := &library{words: words}
	for _, id := range assets.Packs() {
		p, err := pack.Open(assets.Structure(id))
		if err != nil {
			return nil, err
		}
		l.books = append(l.books, view.Book{Pack: p, Shipped: true})
	}
	return l, l.add(js.Global().Get("gate").Get("texts"))
}

// add adds a language: a list of buffers with the words of the interface, then
// those of each pack.
func (l *library) add(files js.Value) error {
	if files.Length() != 1+len(l.books) {
		return fmt.Errorf("there are %d files of a language, and %d packs", files.Length(), len(l.books))
	}
	for i, b := range l.books {
		if err := b.Pack.Add(bytesOf(files.Index(1 + i))); err != nil {
			return err
		}
	}
	return l.words.Add(bytesOf(files.Index(0)))
}

// pack gives the pack of an id, nil for none.
func (l *library) pack(id string) *pack.Pack {
	for _, b := range l.books {
		if b.Pack.Head().ID == id {
			return b.Pack
		}
	}
	return nil
}

// When the player is told that a language takes its time, and when it is given up.
const (
	lateAfter = 700 * time.Millisecond
	lostAfter = 30 * time.Second
)

// errNoAnswer says that the site did not answer in time.
var errNoAnswer = errors.New("no answer")

// fetchWords fetches a language; see policy.Ports.
func (h *host) fetchWords(language string, late func(), done func(error)) {
	waiting := true
	var stops []func()
	end := func(err error) {
		if waiting {
			waiting = false
			for _, stop := range stops {
				stop()
			}
			done(err)
			h.saveLook()
			h.sync()
		}
	}
	stops = append(stops, after(lateAfter, func() {
		late()
		h.sync()
	}), after(lostAfter, func() { end(errNoAnswer) }))
	then(js.Global().Get("gate").Call("words", language), func(files js.Value) {
		end(h.library.add(files))
	}, func(reason js.Value) {
		end(errors.New(reason.Get("message").String()))
	})
}

// arrayOf copies bytes for JavaScript.
func arrayOf(b []byte) js.Value {
	bytes := js.Global().Get("Uint8Array").New(len(b))
	js.CopyBytesToJS(bytes, b)
	return bytes
}

// bytesOf copies what a buffer of JavaScript's holds.
func bytesOf(buffer js.Value) []byte {
	bytes := js.Global().Get("Uint8Array").New(buffer)
	b := make([]byte, bytes.Length())
	js.CopyBytesToGo(b, bytes)
	return b
}
