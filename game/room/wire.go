package room

import (
	"errors"
	"strconv"
	"strings"
)

// ErrWire says that what was kept is no ballot.
var ErrWire = errors.New("this is no ballot")

// version begins each ballot as it is kept.
const version = "1"

// String writes a ballot as it is kept: its version and its fields, with a space
// after each.
func (b Ballot) String() string {
	return strings.Join([]string{version, b.Option, b.Reason, b.Bet, strconv.Itoa(b.Stop)}, " ")
}

// ParseBallot reads what String wrote. It fails with ErrWire.
func ParseBallot(s string) (Ballot, error) {
	f := strings.Split(s, " ")
	if len(f) != 5 || f[0] != version {
		return Ballot{}, ErrWire
	}
	stop, err := strconv.Atoi(f[4])
	if err != nil || stop < 0 || stop > Stops {
		return Ballot{}, ErrWire
	}
	return Ballot{Option: f[1], Reason: f[2], Bet: f[3], Stop: stop}, nil
}
