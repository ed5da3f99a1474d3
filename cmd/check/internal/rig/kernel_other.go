//go:build !linux

package rig

import (
	"context"
	"errors"
	"time"

	"hardcases/cmd/check/internal/bench"
)

// errLinux is why nothing is measured: processor time and memory are read from
// the kernel's files.
var errLinux = errors.New("only on Linux can this be measured")

func treeCPU(int) (time.Duration, error)  { return 0, errLinux }
func started(string, string) (int, error) { return 0, errLinux }
func private(int) (int64, error)          { return 0, errLinux }

// ThisMachine fails: nothing can be measured here.
func ThisMachine(context.Context, string) (bench.Machine, error) { return bench.Machine{}, errLinux }
