package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"hardcases/assets"
	"hardcases/game/pack"
)

// writeVersion says which version of the program this is, of which commit, and
// which packs and which web game are in it, so that a report can name them.
func writeVersion(w io.Writer) error {
	version, commit := "(devel)", "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision":
				commit = s.Value
			case s.Key == "vcs.modified" && s.Value == "true":
				commit += ", with changes"
			}
		}
	}
	fmt.Fprintf(w, "hardcases %s\ncommit %s\n%s, %s/%s\n", version, commit, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	for _, id := range assets.Packs() {
		p, err := pack.Open(assets.Pack(id)...)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "pack %s %s\n", id, p.Hash())
	}
	site, err := openCarried()
	switch {
	case err != nil:
		return err
	case site == nil:
		_, err = fmt.Fprintln(w, "web game: none, it is built from the source tree")
	default:
		_, err = fmt.Fprintln(w, "web game", site.Manifest.Version)
	}
	return err
}
