package gauge

import (
	"context"
	"fmt"
	"time"

	"hardcases/cmd/check/internal/bench"
	"hardcases/cmd/check/internal/rig"
	"hardcases/cmd/internal/site"
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

func wasmOf(m *site.Manifest) (site.File, error) {
	for _, f := range m.Files {
		if f.Name == "game.wasm" {
			return f, nil
		}
	}
	return site.File{}, fmt.Errorf("the site has no game.wasm")
}

// start times first visits, each in a new browser.
func (g Gauge) start(ctx context.Context, b *book) error {
	for range g.Runs {
		if err := g.startOnce(ctx, b, 1); err != nil {
			return err
		}
		if err := g.startOnce(ctx, b, slower); err != nil {
			return err
		}
	}
	return nil
}

// slower is how much a throttled processor is.
const slower = 4

func (g Gauge) startOnce(ctx context.Context, b *book, slow float64) error {
	_, frame, err := g.visit(ctx, g.Built.Floor, slow, true)
	if err != nil {
		return fmt.Errorf("the floor: %w", err)
	}
	text, screen, err := g.visit(ctx, g.Built.Game, slow, true)
	if err != nil {
		return fmt.Errorf("the game: %w", err)
	}
	if slow > 1 {
		b.both(bench.FirstTextSlow, "first readable text, processor 4 times slower", bench.Millis, theFloor, text, frame)
		b.both(bench.FirstScreen4x, "first interactive screen, processor 4 times slower", bench.Millis, theFloor, screen, frame)
		return nil
	}
	bare, _, err := g.visit(ctx, g.Built.Page, slow, false)
	if err != nil {
		return fmt.Errorf("the page without WebAssembly: %w", err)
	}
	b.both(bench.FirstText, "first readable text", bench.Millis, theFloor, text, frame)
	b.both(bench.FirstTextPage, "first readable text", bench.Millis, thePage, text, bare)
	b.both(bench.FirstScreen, "first interactive screen", bench.Millis, theFloor, screen, frame)
	return nil
}

// visit gives the milliseconds to the first text and to the first picture; the
// floor has no text, and a page without a program no picture.
func (g Gauge) visit(ctx context.Context, dir string, slow float64, picture bool) (text, drawn float64, err error) {
	err = g.tabbed(ctx, dir, func(t *rig.Tab, s *rig.Server) error {
		if err := t.Slow(slow); err != nil {
			return err
		}
		if err := t.Visit(s.Address); err != nil {
			return err
		}
		if picture {
			d, err := t.Playing()
			if err != nil {
				return err
			}
			drawn = millis(d)
		}
		if dir == g.Built.Floor {
			return nil
		}
		d, err := t.FirstText()
		text = millis(d)
		return err
	})
	return text, drawn, err
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
