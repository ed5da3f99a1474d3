package desk

import (
	"crypto/rand"
	"encoding/binary"
	"time"

	"hardcases/game/host"
)

// Ports are the desktop's: saves and files in folders, and nothing that could
// be asked but by files that are dropped. wake has Host.Tick called once a
// second, or no longer; nil where somebody does that anyway.
func Ports(saves Folder, files Files, wake func(on bool)) host.Ports {
	return host.Ports{Keep: saves, Give: files, Draw: OnPaper, Ask: nobody{}, Time: &clock{start: time.Now(), wake: wake}, Lot: lot}
}

// clock is the system's, as it runs on when somebody sets it.
type clock struct {
	start time.Time // with the reading of the clock that nobody sets
	wake  func(on bool)
}

// Now implements host.Clock.
func (c *clock) Now() time.Duration { return time.Since(c.start) }

// Wake implements host.Clock.
func (c *clock) Wake(on bool) {
	if c.wake != nil {
		c.wake(on)
	}
}

// Today implements host.Clock.
func (*clock) Today() string { return today() }

// nobody can be asked here.
type nobody struct{}

// File implements host.Asker.
func (nobody) File() bool { return false }

// Codes implements host.Asker.
func (nobody) Codes() bool { return false }

// OwnTab implements host.Asker.
func (nobody) OwnTab() bool { return false }

// Update implements host.Asker.
func (nobody) Update() bool { return false }

// lot is a number that no two games are likely to draw.
func lot() uint64 {
	var b [8]byte
	rand.Read(b[:]) // never fails, by its contract
	return binary.LittleEndian.Uint64(b[:])
}
