//go:build browser

package browser

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"

	"hardcases/proving/chromium"

	"github.com/chromedp/chromedp"
)

// fleet is the Chromiums that the tests share. To start one takes as long as to
// load the game; tabs with storage of their own keep the tests apart.
type fleet struct {
	mu      sync.Mutex
	running map[kind]context.Context
	stops   []func()
}

// kind says in what one Chromium differs from another.
type kind struct {
	noWebGL bool
	strict  bool // frames of another site may keep nothing
	crowd   bool // many small pages, which share a process
}

// browser gives the Chromium of a kind, and starts it first where need be.
func (f *fleet) browser(k kind) (context.Context, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if ctx, ok := f.running[k]; ok {
		return ctx, nil
	}
	path, err := exec.LookPath("chromium")
	if err != nil {
		return nil, fmt.Errorf("these tests need Debian's package chromium: %w", err)
	}
	privacy, err := f.privacy(k)
	if err != nil {
		return nil, err
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(), slices.Concat(chromium.Quiet(path, "en"), k.graphics(), privacy, k.sharing(), []chromedp.ExecAllocatorOption{
		// A tab behind another one is drawn all the same.
		chromedp.Flag("disable-backgrounding-occluded-windows", true), chromedp.Flag("disable-renderer-backgrounding", true),
		// Better code for a game that ends in seconds costs more than it saves.
		chromedp.Flag("js-flags", "--liftoff-only"),
	})...)
	f.stops = append(f.stops, stop)
	ctx, closeTab := chromedp.NewContext(ctx)
	f.stops = append(f.stops, closeTab)
	if err := chromedp.Do(ctx); err != nil {
		return nil, err
	}
	f.running[k] = ctx
	return ctx, nil
}

// graphics are the options that say how a Chromium draws.
func (k kind) graphics() []chromedp.ExecAllocatorOption {
	if k.noWebGL {
		return []chromedp.ExecAllocatorOption{chromedp.Flag("disable-gpu", true), chromedp.Flag("disable-3d-apis", true)}
	}
	return chromium.Software()
}

// crowdSite is where the pages of a crowd come from: any name below it is this computer.
const crowdSite = "class.test"

// sharing are the options by which the pages of a crowd share a process.
func (k kind) sharing() []chromedp.ExecAllocatorOption {
	if !k.crowd {
		return nil
	}
	return []chromedp.ExecAllocatorOption{
		chromedp.Flag("process-per-site", true), chromedp.Flag("host-resolver-rules", "MAP *."+crowdSite+" 127.0.0.1"),
		chromedp.Flag("disable-back-forward-cache", true), chromedp.Flag("disable-features", "HttpsUpgrades"),
	}
}

// thirdParty is the part of a profile by which Chromium blocks what it calls cookies of
// third parties.
const thirdParty = `{"profile": {"cookie_controls_mode": 1, "block_third_party_cookies": true}}`

// privacy are the options that say what pages may keep. By itself Chromium gives frames
// of another site a storage of their own even where it blocks their cookies; browsers
// without that give them none.
func (f *fleet) privacy(k kind) ([]chromedp.ExecAllocatorOption, error) {
	if !k.strict {
		return nil, nil
	}
	dir, err := os.MkdirTemp("", "hardcases-profile-")
	if err != nil {
		return nil, err
	}
	f.stops = append(f.stops, func() { _ = os.RemoveAll(dir) }) // a folder for files that nobody needs any more
	if err := os.Mkdir(filepath.Join(dir, "Default"), 0o700); err != nil {
		return nil, err
	}
	return []chromedp.ExecAllocatorOption{
		chromedp.UserDataDir(dir), chromedp.Flag("disable-features", "ThirdPartyStoragePartitioning,ThirdPartyPartitionedStorageAllowedByDefault"),
	}, os.WriteFile(filepath.Join(dir, "Default", "Preferences"), []byte(thirdParty), 0o600)
}

// stop ends all that run.
func (f *fleet) stop() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for i := len(f.stops) - 1; i >= 0; i-- {
		f.stops[i]()
	}
}
