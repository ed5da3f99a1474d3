//go:build unix

package proc

import (
	"os/exec"
	"syscall"
)

// ownGroup gives the program a process group of its own, so that ending it
// ends its children too: a test binary under the go command, a browser under
// the test.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error {
		return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	}
}
