package rig

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"strconv"

	"hardcases/cmd/check/internal/bench"
)

// ThisMachine says what kind of computer this is, with the browser's version.
// It tells no name and no address.
func ThisMachine(ctx context.Context, chromium string) (bench.Machine, error) {
	m := bench.Machine{System: runtime.GOOS + "/" + runtime.GOARCH, Cores: runtime.NumCPU()}
	cpu, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return m, fmt.Errorf("what machine this is: %w", err)
	}
	memory, err := os.ReadFile("/proc/meminfo")
	if err != nil {
		return m, fmt.Errorf("what machine this is: %w", err)
	}
	if m.CPU, m.Memory, err = machineOf(string(cpu), string(memory)); err != nil {
		return m, err
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

var (
	model = regexp.MustCompile(`(?m)^model name\s*:\s*(.+?)\s*$`)
	total = regexp.MustCompile(`(?m)^MemTotal:\s*(\d+) kB`)
)

// machineOf reads the kernel's files: the processor's class, and the memory in
// whole GiB, rounded up as a part of it is the kernel's own.
func machineOf(cpuinfo, meminfo string) (cpu string, gib int, err error) {
	cpu = runtime.GOARCH // some processors do not tell their name
	if found := model.FindStringSubmatch(cpuinfo); found != nil {
		cpu = found[1]
	}
	found := total.FindStringSubmatch(meminfo)
	if found == nil {
		return "", 0, fmt.Errorf("no MemTotal in /proc/meminfo")
	}
	kib, err := strconv.Atoi(found[1])
	return cpu, (kib + 1<<20 - 1) >> 20, err
}
