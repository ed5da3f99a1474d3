//go:build release

package main

import _ "embed"

// site is put here by publish.Program; it is never in the source tree.
//
//go:embed site.zip
var site []byte

// carried is the web game that this program holds, as one zip.
func carried() []byte { return site }
