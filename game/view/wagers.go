package view

import (
	"strconv"
	"strings"

	"hardcases/game/class"
	"hardcases/game/locale"
	"hardcases/game/room"
	"hardcases/game/score"
)

// What a class's bets were worth. Hands say on what they bet, devices how surely too:
// only these have a score.

// betScore is the mean score of what devices bet on the step, in words; "" where they
// were too few.
func (w *writer) betScore(sure [][room.Stops]int) string {
	better, n := score.Bets(w.step, sure)
	if n < class.Least {
		return ""
	}
	return w.Strings.Plural("class.bets-score", n, locale.A("better", w.better(better/float64(n))))
}

// classBetsTold says how many bet on what happened, and the score of those that said
// how sure they were. ok is false where there is nothing to say.
func (w *writer) classBetsTold(v *class.Vote) (told Node, ok bool) {
	all := v.AllBets()
	i, _ := w.step.Option(w.step.Happened)
	if all == 0 || i < 0 {
		return Node{}, false
	}
	text := w.Strings.Plural("class.bets-right", v.Bet(i), locale.N("total", all))
	if scored := w.betScore(v.Sure); scored != "" {
		text += " " + scored
	}
	return para("bets-told", Body, text), true
}

// classBetsSum is the same over all steps that the class was told of.
func (w *writer) classBetsSum() (told Node, ok bool) {
	right, all, n, better := 0, 0, 0, 0.0
	for _, r := range w.classRows() {
		i, _ := r.step.Option(r.step.Happened)
		if !r.told() || i < 0 {
			continue
		}
		right, all = right+r.vote.Bet(i), all+r.vote.AllBets()
		points, bets := score.Bets(r.step, r.vote.Sure)
		better, n = better+points, n+bets
	}
	if all == 0 {
		return Node{}, false
	}
	text := w.Strings.Plural("class.bets-right", right, locale.N("total", all))
	if n > 0 { // there are no figures of fewer than class.Least
		text += " " + w.Strings.Plural("class.bets-score", n, locale.A("better", w.better(better/float64(n))))
	}
	return para("bets-told", Body, text), true
}

// betCells are the cells of an option in the table of a class: bets by hand, bets on
// devices, and the mean score of these, left empty where there is none.
func betCells(r *classRow, option int) (hands, devices, better string) {
	hands = strconv.Itoa(countAt(r.vote.Bets, option))
	on := r.vote.BetsOnDevices()
	if on == nil {
		return hands, "", ""
	}
	devices = strconv.Itoa(countAt(on, option))
	if !r.told() || on[option] < class.Least { // the mean of one says how sure that one was
		return hands, devices, ""
	}
	only := make([][room.Stops]int, len(on))
	only[option] = r.vote.Sure[option]
	points, n := score.Bets(r.step, only)
	return hands, devices, strconv.Itoa(score.Shown(points / float64(n)))
}

// given is how often each reason of the step was given, in words.
func (w *writer) given(counts []int) string {
	var said []string
	for i, p := range w.step.Reasons {
		if n := countAt(counts, i); n > 0 {
			said = append(said, w.t("class.chosen", locale.N("n", n), locale.A("short", w.principle(p))))
		}
	}
	return strings.Join(said, " · ")
}

// countAt is the count of an option, 0 where nothing was counted.
func countAt(counts []int, option int) int {
	if option < len(counts) {
		return counts[option]
	}
	return 0
}
