package rig

import (
	"cmp"
	"context"
	"fmt"
	"os/exec"
	"runtime"
	"strings"

	"github.com/prometheus/procfs"

	"hardcases/cmd/check/internal/bench"
)

// started finds the process that was started as a program, and not by another one with
// the program among its arguments.
func started(program string) (procfs.Proc, error) {
	all, err := procfs.AllProcs()
	for _, p := range all {
		if args, gone := p.CmdLine(); gone == nil && len(args) > 0 && args[0] == program {
			return p, nil
		}
	}
	return procfs.Proc{}, cmp.Or(err, fmt.Errorf("no process is %s", program))
}

// used is the processor time that a process has taken so far, in seconds.
func used(p procfs.Proc) (float64, error) {
	s, err := p.Stat()
	return s.CPUTime(), err
}

// private is the memory that only this process holds, in bytes.
func private(pid int) (int64, error) {
	p, err := procfs.NewProc(pid)
	if err != nil {
		return 0, err
	}
	m, err := p.ProcSMapsRollup()
	return int64(m.PrivateClean + m.PrivateDirty + m.Swap), err
}

// ThisMachine says what kind of computer this is, with the browser's version, "" for
// no browser.
// It tells no name and no address.
func ThisMachine(ctx context.Context, chromium string) (bench.Machine, error) {
	m := bench.Machine{System: runtime.GOOS + "/" + runtime.GOARCH, CPU: runtime.GOARCH, Cores: runtime.NumCPU(), Go: runtime.Version()}
	fs, err := procfs.NewDefaultFS()
	if err != nil {
		return m, err
	}
	cpus, err := fs.CPUInfo()
	if err != nil {
		return m, err
	}
	if len(cpus) > 0 && cpus[0].ModelName != "" { // some processors do not tell their name
		m.CPU = cpus[0].ModelName
	}
	memory, err := fs.Meminfo()
	if err != nil {
		return m, err
	}
	if kib := memory.MemTotal; kib != nil {
		m.Memory = int((*kib + 1<<20 - 1) >> 20) // in whole GiB, up: a part of it is the kernel's own
	}
	if chromium == "" {
		return m, nil
	}
	version, err := exec.CommandContext(ctx, chromium, "--version").Output()
	m.Browser, _, _ = strings.Cut(string(version), " built on ") // Debian says much more
	m.Browser = strings.TrimSpace(m.Browser)
	return m, err
}
