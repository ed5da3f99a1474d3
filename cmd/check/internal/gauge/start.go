package gauge

import (
	"context"
	"fmt"
	"time"

	"hardcases/cmd/check/internal/bench"
	"hardcases/cmd/check/internal/rig"
	"hardcases/cmd/internal/manifest"
)

// What the game is compared with.
const (
	theFloor = "floor"
	thePage  = "page without WebAssembly"
)

// sizes compares the files.
func (g Gauge) sizes(_ context.Context, b *book) error {
	ours, err := wasmOf(g.Built.GameFiles)
	if err != nil {
		return err
	}
	floor, err := wasmOf(g.Built.FloorFiles)
	if err != nil {
		return err
	}
	b.both(bench.WasmRaw, "WebAssembly", bench.Bytes, theFloor, float64(ours.Size), float64(floor.Size))
	b.both(bench.WasmGzip, "WebAssembly as gzip", bench.Bytes, theFloor, float64(ours.Gzip), float64(floor.Gzip))
	b.both(bench.WasmBrotli, "WebAssembly as brotli", bench.Bytes, theFloor, float64(ours.Brotli), float64(floor.Brotli))
	return nil
}

func wasmOf(m *manifest.Manifest) (manifest.File, error) {
	for _, f := range m.Files {
		if f.Name == "game.wasm" {
			return f, nil
		}
	}
	return manifest.File{}, fmt.Errorf("the site has no game.wasm")
}

// start times first visits, each in a new browser.
func (g Gauge) start(ctx context.Context, b *book) error {
	for range g.Runs {
		for _, slow := range []float64{1, slower} {
			if err := g.startOnce(ctx, b, slow); err != nil {
				return err
			}
		}
		for range textsInRun {
			if err := g.textOnce(ctx, b); err != nil {
				return err
			}
		}
	}
	return nil
}

const (
	// slower is how much a throttled processor is.
	slower = 4
	// textsInRun is how often the first texts of two pages are compared in each
	// run: they differ by less than one page does from visit to visit.
	textsInRun = 4
)

// startOnce compares the game's first text and picture with the floor's picture.
func (g Gauge) startOnce(ctx context.Context, b *book, slow float64) error {
	floor, err := g.visit(ctx, g.Built.Floor, slow, picture)
	if err != nil {
		return fmt.Errorf("the floor: %w", err)
	}
	ours, err := g.visit(ctx, g.Built.Game, slow, text|picture)
	if err != nil {
		return fmt.Errorf("the game: %w", err)
	}
	if slow > 1 {
		b.both(bench.FirstTextSlow, "first readable text, processor 4 times slower", bench.Millis, theFloor, ours.text, floor.picture)
		b.both(bench.FirstScreen4x, "first interactive screen, processor 4 times slower", bench.Millis, theFloor, ours.picture, floor.picture)
		return nil
	}
	b.both(bench.FirstText, "first readable text", bench.Millis, theFloor, ours.text, floor.picture)
	b.both(bench.FirstScreen, "first interactive screen", bench.Millis, theFloor, ours.picture, floor.picture)
	b.both(bench.FirstDrawn, "first screen drawn by the program, not yet shown", bench.Millis, theFloor, ours.drawn, floor.drawn)
	return nil
}

// textOnce compares the game's first text with that of the page alone.
func (g Gauge) textOnce(ctx context.Context, b *book) error {
	ours, err := g.visit(ctx, g.Built.Game, 1, text)
	if err != nil {
		return fmt.Errorf("the game: %w", err)
	}
	bare, err := g.visit(ctx, g.Built.Page, 1, text)
	if err != nil {
		return fmt.Errorf("the page without WebAssembly: %w", err)
	}
	b.both(bench.FirstTextPage, "first readable text", bench.Millis, thePage, ours.text, bare.text)
	return nil
}

// waits says what a visit waits for.
type waits int

const (
	text waits = 1 << iota
	picture
)

// moments are the milliseconds after which the first text and the first picture
// of a visit were on the screen, and after which the program had drawn that
// picture; 0 for what was not waited for.
type moments struct{ text, picture, drawn float64 }

// visit times a first visit.
func (g Gauge) visit(ctx context.Context, dir string, slow float64, w waits) (m moments, err error) {
	err = g.tabbed(ctx, dir, func(t *rig.Tab, s *rig.Server) error {
		if err := t.Slow(slow); err != nil {
			return err
		}
		if err := t.Visit(s.Address); err != nil {
			return err
		}
		if w&text != 0 {
			if m.text, err = timed(t.FirstText); err != nil {
				return err
			}
		}
		if w&picture != 0 {
			if m.picture, err = timed(t.Playing); err != nil {
				return err
			}
			m.drawn, err = timed(t.Drawn)
		}
		return err
	})
	return m, err
}

// timed is a moment in milliseconds.
func timed(moment func() (time.Duration, error)) (float64, error) {
	d, err := moment()
	return millis(d), err
}

// kept is how long a page is given to put itself into the browser's store.
const kept = 4 * time.Second

// transfer counts the bytes of a first visit, of one after it, and of what
// comes before the first text where the connection is slow.
func (g Gauge) transfer(ctx context.Context, b *book) error {
	ours, again, err := g.fetched(ctx, g.Built.Game)
	if err != nil {
		return fmt.Errorf("the game: %w", err)
	}
	floor, floorAgain, err := g.fetched(ctx, g.Built.Floor)
	if err != nil {
		return fmt.Errorf("the floor: %w", err)
	}
	b.both(bench.VisitBytes, "bytes of a first visit", bench.Bytes, theFloor, ours, floor)
	b.both(bench.ReturnBytes, "bytes of a second visit", bench.Bytes, theFloor, again, floorAgain)
	for range g.Runs {
		err := g.tabbed(ctx, g.Built.Game, func(t *rig.Tab, s *rig.Server) error {
			n, err := t.BytesBeforeText(s.Address, rig.SlowLink())
			if err == nil {
				b.one(bench.TextBytes, "bytes before the first readable text, over a slow link", bench.Bytes, float64(n))
			}
			return err
		})
		if err != nil {
			return fmt.Errorf("the game over a slow link: %w", err)
		}
	}
	return nil
}

// fetched counts what a server sends in two visits.
func (g Gauge) fetched(ctx context.Context, dir string) (first, second float64, err error) {
	err = g.tabbed(ctx, dir, func(t *rig.Tab, s *rig.Server) error {
		var sent [2]int64
		for i := range sent {
			before := s.Sent()
			if err := t.Visit(s.Address); err != nil {
				return err
			}
			if _, err := t.Playing(); err != nil {
				return err
			}
			time.Sleep(kept)
			sent[i] = s.Sent() - before
		}
		first, second = float64(sent[0]), float64(sent[1])
		return nil
	})
	return first, second, err
}
