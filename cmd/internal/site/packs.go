package site

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"hardcases/game/pack"
)

// Packs gives the bytes of the packs that stand beside the game, in the folder
// packs of the site: packs/ferry.msgp has the name ferry. It gives nil for a
// name that there is no pack of.
type Packs func(name string) []byte

// Fault says where the sources of the packs that are being written are wrong
// now, so that the packs are older than they; "" where they are right.
type Fault func() string

// packsIn reads packs from a folder of a built site.
func packsIn(dir string) Packs {
	return func(name string) []byte {
		file := filepath.Join(dir, "packs", name+".msgp")
		if info, err := os.Stat(file); err != nil || info.Size() > pack.MaxFile {
			return nil
		}
		b, err := os.ReadFile(file)
		if err != nil {
			return nil
		}
		return b
	}
}

// withPacks serves packs, and for each a file .version that changes with it, to
// be asked for now and then, with the fault in a second line; all else is left to
// h.
func withPacks(h http.Handler, packs Packs, fault Fault) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		file, ours := strings.CutPrefix(r.URL.Path, "/packs/")
		name, isPack := strings.CutSuffix(file, ".msgp")
		if !isPack {
			name, ours = cutVersion(file, ours)
		}
		if !ours || !pack.ValidID(name) || r.Method != http.MethodGet && r.Method != http.MethodHead {
			h.ServeHTTP(w, r)
			return
		}
		b := packs(name)
		if b == nil {
			h.ServeHTTP(w, r)
			return
		}
		head := w.Header()
		head.Set("Cache-Control", "no-cache")
		sum := sha256.Sum256(b)
		version := hex.EncodeToString(sum[:8])
		if !isPack {
			if fault != nil {
				version += "\n" + fault()
			}
			head.Set("Content-Type", types[".txt"])
			http.ServeContent(w, r, "", time.Time{}, strings.NewReader(version))
			return
		}
		head.Set("ETag", `"`+version+`"`)
		head.Set("Content-Type", types[".msgp"])
		http.ServeContent(w, r, "", time.Time{}, strings.NewReader(string(b)))
	})
}

func cutVersion(file string, ours bool) (string, bool) {
	name, ok := strings.CutSuffix(file, ".version")
	return name, ours && ok
}

// AddPack puts a pack into a built site, where ?pack=NAME finds it. The bytes
// must be those of a pack; its id is the name.
func AddPack(dir string, b []byte) (name string, err error) {
	p, err := pack.Open(b)
	if err != nil {
		return "", err
	}
	if err := p.Validate(); err != nil {
		return "", err
	}
	folder := filepath.Join(dir, "packs")
	if err := os.MkdirAll(folder, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	return p.Head().ID, replace(filepath.Join(folder, p.Head().ID+".msgp"), b)
}
