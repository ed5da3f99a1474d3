package slim

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// Go keeps a table of all functions in a program's memory (runtime.pclntab). By it
// the collector and a panic know how the stack of a function is laid out; the rest of
// it is for traces of calls and for interrupting a function anywhere, which nobody does
// in a browser. That rest is a seventh of all that would travel. The names stay: a trace
// has them alone.
//
// The table begins with its version, and with where its parts are (runtime.pcHeader).
var tableHead = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// Where the head of the table has what.
const (
	functionsAt = 8 // how many there are
	filesAt     = 40
	placesAt    = 56
	listAt      = 64
	headSize    = 72
)

// Where a function has what (runtime._func). What is known of its places follows, then
// what is known of all of it: how many of each, and where they are.
const (
	stackOfPlaces = 16
	fileOfPlaces  = 20
	lineOfPlaces  = 24
	ofPlaces      = 28
	files         = 32
	firstLine     = 36
	ofAll         = 43
	functionSize  = 44
)

// What no program in a browser needs (internal/abi, PCDATA and FUNCDATA).
var (
	needlessOfPlaces = []int{
		0, // where it may be interrupted
		2, // what was inlined there
		3, // which arguments are in use there, for traces
	}
	needlessOfAll = []int{
		3, // what was inlined
		5, // arguments, for traces
		6, // when they are in use
		7, // what a wrapper wraps, for traces
	}
)

// Nothing is where there are no places, and nowhere where nothing is known of all.
const (
	nothing = 0
	nowhere = ^uint32(0)
)

// withoutTraces takes what is only for traces out of the table of functions.
func withoutTraces(memory []byte) error {
	start := bytes.Index(memory, tableHead)
	if start < 0 || start+headSize > len(memory) || bytes.Contains(memory[start+1:], tableHead) {
		return errors.New("their table is not where it was looked for")
	}
	t := table(memory[start:])
	file, places, list, n := t.long(filesAt), t.long(placesAt), t.long(listAt), t.long(functionsAt)
	if !(headSize < file && file < places && places < list && list < len(t) && n < (len(t)-list)/8) {
		return errors.New("their table is laid out in another way than was looked at")
	}
	needed := make([]bool, list-places)
	for i := range n {
		f, err := t.function(list + t.word(list+8*i+4))
		if err != nil {
			return fmt.Errorf("number %d: %w", i, err)
		}
		for _, at := range f.shorten() {
			if err := mark(needed, t[places:list], at); err != nil {
				return fmt.Errorf("number %d: %w", i, err)
			}
		}
	}
	clear(t[file:places])
	for i, yes := range needed {
		if !yes {
			t[places+i] = 0
		}
	}
	return nil
}

// mark marks the bytes of what is said of the places in a function: pairs of numbers,
// each as long as it must be, up to a zero in the place of any but the first.
func mark(needed []bool, places []byte, at int) error {
	if at == nothing {
		return nil
	}
	r := reader{rest: places[min(at, len(places)):]}
	for first := true; ; first = false {
		value := r.number()
		if value == 0 && !first {
			break
		}
		r.number()
	}
	if r.err != nil {
		return r.err
	}
	for i := at; i < len(places)-len(r.rest); i++ {
		needed[i] = true
	}
	return nil
}

// table is the table of functions, or what it has of one.
type table []byte

func (t table) long(at int) int { return int(binary.LittleEndian.Uint64(t[at:])) }
func (t table) word(at int) int { return int(binary.LittleEndian.Uint32(t[at:])) }

// function gives what the table has of a function.
func (t table) function(at int) (table, error) {
	if at+functionSize > len(t) {
		return nil, errShort
	}
	f := t[at:]
	size := functionSize + 4*f.word(ofPlaces) + 4*int(f[ofAll])
	if size > len(f) {
		return nil, errShort
	}
	return f[:size], nil
}

// shorten has a function forget what is only for traces, and gives where the rest of
// what is known of its places begins.
func (t table) shorten() []int {
	set := func(at int, value uint32) { binary.LittleEndian.PutUint32(t[at:], value) }
	for _, at := range []int{fileOfPlaces, lineOfPlaces, files, firstLine} {
		set(at, nothing)
	}
	places := t.word(ofPlaces)
	for _, i := range needlessOfPlaces {
		if i < places {
			set(functionSize+4*i, nothing)
		}
	}
	for _, i := range needlessOfAll {
		if i < int(t[ofAll]) {
			set(functionSize+4*places+4*i, nowhere)
		}
	}
	kept := []int{t.word(stackOfPlaces)}
	for i := range places {
		kept = append(kept, t.word(functionSize+4*i))
	}
	return kept
}
