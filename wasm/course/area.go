package course

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"io"
	"maps"
	"slices"
	"strings"

	"hardcases/game/keep"
	"hardcases/game/play"

	"github.com/tinylib/msgp/msgp"
)

// room is how many characters a platform keeps of a course: cmi.suspend_data is a
// CMIString4096.
const room = 4096

// form begins what is kept: its form.
const form = "1"

// most is how many bytes are unpacked of what was kept.
const most = 4 << 20

// area is all that is kept for a pupil, by name.
type area struct {
	kept    map[string][]byte
	resumed bool
}

// open reads what a platform kept. What is none of ours is nothing: a platform may
// show a course anew with what another version of it left.
func open(text string) *area {
	a := &area{kept: map[string][]byte{}}
	packed, ok := strings.CutPrefix(text, form)
	if !ok {
		return a
	}
	b, err := base64.RawURLEncoding.DecodeString(packed)
	if err != nil {
		return a
	}
	plain, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(b)), most+1))
	if err != nil || len(plain) > most {
		return a
	}
	n, rest, err := msgp.ReadMapHeaderBytes(plain)
	for ; n > 0 && err == nil; n-- {
		var name string
		var value []byte
		if name, rest, err = msgp.ReadStringBytes(rest); err == nil {
			value, rest, err = msgp.ReadBytesBytes(rest, nil)
			a.kept[name] = value
		}
	}
	if err != nil {
		return &area{kept: map[string][]byte{}}
	}
	a.resumed = len(a.kept) > 0
	return a
}

// write is all that is kept as text. It is ASCII, however it is written in the game.
func write(kept map[string][]byte) string {
	plain := msgp.AppendMapHeader(nil, uint32(len(kept)))
	for _, name := range slices.Sorted(maps.Keys(kept)) {
		plain = msgp.AppendString(plain, name)
		plain = msgp.AppendBytes(plain, kept[name])
	}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err == nil {
		_, err = w.Write(plain)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return "" // into memory nothing fails
	}
	return form + base64.RawURLEncoding.EncodeToString(b.Bytes())
}

// Read implements keep.Area, as do the others.
func (c *Course) Read(name string) ([]byte, error) { return c.area.kept[name], nil }

// Write keeps a value with the platform. Where all of it does not fit, games are
// kept without their detours; where that does not help, the value stays as it was:
// what came last is left out.
func (c *Course) Write(name string, b []byte) error {
	next := maps.Clone(c.area.kept)
	next[name] = b
	return c.replace(next)
}

// replace keeps other values than before: all of them, or those before stay.
func (c *Course) replace(next map[string][]byte) error {
	text := write(next)
	if len(text) > room {
		short := map[string][]byte{}
		for name, value := range next {
			short[name] = straight(value)
		}
		if text = write(short); len(text) > room {
			return keep.ErrFull
		}
	}
	if err := c.handOver(text); err != nil {
		return err
	}
	c.area.kept = next
	return nil
}

// handOver gives a text to the platform.
func (c *Course) handOver(text string) error {
	if c.silent || c.finished {
		return nil // nobody expects it to be kept
	}
	if !c.platform.Set("cmi.suspend_data", text) {
		return errUntaken
	}
	if c.owed && !c.commit() {
		return errUntaken
	}
	return nil
}

// Remove forgets a name.
func (c *Course) Remove(name string) error {
	next := maps.Clone(c.area.kept)
	delete(next, name)
	return c.replace(next)
}

// List gives the names.
func (c *Course) List() ([]string, error) { return slices.Sorted(maps.Keys(c.area.kept)), nil }

// Erase forgets everything.
func (c *Course) Erase() error {
	return c.replace(map[string][]byte{})
}

// looks are the kinds of messages that only look at something.
var looks = map[string]bool{"source": true, "claim": true, "term": true, "discuss": true}

// straight is a game without what its player looked up: the choices, the scores
// but for the sources opened, and the place stay. What is no game stays as it is.
func straight(b []byte) []byte {
	j, err := play.ReadJournal(b)
	j.Msgs = j.Msgs.Named()
	if err != nil {
		return b
	}
	j.Msgs = slices.DeleteFunc(slices.Clone(j.Msgs), func(r play.Record) bool { return looks[r.Kind] })
	short, err := j.Bytes()
	if err != nil {
		return b
	}
	return short
}
