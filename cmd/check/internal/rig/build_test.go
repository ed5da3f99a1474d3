package rig

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/internal/bundle"
)

// TestOther takes a site as it is, and has a checkout build its own.
func TestOther(t *testing.T) {
	const page = "a page"
	var ran []string
	w := Workshop{Dir: t.TempDir(), Quality: 1, Log: io.Discard}
	w.Run = func(ctx context.Context, c proc.Command) (proc.Output, error) {
		ran = append(ran, c.Dir+": "+c.Args[0]+" "+c.Args[1])
		if c.Args[0] == "git" {
			return proc.Output{Stdout: "c8fbf34\n"}, nil
		}
		if i := slices.Index(c.Args, "site"); i > 0 {
			_, err := w.write(ctx, c.Args[i+2], []bundle.Asset{{Name: "index.html", Path: "index.html", Bytes: []byte(page)}})
			require.NoError(t, err)
		}
		return proc.Output{}, nil
	}
	checkout := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(checkout, "cmd", "hardcases"), 0o755))

	built, err := w.Other(t.Context(), checkout)
	require.NoError(t, err)
	assert.Equal(t, []string{checkout + ": git rev-parse", checkout + ": go run", checkout + ": go build"}, ran)
	assert.Equal(t, "c8fbf34", built.Name)
	assert.NotEmpty(t, built.Program)
	require.Len(t, built.Files.Files, 1)
	assert.Equal(t, len(page), built.Files.Files[0].Size)

	again, err := w.Other(t.Context(), built.Site)
	require.NoError(t, err)
	assert.Equal(t, Build{Name: "other", Site: built.Site, Files: built.Files, Plays: true}, again)
	assert.Len(t, ran, 3, "a site is not built again")

	_, err = w.Other(t.Context(), t.TempDir())
	assert.ErrorContains(t, err, "neither a built site nor a checkout")
}
