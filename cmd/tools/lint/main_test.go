package main

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
)

// TestAnalyzers holds each rule to what the comments of its samples want.
func TestAnalyzers(t *testing.T) {
	samples := map[string][]string{
		"exhaustive": {"hardcases/game/grade"},
		"noskip":     {"hardcases/game/skips"},
		"noclock":    {"hardcases/game/play", "hardcases/cmd/x"},
	}
	for _, a := range analyzers() {
		t.Run(a.Name, func(t *testing.T) {
			analysistest.Run(t, analysistest.TestData(), a, samples[a.Name]...)
		})
	}
}
