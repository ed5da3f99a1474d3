package bundle

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/internal/gotool"
)

func TestRoot(t *testing.T) {
	root, err := Root("")
	require.NoError(t, err)
	require.FileExists(t, filepath.Join(root, "index.html"))

	dir := t.TempDir()
	inside := filepath.Join(dir, "game", "play")
	require.NoError(t, os.MkdirAll(inside, 0o755))
	for mod, found := range map[string]bool{
		"module hardcases\n\ngo 1.26\n":               true,
		"// ours\r\nmodule hardcases // the game\r\n": true,
		"module \"hardcases\"\n":                      true,
		"module hardcases/cmd/check\n":                false,
		"module example.org/hardcases\n":              false,
		"module other\n\nrequire hardcases v0.0.0\n":  false,
		"": false,
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte(mod), 0o600))
		got, err := Root(inside)
		if found {
			require.NoError(t, err, mod)
			assert.Equal(t, dir, got)
			continue
		}
		assert.ErrorIs(t, err, ErrNoSource, mod)
	}
	require.NoError(t, os.Remove(filepath.Join(dir, "go.mod")))
	_, err = Root(inside)
	assert.ErrorIs(t, err, ErrNoSource)
}

// TestFailuresOfTheGoToolAreTold: what the go tool says of wrong settings comes
// through, and is not taken for a wrong folder.
func TestFailuresOfTheGoToolAreTold(t *testing.T) {
	for name, test := range map[string]struct{ key, value, want string }{
		"unknown flag":    {"GOFLAGS", "-bogus", "bogus"},
		"no such modfile": {"GOFLAGS", "-modfile=none.mod", "none.mod"},
		"workspace":       {"GOWORK", "/no/such/go.work", "go.work"},
		"modules off":     {"GO111MODULE", "off", "GO111MODULE=off"},
		"old toolchain":   {"GOTOOLCHAIN", "go1.0", "go1.0"},
		"experiment":      {"GOEXPERIMENT", "bogus", "unknown GOEXPERIMENT"},
		"no such version": {"GOTOOLCHAIN", "nonsense", "nonsense"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv(test.key, test.value)
			root, err := Root("")
			require.NoError(t, err, "the folder is right")
			_, err = gotool.Run(context.Background(), root, nil, "list", "-m")
			require.ErrorContains(t, err, test.want)
			assert.NotErrorIs(t, err, ErrNoSource)
		})
	}
}

func TestNoGoTool(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := Make(context.Background(), "", Shipped, nil)
	require.ErrorIs(t, err, exec.ErrNotFound)
	assert.ErrorContains(t, err, "the go command is needed")
}

// TestNoCopyNoBuild: a game with another engine than the one that is shipped is
// built for who asks for it, and for nobody else.
func TestNoCopyNoBuild(t *testing.T) {
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOPATH"} {
		out, err := exec.Command("go", "env", name).Output()
		require.NoError(t, err)
		t.Setenv(name, strings.TrimSpace(string(out)))
	}
	t.Setenv("XDG_CACHE_HOME", "")
	t.Setenv("HOME", "")
	_, err := Make(context.Background(), "", Shipped, nil)
	require.ErrorContains(t, err, "docs/engine.md")
	require.ErrorContains(t, err, "--whole-engine")
}
