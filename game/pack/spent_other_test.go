//go:build !unix

package pack_test

import "time"

// spent is the time on the clock: this system has no simple way to ask for that
// of the processor.
func spent() time.Duration { return time.Duration(time.Now().UnixNano()) }
