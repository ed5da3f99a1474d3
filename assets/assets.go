// Package assets holds the bytes that the game is made with: packs, interface
// strings and fonts. It knows nobody.
package assets

import "embed"

// Pack is the compiled pack that the game comes with.
//
//go:embed packs/cloudflare.msgp
var Pack []byte

// Strings is the compiled interface strings.
//
//go:embed strings/strings.msgp
var Strings []byte
