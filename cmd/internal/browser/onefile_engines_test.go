//go:build browser && installed

package browser

import (
	"testing"

	"hardcases/cmd/internal/bundle"
	"hardcases/proving/engine"
)

// TestOneFileInEveryEngine plays a case by keys in the page that lies in a folder, in
// every engine, loads it again in the middle of a decision, and goes on there. It takes
// minutes, so it is no part of the check:
//
//	xvfb-run -a -s '-screen 0 1920x1200x24' go test -tags=browser,installed -run OneFileInEveryEngine ./cmd/internal/browser
func TestOneFileInEveryEngine(t *testing.T) {
	for _, name := range []engine.Name{engine.Chromium, engine.Firefox, engine.WebKit} {
		t.Run(string(name), func(t *testing.T) {
			t.Parallel()
			address := oneFile(t, t.TempDir(), "hard-cases.html", bundle.OnePage{Saves: "hardcases-file-1:own:"})
			c := &core{tab: openEngine(t, name, engine.Setup{}), name: name, address: address}
			c.start()
			c.byKeys()
			c.reloaded()
		})
	}
}
