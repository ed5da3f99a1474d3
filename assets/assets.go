// Package assets holds the bytes that the game is made with: packs, interface
// strings and fonts. It knows nobody. What it gives must not be changed.
package assets

import _ "embed"

//go:embed packs/cloudflare.msgp
var pack []byte

//go:embed strings/strings.msgp
var strings []byte

// Pack is the compiled pack that the game comes with.
func Pack() []byte { return pack }

// Strings is the compiled strings of the interface.
func Strings() []byte { return strings }
