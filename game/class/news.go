package class

import (
	"reflect"
	"strconv"
	"strings"

	"hardcases/game/pack"
	"hardcases/game/room"
)

// News is what the devices of a class have sent about a step.
type News struct {
	Place pack.Place // zero where the class is at none
	In    int        // devices
	Sent  int        // of those that voted
	// Votes are by option, nil where fewer than Least have voted: what so few
	// chose is nobody's business, and in no journal.
	Votes []int
	// SentBets is how many devices bet, and Sure as in Vote.
	SentBets int
	Sure     [][stops]int
	// Guessed is how many devices guessed what the working model will show, and
	// Guesses what, by option; nil where fewer than Least did.
	Guessed int
	Guesses []int
	// Reasons are the first reasons given, by the step's; nil where fewer than Least
	// gave one.
	Reasons []int
}

// stops is how many places the scale of a bet has.
const stops = room.Stops

// The versions of News in journals: the first knows no bets, the second no guesses,
// the third no reasons.
const (
	newsOfVotes   = "1"
	newsOfBets    = "2"
	newsOfGuesses = "3"
	newsVersion   = "4"
)

// none stands for what a News does not have.
const none = "-"

// String is News on its way into a journal: version, case, step, devices in the
// room, devices that voted, votes, devices that bet, their bets, devices that guessed,
// their guesses, and the reasons given. Options have commas between them, the stops of
// an option slashes.
func (n News) String() string {
	caseID, step, votes, bets, guesses, reasons := n.Place.Case, n.Place.Step, none, none, none, none
	if step == "" {
		caseID, step = none, none
	}
	if n.Sent >= Least && n.Votes != nil {
		votes = writeCounts(n.Votes, ",")
	}
	if n.SentBets >= Least && n.Sure != nil {
		list := make([]string, len(n.Sure))
		for i := range n.Sure {
			list[i] = writeCounts(n.Sure[i][:], "/")
		}
		bets = strings.Join(list, ",")
	}
	if n.Guessed >= Least && n.Guesses != nil {
		guesses = writeCounts(n.Guesses, ",")
	}
	if total(n.Reasons) >= Least {
		reasons = writeCounts(n.Reasons, ",")
	}
	return strings.Join([]string{
		newsVersion, caseID, step, strconv.Itoa(n.In), strconv.Itoa(n.Sent), votes, strconv.Itoa(n.SentBets), bets, strconv.Itoa(n.Guessed), guesses, reasons,
	}, " ")
}

func writeCounts(counts []int, between string) string {
	list := make([]string, len(counts))
	for i, c := range counts {
		list[i] = strconv.Itoa(c)
	}
	return strings.Join(list, between)
}

func parseNews(s string) (n News, ok bool) {
	f := strings.Split(s, " ")
	switch {
	case len(f) == 6 && f[0] == newsOfVotes:
		f = append(f, "0", none, "0", none, none)
	case len(f) == 8 && f[0] == newsOfBets:
		f = append(f, "0", none, none)
	case len(f) == 10 && f[0] == newsOfGuesses:
		f = append(f, none)
	case len(f) != 11 || f[0] != newsVersion:
		return n, false
	}
	if f[2] != none {
		n.Place = pack.Place{Case: f[1], Step: f[2]}
	}
	for i, into := range map[int]*int{3: &n.In, 4: &n.Sent, 6: &n.SentBets, 8: &n.Guessed} {
		if *into, ok = parseCount(f[i]); !ok {
			return n, false
		}
	}
	if f[5] != none && n.Sent >= Least {
		if n.Votes, ok = parseCounts(f[5], ","); !ok || total(n.Votes) != n.Sent {
			return n, false
		}
	}
	if f[9] != none && n.Guessed >= Least {
		if n.Guesses, ok = parseCounts(f[9], ","); !ok || total(n.Guesses) != n.Guessed {
			return n, false
		}
	}
	if f[10] != none {
		if n.Reasons, ok = parseCounts(f[10], ","); !ok || total(n.Reasons) < Least || total(n.Reasons) > n.Sent {
			return n, false
		}
	}
	if f[7] != none && n.SentBets >= Least {
		if n.Sure, ok = parseSure(f[7]); !ok || n.bets() != n.SentBets {
			return n, false
		}
	}
	return n, true
}

// Tells says whether news, as Heard has them, tell a lesson what it does not know.
func Tells(p *pack.Pack, s State, news string) bool {
	return !reflect.DeepEqual(s, Update(p, s, Heard, news, 0))
}

// Replace says whether news, as Heard has them, tell all that those right before them
// told, or would have told since: they are about the same step.
func Replace(now, before string) bool {
	n, isNews := parseNews(now)
	b, wasNews := parseNews(before)
	return isNews && wasNews && n.Place == b.Place
}

// Fewer says whether news have fewer answers than those before them, as where a room was
// emptied: what the class had seen by then is in those before alone.
func Fewer(now, before string) bool {
	n, _ := parseNews(now)
	b, _ := parseNews(before)
	return n.Sent < b.Sent || n.SentBets < b.SentBets || n.Guessed < b.Guessed
}

// bets is how many bets Sure has.
func (n News) bets() int {
	all := 0
	for i := range n.Sure {
		all += total(n.Sure[i][:])
	}
	return all
}

func parseSure(s string) (sure [][stops]int, ok bool) {
	for _, option := range strings.Split(s, ",") {
		counts, ok := parseCounts(option, "/")
		if !ok || len(counts) != stops {
			return nil, false
		}
		sure = append(sure, [stops]int(counts))
	}
	return sure, true
}

func parseCounts(s, between string) (counts []int, ok bool) {
	for _, c := range strings.Split(s, between) {
		n, ok := parseCount(c)
		if !ok {
			return nil, false
		}
		counts = append(counts, n)
	}
	return counts, true
}

func parseCount(s string) (n int, ok bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0 && n <= room.MostSeats
}
