package part

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"hardcases/cmd/check/internal/proc"
)

// recorded is where recorded games are: each NAME.journal or NAME.script with
// the scores that it must end with, as replay --json prints them, in NAME.json.
const recorded = "cmd/hardcases/testdata/games"

// replay plays each recorded game with the program as it is built for players.
func (e Env) replay(ctx context.Context, say func(string)) (string, error) {
	var games []string
	for _, kind := range []string{"*.journal", "*.script"} {
		found, err := filepath.Glob(filepath.Join(e.Root, recorded, kind))
		if err != nil {
			return "", err
		}
		games = append(games, found...)
	}
	if len(games) == 0 {
		return "", fmt.Errorf("found no recorded game in %s", recorded)
	}
	dir, err := os.MkdirTemp("", "hardcases-replay-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "hardcases.exe") // a name that every system runs
	if _, err := e.do(ctx, proc.Command{
		Args: []string{"go", "build", "-o", program, "./cmd/hardcases"}, Env: []string{"CGO_ENABLED=0"},
	}); err != nil {
		return "", err
	}
	var failed []error
	for _, game := range games {
		say(filepath.Base(game))
		if err := e.replayOne(ctx, program, game); err != nil {
			failed = append(failed, err)
		}
	}
	return fmt.Sprintf("%d games", len(games)), errors.Join(failed...)
}

func (e Env) replayOne(ctx context.Context, program, game string) error {
	want, err := os.ReadFile(strings.TrimSuffix(game, filepath.Ext(game)) + ".json")
	if err != nil {
		return err
	}
	got, err := e.do(ctx, proc.Command{Args: []string{program, "replay", "--json", game}})
	if err != nil {
		return err
	}
	if strings.TrimSpace(got.Stdout) != strings.TrimSpace(string(want)) {
		return fmt.Errorf("%s: the scores differ\nrecorded:\n%s\nnow:\n%s", filepath.Base(game), want, got.Stdout)
	}
	return nil
}
