//go:build !unix

package proc

import "os/exec"

// ownGroup does nothing where there are no process groups: only the program
// itself is ended.
func ownGroup(*exec.Cmd) {}
