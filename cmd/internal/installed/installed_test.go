//go:build installed

package installed

import (
	"archive/zip"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var (
	made     = flag.String("release", "", "folder of a release of programs, as an absolute path")
	pictures = flag.String("pictures", "", "folder for pictures of what was started, as an absolute path; none for no pictures")
)

// one gives the only file of the release whose name fits.
func one(t *testing.T, pattern string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(*made, pattern))
	require.NoError(t, err)
	require.Len(t, found, 1, "in -release %q: %s", *made, pattern)
	return found[0]
}

// unpack unpacks an archive of the release into a folder.
func unpack(t *testing.T, pattern, folder string) {
	t.Helper()
	z, err := zip.OpenReader(one(t, pattern))
	require.NoError(t, err)
	defer z.Close()
	require.NoError(t, os.CopyFS(folder, z))
}

// run runs a program and gives what it says.
func run(t *testing.T, args ...string) string {
	t.Helper()
	c := exec.CommandContext(t.Context(), args[0], args[1:]...)
	c.Env = append(os.Environ(), "HOME="+t.TempDir())
	said, err := c.CombinedOutput()
	require.NoError(t, err, "%q: %s", args, said)
	return string(said)
}

// presents looks at what a program says of itself, and at a game that it plays.
func presents(t *testing.T, command ...string) {
	t.Helper()
	version := run(t, append(command, "--version")...)
	require.Regexp(t, `(?m)^hardcases \d+\.\d+\.\d+`, version)
	require.Regexp(t, `(?m)^commit ([0-9a-f]{40}|unknown)`, version)
	require.Regexp(t, `(?m)^pack cloudflare [0-9a-f]{64}$`, version)
	require.Regexp(t, `(?m)^web game [0-9a-f]+`, version)
	script := filepath.Join(t.TempDir(), "game.txt")
	require.NoError(t, os.WriteFile(script, []byte("A1 c safety d 4\n"), 0o600))
	var report struct {
		Cases []struct{ Steps []struct{ ID string } }
	}
	require.NoError(t, json.Unmarshal([]byte(run(t, append(command, "replay", "--json", script)...)), &report))
	require.Len(t, report.Cases[0].Steps, 1)
	require.Equal(t, "A1", report.Cases[0].Steps[0].ID)
}

// tree is a system's folders, with a list of packages of its own.
func tree(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for _, dir := range []string{"updates", "info", "triggers"} {
		require.NoError(t, os.MkdirAll(filepath.Join(root, "var/lib/dpkg", dir), 0o755))
	}
	require.NoError(t, os.WriteFile(filepath.Join(root, "var/lib/dpkg/status"), nil, 0o600))
	return root
}

// dpkg runs it on a tree, as root for all that it can tell.
func dpkg(t *testing.T, root string, args ...string) {
	t.Helper()
	run(t, append([]string{"fakeroot", "dpkg", "--root=" + root, "--log=/dev/null", "--force-depends", "--force-not-root", "--force-bad-path"}, args...)...)
}

// left are the files and folders of a tree, but for the lists of packages.
func left(t *testing.T, root string) []string {
	t.Helper()
	var all []string
	require.NoError(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		name, _ := filepath.Rel(root, path) // it lies below
		if name == "var" {
			return fs.SkipDir
		}
		if name != "." {
			all = append(all, name)
		}
		return err
	}))
	return all
}

// TestPackage installs the package for Debian, plays one step in its window, and
// removes it: nothing of it stays.
func TestPackage(t *testing.T) {
	root := tree(t)
	dpkg(t, root, "--install", one(t, "hardcases_*_"+runtime.GOARCH+".deb"))
	there := left(t, root)
	for _, name := range []string{
		"usr/bin/hardcases", "usr/share/applications/hardcases.desktop", "usr/share/metainfo/hardcases.metainfo.xml",
		"usr/share/icons/hicolor/scalable/apps/hardcases.svg", "usr/share/icons/hicolor/512x512/apps/hardcases.png",
		"usr/share/man/man1/hardcases.1.gz", "usr/share/bash-completion/completions/hardcases", "usr/share/doc/hardcases/copyright",
	} {
		require.Contains(t, there, name)
	}
	program := filepath.Join(root, "usr/bin/hardcases")
	presents(t, program)
	saves := t.TempDir()
	p := newDisplay(t).start(saves, program, "--saves", saves, "--lang", "en")
	p.playOneStep()
	p.picture("linux")
	dpkg(t, root, "--purge", "hardcases")
	require.Empty(t, left(t, root))
}

// TestArm starts the program for Linux on arm64, by qemu. Though made without cgo it is
// linked with the system's C library, by which it opens those of X11 and OpenGL.
func TestArm(t *testing.T) {
	root := tree(t)
	dpkg(t, root, "--force-architecture", "--install", one(t, "hardcases_*_arm64.deb"))
	presents(t, "qemu-aarch64-static", "-L", "/usr/aarch64-linux-gnu", filepath.Join(root, "usr/bin/hardcases"))
}

// TestWine starts the program for Windows, and plays one step in its window. Like every
// program that today's Go makes it wants bcryptprimitives.dll, which Wine 10.0 of Debian
// 13 has, and 8.0 of Debian 12 has not.
func TestWine(t *testing.T) {
	dir := t.TempDir()
	unpack(t, "hard-cases-*-windows-amd64.zip", dir)
	saves := filepath.Join(dir, "saves")
	d := newDisplay(t)
	d.env = append(d.env, "WINEPREFIX="+filepath.Join(dir, "wine"), "WINEDEBUG=-all")
	p := d.start(saves, "wine", filepath.Join(dir, "Hard Cases", "hardcases.exe"), "--saves", "Z:"+strings.ReplaceAll(saves, "/", `\`), "--lang", "en")
	p.playOneStep()
	p.picture("windows")
}
