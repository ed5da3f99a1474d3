package room

import (
	"errors"
	"strconv"
	"strings"
)

// ErrWire says that what was kept is no ballot.
var ErrWire = errors.New("this is no ballot")

// The versions of ballots, which begin each as it is kept: the first has no guess. One
// without a guess is still written so, and read by the older servers of a room.
const (
	withoutGuess = "1"
	withGuess    = "2"
)

// String writes a ballot as it is kept: its version and its fields, with a space
// after each.
func (b Ballot) String() string {
	f := []string{withoutGuess, b.Option, b.Reason, b.Bet, strconv.Itoa(b.Stop)}
	if b.Guess != "" {
		f = append(f, b.Guess)
		f[0] = withGuess
	}
	return strings.Join(f, " ")
}

// ParseBallot reads what String wrote. It fails with ErrWire.
func ParseBallot(s string) (Ballot, error) {
	f := strings.Split(s, " ")
	switch {
	case f[0] == withoutGuess && len(f) == 5:
		f = append(f, "")
	case f[0] != withGuess || len(f) != 6:
		return Ballot{}, ErrWire
	}
	stop, err := strconv.Atoi(f[4])
	if err != nil || stop < 0 || stop > Stops {
		return Ballot{}, ErrWire
	}
	return Ballot{Option: f[1], Reason: f[2], Bet: f[3], Stop: stop, Guess: f[5]}, nil
}
