package host_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"hardcases/game/keep"
)

// disk is a storage that several windows share. It can be forbidden or have little
// room, and it can be the last thing that a window does.
type disk struct {
	files     map[string][]byte
	room      int // bytes that still fit; negative for any number
	forbidden bool
	left      int // what may still be done until the window is killed; negative for anything
}

// killed is what a window panics with when it is killed.
type killed struct{}

func newDisk() *disk { return &disk{files: map[string][]byte{}, room: -1, left: -1} }

// used is one thing that is done to the disk.
func (d *disk) used() error {
	if d.left == 0 {
		panic(killed{})
	}
	if d.left > 0 {
		d.left--
	}
	if d.forbidden {
		return keep.ErrForbidden
	}
	return nil
}

// Read implements keep.Area, as do the others.
func (d *disk) Read(name string) ([]byte, error) {
	if err := d.used(); err != nil {
		return nil, err
	}
	return d.files[name], nil
}

func (d *disk) Write(name string, b []byte) error {
	if err := d.used(); err != nil {
		return err
	}
	if more := len(b) - len(d.files[name]); d.room >= 0 {
		if more > d.room {
			return fmt.Errorf("the disk: %w", keep.ErrFull)
		}
		d.room -= more
	}
	d.files[name] = bytes.Clone(b)
	return nil
}

func (d *disk) Remove(name string) error {
	if err := d.used(); err != nil {
		return err
	}
	if d.room >= 0 {
		d.room += len(d.files[name])
	}
	delete(d.files, name)
	return nil
}

func (d *disk) List() ([]string, error) {
	if err := d.used(); err != nil {
		return nil, err
	}
	return slices.Sorted(maps.Keys(d.files)), nil
}

// Erase can be interrupted after each of the files.
func (d *disk) Erase() error {
	for _, name := range slices.Sorted(maps.Keys(d.files)) {
		if err := d.Remove(name); err != nil {
			return err
		}
	}
	return nil
}

// sight is the disk as one page has it: which game it showed last is its own.
type sight struct {
	*disk
	front []byte
}

// Read implements keep.Area.
func (s *sight) Read(name string) ([]byte, error) {
	if name == keep.FrontName && s.front != nil {
		return s.front, nil
	}
	return s.disk.Read(name)
}

// Write implements keep.Area.
func (s *sight) Write(name string, b []byte) error {
	if name == keep.FrontName {
		s.front = bytes.Clone(b)
	}
	return s.disk.Write(name, b)
}
