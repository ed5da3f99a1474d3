//go:build unix

package pack_test

import (
	"syscall"
	"time"
)

// spent is the processor time that the test has used so far. What else the
// machine does meanwhile does not count.
func spent() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		panic("the system does not tell the processor time")
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
