// Package assets holds the bytes that the game is made with: packs, interface
// strings and fonts. It knows nobody. What it gives must not be changed, unless
// it says that it gives a copy.
package assets

import (
	"embed"
	"io/fs"
)

//go:generate go run ../cmd/hardcases assets .

// What belongs to no language stands apart from what is said in each: a program
// that gets the latter another way does not carry it.
var (
	//go:embed packs/*/structure.msgp strings/languages.txt
	bare embed.FS
	//go:embed packs/*/*.msgp strings/*.msgp
	spoken embed.FS
)

// Packs lists the ids of the packs that the game comes with; the first is the
// one that it starts with.
func Packs() []string { return []string{"cloudflare", "elsewhere"} }

// First is the pack that the game starts with, as Pack gives it.
func First() [][]byte { return Pack(Packs()[0]) }

// Pack gives a compiled pack of an id that Packs lists: its structure, then each of
// its languages. It gives a copy, and nil for any other id.
func Pack(id string) [][]byte {
	b := Structure(id)
	if b == nil {
		return nil
	}
	return append([][]byte{b}, all("packs/"+id+"/*.msgp", "packs/"+id+"/"+structure)...)
}

// Structure gives a compiled pack of an id that Packs lists without its languages.
// It gives a copy, and nil for any other id.
func Structure(id string) []byte {
	b, err := bare.ReadFile("packs/" + id + "/" + structure)
	if err != nil {
		return nil
	}
	return b
}

// structure is the file of a pack that belongs to no language.
const structure = "structure.msgp"

// Languages is the list of the languages of the interface.
func Languages() []byte {
	b, _ := bare.ReadFile("strings/languages.txt") // embedded by its name
	return b
}

// Strings is the compiled words of the interface, one file for each language. It
// gives a copy.
func Strings() [][]byte { return all("strings/*.msgp", "") }

// all gives the files of a pattern but one.
func all(pattern, but string) [][]byte {
	names, _ := fs.Glob(spoken, pattern) // the pattern is a good one
	var bytes [][]byte
	for _, name := range names {
		if b, err := spoken.ReadFile(name); err == nil && name != but {
			bytes = append(bytes, b)
		}
	}
	return bytes
}
