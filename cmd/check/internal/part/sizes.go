package part

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
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
// before its first text is index.html alone.
var budgets = []budget{
	{"game.wasm", 3_190_000},
	{"page.wasm", 1_780_000},
	{"*.ttf", 33_000},
	{"index.html", 9_600}, // with the first screen's buttons
	{"style.css", 4_400},
	{"boot.js", 3_450},
	{"relay.js", 1_700},
	{"wasm_exec.js", 4_500},
	{"worker.js", 1_450}, // with the files of both programs
	{"app.webmanifest", 400},
	{"*.png", 60_000},
	{"course.js", 900},
	{"licences.txt", 14_000}, // which nobody fetches to play
	// What the game says in a language, of which a player fetches one.
	{"strings.*.msgp", 29_000},
	{"cloudflare.*.msgp", 55_500},
	{"elsewhere.*.msgp", 24_300},
}

// sizes builds the site and weighs it.
func (e Env) sizes(ctx context.Context, say func(string)) (string, error) {
	say("building the site")
	assets, err := bundle.Make(ctx, e.Root, bundle.Shipped, io.Discard)
	if err != nil {
		return "", err
	}
	site, err := publish.Compress(ctx, assets, publish.Quick, io.Discard)
	if err != nil {
		return "", err
	}
	return weighed(site.Manifest.Files, budgets)
}

// weighed holds the files of a site to budgets: every file needs one, and every
// budget a file.
func weighed(files []manifest.File, budgets []budget) (string, error) {
	var over []error
	var sums []string
	used := map[budget]bool{}
	for _, f := range files {
		var b budget
		if i := slices.IndexFunc(budgets, func(b budget) bool { ok, err := path.Match(b.files, f.Name); return ok && err == nil }); i >= 0 {
			b = budgets[i]
			used[b] = true
		}
		sums = append(sums, fmt.Sprintf("%s %d", f.Name, f.Brotli))
		if f.Brotli > b.most {
			over = append(over, fmt.Errorf("%s: %d bytes as brotli, the budget is %d", f.Name, f.Brotli, b.most))
		}
	}
	for _, b := range budgets {
		if !used[b] {
			over = append(over, fmt.Errorf("%s: the site has no such file, and its budget says so still", b.files))
		}
	}
	return strings.Join(sums, ", "), errors.Join(over...)
}
