package main

import (
	"cmp"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"hardcases/assets"
	"hardcases/game/pack"
)

// releaseVersion and releaseCommit are what a release calls itself: the linker
// writes them. "" elsewhere.
var releaseVersion, releaseCommit string

// writeVersion says which version of the program this is, of which commit, and
// which packs and which web game are in it, so that a report can name them.
func writeVersion(w io.Writer) error {
	v, c := identity()
	fmt.Fprintf(w, "hardcases %s\ncommit %s\n%s, %s/%s\n", v, c, runtime.Version(), runtime.GOOS, runtime.GOARCH)
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

// identity is the version of this program and the commit that it was built from.
func identity() (v, c string) {
	v, c = "(devel)", "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		v = info.Main.Version
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision":
				c = s.Value
			case s.Key == "vcs.modified" && s.Value == "true":
				c += ", with changes"
			}
		}
	}
	return cmp.Or(releaseVersion, v), cmp.Or(releaseCommit, c)
}
