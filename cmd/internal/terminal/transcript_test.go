package terminal_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hardcases/cmd/internal/desk"
	"hardcases/cmd/internal/terminal"
	"hardcases/game/host"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the transcripts anew")

// typist types lines one after the other, each when it is asked for, and shows them.
type typist struct {
	lines []string
	out   *strings.Builder
}

// Read implements io.Reader.
func (y *typist) Read(b []byte) (int, error) {
	line := "q\n"
	if len(y.lines) > 0 {
		line, y.lines = y.lines[0]+"\n", y.lines[1:]
	}
	y.out.WriteString(line)
	return copy(b, line), nil
}

// TestTranscript holds what the terminal says of a first decision, word for word, in
// both languages: it is what a screen reader reads. To write it anew:
//
//	go test ./cmd/internal/terminal -run Transcript -update
func TestTranscript(t *testing.T) {
	p, c := open(t)
	for language, reason := range map[string]string{"en": "due", "fr": "proc"} {
		asker := &terminal.Asker{}
		ports := desk.Ports(desk.Saves(t.TempDir()), desk.Files{Dir: t.TempDir()}, nil)
		ports.Ask, ports.Lot = asker, func() uint64 { return 1 }
		g := host.Start(ports, c, view.Book{Pack: p, Shipped: true}, nil, language)
		var out strings.Builder
		typed := &typist{[]string{"", "", "", "b", "c", "zzz", "- " + reason + " d", "", "- - - 3", map[string]string{"en": "again", "fr": "encore"}[language], "", "q"}, &out}
		require.NoError(t, terminal.Play(g, asker, os.ReadFile, typed, &out))
		file := filepath.Join("testdata", language+".txt")
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(out.String()), 0o644))
			continue
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Equal(t, string(want), out.String())
	}
}

// TestAChoiceIsSaidAlone demands that a choice is answered by what it changes, not by
// the whole screen.
func TestAChoiceIsSaidAlone(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		b, err := os.ReadFile(filepath.Join("testdata", language+".txt"))
		require.NoError(t, err)
		answers := strings.Split(string(b), "\n> ")
		const asked = 3 // is the decision; the next six lines choose, are no use, or commit too early
		_, whole, _ := strings.Cut(answers[asked], "\n# ")
		heading, _, _ := strings.Cut(whole, "\n")
		for _, answer := range answers[asked+1 : asked+7] {
			require.NotContains(t, answer, heading)
			require.LessOrEqual(t, strings.Count(answer, "\n"), 6, answer)
		}
		require.Contains(t, answers[asked+7], heading, "the whole screen, when it is asked for")
	}
}

// TestTheSameAgainIsAnswered does twice what changes nothing the second time: the
// choice, and what is still to choose, are said again.
func TestTheSameAgainIsAnswered(t *testing.T) {
	p, c := open(t)
	asker := &terminal.Asker{}
	ports := desk.Ports(desk.Saves(t.TempDir()), desk.Files{Dir: t.TempDir()}, nil)
	ports.Ask, ports.Lot = asker, func() uint64 { return 1 }
	g := host.Start(ports, c, view.Book{Pack: p, Shipped: true}, nil, "en")
	var out strings.Builder
	typed := &typist{[]string{"", "", "", "b", "b", "", "", "q"}, &out}
	require.NoError(t, terminal.Play(g, asker, os.ReadFile, typed, &out))
	answers := strings.Split(out.String(), "\n> ")
	require.Len(t, answers, 9)
	chosen, still := strings.TrimPrefix(answers[4], "b\n"), strings.TrimPrefix(answers[6], "\n")
	require.Contains(t, chosen, "chosen: B. ")
	require.Equal(t, "b\n"+chosen, answers[5])
	require.Contains(t, still, "Still to choose: ")
	require.Equal(t, "\n"+still, answers[7])
}
