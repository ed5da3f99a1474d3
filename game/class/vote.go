package class

// Votes are those of hands and devices together, by option.
func (v *Vote) Votes() []int { return together(v.Counts, v.Sum) }

// All is how many voted, by hand or on a device.
func (v *Vote) All() int { return total(v.Votes()) }

// Count is how many voted for an option, by hand or on a device.
func (v *Vote) Count(option int) int { return countOf(v.Votes(), option) }

// BetsOnDevices is how many devices bet on each option; nil where fewer than Least
// did.
func (v *Vote) BetsOnDevices() []int {
	if v.Sure == nil {
		return nil
	}
	bets := make([]int, len(v.Sure))
	for i := range v.Sure {
		bets[i] = total(v.Sure[i][:])
	}
	return bets
}

// AllBets is how many bet, by hand or on a device.
func (v *Vote) AllBets() int { return total(together(v.Bets, v.BetsOnDevices())) }

// Bet is how many bet on an option, by hand or on a device.
func (v *Vote) Bet(option int) int { return countOf(together(v.Bets, v.BetsOnDevices()), option) }

func together(a, b []int) []int {
	both := make([]int, max(len(a), len(b)))
	copy(both, a)
	for i, n := range b {
		both[i] += n
	}
	return both
}

func total(counts []int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// countOf is the count of an option, 0 for one that is not there.
func countOf(counts []int, option int) int {
	if option < 0 || option >= len(counts) {
		return 0
	}
	return counts[option]
}

// Choice is the index of the option that the class took: the one it decided on,
// else the one with most hands; of several with equally many, none. ok is false
// where there is none.
func (v *Vote) Choice() (option int, ok bool) {
	if v.Decided > 0 {
		return v.Decided - 1, true
	}
	best, ties, votes := -1, 0, v.Votes()
	for i, n := range votes {
		switch {
		case n == 0:
		case best < 0 || n > votes[best]:
			best, ties = i, 0
		case n == votes[best]:
			ties++
		}
	}
	return best, best >= 0 && ties == 0
}
