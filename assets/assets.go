// Package assets holds the bytes that the game is made with: packs, interface
// strings and fonts. It knows nobody. What it gives must not be changed, unless
// it says that it gives a copy.
package assets

import (
	"embed"
	"io/fs"
)

//go:generate go run ../cmd/hardcases assets .

//go:embed packs/*/*.msgp strings/*.msgp strings/languages.txt
var files embed.FS

// Packs lists the ids of the packs that the game comes with; the first is the
// one that it starts with.
func Packs() []string { return []string{"cloudflare", "elsewhere"} }

// First is the pack that the game starts with, as Pack gives it.
func First() [][]byte { return Pack(Packs()[0]) }

// Pack gives a compiled pack of an id that Packs lists: its structure, then each of
// its languages. It gives a copy, and nil for any other id.
func Pack(id string) [][]byte {
	structure := "packs/" + id + "/structure.msgp"
	b, err := files.ReadFile(structure)
	if err != nil {
		return nil
	}
	return append([][]byte{b}, all("packs/"+id+"/*.msgp", structure)...)
}

// Languages is the list of the languages of the interface.
func Languages() []byte {
	b, _ := files.ReadFile("strings/languages.txt") // embedded by its name
	return b
}

// Strings is the compiled words of the interface, one file for each language. It
// gives a copy.
func Strings() [][]byte { return all("strings/*.msgp", "") }

// all gives the files of a pattern but one.
func all(pattern, but string) [][]byte {
	names, _ := fs.Glob(files, pattern) // the pattern is a good one
	var bytes [][]byte
	for _, name := range names {
		if b, err := files.ReadFile(name); err == nil && name != but {
			bytes = append(bytes, b)
		}
	}
	return bytes
}
