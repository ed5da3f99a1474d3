package course

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"fmt"
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
	// torn is what a platform gave back of ours that is not whole, as when it was cut off,
	// nil for nothing. Until a copy of it is kept, nothing else is.
	torn []byte
}

// open reads what a platform kept. What is none of ours is nothing: a platform may
// show a course anew with what another version of it left. Of what is not whole, the
// values that are count.
func open(text string) *area {
	a := &area{kept: map[string][]byte{}}
	packed, ok := strings.CutPrefix(text, form)
	if !ok {
		return a
	}
	b, _ := base64.RawURLEncoding.DecodeString(packed) // as far as it goes
	plain, _ := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(b)), most+1))
	if len(plain) > most || !a.read(plain) && len(packed) >= least {
		a.torn = []byte(text)
	}
	a.resumed = len(a.kept) > 0 || a.torn != nil
	return a
}

// least is how many characters of ours there must be before what cannot be read is taken
// for a game: a foreign course may keep a number that begins as ours does.
const least = 32

// read reads values; whole says that all are there.
func (a *area) read(plain []byte) (whole bool) {
	n, rest, err := msgp.ReadMapHeaderBytes(plain)
	for ; n > 0 && err == nil; n-- {
		var name string
		var value []byte
		if name, rest, err = msgp.ReadStringBytes(rest); err == nil {
			if value, rest, err = msgp.ReadBytesBytes(rest, nil); err == nil {
				a.kept[name] = value
			}
		}
	}
	return err == nil
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

// Read implements keep.Area, as do the others. What is not whole is what lies in the place
// of a game that is not there: whoever reads it cannot use it, says so and puts it aside.
func (c *Course) Read(name string) ([]byte, error) {
	if b, ok := c.area.kept[name]; ok || !isGame(name) {
		return b, nil
	}
	return c.area.torn, nil
}

// isGame says whether a name is that of a game, or of a lesson.
func isGame(name string) bool { return !strings.HasPrefix(name, "@") && !strings.Contains(name, ".") }

// PutAside keeps a copy of what is not whole, where a game came back beside it, and gives
// what to tell its player, "" for nothing. Where there is no room for the copy, it is given
// up: while it waits for room, nothing of the game could be kept.
func (c *Course) PutAside(today func() string) (notice string) {
	torn := c.area.torn
	games := slices.DeleteFunc(slices.Sorted(maps.Keys(c.area.kept)), func(name string) bool { return !isGame(name) })
	if torn == nil || len(games) == 0 {
		return ""
	}
	if c.Write(c.free(fmt.Sprintf("%s.%s-%s-", games[0], keep.Damaged, today())), torn) != nil {
		c.area.torn = nil
		return "notice.owed-lost"
	}
	return "notice.owed-aside"
}

// free is the first name of a copy that nothing is kept by.
func (c *Course) free(copies string) string {
	for n := 1; ; n++ {
		name := fmt.Sprint(copies, n)
		if _, taken := c.area.kept[name]; !taken {
			return name
		}
	}
}

// Write keeps a value with the platform. Where all of it does not fit, games are
// kept without their detours; where that does not help, the value stays as it was:
// what came last is left out.
func (c *Course) Write(name string, b []byte) error {
	torn := c.area.torn
	if bytes.Equal(b, torn) {
		c.area.torn = nil
	}
	next := maps.Clone(c.area.kept)
	next[name] = b
	err := c.replace(next)
	if err != nil {
		c.area.torn = torn
	}
	return err
}

// replace keeps other values than before: all of them, or those before stay.
func (c *Course) replace(next map[string][]byte) error {
	if c.area.torn != nil {
		return keep.ErrFull
	}
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
	torn := c.area.torn
	c.area.torn = nil
	err := c.replace(map[string][]byte{})
	if err != nil {
		c.area.torn = torn
	}
	return err
}

// looks are the kinds of messages that only look at something, in a sheet over the screen.
var looks = map[string]bool{"source": true, "claim": true, "term": true, "discuss": true, "rules": true}

// straight is a game without what its player looked up: the choices, the scores
// but for the sources opened, and the place stay. What is no game stays as it is.
func straight(b []byte) []byte {
	j, err := play.ReadJournal(b)
	if err != nil {
		return b
	}
	j.Msgs = sheetless(j.Msgs.Named())
	short, err := j.Bytes()
	if err != nil {
		return b
	}
	return short
}

// sheetless leaves out each sheet that another took the place of, and each that was
// closed, together with the Back that closed it: by itself that would leave the screen.
// A sheet that was left by other ways stays, as does the last.
func sheetless(records play.Records) play.Records {
	var kept play.Records
	for i, r := range records {
		closes := r.Kind == "back" && i > 0 && looks[records[i-1].Kind]
		goes := looks[r.Kind] && i+1 < len(records) && (looks[records[i+1].Kind] || records[i+1].Kind == "back")
		if !closes && !goes {
			kept = append(kept, r)
		}
	}
	return kept
}
