package rig

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/prometheus/procfs"

	"hardcases/cmd/check/internal/bench"
)

// tick is the unit of processor time in the kernel's files: on every Linux,
// user programs see a hundred in a second.
const tick = 10 * time.Millisecond

// treeCPU is the processor time so far of a process and all below it, those that
// have ended among them.
func treeCPU(pid int) (time.Duration, error) {
	all, err := procfs.AllProcs()
	if err != nil {
		return 0, err
	}
	var tree []procfs.ProcStat
	children := map[int][]procfs.ProcStat{}
	for _, p := range all {
		s, err := p.Stat()
		if err != nil {
			continue // it has ended since it was listed
		}
		children[s.PPID] = append(children[s.PPID], s)
		if s.PID == pid && s.State != "Z" {
			tree = append(tree, s)
		}
	}
	if len(tree) == 0 {
		return 0, fmt.Errorf("process %d has ended", pid)
	}
	var total time.Duration
	for ; len(tree) > 0; tree = tree[1:] {
		s := tree[0]
		total += time.Duration(int(s.UTime+s.STime)+s.CUTime+s.CSTime) * tick
		tree = append(tree, children[s.PID]...)
	}
	return total, nil
}

// started finds the process that was started with an argument and has no argument
// that begins with not; 0 for none.
func started(with, not string) (int, error) {
	all, err := procfs.AllProcs()
	for _, p := range all {
		args, err := p.CmdLine()
		if err != nil || !slices.Contains(args, with) { // one with an error has ended
			continue
		}
		if !slices.ContainsFunc(args, func(arg string) bool { return strings.HasPrefix(arg, not) }) {
			return p.PID, nil
		}
	}
	return 0, cmp.Or(err, fmt.Errorf("no process runs with %s", with))
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
	t, err := Open(ctx, chromium)
	if err != nil {
		return m, err
	}
	m.Browser, err = t.Version()
	if failed := t.Close(); err == nil {
		err = failed
	}
	return m, err
}
