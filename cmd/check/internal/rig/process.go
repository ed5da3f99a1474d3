package rig

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// procs reads the kernel's files about processes.
type procs struct{ root string }

// local is this computer's.
func local() procs { return procs{"/proc"} }

// tick is the unit of processor time in the kernel's files: on every Linux,
// user programs see a hundred in a second.
const tick = 10 * time.Millisecond

// stat is what /proc/PID/stat says that matters here.
type stat struct {
	pid, parent int
	cpu         time.Duration // of the process, and of its children that have ended
	ended       bool          // only its parent has not asked for its end yet
}

// parseStat reads one such file. The program's name, in parentheses, may hold
// anything. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
func parseStat(line string) (stat, error) {
	open, shut := strings.IndexByte(line, '('), strings.LastIndexByte(line, ')')
	if open < 0 || shut < open {
		return stat{}, fmt.Errorf("not a stat file: %.60q", line)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(line[:open]))
	fields := strings.Fields(line[shut+1:])
	if err != nil || len(fields) < 15 {
		return stat{}, fmt.Errorf("not a stat file: %.60q", line)
	}
	s := stat{pid: pid, ended: fields[0] == "Z" || fields[0] == "X"}
	if s.parent, err = strconv.Atoi(fields[1]); err != nil {
		return stat{}, fmt.Errorf("not a stat file: %w", err)
	}
	for _, f := range fields[11:15] { // utime, stime, cutime, cstime
		n, err := strconv.ParseInt(f, 10, 64)
		if err != nil {
			return stat{}, fmt.Errorf("not a stat file: %w", err)
		}
		s.cpu += time.Duration(n) * tick
	}
	return s, nil
}

// all reads every process there is.
func (p procs) all() ([]stat, error) {
	files, err := filepath.Glob(filepath.Join(p.root, "[0-9]*", "stat"))
	if err != nil {
		return nil, err
	}
	var list []stat
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			continue // it has ended since it was listed
		}
		s, err := parseStat(string(b))
		if err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("processor time is read from %s, which is not there: only Linux has it", p.root)
	}
	return list, nil
}

// treeCPU is the processor time so far of a process and all below it.
func (p procs) treeCPU(pid int) (time.Duration, error) {
	list, err := p.all()
	if err != nil {
		return 0, err
	}
	total, found := time.Duration(0), false
	for _, s := range below(list, pid) {
		total += s.cpu
		found = found || s.pid == pid && !s.ended
	}
	if !found {
		return 0, fmt.Errorf("process %d has ended", pid)
	}
	return total, nil
}

// below gives the process with a number and all that descend from it.
func below(list []stat, pid int) []stat {
	in := map[int]bool{pid: true}
	for grown := true; grown; {
		grown = false
		for _, s := range list {
			if in[s.parent] && !in[s.pid] {
				in[s.pid], grown = true, true
			}
		}
	}
	var tree []stat
	for _, s := range list {
		if in[s.pid] {
			tree = append(tree, s)
		}
	}
	return tree
}

// started finds the process that was started with an argument and has no
// argument that begins with not; 0 for none.
func (p procs) started(with, not string) (int, error) {
	files, err := filepath.Glob(filepath.Join(p.root, "[0-9]*", "cmdline"))
	if err != nil {
		return 0, err
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			continue // it has ended
		}
		has, lacks := false, true
		for arg := range bytes.SplitSeq(b, []byte{0}) {
			has = has || string(arg) == with
			lacks = lacks && !bytes.HasPrefix(arg, []byte(not))
		}
		if has && lacks {
			return strconv.Atoi(filepath.Base(filepath.Dir(f)))
		}
	}
	return 0, nil
}

// private is the memory that only this process holds, in bytes.
func (p procs) private(pid int) (int64, error) {
	b, err := os.ReadFile(filepath.Join(p.root, strconv.Itoa(pid), "smaps_rollup"))
	if err != nil {
		return 0, fmt.Errorf("memory of a process: %w", err)
	}
	return privateOf(string(b))
}

// privateOf adds up what a smaps_rollup file says of private memory.
func privateOf(text string) (int64, error) {
	total, found := int64(0), 0
	for line := range strings.Lines(text) {
		name, rest, _ := strings.Cut(line, ":")
		switch name {
		case "Private_Clean", "Private_Dirty", "Private_Hugetlb", "Swap":
			n, err := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 10, 64)
			if err != nil {
				return 0, fmt.Errorf("memory of a process: %w", err)
			}
			total += n << 10
			found++
		}
	}
	if found < 2 {
		return 0, fmt.Errorf("memory of a process: no private memory in %.80q", text)
	}
	return total, nil
}
