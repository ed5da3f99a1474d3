package listing_test

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/check/internal/listing"
	"hardcases/cmd/check/internal/proc"
)

func TestPackages(t *testing.T) {
	got, err := listing.Packages(t.Context(), proc.Exec, listing.Query{
		Root: ".", Env: []string{"GOOS=js", "GOARCH=wasm"}, Args: []string{"-deps", "."},
	})
	require.NoError(t, err)
	last := got[len(got)-1]
	assert.Equal(t, "hardcases/cmd/check/internal/listing", last.ImportPath)
	assert.Equal(t, []string{"listing_test.go"}, last.Tests())
	assert.Equal(t, "hardcases", last.Module.Path)
	assert.Contains(t, last.Deps, "syscall/js", "listed for the system asked for")
	assert.Nil(t, got[0].Module, "the standard library is no module")
}

func TestPackagesErrors(t *testing.T) {
	answer := func(r proc.Result) proc.Runner {
		return func(context.Context, proc.Command) proc.Result { return r }
	}
	_, err := listing.Packages(t.Context(), answer(proc.Result{Err: errors.New("no go")}), listing.Query{})
	assert.ErrorContains(t, err, "no go")
	_, err = listing.Packages(t.Context(), answer(proc.Result{Stdout: "{"}), listing.Query{})
	assert.ErrorContains(t, err, "reading what go list prints")
}
