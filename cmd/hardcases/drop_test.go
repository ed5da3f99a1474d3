package main

import (
	"bytes"
	"errors"
	"testing"
	"testing/fstest"

	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

func started(t *testing.T) *keeper {
	t.Helper()
	k, err := gameFlags{Saves: t.TempDir(), Lang: "en"}.start()
	require.NoError(t, err)
	return k
}

func dropped(name string, b []byte) fstest.MapFS {
	return fstest.MapFS{name: &fstest.MapFile{Data: b}}
}

// TestDrops drops packs, saves and other files on the window.
func TestDrops(t *testing.T) {
	k := started(t)
	k.drop(nil)
	k.drop(fstest.MapFS{})
	k.stage.Send(play.SetTextSize{Percent: 150})
	k.stage.Send(play.OpenCase{Case: "y2017"})

	k.drop(dropped("my pack.msgp", shipped(t, "elsewhere")))
	require.Equal(t, "elsewhere", k.stage.Session().Pack().Head().ID)
	require.Equal(t, 150, k.stage.Prefs().TextSize, "comfort stays")
	require.Equal(t, play.Home, k.stage.Session().State().Screen)
	require.Contains(t, view.Text(k.stage.Tree()), "Elsewhere in the stack")
	require.Len(t, view.Find(k.stage.Tree(), "packs").Children, 2, "the same pack is there once")

	k.stage.Send(play.OpenCase{Case: "gab2018"})
	k.stage.Send(play.Show{Screen: play.Home})
	first := k.stage.Tree()
	k.stage.Send(view.Find(first, "packs").Children[0].Children[0].On)
	require.Equal(t, "cloudflare", k.stage.Session().Pack().Head().ID)
	require.Equal(t, play.Briefing, k.stage.Session().State().Screen, "the place in each pack is kept")

	for name, b := range map[string][]byte{
		"a cut pack": shipped(t, "elsewhere")[:5000],
		"junk":       []byte("junk"),
		"nothing":    {},
		"a long one": bytes.Repeat([]byte{0x81}, play.MaxJournal+1),
	} {
		k.drop(dropped("file", bytes.Clone(b)))
		require.Equal(t, "cloudflare", k.stage.Session().Pack().Head().ID, name)
		require.Equal(t, play.Briefing, k.stage.Session().State().Screen, name)
		require.Contains(t, view.Text(k.stage.Tree()), "could not be opened", name)
	}
	save := k.stage.Session().Journal()
	b, err := save.MarshalMsg(nil)
	require.NoError(t, err)
	k.drop(dropped("hard-cases.save", b))
	require.Contains(t, view.Text(k.stage.Tree()), "Your saved game is open")
}

// TestFailuresAreToldInThePlayersLanguage has files fail to be made, saved and
// opened: what the system says of it, in English, is not for the player.
func TestFailuresAreToldInThePlayersLanguage(t *testing.T) {
	k := started(t)
	k.stage.Send(play.SetLocale{Locale: "fr"})
	for _, fail := range []func(){
		func() { k.give("x", nil, errors.New("disk on fire"), "notice.exported", "notice.export-failed") },
		func() { k.give("x", nil, errors.New("disk on fire"), "notice.text-saved", "notice.take-failed") },
		func() { k.drop(dropped("file", shipped(t, "elsewhere")[:5000])) },
		func() { k.drop(dropped("file", []byte("junk"))) },
	} {
		k.stage.Notify("", "")
		fail()
		told := view.Find(k.stage.Tree(), "notice")
		require.NotNil(t, told)
		require.Contains(t, told.Text, "pas pu")
		require.Empty(t, k.stage.Session().State().Detail)
		require.NotContains(t, told.Text, "{")
	}
}
