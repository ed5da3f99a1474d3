// Package weight says which packages a WebAssembly file of Go is made of, and
// how many bytes of code each brings.
package weight

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Part is the code of one package.
type Part struct {
	Package   string // as the linker writes it, with _ for / and .
	Functions int
	Bytes     int
}

// File is what a file consists of.
type File struct {
	Code, Data int    // bytes of the two sections
	Parts      []Part // the heaviest first
}

// The sections that are read.
// https://webassembly.github.io/spec/core/binary/modules.html#sections
const (
	customSection = 0
	importSection = 2
	codeSection   = 10
	dataSection   = 11
)

// Read reads a file that was linked with names: without -s.
func Read(b []byte) (f File, err error) {
	if !bytes.HasPrefix(b, []byte("\x00asm\x01\x00\x00\x00")) {
		return f, errors.New("this is not a WebAssembly file")
	}
	defer func() { // only files that this computer has just built are read
		if recover() != nil {
			err = errors.New("the WebAssembly file is cut off")
		}
	}()
	imports, sizes, names := 0, []int(nil), map[int]string{}
	for r := (&reader{b[8:]}); len(r.rest) > 0; {
		kind := r.byte()
		section := &reader{r.take(r.number())}
		switch kind {
		case importSection:
			imports = section.imports()
		case codeSection:
			f.Code = len(section.rest)
			for range section.number() {
				n := section.number()
				section.take(n)
				sizes = append(sizes, n)
			}
		case dataSection:
			f.Data = len(section.rest)
		case customSection:
			if section.text() == "name" {
				section.names(names)
			}
		}
	}
	if len(names) == 0 {
		return f, errors.New("the file names no functions: link it without -s")
	}
	f.Parts = sum(imports, sizes, names)
	return f, nil
}

// sum adds up functions by package.
func sum(imports int, sizes []int, names map[int]string) []Part {
	byName := map[string]*Part{}
	var order []string
	for i, size := range sizes {
		name := packageOf(names[imports+i])
		p := byName[name]
		if p == nil {
			p = &Part{Package: name}
			byName[name] = p
			order = append(order, name)
		}
		p.Functions++
		p.Bytes += size
	}
	var parts []Part
	for _, name := range order {
		parts = append(parts, *byName[name])
	}
	slices.SortStableFunc(parts, func(a, b Part) int { return cmp.Compare(b.Bytes, a.Bytes) })
	return parts
}

// packageOf is the package of a function. The linker writes "a/b.c/d.F" as
// "a_b.c_d.F": the dots of hosts' names stay.
func packageOf(name string) string {
	if strings.HasPrefix(name, "type:") {
		return "equality and hashes of types"
	}
	from := 0
	for _, host := range []string{"github.com_", "golang.org_"} {
		if strings.HasPrefix(name, host) {
			from = len(host)
		}
	}
	if i := strings.IndexByte(name[from:], '.'); i > 0 {
		return name[:from+i]
	}
	return "other"
}

// reader takes numbers and bytes off a section.
type reader struct{ rest []byte }

func (r *reader) byte() byte { return r.take(1)[0] }

func (r *reader) take(n int) []byte {
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) number() int {
	n, size := binary.Uvarint(r.rest)
	r.take(size)
	return int(n)
}

func (r *reader) text() string { return string(r.take(r.number())) }

// imports counts imported functions, which are numbered before the others.
func (r *reader) imports() int {
	n := r.number()
	for range n {
		module, name, kind := r.text(), r.text(), r.byte()
		if kind != 0 {
			panic(fmt.Sprintf("import %s %s of kind %d", module, name, kind))
		}
		r.number()
	}
	return n
}

// names reads the names of functions.
func (r *reader) names(names map[int]string) {
	for len(r.rest) > 0 {
		kind := r.byte()
		sub := &reader{r.take(r.number())}
		if kind != 1 {
			continue
		}
		for range sub.number() {
			i := sub.number()
			names[i] = sub.text()
		}
	}
}
