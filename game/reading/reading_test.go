package reading_test

import (
	"testing"
	"time"

	"hardcases/game/reading"

	"github.com/stretchr/testify/assert"
)

func TestWordsAndTime(t *testing.T) {
	assert.Equal(t, 5, reading.Words("You run — the network, 24/7."))
	assert.Equal(t, time.Minute, reading.Time(228, "en"))
	assert.Equal(t, time.Minute, reading.Time(195, "fr-CA"))
	assert.Equal(t, time.Duration(0), reading.Time(0, "de"))
}

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{"cat": 1, "table": 2, "network": 2, "safe": 1, "people": 2, "“decision”": 3, "the": 1} {
		assert.Equal(t, want, reading.Syllables(word, "en"), word)
	}
	for word, want := range map[string]int{"porte": 1, "réseau": 2, "décident": 2, "été": 2, "qui": 1} {
		assert.Equal(t, want, reading.Syllables(word, "fr"), word)
	}
}

func TestLevels(t *testing.T) {
	easy, hard := "The cat sat. The dog ran.", "Infrastructure intermediaries increasingly adjudicate contentious constitutional controversies without accountability."
	assert.Less(t, reading.LevelOf(easy, "en").Value, 1.0)
	assert.Greater(t, reading.LevelOf(hard, "en").Value, 18.0)
	assert.Greater(t, reading.LevelOf("Le chat dort. Le chien court.", "fr").Value, 90.0)
	assert.Equal(t, reading.Level{Formula: "LIX", Value: 19.7, Harder: true}, reading.LevelOf("Der Hund bellt. Die Katze schläft.", "de"))
	assert.Zero(t, reading.LevelOf("", "en").Value)
}
