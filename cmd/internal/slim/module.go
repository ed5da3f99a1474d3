package slim

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// A module in WebAssembly is a head and sections, each with its number and length.
// https://webassembly.github.io/spec/core/binary/modules.html
const (
	moduleHead  = "\x00asm\x01\x00\x00\x00"
	dataSection = 11
)

type section struct {
	id   byte
	body []byte
}

var errShort = errors.New("it ends too soon")

// split gives the sections of a module.
func split(module []byte) ([]section, error) {
	rest, ok := bytes.CutPrefix(module, []byte(moduleHead))
	if !ok {
		return nil, errors.New("it is no WebAssembly")
	}
	var all []section
	for r := (reader{rest: rest}); len(r.rest) > 0; {
		id := r.take(1)
		body := r.take(r.number())
		if r.err != nil {
			return nil, r.err
		}
		all = append(all, section{id[0], body})
	}
	return all, nil
}

// join makes a module of sections.
func join(all []section) []byte {
	module := []byte(moduleHead)
	for _, s := range all {
		module = append(module, s.id)
		module = binary.AppendUvarint(module, uint64(len(s.body)))
		module = append(module, s.body...)
	}
	return module
}

// The parts of a data segment of memory 0: where it lies is a constant of 32 bits.
const (
	active   = 0x00
	i32Const = 0x41
	end      = 0x0b
)

// unpack lays the segments of a data section out as a program's memory, which is zero
// where none is.
func unpack(body []byte) ([]byte, error) {
	r := reader{rest: body}
	var memory []byte
	for n := r.number(); n > 0 && r.err == nil; n-- {
		kind, op := r.take(1), r.take(1)
		at := r.number() // signed, but never below zero
		last := r.take(1)
		bytes := r.take(r.number())
		if r.err != nil {
			break
		}
		if kind[0] != active || op[0] != i32Const || last[0] != end {
			return nil, errors.New("it is laid out in another way than was looked at")
		}
		if more := at + len(bytes) - len(memory); more > 0 {
			memory = append(memory, make([]byte, more)...)
		}
		copy(memory[at:], bytes)
	}
	return memory, r.err
}

// gap is how many zeros part two segments. The linker has eight part them: the heads of
// some 90,000 segments, of which none is like another, then are an eighth of the packed
// memory, while packed zeros are next to nothing.
const gap = 256

// pack makes a data section of a program's memory.
func pack(memory []byte) []byte {
	var segments []byte
	n := 0
	for from := nextByte(memory, 0); from < len(memory); n++ {
		to, next := from, from
		for next < len(memory) && next-to < gap {
			to = nextZero(memory, next)
			next = nextByte(memory, to)
		}
		segments = append(segments, active, i32Const)
		segments = appendSigned(segments, from)
		segments = append(segments, end)
		segments = binary.AppendUvarint(segments, uint64(to-from))
		segments = append(segments, memory[from:to]...)
		from = next
	}
	return append(binary.AppendUvarint(nil, uint64(n)), segments...)
}

// nextByte is where the next byte is that is not zero, or the end.
func nextByte(memory []byte, from int) int {
	for from < len(memory) && memory[from] == 0 {
		from++
	}
	return from
}

// nextZero is where the next zero is, or the end.
func nextZero(memory []byte, from int) int {
	for from < len(memory) && memory[from] != 0 {
		from++
	}
	return from
}

// appendSigned writes a number of at least zero as a signed one: its last byte leaves
// the bit of the sign free.
func appendSigned(b []byte, n int) []byte {
	b = binary.AppendUvarint(b, uint64(n))
	if last := &b[len(b)-1]; *last&0x40 != 0 {
		*last |= 0x80
		b = append(b, 0)
	}
	return b
}

// reader reads numbers and bytes, and remembers that there were too few.
type reader struct {
	rest []byte
	err  error
}

func (r *reader) number() int {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 || n > 1<<31 {
		r.rest, r.err = nil, errShort
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}

func (r *reader) take(n int) []byte {
	if n > len(r.rest) {
		r.rest, r.err = nil, errShort
		return nil
	}
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}
