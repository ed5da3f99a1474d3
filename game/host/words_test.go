package host_test

import (
	"errors"
	"testing"

	"hardcases/assets"
	"hardcases/game/host"
	"hardcases/game/keep"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

// abroad is a program that has the words of English, and those of French where it
// is given them.
type abroad struct {
	*host.Host
	t     *testing.T
	words *locale.Catalog
	pack  *pack.Pack
	asked []string
	late  func()
	done  func(error)
}

// newAbroad starts it with what is kept in an area.
func newAbroad(t *testing.T, area keep.Area) *abroad { return abroadAs(t, area, false) }

func abroadAs(t *testing.T, area keep.Area, named bool) *abroad {
	id := assets.Packs()[0]
	words, err := locale.Read(assets.Languages(), assets.Strings()[0])
	require.NoError(t, err)
	p, err := pack.Open(assets.Pack(id)[:2]...)
	require.NoError(t, err)
	a := &abroad{t: t, words: words, pack: p}
	ports := host.Ports{
		Keep: area, Ask: nobody{}, Time: &watch{&world{}}, Lot: func() uint64 { return 1 }, Again: true, Named: named,
		Words: func(language string, late func(), done func(error)) {
			a.asked, a.late, a.done = append(a.asked, language), late, done
		},
	}
	a.Host = host.Start(ports, words, view.Book{Pack: p, Shipped: true}, nil, "en")
	return a
}

// come gives the program its French.
func (a *abroad) come() {
	require.NoError(a.t, a.pack.Add(assets.Pack(assets.Packs()[0])[2]))
	require.NoError(a.t, a.words.Add(assets.Strings()[1]))
	a.done(nil)
}

// french keeps a game whose player has chosen French.
func french(t *testing.T) *disk {
	d := newDisk()
	a := newAbroad(t, d)
	a.Send(play.OpenCase{Case: "y2017"})
	a.Send(play.SetLocale{Locale: "fr"})
	a.come()
	require.Equal(t, "fr", a.Tree().Lang)
	return d
}

func TestALanguageIsFetchedWhenItIsChosen(t *testing.T) {
	a := newAbroad(t, newDisk())
	require.Empty(t, a.asked)
	a.Send(play.SetLocale{Locale: "en"})
	require.Empty(t, a.asked, "it is here")
	a.Send(play.SetLocale{Locale: "fr"})
	a.Send(play.SetLocale{Locale: "fr"})
	require.Equal(t, []string{"fr"}, a.asked, "once")
	require.Equal(t, "en", a.Tree().Lang)
	require.Equal(t, "en", a.Prefs().Locale, "nothing is changed by words that are not here")
	a.late()
	require.Equal(t, "notice.language-coming", notice(a.Host))
	a.Send(play.OpenCase{Case: "y2017"})
	require.Equal(t, "briefing-y2017", a.Tree().ID, "the game goes on")
	a.late()
	a.come()
	require.Equal(t, "fr", a.Tree().Lang)
	require.Equal(t, "briefing-y2017", a.Tree().ID)
	require.Empty(t, notice(a.Host))
}

func TestALanguageThatCannotBeHadChangesNothing(t *testing.T) {
	a := newAbroad(t, newDisk())
	a.Send(play.SetLocale{Locale: "fr"})
	before := a.Stage().Session().Journal()
	a.done(errors.New("no network"))
	require.Equal(t, "notice.no-language", notice(a.Host))
	require.Equal(t, "Français", a.Stage().State().Detail)
	require.Equal(t, "en", a.Tree().Lang)
	require.Equal(t, before, a.Stage().Session().Journal())
	a.Send(play.OpenCase{Case: "y2017"})
	require.Equal(t, []string{"fr"}, a.asked, "not again by itself")
	a.Send(play.SetLocale{Locale: "fr"})
	a.done(nil) // though nothing came
	require.Equal(t, "notice.no-language", notice(a.Host))
	a.Send(play.SetLocale{Locale: "fr"})
	a.come()
	require.Equal(t, "fr", a.Tree().Lang)
}

// TestTheLastLanguageCounts: who has changed their mind is not changed back by what
// comes late.
func TestTheLastLanguageCounts(t *testing.T) {
	a := newAbroad(t, newDisk())
	a.Send(play.SetLocale{Locale: "fr"})
	a.Send(play.SetLocale{Locale: "en"})
	a.late()
	require.Empty(t, notice(a.Host))
	a.come()
	require.Equal(t, "en", a.Tree().Lang)
	a.Send(play.SetLocale{Locale: "fr"})
	require.Equal(t, "fr", a.Tree().Lang, "it is here now")
	require.Len(t, a.asked, 1)
}

// TestAGameInALanguageThatIsNotHere: it is shown in the language that is, until
// its own has come.
func TestAGameInALanguageThatIsNotHere(t *testing.T) {
	a := newAbroad(t, french(t))
	require.Equal(t, []string{"fr"}, a.asked)
	require.Equal(t, "en", a.Tree().Lang)
	require.Equal(t, "briefing-y2017", a.Tree().ID)
	a.come()
	require.Equal(t, "fr", a.Tree().Lang)

	a = newAbroad(t, french(t))
	a.done(errors.New("no network"))
	require.Equal(t, "notice.no-language", notice(a.Host))
	require.Equal(t, "en", a.Tree().Lang)
	a.Send(play.Begin{})
	require.Len(t, a.asked, 1, "not again by itself")
	require.Equal(t, "fr", a.Prefs().Locale, "the next start has it")
	a.Send(play.SetLocale{Locale: "fr"})
	a.come()
	require.Equal(t, "fr", a.Tree().Lang)
}

// TestALanguageThatIsNamed: it is the game's from the start, and no other is fetched.
func TestALanguageThatIsNamed(t *testing.T) {
	a := abroadAs(t, french(t), true)
	require.Equal(t, "en", a.Tree().Lang)
	require.Equal(t, "en", a.Prefs().Locale)
	require.Equal(t, "briefing-y2017", a.Tree().ID)
	require.Empty(t, a.asked)
}

// TestNoMixtureOfLanguages: a pack that has more languages at hand than the
// interface is shown in one that both have.
func TestNoMixtureOfLanguages(t *testing.T) {
	a := newAbroad(t, newDisk())
	c := view.NewContext(packs.First(t), a.words, "fr")
	require.Equal(t, "en", c.Strings.Locale())
	require.Equal(t, "en", c.Text.Locale())
}
