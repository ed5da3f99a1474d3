package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hardcases/game/class"
	"hardcases/game/code"

	"github.com/stretchr/testify/require"
)

// codes are n result codes of the shipped pack.
func codes(t *testing.T, n int) []string {
	t.Helper()
	p, err := openPack("")
	require.NoError(t, err)
	form, err := code.NewForm(p)
	require.NoError(t, err)
	r := rand.New(rand.NewPCG(1, 2))
	var out []string
	for range n {
		choices := make([]code.Choice, len(form.Steps))
		for i, s := range form.Steps {
			choices[i] = code.Choice{Option: r.IntN(s.Options)}
		}
		out = append(out, form.Code(choices))
	}
	return out
}

func TestClassAddsCodesUp(t *testing.T) {
	file := filepath.Join(t.TempDir(), "codes.txt")
	require.NoError(t, os.WriteFile(file, []byte(strings.ToLower(strings.Join(codes(t, 200), "\n"))), 0o600))
	var out, errs bytes.Buffer
	require.Equal(t, exitFine, run([]string{"class", "--codes", file, "--plan", "30", "--lang", "en"}, system{nil, &out, &errs}), errs.String())
	require.Contains(t, errs.String(), "200 codes counted")
	require.Equal(t, 1+3*4, strings.Count(out.String(), "\r\n"), "three steps of four options")
}

func TestClassNamesUselessCodes(t *testing.T) {
	good := codes(t, 6)
	text := strings.Join(good, "\n") + "\nHELLO\n" + good[0][:7]
	var out, errs bytes.Buffer
	require.Equal(t, exitBad, run([]string{"class", "--codes", "-", "--lang", "en"}, system{strings.NewReader(text), &out, &errs}))
	require.NotContains(t, errs.String(), "HELLO", "that is no code")
	require.Contains(t, errs.String(), "has 6 characters; a code has")
	require.Contains(t, errs.String(), "6 codes counted")
	require.NotEmpty(t, out.String())
}

func TestClassLeavesNoCodeOutWithoutAWord(t *testing.T) {
	var out, errs bytes.Buffer
	long := strings.Repeat("so it is\n", 34_000)
	require.Equal(t, exitBad, run([]string{"class", "--codes", "-", "--lang", "en"}, system{strings.NewReader(long), &out, &errs}))
	require.Contains(t, errs.String(), "longer than the 262144 bytes that are read")
	require.Empty(t, out.String())

	errs.Reset()
	list := strings.Join(codes(t, class.MostCodes+1), "\n")
	require.Equal(t, exitBad, run([]string{"class", "--codes", "-", "--lang", "en"}, system{strings.NewReader(list), &out, &errs}))
	require.Contains(t, errs.String(), "2000 codes counted")
	require.Contains(t, errs.String(), "left out: 1; a lesson holds 2000 codes")
}

func TestClassShowsNothingUnderFive(t *testing.T) {
	var out, errs bytes.Buffer
	require.Equal(t, exitFine, run([]string{"class", "--codes", "-", "--lang", "en"}, system{strings.NewReader(strings.Join(codes(t, 4), " ")), &out, &errs}))
	require.Equal(t, 1, strings.Count(out.String(), "\r\n"), "the headings alone")
}

func TestKitIsWritten(t *testing.T) {
	for _, plan := range []string{"30", "50", "90", "two"} {
		dir := filepath.Join(t.TempDir(), "papers")
		var out, errs bytes.Buffer
		require.Equal(t, exitFine, run([]string{"kit", "-o", dir, "--plan", plan, "--lang", "fr", "--paper", "letter"}, system{nil, &out, &errs}), errs.String())
		require.Equal(t, 5, strings.Count(out.String(), ".html"))
		files, err := filepath.Glob(filepath.Join(dir, "*-fr", "student.html"))
		require.NoError(t, err)
		require.Len(t, files, 1)
		b, err := os.ReadFile(files[0])
		require.NoError(t, err)
		require.Contains(t, string(b), "@page{size:letter;")
	}
	var out, errs bytes.Buffer
	require.Equal(t, exitBad, run([]string{"kit", "-o", t.TempDir(), "--plan", "45"}, system{nil, &out, &errs}))
	require.Contains(t, errs.String(), "the pack has m30, m50, m90, two")
}

// TestPapersDoNotReplaceEachOther writes the papers of two languages, plans and
// ages into one folder: all are there.
func TestPapersDoNotReplaceEachOther(t *testing.T) {
	dir := t.TempDir()
	all := [][]string{{}, {"--lang", "fr"}, {"--plan", "30"}, {"--older"}, {"--gentle"}, {"--gentle", "--lang", "fr"}}
	for _, args := range all {
		code, _, errs := call(t, "", append([]string{"kit", "-o", dir, "--lang", "en"}, args...)...)
		require.Equal(t, exitFine, code, errs)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.html"))
	require.NoError(t, err)
	require.Len(t, files, 5*len(all))
}

// TestOnlyPlanIsTaken writes papers and adds up codes of a pack with one plan,
// without naming it; of a pack without plans it says so.
func TestOnlyPlanIsTaken(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mine")
	for _, args := range [][]string{
		{"pack", "new", dir}, {"pack", "build", dir, "-o", dir + ".msgp"},
		{"kit", "--pack", dir + ".msgp", "-o", dir + "-papers"},
	} {
		code, out, errs := call(t, "", args...)
		require.Equal(t, exitFine, code, out+errs)
	}
	code, out, errs := call(t, "", "class", "--pack", dir+".msgp", "--codes", "-")
	require.Equal(t, exitFine, code, out+errs)
	_, _, errs = call(t, "", "kit", "--pack", dir+".msgp", "-o", dir, "--plan", "90")
	require.Contains(t, errs, "--plan 90: the pack has ")

	file := filepath.Join(dir, "pack.yaml")
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	before, _, found := strings.Cut(string(b), "\nplans:")
	require.True(t, found)
	require.NoError(t, os.WriteFile(file, []byte(before+"\n"), 0o644))
	call(t, "", "pack", "build", dir, "-o", dir+"-2.msgp")
	code, _, errs = call(t, "", "kit", "--pack", dir+"-2.msgp", "-o", dir)
	require.Equal(t, exitBad, code)
	require.Contains(t, errs, "no")
}
