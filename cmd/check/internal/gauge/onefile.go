package gauge

import (
	"context"
	"os"
	"path/filepath"

	"hardcases/cmd/check/internal/bench"
	"hardcases/cmd/check/internal/rig"
	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/manifest"
)

// oneFile compares the page that holds everything, opened from a folder, with the site
// that it is made of, served: what comes, and when the first press is answered.
func (g Gauge) oneFile(ctx context.Context, r *bench.Report) error {
	dir, err := os.MkdirTemp("", "hardcases-onefile-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	site, err := manifest.Open(os.DirFS(g.Game.Site))
	if err != nil {
		return err
	}
	page, err := bundle.OnePage{Saves: "bench:"}.Make(bundle.Of(site))
	if err != nil {
		return err
	}
	file := filepath.Join(dir, "hard-cases.html")
	if err := os.WriteFile(file, page, 0o600); err != nil {
		return err
	}
	for range g.Runs {
		var alone, served bench.Figures
		err := g.opened(ctx, func(t *rig.Tab) (err error) {
			alone, err = begun(t, "file://"+filepath.ToSlash(file))
			return err
		})
		if err != nil {
			return err
		}
		err = g.tabbed(ctx, g.Game.Site, func(t *rig.Tab, s *rig.Server) (err error) {
			served, err = begun(t, s.Address)
			served[bench.FileBytes] = float64(s.Sent())
			return err
		})
		if err != nil {
			return err
		}
		alone[bench.FileBytes] = float64(len(page))
		r.Add(alone, "the site, served", served)
	}
	return nil
}

// begun times the first press and the first decision at an address.
func begun(t *rig.Tab, address string) (bench.Figures, error) {
	if err := t.Visit(address); err != nil {
		return bench.Figures{}, err
	}
	first, err := t.FirstDecision()
	return bench.Figures{bench.FilePress: first.Press, bench.FileChoice: first.Decision}, err
}
