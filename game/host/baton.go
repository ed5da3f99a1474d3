package host

import (
	"bytes"
	"errors"
	"slices"
	"time"

	"hardcases/game/locale"
	"hardcases/game/play"
	"hardcases/game/view"
)

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -file baton.go -o baton_gen.go

//msgp:limit arrays:65536 maps:64
//msgp:noduplicates

// Baton is what one program gives to another of the same version that goes on with
// its game at once, beside what is kept. It is never kept itself.
type Baton struct {
	// Seed and Locale are those of the player's game, which is not kept before it is
	// begun.
	Seed   uint64 `msg:"seed"`
	Locale string `msg:"locale"`
	// Solo and Class are what was done in the player's game, and in a lesson, and is
	// not kept: on the way to a first screen nothing is.
	Solo  play.Records `msg:"solo"`
	Class play.Records `msg:"class"`
	// Lesson says that there is a lesson, be it on the screen or not.
	Lesson bool     `msg:"lesson"`
	Met    []string `msg:"met"`    // the slots whose games the player has been shown
	Wanted string   `msg:"wanted"` // the language whose words were asked for last
	Asked  bool     `msg:"asked"`  // whether there is a server of live classes
	Packs  []string `msg:"packs"`  // the hashes of those that it can play
	// Notice is what the player is being told, and Detail fills it in.
	Notice string `msg:"notice"`
	Detail string `msg:"detail"`
	// Spent is for how long the class has been at what is on the screen, and Minute how
	// many minutes of it the screen says.
	Spent  time.Duration `msg:"spent"`
	Minute int           `msg:"minute"`
	// State is all of the state on the screen, by which the next program knows that
	// it has the same.
	State []byte `msg:"state"`
}

// ErrOther says that the game that is kept is not the one that was handed over.
var ErrOther = errors.New("what is kept is another game than the one that was handed over")

// Yield gives the game to another program, which Resume starts. ok is false where
// that cannot be now: where anything is not kept that was played, or lies only in
// this program, while a timer runs, and while an answer is awaited. Once it has been
// taken, nothing may be done with this Host any more but Rest.
func (h *Host) Yield() (b Baton, ok bool) {
	if h.trouble != nil || h.timed() || h.clock.told != "" || h.news != "" || h.words.coming != "" || h.devices.busy() || !h.safe() {
		return b, false
	}
	solo, state := h.solo.session.Journal(), h.stage.State()
	b = Baton{
		Seed: solo.Seed, Locale: solo.Locale, Solo: h.solo.tail(), Lesson: h.lesson != nil, Wanted: h.words.wanted,
		Asked: h.devices.asked, Packs: h.devices.packs, Notice: state.Notice, Detail: state.Detail,
		Spent: h.ports.Time.Now() - h.clock.turned, Minute: h.clock.minute,
	}
	if h.lesson != nil {
		b.Class = h.lesson.tail()
	}
	for name := range h.met {
		b.Met = append(b.Met, name)
	}
	slices.Sort(b.Met)
	var err error
	b.State, err = state.MarshalMsg(nil)
	return b, err == nil
}

// safe says whether all games, and the packs that they are played with, are found by
// a program that is started anew.
func (h *Host) safe() bool {
	for _, g := range []*game{h.solo, h.lesson} {
		if g == nil {
			continue
		}
		n, all := g.slot.Unsaved(g.session.Journal()), len(g.session.Journal().Msgs)
		if n < 0 || n > 0 && n == all || !g.slot.Intact() {
			return false
		}
	}
	return len(h.parked) == 0 && !slices.ContainsFunc(h.stage.Shelf(), func(b view.Book) bool { return !b.Shipped })
}

// Waits says that Yield cannot be done for as long as this goes on: a pack lies only in
// this program, or a room is led.
func (h *Host) Waits() bool {
	return h.devices.key != roomKey{} || slices.ContainsFunc(h.stage.Shelf(), func(b view.Book) bool { return !b.Shipped })
}

// tail is what was done in a game and is not kept.
func (g *game) tail() play.Records {
	j := g.session.Journal()
	return slices.Clone(j.Msgs[len(j.Msgs)-g.slot.Unsaved(j):])
}

// Resume goes on with a game that another program has given. It fails with ErrOther,
// and has changed nothing that is kept, where that game is not what it finds. Whoever
// only looks at the Host that it gives has it rest.
func Resume(ports Ports, words *locale.Catalog, played view.Book, shelf []view.Book, b Baton) (*Host, error) {
	lot := ports.Lot
	ports.Again, ports.Named = true, false
	ports.Lot = func() uint64 { return b.Seed }
	h := set(ports, words, played, shelf, b.Locale)
	h.devices.asked, h.devices.packs, h.words.wanted = b.Asked, b.Packs, b.Wanted
	for _, name := range b.Met {
		h.met[name] = true
	}
	h.begin(played, b.Locale)
	h.ports.Lot = lot
	if b.Lesson && h.lesson == nil {
		h.lesson = h.load(h.lessonSlot(), h.Prefs().Locale)
	}
	h.solo.do(b.Solo)
	if h.lesson != nil {
		h.lesson.do(b.Class)
	}
	h.show(h.shown)
	h.clock.turned, h.clock.minute = ports.Time.Now()-b.Spent, b.Minute
	h.settle()
	h.stage.Notify(b.Notice, b.Detail)
	state := h.stage.State()
	if now, err := state.MarshalMsg(nil); err != nil || !bytes.Equal(now, b.State) {
		h.Rest()
		return nil, ErrOther
	}
	return h, nil
}

// do does again in a game what was done there.
func (g *game) do(records play.Records) {
	for _, r := range records {
		if m, err := r.Msg(); err == nil {
			g.session.Send(m)
		}
	}
}

// busy says whether a room is led, or an answer awaited that is about one.
func (d *devices) busy() bool {
	return d.key != roomKey{} || d.opening || d.joining || d.telling || d.listening != lead{} || d.keeping
}
