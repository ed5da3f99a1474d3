package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
)

// TestAnalyzers holds each rule to what the comments of its samples want.
func TestAnalyzers(t *testing.T) {
	samples := map[string][]string{
		"exhaustive": {"hardcases/game/grade"},
		"words":      {"hardcases/game/view"},
		"noskip":     {"hardcases/game/skips"},
		"noclock":    {"hardcases/game/play", "hardcases/cmd/x"},
	}
	for _, a := range analyzers() {
		t.Run(a.Name, func(t *testing.T) {
			analysistest.Run(t, analysistest.TestData(), a, samples[a.Name]...)
		})
	}
}

// TestVet has every rule of the go vet that comes with Go, and no other.
func TestVet(t *testing.T) {
	help, err := exec.Command("go", "tool", "vet", "help").Output()
	if err != nil {
		t.Fatal(err)
	}
	var theirs, ours []string
	_, list, _ := strings.Cut(string(help), "Registered analyzers:\n\n")
	list, _, _ = strings.Cut(list, "\n\n")
	for line := range strings.Lines(list) {
		theirs = append(theirs, strings.Fields(line)[0])
	}
	for _, a := range vet {
		ours = append(ours, a.Name)
	}
	slices.Sort(theirs)
	slices.Sort(ours)
	if !slices.Equal(theirs, ours) {
		t.Errorf("go vet has %v\nwe have %v", theirs, ours)
	}
}
