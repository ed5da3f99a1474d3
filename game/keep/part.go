package keep

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"hardcases/game/play"
)

// partLength is how many messages go into a part. A game of up to twice as many
// is kept in one piece; of a longer one, a press writes only what the parts do
// not hold. A part is never changed: its name is its sum, so that copies of a
// game can share it.
const partLength = 2000

// split gives what is kept of a game under its name, after the parts have been
// written that it needs. known are those that are there already.
func split(a Area, j play.Journal, known []string) ([]byte, []string, error) {
	if len(j.Msgs) > play.MaxMessages {
		return nil, nil, fmt.Errorf("%w: it has %d messages", play.ErrTooLong, len(j.Msgs))
	}
	parts := known
	if len(parts)*partLength >= len(j.Msgs) {
		parts = nil
	}
	parts = parts[:len(parts):len(parts)]
	for len(j.Msgs)-len(parts)*partLength > 2*partLength {
		from := len(parts) * partLength
		name, err := writePart(a, j.Msgs.Piece(from, from+partLength))
		if err != nil {
			return nil, nil, err
		}
		parts = append(parts, name)
	}
	j.Msgs = j.Msgs.Piece(len(parts)*partLength, len(j.Msgs))
	j.Parts = parts
	b, err := j.Bytes()
	return b, parts, err
}

func writePart(a Area, records play.Records) (name string, err error) {
	b, err := records.MarshalMsg(nil)
	if err != nil {
		return "", err
	}
	name = sum(b)
	if old, err := a.Read(part + name); err == nil && old != nil && sum(old) == name {
		return name, nil
	}
	return name, a.Write(part+name, b)
}

func sum(b []byte) string {
	all := sha256.Sum256(b)
	return hex.EncodeToString(all[:8])
}

// join reads what is kept of a game, with its parts.
func join(a Area, b []byte) (play.Journal, []string, error) {
	j, err := play.ReadJournal(b)
	if err != nil || len(j.Parts) == 0 {
		return j, nil, err
	}
	parts, last := j.Parts, j.Msgs
	j.Parts, j.Msgs = nil, make(play.Records, 0, len(parts)*partLength+len(last))
	for _, name := range parts {
		records, err := readPart(a, name)
		if err != nil {
			return play.Journal{}, nil, err
		}
		j.Msgs = j.Msgs.Append(records)
	}
	j.Msgs = j.Msgs.Append(last)
	if len(j.Msgs) > play.MaxMessages {
		return play.Journal{}, nil, fmt.Errorf("%w: it has %d messages", play.ErrTooLong, len(j.Msgs))
	}
	return j, parts, nil
}

func readPart(a Area, name string) (play.Records, error) {
	b, err := a.Read(part + name)
	if err != nil {
		return nil, err
	}
	var records play.Records
	if b == nil || sum(b) != name {
		return nil, fmt.Errorf("%w: a part of it is missing", play.ErrDamaged)
	}
	if rest, err := records.UnmarshalMsg(b); err != nil || len(rest) > 0 || len(records) != partLength {
		return nil, fmt.Errorf("%w: a part of it is no part", play.ErrDamaged)
	}
	return records, nil
}
