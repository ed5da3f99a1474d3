// Package slim makes a program that Go has linked as WebAssembly smaller to fetch. It
// does what it did: only where it is when it stops is said by names of functions alone,
// without the lines of the source.
package slim

import (
	"errors"
	"fmt"
	"strings"
)

// Knows says whether a version of Go, as the go tool names it, makes programs that
// this package was written for. A program of any other stays as it is.
func Knows(version string) bool {
	const known = "go1.26"
	return version == known || strings.HasPrefix(version, known+".")
}

// Slim gives a program that a known Go has linked with less in it.
func Slim(program []byte) ([]byte, error) {
	sections, err := split(program)
	if err != nil {
		return nil, fmt.Errorf("this is no program that can be made smaller: %w", err)
	}
	for i := range sections {
		if sections[i].id != dataSection {
			continue
		}
		memory, err := unpack(sections[i].body)
		if err != nil {
			return nil, fmt.Errorf("its memory: %w", err)
		}
		if err := withoutTraces(memory); err != nil {
			return nil, fmt.Errorf("its functions: %w", err)
		}
		sections[i].body = pack(memory)
		return join(sections), nil
	}
	return nil, errors.New("this program has no memory")
}
