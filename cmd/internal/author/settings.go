package author

import "hardcases/game/lint"

// Settings are what the linter is told when a pack is made for this game: the
// fonts that it is drawn in, and the statements of the project's fact dossier
// that must not be shown, because they do harm (C-43) or were never found (C-59,
// C-60).
func Settings(fonts ...[]byte) (lint.Settings, error) {
	covers, err := Coverage(fonts...)
	return lint.Settings{Covers: covers, Forbidden: []string{"C-43", "C-59", "C-60"}}, err
}
