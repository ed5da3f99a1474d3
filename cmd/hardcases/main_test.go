package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hardcases/assets"
	"hardcases/cmd/internal/author/broken"
	"hardcases/game/pack"

	"github.com/stretchr/testify/require"
)

// call runs a command line with no saves of its own.
func call(t *testing.T, in string, args ...string) (code int, out, err string) {
	t.Helper()
	t.Setenv("HARDCASES_SAVES", filepath.Join(t.TempDir(), "saves"))
	return callKeeping(in, args...)
}

func callKeeping(in string, args ...string) (code int, out, err string) {
	var o, e bytes.Buffer
	code = run(args, system{strings.NewReader(in), &o, &e})
	return code, o.String(), e.String()
}

// shipped gives a pack that comes with the game as one file.
func shipped(t *testing.T, id string) []byte {
	t.Helper()
	b, err := pack.Join(assets.Pack(id)...)
	require.NoError(t, err)
	return b
}

func TestExitCodes(t *testing.T) {
	dir := t.TempDir()
	junk := filepath.Join(dir, "junk.msgp")
	require.NoError(t, os.WriteFile(junk, []byte("not a pack"), 0o644))
	good := filepath.Join(dir, "good.msgp")
	require.NoError(t, os.WriteFile(good, shipped(t, "cloudflare"), 0o644))
	for _, tt := range []struct {
		name string
		args []string
		in   string
		code int
		says string // in what is written to the error, or to the output where the code is 0
	}{
		{"help", []string{"--help"}, "", 0, "Usage: hardcases"},
		{"help of a command has examples", []string{"replay", "--help"}, "", 0, "Examples:"},
		{"unknown command", []string{"dance"}, "", 2, "unexpected argument dance"},
		{"unknown flag", []string{"play", "--fast"}, "", 2, "unknown flag --fast"},
		{"missing argument", []string{"replay"}, "", 2, "expected \"<file>\""},
		{"version", []string{"--version"}, "", 0, "pack cloudflare "},
		{"version before a command", []string{"--version", "replay"}, "", 0, "\ncommit "},
		{"program for no system", []string{"program", "-o", "x", "--for"}, "", 2, "--for"},
		{"missing output", []string{"site"}, "", 2, "--out"},
		{"a language the pack lacks", []string{"play", "--terminal", "--lang", "de"}, "", 1, "--lang de: the pack has en, fr"},
		{"no such pack", []string{"play", "--terminal", "--pack", "/nowhere.msgp"}, "", 1, "/nowhere.msgp"},
		{"a file that is no pack", []string{"play", "--terminal", "--pack", junk}, "", 1, junk + ": this is not a pack"},
		{"a pack from a file", []string{"play", "--terminal", "--pack", good}, "q\n", 0, "You run the network"},
		{"replay of nothing", []string{"replay", "/nowhere.save"}, "", 1, "/nowhere.save"},
		{"replay of a bad script", []string{"replay", "-"}, "A1 z\n", 1, "standard input: line 1: A1 has no option \"z\""},
		{"replay in words", []string{"replay", "--lang", "fr", "-"}, "A1 c\n", 0, "comme eux"},
		{"lint of a compiled pack", []string{"pack", "lint", good}, "", 0, ""},
		{"lint of junk", []string{"pack", "lint", junk}, "", 1, "this is not a pack"},
		{"lint of nothing", []string{"pack", "lint", "/nowhere"}, "", 1, "/nowhere"},
		{"dump", []string{"pack", "dump", good}, "", 0, `"id": "cloudflare"`},
		{"lint as JSON", []string{"pack", "lint", "--json", good}, "", 0, "[]"},
		{"lint for GitHub", []string{"pack", "lint", "--format", "github", broken.Folder(t, "ladder-range")}, "", 1, "::error file="},
		{"lint shows the line", []string{"pack", "lint", broken.Folder(t, "ladder-range")}, "", 1, "114 |           - {id: c, ladder: 110"},
		{"build of a broken pack", []string{"pack", "build", broken.Folder(t, "ladder-range"), "-o", filepath.Join(dir, "no.msgp")}, "", 1, "1 error, 0"},
		{"build of what is built", []string{"pack", "build", good, "-o", filepath.Join(dir, "no.msgp")}, "", 1, good + " is a pack that is compiled already"},
		{"build of one of the sources", []string{"pack", "build", "../internal/author/sample/pack.yaml", "-o", filepath.Join(dir, "no.msgp")}, "", 1, "Name the folder."},
		{"tidy of what is built", []string{"pack", "tidy", good}, "", 1, "are a folder"},
		{"new where there is a pack", []string{"pack", "new", "../../assets/packs/elsewhere"}, "", 1, "holds a pack.yaml already"},
		{"watch of a broken pack", []string{"pack", "watch", broken.Folder(t, "yaml-type"), "--open=false"}, "", 1, "not built"},
		{"cover", []string{"pack", "cover", "--routes", "1", "../internal/author/sample"}, "", 0, "options answered      6 of 6"},
		{"graph", []string{"pack", "graph", "../internal/author/sample"}, "", 0, "<svg"},
		{"graph in a language it lacks", []string{"pack", "graph", "--lang", "de", "../internal/author/sample"}, "", 1, "--lang de"},
		{"proof", []string{"pack", "proof", good}, "", 0, "<!doctype html>"},
		{"strings", []string{"pack", "strings", "../internal/author/sample"}, "", 0, "fr: "},
		{"strings that lack one", []string{"pack", "strings", broken.Folder(t, "string-missing")}, "", 1, "1 missing"},
		{"strings to translate", []string{"pack", "strings", "--export", "de", "../internal/author/sample"}, "", 0, "msgctxt \"pack.title\""},
		{"strings both ways", []string{"pack", "strings", "--export", "de", "--import", "x.po", "../internal/author/sample"}, "", 2, "can't be used together"},
		{"dump of junk", []string{"pack", "dump", junk}, "", 1, junk},
	} {
		t.Run(tt.name, func(t *testing.T) {
			code, out, err := call(t, tt.in, tt.args...)
			require.Equal(t, tt.code, code, out+err)
			if tt.code == 0 {
				require.Contains(t, out, tt.says)
			} else {
				require.Contains(t, err+out, tt.says)
			}
		})
	}
}

// TestNewPackGoesAllTheWay begins a pack and takes it through every command.
func TestNewPackGoesAllTheWay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mine")
	file := dir + ".msgp"
	for _, args := range [][]string{
		{"pack", "new", dir},
		{"pack", "lint", dir},
		{"pack", "build", dir, "-o", file},
		{"pack", "lint", file},
		{"pack", "schema", "-o", filepath.Join(dir, "schema")},
		{"pack", "strings", dir, "--export", "de", "-o", dir + ".po"},
		{"pack", "strings", dir, "--import", dir + ".po", "--new", "de"},
	} {
		code, out, err := call(t, "", args...)
		require.Equal(t, 0, code, "%v: %s%s", args, out, err)
	}
	code, _, err := call(t, "", "pack", "strings", dir, "--import", dir+".po", "--new", "de")
	require.Equal(t, 1, code)
	require.Contains(t, err, "add de to locales there", "what was written by hand since is not written over")
	code, _, err = call(t, "", "pack", "build", file, "-o", dir+"-again.msgp")
	require.Equal(t, 1, code)
	require.Contains(t, err, "compiled already")
	_, out, _ := call(t, "", "pack", "dump", file)
	require.NoError(t, os.WriteFile(dir+".json", []byte(out), 0o644))
	code, out, err = call(t, "", "pack", "build", dir+".json", "-o", dir+"-again.msgp")
	require.Equal(t, 0, code, out+err)
	before, readErr := os.ReadFile(file)
	require.NoError(t, readErr)
	after, readErr := os.ReadFile(dir + "-again.msgp")
	require.NoError(t, readErr)
	require.Equal(t, before, after)
}

func TestReplayAsJSON(t *testing.T) {
	code, out, err := call(t, "A1 a safety c 4\n", "replay", "--json", "-")
	require.Equal(t, 0, code, err)
	var r map[string]any
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	require.Equal(t, "cloudflare", r["pack"])
	require.Nil(t, r["better_than_guessing"], "one bet is too few for an average")
	require.Equal(t, 1.0, r["bets"])
	step := r["cases"].([]any)[0].(map[string]any)["steps"].([]any)[0].(map[string]any)
	require.Equal(t, map[string]any{
		"id": "A1", "option": "a", "happened": "c", "match": 0.0, "principle_fit": "strains",
		"bet": map[string]any{"option": "c", "stop": 4.0, "chance": 70.0, "right": true, "better_than_guessing": 84.0},
	}, step)
}

// TestBuildGivesTheShippedPack compiles the sources as an author would.
func TestBuildGivesTheShippedPack(t *testing.T) {
	file := filepath.Join(t.TempDir(), "out.msgp")
	code, out, err := call(t, "", "pack", "build", "../../assets/packs/cloudflare", "-o", file)
	require.Equal(t, 0, code, out+err)
	b, readErr := os.ReadFile(file)
	require.NoError(t, readErr)
	require.Equal(t, shipped(t, "cloudflare"), b)
	p, openErr := pack.Open(b)
	require.NoError(t, openErr)
	require.Contains(t, out, p.Hash()[:12])
}

// TestSavesInTrouble plays on where the save is damaged or cannot be written:
// each is said on the screen, and nothing that was there is lost.
func TestSavesInTrouble(t *testing.T) {
	t.Run("damaged", func(t *testing.T) {
		dir := t.TempDir()
		t.Setenv("HARDCASES_SAVES", dir)
		require.NoError(t, os.WriteFile(filepath.Join(dir, "cloudflare.save"), []byte{0x86, 0xff, 0x00}, 0o600))
		code, out, _ := callKeeping("\nq\n", "play", "--terminal", "--lang", "en")
		require.Equal(t, 0, code)
		require.Contains(t, squeeze(out), "The saved game could not be read. It was put aside, not deleted")
		b, err := os.ReadFile(filepath.Join(dir, "cloudflare.save.damaged-"+time.Now().Format(time.DateOnly)+"-1"))
		require.NoError(t, err)
		require.Equal(t, []byte{0x86, 0xff, 0x00}, b)
	})
	t.Run("a folder that cannot be made", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "file")
		require.NoError(t, os.WriteFile(file, nil, 0o600))
		t.Setenv("HARDCASES_SAVES", filepath.Join(file, "below"))
		code, out, _ := callKeeping("\n\n\nq\n", "play", "--terminal", "--lang", "fr")
		require.Equal(t, 0, code)
		require.Contains(t, squeeze(out), "La partie ne peut pas être enregistrée pour le moment")
		require.Contains(t, out, "Ce que vous savez", "play goes on")
	})
	t.Run("a pack that has changed", func(t *testing.T) {
		dir := t.TempDir()
		t.Setenv("HARDCASES_SAVES", dir)
		file := filepath.Join(dir, "mine.msgp")
		write := func(version string) {
			p, err := pack.Open(assets.First()...)
			require.NoError(t, err)
			c, err := p.Unpack()
			require.NoError(t, err)
			c.Version = version
			b, err := pack.Build(c)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(file, b, 0o644))
		}
		write("1.0.0-mine")
		code, _, _ := callKeeping("\n\n\na\nq\n", "play", "--terminal", "--lang", "en", "--pack", file)
		require.Equal(t, 0, code)
		saves, err := filepath.Glob(filepath.Join(dir, "cloudflare@*.save"))
		require.NoError(t, err)
		require.Len(t, saves, 1, "not under the name of the pack that comes with the game")
		before, err := os.ReadFile(saves[0])
		require.NoError(t, err)

		write("9.9.9-mine")
		code, out, _ := callKeeping("q\n", "play", "--terminal", "--pack", file)
		require.Equal(t, 0, code)
		require.Contains(t, squeeze(out), "The pack has changed since you last played. Your answers are kept.")
		after, err := os.ReadFile(saves[0])
		require.NoError(t, err)
		require.Equal(t, before, after, "looking changes nothing")
	})
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestGameGoesOn plays, leaves, and comes back to the same screen.
func TestGameGoesOn(t *testing.T) {
	t.Setenv("HARDCASES_SAVES", t.TempDir())
	_, _, _ = callKeeping("\n\n\nb\n", "play", "--terminal", "--lang", "en")
	code, out, _ := callKeeping("q\n", "play", "--terminal")
	require.Equal(t, 0, code)
	require.Contains(t, out, "Decision 1 of 2")
	require.Contains(t, out, "chosen: B.")
}

// TestNothingObeysAStrangersText prints texts that a terminal would obey, from
// each thing that strangers write: none of their control characters gets out.
func TestNothingObeysAStrangersText(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mine")
	code, _, _ := call(t, "", "pack", "new", dir)
	require.Equal(t, 0, code)
	const bad = "\x1b]0;TITLE\a\x1b[31m\u009b2J\r\u202e"
	file := filepath.Join(dir, "en.yaml")
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, append(b, []byte("x: \""+bad+"\"\n")...), 0o644))
	for _, args := range [][]string{
		{"pack", "lint", dir}, {"pack", "lint", "--json", dir}, {"pack", "lint", "--format", "github", dir},
		{"pack", "build", dir, "-o", dir + ".msgp"}, {"pack", "cover", dir}, {"pack", "strings", dir}, {"pack", "tidy", dir},
		{"class", "--codes", "-"}, {"replay", "-"}, {"kit", "-o", dir, "--plan", bad}, {"play", "--pack", bad}, {bad},
	} {
		_, out, errs := call(t, bad+"\n", args...)
		for _, r := range strings.ReplaceAll(out+errs, "\r\n", "\n") {
			require.False(t, r != '\n' && pack.Hidden(r), "%v: %q", args, out+errs)
		}
	}
}

// TestDumpSurvivesBeingShown dumps a pack with a character that is shown in
// another way: it is taken back without loss.
func TestDumpSurvivesBeingShown(t *testing.T) {
	p, err := pack.Open(assets.First()...)
	require.NoError(t, err)
	c, err := p.Unpack()
	require.NoError(t, err)
	c.Text["en"]["pack.note"] = "a\u2028b"
	b, err := pack.Build(c)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "odd.msgp")
	require.NoError(t, os.WriteFile(file, b, 0o644))
	code, out, errs := call(t, "", "pack", "dump", file)
	require.Equal(t, 0, code, errs)
	require.NoError(t, os.WriteFile(file+".json", []byte(out), 0o644))
	code, out, errs = call(t, "", "pack", "build", file+".json", "-o", file+"2")
	require.Equal(t, 0, code, out+errs)
	again, err := os.ReadFile(file + "2")
	require.NoError(t, err)
	require.Equal(t, b, again)
}

// TestSourcesInThePlaceOfAPack: who names the folder, or the file that is open in
// the editor, is understood or told what to do.
func TestSourcesInThePlaceOfAPack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Mon paquet")
	code, out, errs := call(t, "", "pack", "new", dir)
	require.Equal(t, exitFine, code, out+errs)
	for _, named := range []string{dir, dir + "/", filepath.Join(dir, "pack.yaml"), filepath.Join(dir, "en.yaml")} {
		code, out, errs := call(t, "", "pack", "lint", named)
		require.Equal(t, exitFine, code, out+errs)
		require.Contains(t, out, "nothing found")
		code, _, errs = call(t, "", "play", "--terminal", "--saves", t.TempDir(), "--pack", named)
		require.Equal(t, exitBad, code)
		require.Contains(t, errs, "hardcases pack build '")
	}
	text := filepath.Join(t.TempDir(), "notes.txt")
	require.NoError(t, os.WriteFile(text, []byte("buy bread"), 0o600))
	_, _, errs = call(t, "", "play", "--terminal", "--pack", text)
	require.Contains(t, errs, "notes.txt: this is not a pack: it does not begin with the mark of one")
	code, _, errs = call(t, "q\n", "play", "--terminal", "--saves", t.TempDir(), "--lang", "fr-CA")
	require.Equal(t, exitFine, code, errs)
}
