//go:build race || js

package pack_test

import "time"

// mostTime is how long it may take to refuse a bad file where everything takes
// about ten times as long: under the race detector and as WebAssembly.
const mostTime = time.Second
