// Package assets holds the bytes that the game is made with: packs, interface
// strings and fonts. It knows nobody. What it gives must not be changed.
package assets

import _ "embed"

//go:embed packs/cloudflare.msgp
var cloudflare []byte

//go:embed packs/elsewhere.msgp
var elsewhere []byte

//go:embed strings/strings.msgp
var strings []byte

// Packs lists the ids of the packs that the game comes with; the first is the
// one that it starts with.
func Packs() []string { return []string{"cloudflare", "elsewhere"} }

// PackNamed is the compiled pack of an id that Packs lists, nil for any other.
func PackNamed(id string) []byte {
	switch id {
	case "cloudflare":
		return cloudflare
	case "elsewhere":
		return elsewhere
	}
	return nil
}

// Pack is the compiled pack that the game starts with.
func Pack() []byte { return cloudflare }

// Strings is the compiled strings of the interface.
func Strings() []byte { return strings }
