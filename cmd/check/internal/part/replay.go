package part

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hardcases/cmd/check/internal/proc"
)

// recorded is where recorded games are: journals and scripts, each with the
// scores that it must end with in NAME.json, as replay --json prints them. The
// hash of the pack is not compared: it changes with every word.
const recorded = "cmd/hardcases/testdata/games"

// replay plays each recorded game with the program as it is built for players.
func (e Env) replay(ctx context.Context, say func(string)) (string, error) {
	games, err := filepath.Glob(filepath.Join(e.Root, recorded, "*"))
	if err != nil {
		return "", err
	}
	games = slices.DeleteFunc(games, func(path string) bool { return filepath.Ext(path) == ".json" })
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
			failed = append(failed, fmt.Errorf("%s: %w", filepath.Base(game), err))
		}
	}
	return fmt.Sprintf("%d games", len(games)), errors.Join(failed...)
}

func (e Env) replayOne(ctx context.Context, program, game string) error {
	written, err := os.ReadFile(strings.TrimSuffix(game, filepath.Ext(game)) + ".json")
	if err != nil {
		return err
	}
	got, err := e.do(ctx, proc.Command{Args: []string{program, "replay", "--json", game}})
	if err != nil {
		return err
	}
	var want, now map[string]any
	if err := errors.Join(json.Unmarshal(written, &want), json.Unmarshal([]byte(got.Stdout), &now)); err != nil {
		return err
	}
	delete(want, "hash")
	delete(now, "hash")
	if apart := differ("", want, now); len(apart) > 0 {
		return fmt.Errorf("the scores are not those recorded:\n  %s", strings.Join(apart, "\n  "))
	}
	return nil
}

// differ lists the places below path where two values from JSON differ.
func differ(path string, want, now any) []string {
	var apart []string
	switch want := want.(type) {
	case map[string]any:
		if now, ok := now.(map[string]any); ok {
			keys := maps.Clone(want)
			maps.Copy(keys, now)
			for _, key := range slices.Sorted(maps.Keys(keys)) {
				apart = append(apart, differ(path+"."+key, want[key], now[key])...)
			}
			return apart
		}
	case []any:
		if now, ok := now.([]any); ok && len(now) == len(want) {
			for i := range want {
				apart = append(apart, differ(fmt.Sprintf("%s[%d]", path, i), want[i], now[i])...)
			}
			return apart
		}
	default:
		if want == now {
			return nil
		}
	}
	return []string{fmt.Sprintf("%s: recorded %v, now %v", strings.TrimPrefix(path, "."), want, now)}
}
