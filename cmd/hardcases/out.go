package main

import (
	"fmt"
	"os"
	"path/filepath"

	"hardcases/cmd/internal/whole"
)

// writeMade writes what a command made into a file. It refuses one that this was made
// from: the file read, or one of the sources in a folder.
func writeMade(file string, b []byte, from string) error {
	if isSource(file, from) {
		return fmt.Errorf("%s: what this is made from is in it, and would be gone; name another file with -o", file)
	}
	return whole.Write(file, b, 0o644)
}

// isSource says whether a file, by whatever name, is the same as another, or as a source
// of a pack in that as a folder.
func isSource(file, from string) bool {
	out, err := os.Stat(file)
	if err != nil {
		return false // there is nothing to lose
	}
	names := []string{from}
	if list, err := os.ReadDir(from); err == nil {
		for _, f := range list {
			if filepath.Ext(f.Name()) == ".yaml" {
				names = append(names, filepath.Join(from, f.Name()))
			}
		}
	}
	for _, name := range names {
		if in, err := os.Stat(name); err == nil && os.SameFile(in, out) {
			return true
		}
	}
	return false
}
