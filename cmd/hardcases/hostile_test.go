package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/cmd/internal/desk"
	"hardcases/cmd/internal/terminal"
	"hardcases/game/host"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/game/view"
	"hardcases/proving/hostile"

	"github.com/stretchr/testify/require"
)

// TestHostilePacksDropped drops more than 200 packs that nobody should write on
// the window: each is refused with an error that says where, or shown as what it
// is. Whatever it is, memory stays in proportion and the game goes on.
func TestHostilePacksDropped(t *testing.T) {
	h := started(t)
	shown, refused := 0, 0
	for _, odd := range hostilePacks(t) {
		before := h.Stage().Session().Pack().Hash()
		spend(t, odd, func() { h.Take(odd.Bytes) })
		page := view.Text(h.Tree())
		if strings.Contains(page, "could not be opened") {
			refused++
			require.Error(t, validate(odd.Bytes), odd.Name)
			require.Equal(t, before, h.Stage().Session().Pack().Hash(), odd.Name)
			require.Empty(t, h.Stage().Session().State().Detail, "%s: a message must repeat neither the file nor an error in English", odd.Name)
		} else {
			shown++
			require.NoError(t, validate(odd.Bytes), odd.Name)
			tourOf(t, odd.Name, h)
		}
		require.NotEmpty(t, terminal.Choices(h.Stage().Tree()), "%s: the game goes on", odd.Name)
		if view.Find(h.Stage().Tree(), "packs") == nil {
			h.Send(play.Unfold{ID: "fold-packs"})
		}
		require.Less(t, len(view.Find(h.Stage().Tree(), "packs").Children), 5, "%s: the shelf does not fill up with them", odd.Name)
	}
	t.Logf("%d shown, %d refused", shown, refused)
	require.Greater(t, shown, 40)
	require.Greater(t, refused, 100)
}

// TestHostilePacksAsFiles plays each with --pack in the terminal: it ends with
// an error that names the file and the place in it, or shows its first screen.
func TestHostilePacksAsFiles(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "odd.msgp")
	for _, h := range hostilePacks(t) {
		require.NoError(t, os.WriteFile(file, h.Bytes, 0o644))
		var code int
		var out, errs bytes.Buffer
		spend(t, h, func() {
			code = run([]string{"play", "--terminal", "--saves", dir, "--pack", file}, system{strings.NewReader("q\n"), &out, &errs})
		})
		if validate(h.Bytes) == nil {
			require.Equal(t, exitFine, code, "%s: %s", h.Name, errs.String())
			require.NotEmpty(t, out.String(), h.Name)
			continue
		}
		require.Equal(t, exitBad, code, h.Name)
		require.Regexp(t, `odd\.msgp: .+`, errs.String(), h.Name)
		require.Less(t, errs.Len(), 1200, "%s: a message must not repeat the file", h.Name)
		require.Empty(t, out.String(), h.Name)
	}
}

// started is the game as a program of the desktop.
func started(t *testing.T) *host.Host {
	t.Helper()
	h, err := gameFlags{Lang: "en"}.start(desk.Ports(desk.Saves(t.TempDir()), desk.Files{Dir: t.TempDir()}, nil))
	require.NoError(t, err)
	return h
}

func hostilePacks(t *testing.T) []hostile.Pack {
	t.Helper()
	all, err := hostile.Packs()
	require.NoError(t, err)
	return all
}

// spend does something with a pack and fails where that takes more memory than
// the format allows.
func spend(t *testing.T, h hostile.Pack, do func()) {
	t.Helper()
	var from, to runtime.MemStats
	runtime.ReadMemStats(&from)
	do()
	runtime.ReadMemStats(&to)
	require.Less(t, to.TotalAlloc-from.TotalAlloc, uint64(4*len(h.Bytes)+64<<20), h.Name)
}

// validate says what is wrong with a pack, with the place, nil for nothing.
func validate(b []byte) error {
	p, err := pack.Open(bytes.Clone(b))
	if err != nil {
		return err
	}
	return p.Validate()
}

// tourOf shows every screen of the pack that is open, in two ways, and looks for
// what must never be in a page.
func tourOf(t *testing.T, name string, h *host.Host) {
	t.Helper()
	p := h.Stage().Session().Pack()
	stops, err := tour.All(p, p.Head().Locales[0])
	require.NoError(t, err, name)
	for i, s := range stops {
		root := view.Screen(h.Stage().Context(), s.State)
		if i%7 > 0 && i > 20 { // some of the many
			continue
		}
		require.NotEmpty(t, terminal.Render(&root, h.Strings()), name)
		page := strings.ToLower(desk.Printable(&root))
		for _, bad := range []string{"<script>alert", "<img", "onerror=\"", "javascript:alert(1)\""} {
			require.NotContains(t, page[strings.Index(page, "<main"):], bad, name)
		}
	}
}

// TestHostilePackIsRefusedBeforePlay opens a pack whose first screen would be
// right, and whose second case is damaged.
func TestHostilePackIsRefusedBeforePlay(t *testing.T) {
	b, err := pack.Join(assets.Pack("elsewhere")...)
	require.NoError(t, err)
	b[len(b)-100] ^= 1
	file := filepath.Join(t.TempDir(), "cut.msgp")
	require.NoError(t, os.WriteFile(file, b, 0o644))
	_, err = gameFlags{Pack: file}.start(desk.Ports(desk.Saves(t.TempDir()), desk.Files{}, nil))
	require.ErrorContains(t, err, "is damaged")
	require.ErrorContains(t, err, file)
}
