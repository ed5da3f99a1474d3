// Package hostile makes packs that nobody should write: cut, changed, swollen,
// with sums that are right where an attacker would set them right. What opens a
// pack is tried on all of them.
package hostile

import (
	"bytes"
	"fmt"

	"hardcases/assets"
	"hardcases/game/pack"
)

// Pack is one bad or odd pack file.
type Pack struct {
	Name  string // what is odd about it, in a few words
	Bytes []byte // the file
}

// Packs makes them all, more than 200, always the same in the same order. It
// fails only where the good pack that they are made from cannot be read.
func Packs() ([]Pack, error) {
	good, err := pack.Join(assets.Pack("elsewhere")...)
	m := &maker{good: good, err: err}
	m.texts()
	m.ids()
	m.shapes()
	m.sections()
	m.bytes()
	return m.all, m.err
}

// maker makes packs of a good one.
type maker struct {
	good []byte
	all  []Pack
	err  error // the first thing that failed
}

// add changes the content of the good pack and seals it anew. Its id is another,
// so that it does not count as the shipped one.
func (m *maker) add(name string, change func(*pack.Content)) {
	p, err := pack.Open(bytes.Clone(m.good))
	if err != nil {
		m.fail(name, err)
		return
	}
	c, err := p.Unpack()
	if err != nil {
		m.fail(name, err)
		return
	}
	c.ID = "odd"
	change(c)
	b, err := pack.Build(c)
	if err != nil {
		m.fail(name, err)
		return
	}
	m.put(name, b)
}

func (m *maker) put(name string, b []byte) { m.all = append(m.all, Pack{name, b}) }

func (m *maker) fail(name string, err error) {
	if m.err == nil {
		m.err = fmt.Errorf("%s: %w", name, err)
	}
}
