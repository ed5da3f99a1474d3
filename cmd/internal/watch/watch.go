// Package watch builds a pack anew whenever its folder changes, and keeps the
// last one that was good.
package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"hardcases/cmd/internal/author"
	"hardcases/cmd/internal/lint"
	"hardcases/game/pack"
)

// Folder is a pack's folder that is watched. It is safe for use by several
// goroutines at once.
type Folder struct {
	dir      string
	settings lint.Settings
	// Tell is called after each build with what was found; nil for nobody.
	tell func(Built)

	mutex sync.Mutex
	name  string
	bytes []byte
	fault string
	seen  string // the files when they were last read
}

// Built is what came of one build.
type Built struct {
	Found  []author.Finding
	Source *author.Source
	// Err says why there is no pack although nothing was found; nil where there
	// is one.
	Err error
	// Hash is the identity of the pack that is now played, "" for none.
	Hash string
	// Good says whether the pack was built, so that it is the one played.
	Good bool
}

// fault is where the first fault is; warnings are none.
func (b Built) fault() string {
	if b.Good {
		return ""
	}
	for _, found := range b.Found {
		if found.Level == lint.Error {
			return fmt.Sprintf("%s:%d:%d [%s]", filepath.Base(found.File), found.Line, found.Column, found.Code)
		}
	}
	return fmt.Sprint(b.Err)
}

// New watches a folder.
func New(dir string, settings lint.Settings, tell func(Built)) *Folder {
	return &Folder{dir: dir, settings: settings, tell: tell}
}

// Pack gives the last good pack where it has this name (its id), nil for none.
func (f *Folder) Pack(name string) []byte {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if name != f.name {
		return nil
	}
	return f.bytes
}

// Name is the id of the last good pack, "" for none.
func (f *Folder) Name() string {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	return f.name
}

// Fault is where the sources have their first fault now, as file:line:column and
// the rule in brackets; "" where they are right.
func (f *Folder) Fault() string {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	return f.fault
}

// Run looks at the folder every so often until the context ends.
func (f *Folder) Run(ctx context.Context, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		f.Look()
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Look builds the pack if a file of the folder has changed since the last look,
// and says whether one had. One with another id than the first is not the pack that
// is watched: it is a fault.
func (f *Folder) Look() bool {
	now := f.files()
	f.mutex.Lock()
	same := now == f.seen
	f.seen = now
	f.mutex.Unlock()
	if same {
		return false
	}
	built, b := f.build()
	f.mutex.Lock()
	if id := built.Source.Content().ID; built.Good && f.name != "" && id != f.name {
		built.Good, built.Hash = false, ""
		built.Err = fmt.Errorf("pack.yaml [id]: now %q, and the page plays %q (to go on, begin anew)", id, f.name)
	}
	f.fault = built.fault()
	if built.Good {
		f.name, f.bytes = built.Source.Content().ID, b
	}
	f.mutex.Unlock()
	if f.tell != nil {
		f.tell(built)
	}
	return true
}

// files sums up the folder: names, sizes and times of its YAML files.
func (f *Folder) files() string {
	entries, _ := os.ReadDir(f.dir) // none where the folder is gone just now: build says so
	all := ""
	for _, e := range entries {
		name := e.Name()
		if !strings.HasSuffix(name, ".yaml") || !author.Ours(name) {
			continue
		}
		if info, err := os.Stat(filepath.Join(f.dir, name)); err == nil { // of a link, where it leads
			all += fmt.Sprintf("%s %d %d\n", name, info.Size(), info.ModTime().UnixNano())
		}
	}
	return all + " " // not the "" of never having looked
}

func (f *Folder) build() (Built, []byte) {
	source, found := author.Load(f.dir)
	if !author.Failed(found) {
		found = author.Sort(append(found, source.Lint(f.settings)...))
	}
	built := Built{Found: found, Source: source}
	if author.Failed(found) {
		return built, nil
	}
	b, err := source.Build()
	if err == nil {
		var p *pack.Pack
		if p, err = pack.Open(b); err == nil {
			built.Hash = p.Hash()
		}
	}
	built.Err, built.Good = err, err == nil
	return built, b
}
