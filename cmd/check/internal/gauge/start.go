package gauge

import (
	"context"
	"errors"
	"path"
	"time"

	"hardcases/cmd/check/internal/bench"
	"hardcases/cmd/check/internal/rig"
	"hardcases/cmd/internal/manifest"
)

// sizes compares the files.
func (g Gauge) sizes(ctx context.Context, r *bench.Report) error {
	err := g.turns(ctx, r, 1, func(_ context.Context, b rig.Build) (bench.Figures, error) {
		f, err := wasmOf(b.Files)
		return bench.Figures{
			bench.WasmRaw: float64(f.Size), bench.WasmGzip: float64(f.Gzip), bench.WasmBrotli: float64(f.Brotli),
		}, err
	})
	if err != nil || g.Cut == nil {
		return err
	}
	ours, err := wasmOf(g.Game.Files)
	if err != nil {
		return err
	}
	cut, err := wasmOf(g.Cut)
	r.Add(bench.Figures{bench.WasmCut: float64(ours.Brotli)}, "floor with the game's cuts", bench.Figures{bench.WasmCut: float64(cut.Brotli)})
	return err
}

// wasmOf adds up the WebAssembly of a site.
func wasmOf(m *manifest.Manifest) (sum manifest.File, err error) {
	for _, f := range m.Files {
		if path.Ext(f.Name) == ".wasm" {
			sum.Size += f.Size
			sum.Gzip += f.Gzip
			sum.Brotli += f.Brotli
		}
	}
	if sum.Size == 0 {
		err = errors.New("the site has no WebAssembly")
	}
	return sum, err
}

const (
	// slower is how much a throttled processor is.
	slower = 4
	// textsInRun is how often the first texts of two pages are compared in each
	// run: they differ by less than one page does from visit to visit.
	textsInRun = 4
)

// start times first visits, each in a new browser.
func (g Gauge) start(ctx context.Context, r *bench.Report) error {
	for range g.Runs {
		if err := g.turns(ctx, r, 1, g.visits); err != nil {
			return err
		}
		if g.Page == "" {
			continue
		}
		for range textsInRun {
			if err := g.textOnce(ctx, r); err != nil {
				return err
			}
		}
	}
	return nil
}

// visits times a visit at full speed and one slowed down.
func (g Gauge) visits(ctx context.Context, b rig.Build) (bench.Figures, error) {
	text, picture, err := g.visit(ctx, b, 1, true)
	if err != nil {
		return nil, err
	}
	slowText, slowPicture, err := g.visit(ctx, b, slower, true)
	return bench.Figures{
		bench.FirstText: text, bench.FirstScreen: picture, bench.FirstTextSlow: slowText, bench.FirstScreen4x: slowPicture,
	}, err
}

// textOnce compares the game's first text with that of the page alone.
func (g Gauge) textOnce(ctx context.Context, r *bench.Report) error {
	ours, _, err := g.visit(ctx, g.Game, 1, false)
	if err != nil {
		return err
	}
	bare, _, err := g.visit(ctx, rig.Build{Site: g.Page, Plays: true}, 1, false)
	r.Add(bench.Figures{bench.FirstTextPage: ours}, "page without WebAssembly", bench.Figures{bench.FirstTextPage: bare})
	return err
}

// visit times a first visit, up to the first text or further, up to the first picture:
// the milliseconds after which each was on the screen. The text of what is no game is in
// its picture.
func (g Gauge) visit(ctx context.Context, b rig.Build, slow float64, further bool) (text, picture float64, err error) {
	err = g.tabbed(ctx, b.Site, func(t *rig.Tab, s *rig.Server) (err error) {
		if err := t.Slow(slow); err != nil {
			return err
		}
		if err := t.Visit(s.Address); err != nil {
			return err
		}
		if b.Plays {
			text, err = t.FirstText()
		}
		if further && err == nil {
			picture, err = t.Playing()
		}
		return err
	})
	if !b.Plays {
		text = picture
	}
	return text, picture, err
}

// press times the first answer to a press, and the first decision of a script that
// presses buttons as soon as they are there.
func (g Gauge) press(ctx context.Context, r *bench.Report) error {
	return g.turns(ctx, r, g.Runs, func(ctx context.Context, b rig.Build) (bench.Figures, error) {
		if !b.Plays {
			return nil, nil
		}
		found := bench.Figures{}
		for slow, keys := range map[float64][2]bench.Key{
			1: {bench.FirstPress, bench.FirstChoice}, slower: {bench.FirstPress4x, bench.FirstChoice4x},
		} {
			err := g.tabbed(ctx, b.Site, func(t *rig.Tab, s *rig.Server) error {
				if err := t.Slow(slow); err != nil {
					return err
				}
				first, err := t.FirstDecision(s.Address)
				found[keys[0]], found[keys[1]] = first.Press, first.Decision
				return err
			})
			if err != nil {
				return nil, err
			}
		}
		return found, nil
	})
}

// kept is how long a page is given to put itself into the browser's store.
const kept = 4 * time.Second

// transfer counts the bytes of a first visit, of one after it, and of what
// comes before the first text where the connection is slow.
func (g Gauge) transfer(ctx context.Context, r *bench.Report) error {
	if err := g.turns(ctx, r, 1, g.fetched); err != nil {
		return err
	}
	return g.turns(ctx, r, g.Runs, func(ctx context.Context, b rig.Build) (bench.Figures, error) {
		if !b.Plays {
			return nil, nil
		}
		var n float64
		err := g.tabbed(ctx, b.Site, func(t *rig.Tab, s *rig.Server) (err error) {
			n, err = t.BytesBeforeText(s.Address)
			return err
		})
		return bench.Figures{bench.TextBytes: n}, err
	})
}

// fetched counts what a server sends in two visits, and in one that wants no picture.
func (g Gauge) fetched(ctx context.Context, b rig.Build) (bench.Figures, error) {
	sent, err := g.sent(ctx, b, 2, (*rig.Tab).Visit)
	if err != nil {
		return nil, err
	}
	bare, err := g.sent(ctx, b, 1, (*rig.Tab).VisitBare)
	if err != nil {
		return nil, err
	}
	return bench.Figures{
		bench.VisitBytes: float64(sent[0]), bench.ReturnBytes: float64(sent[1]), bench.PlayBytes: float64(bare[0]),
	}, nil
}

// sent counts what a server sends in each of some visits.
func (g Gauge) sent(ctx context.Context, b rig.Build, visits int, visit func(t *rig.Tab, address string) error) ([]int64, error) {
	sent := make([]int64, visits)
	return sent, g.tabbed(ctx, b.Site, func(t *rig.Tab, s *rig.Server) error {
		for i := range sent {
			before := s.Sent()
			if err := visit(t, s.Address); err != nil {
				return err
			}
			if _, err := t.Playing(); err != nil {
				return err
			}
			time.Sleep(kept)
			sent[i] = s.Sent() - before
		}
		return nil
	})
}
