package author

import (
	"hardcases/assets"
	"hardcases/cmd/internal/lint"
	"hardcases/game/locale"
	"hardcases/scenes/coverage"
)

// Settings are what the linter is told when a pack is made for this game: the
// characters that it can show, the words of its screens, and the statements of the project's fact dossier
// that must not be shown, because they do harm (C-43) or were never found (C-59,
// C-60).
func Settings() (lint.Settings, error) {
	shown, err := coverage.New()
	if err != nil {
		return lint.Settings{}, err
	}
	words, err := locale.Read(assets.Languages(), assets.Strings()...)
	if err != nil {
		return lint.Settings{}, err
	}
	return lint.Settings{Covers: shown.Covers, Words: words, Forbidden: []string{"C-43", "C-59", "C-60"}}, nil
}
