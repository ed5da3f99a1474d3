package part

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"

	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/manifest"
	"hardcases/cmd/internal/publish"
)

// budget is the most bytes, as brotli at its quick setting, that each of those files
// of a site may have whose names match a pattern of path.Match.
type budget struct {
	files string
	most  int
}

// budgets are some hundredths above what the site has. What a first visit waits for
// before its first text is index.html alone. Every file needs a budget.
var budgets = []budget{
	{"game.wasm", 3_340_000},
	{"index.html", 9_700},
	{"style.css", 3_950},
	{"boot.js", 3_200},
	{"wasm_exec.js", 4_500},
	{"worker.js", 1_200},
	{"app.webmanifest", 400},
	{"*.png", 60_000},
	{"course.js", 900},
	{"licences.txt", 14_000}, // which nobody fetches to play
	// What the game says in a language, of which a player fetches one.
	{"strings.*.msgp", 25_000},
	{"cloudflare.*.msgp", 54_000},
	{"elsewhere.*.msgp", 23_000},
}

// sizes builds the site and weighs it.
func (e Env) sizes(ctx context.Context, say func(string)) (string, error) {
	log := said(say)
	assets, err := bundle.Make(ctx, e.Root, bundle.Shipped, log)
	if err != nil {
		return "", err
	}
	site, err := publish.Compress(ctx, assets, publish.Quick, log)
	if err != nil {
		return "", err
	}
	return weighed(site.Manifest.Files, budgets)
}

// weighed holds the files of a site to budgets.
func weighed(files []manifest.File, budgets []budget) (string, error) {
	var over []error
	var sums []string
	held := map[string]bool{}
	for _, b := range budgets {
		largest := manifest.File{}
		for _, f := range files {
			if ok, err := path.Match(b.files, f.Name); err != nil {
				return "", err
			} else if ok {
				held[f.Name] = true
				if f.Brotli > largest.Brotli {
					largest = f
				}
			}
		}
		sums = append(sums, fmt.Sprintf("%s %d", b.files, largest.Brotli))
		switch {
		case largest.Brotli == 0:
			over = append(over, fmt.Errorf("%s: the site has no such file, and its budget says so still", b.files))
		case largest.Brotli > b.most:
			over = append(over, fmt.Errorf("%s: %d bytes as brotli, the budget is %d", largest.Name, largest.Brotli, b.most))
		}
	}
	for _, f := range files {
		if !held[f.Name] {
			over = append(over, fmt.Errorf("%s: %d bytes as brotli, and no budget", f.Name, f.Brotli))
		}
	}
	return strings.Join(sums, ", "), errors.Join(over...)
}

// said is a writer of lines that are said.
type said func(string)

func (s said) Write(p []byte) (int, error) {
	s(strings.TrimRight(string(p), "\n"))
	return len(p), nil
}
