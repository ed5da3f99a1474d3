package serve

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
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

// packsIn reads packs from a built site.
func packsIn(site fs.FS) Packs {
	return func(name string) []byte {
		file := "packs/" + name + ".msgp"
		if info, err := fs.Stat(site, file); err != nil || info.Size() > pack.MaxFile {
			return nil
		}
		b, err := fs.ReadFile(site, file)
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
