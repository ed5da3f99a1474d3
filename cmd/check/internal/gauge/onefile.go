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
	g.Game, g.Base = rig.Build{Name: "one file"}, rig.Build{Name: "the site, served", Site: g.Game.Site}
	return g.turns(ctx, r, g.Runs, func(ctx context.Context, b rig.Build) (bench.Figures, error) {
		var first rig.First
		bytes := int64(len(page))
		begin := func(t *rig.Tab, address string) (err error) {
			first, err = t.FirstDecision(address)
			return err
		}
		err := g.tabbed(ctx, g.Base.Site, func(t *rig.Tab, s *rig.Server) error {
			if b.Site == "" {
				return begin(t, "file://"+filepath.ToSlash(file))
			}
			defer func() { bytes = s.Sent() }()
			return begin(t, s.Address)
		})
		return bench.Figures{bench.FileBytes: float64(bytes), bench.FilePress: first.Press, bench.FileChoice: first.Decision}, err
	})
}
