// Command program does what needs the table of functions: it has garbage collected
// while pointers are on its stack, lets the stack grow, recovers, and stops at last.
package main

import (
	"errors"
	"fmt"
	"runtime"
)

type tree struct{ left, right *tree }

func grow(depth int) *tree {
	if depth == 0 {
		runtime.GC()
		return &tree{}
	}
	return &tree{grow(depth - 1), grow(depth - 1)}
}

func (t *tree) leaves() int {
	if t.left == nil {
		return 1
	}
	return t.left.leaves() + t.right.leaves()
}

func deep(n int) int {
	var room [64]int
	if n > 0 {
		room[n%64] = deep(n-1) + 1
	}
	return room[n%64]
}

var errNone = errors.New("none")

func recovered(f func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	f()
	return errNone
}

// stopsHere is a function of its own in traces.
//
//go:noinline
func stopsHere(to []int, i int) { to[i] = 1 }

func main() {
	fmt.Println(grow(6).leaves(), deep(20_000))
	fmt.Println(recovered(func() { stopsHere(nil, 3) }))
	_, file, _, ok := runtime.Caller(0)
	fmt.Println(ok, file == "" || file == "?")
	stopsHere(nil, 4)
}
