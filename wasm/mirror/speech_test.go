package mirror

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSpeech(t *testing.T) {
	require.Equal(t, []string{
		"What do you say?", "1", "A registrar acts.", "bonjour", "A Wait", "B Act",
		"The ladder", "You stand at 20.", "Commit", "Back", "Choose a reason.",
	}, Speech(screen("decision-1")))
	require.Equal(t, []string{"Who says so?", "Close"}, Speech(screen("decision-1", sheet("source"))))
}
