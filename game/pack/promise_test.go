//go:build !race && !js

package pack_test

import "time"

// mostTime is how long it may take to refuse a bad file.
const mostTime = 100 * time.Millisecond
