package bench

import "fmt"

// By says which figure of a measure a budget bounds.
type By int

// The figures.
const (
	Value      By = iota // the game's median
	Ratio                // that over the floor's
	Difference           // that less the floor's
)

// Budget is a promise about a measure.
type Budget struct {
	// Number is that of the promise which the budget is a part of.
	Number int
	Text   string
	Key    Key
	By     By
	// Limit bounds the figure from above, or from below where AtLeast is set.
	Limit   float64
	AtLeast bool
}

// liveBudget is the number of the promise about servers of live classes.
const liveBudget = 9

// Budgets are the promises, in their order. A kilobyte is 1,000 bytes.
func Budgets() []Budget {
	return []Budget{
		{Number: 1, Text: "the WebAssembly, as brotli, is at most 1.12 times the floor's", Key: WasmBrotli, By: Ratio, Limit: 1.12},
		{Number: 1, Text: "and at most 1.65 times that of the floor with the game's cuts of the engine", Key: WasmCut, By: Ratio, Limit: 1.65},
		{Number: 1, Text: "a first visit transfers, up to where it can be played, at most 300 KB more than the floor's", Key: PlayBytes, By: Difference, Limit: 300e3},
		{Number: 1, Text: "of that, at most 60 KB come before the first readable text", Key: TextBytes, By: Value, Limit: 60e3},
		{Number: 2, Text: "the first readable text comes at least 8 times sooner than the floor's first frame", Key: FirstText, By: Ratio, Limit: 1.0 / 8},
		{Number: 2, Text: "and takes at most 1.1 times as long as the same page without any WebAssembly", Key: FirstTextPage, By: Ratio, Limit: 1.1},
		{Number: 3, Text: "the first interactive screen takes at most 1.25 times as long as the floor's first frame", Key: FirstScreen, By: Ratio, Limit: 1.25},
		{Number: 3, Text: "also with the processor slowed down 4 times", Key: FirstScreen4x, By: Ratio, Limit: 1.25},
		{Number: 4, Text: "at rest, all browser processes take at most 1/30 of the floor's processor time", Key: RestCPU, By: Ratio, Limit: 1.0 / 30},
		{Number: 4, Text: "while the working model moves, they take at most 0.6 of the floor's processor time", Key: MoveCPU, By: Ratio, Limit: 0.6},
		{Number: 4, Text: "the page's main thread is busy for at most 1 % of the time", Key: RestMain, By: Value, Limit: 1},
		{Number: 4, Text: "the desktop program at rest takes at most 1/20 of the floor's processor time", Key: DesktopCPU, By: Ratio, Limit: 1.0 / 20},
		{Number: 4, Text: "no frame is drawn at rest", Key: RestFrames, By: Value, Limit: 0},
		{Number: 4, Text: "a hidden page is not woken by us", Key: HiddenWakes, By: Value, Limit: 0},
		{Number: 5, Text: "an input is answered within 50 ms in the median", Key: AnswerMedian, By: Value, Limit: 50},
		{Number: 5, Text: "and within 100 ms in 95 of 100", Key: AnswerP95, By: Value, Limit: 100},
		{Number: 5, Text: "and within 250 ms with the processor slowed down 4 times", Key: AnswerP95Slow, By: Value, Limit: 250},
		{Number: 6, Text: "an idle Update and an unchanged Draw allocate nothing", Key: IdleAllocs, By: Value, Limit: 0},
		{Number: 6, Text: "a change of screen takes at most 2,000 allocations", Key: ScreenAllocs, By: Value, Limit: 2000},
		{Number: 6, Text: "the longest screen at 200 % text is laid out within 2 ms", Key: LongestLayout, By: Value, Limit: 2},
		{Number: 7, Text: "after everything was played twice the page's process holds at most 1.3 times the floor's memory", Key: Memory, By: Ratio, Limit: 1.3},
		{Number: 7, Text: "and no more after the tenth time than after the second", Key: MemoryGrowth, By: Value, Limit: 0},
		{Number: 8, Text: "at least 200,000 messages are replayed in a second", Key: ReplayRate, By: Value, Limit: 200e3, AtLeast: true},
		{Number: 8, Text: "a message of a journal ten times as long takes at most 1.25 times as long", Key: ReplayLinear, By: Value, Limit: 1.25},
		{Number: 8, Text: "a save of 100,000 messages opens within a second", Key: OpenLongSave, By: Value, Limit: 1000},
		{Number: liveBudget, Text: "10,000 seats in 334 rooms: a vote is in the teacher's tally within 500 ms in 99 of 100, on the disk", Key: LiveVote, By: Value, Limit: 500},
		{Number: liveBudget, Text: "and within twice the time that the same server takes which keeps nothing", Key: LiveVote, By: Ratio, Limit: 2},
		{Number: liveBudget, Text: "2,000 seats in one room: within 500 ms, too", Key: LiveLecture, By: Value, Limit: 500},
		{Number: liveBudget, Text: "a live server takes at most 40 KB of memory for each seat", Key: LiveMemory, By: Value, Limit: 40e3},
		{Number: liveBudget, Text: "and at most 12 times the processor time for ten times the seats", Key: LiveLinear, By: Value, Limit: 12},
	}
}

// Verdict is a budget held against what was measured.
type Verdict struct {
	Budget
	// Figure is what the limit is for.
	Figure float64
	Met    bool
}

// format is a figure of the budget, or its limit, with its unit.
func (b Budget) format(x float64) string {
	if b.By == Ratio {
		return short(x) + " ×"
	}
	return b.Key.Unit().format(x)
}

// Miss is the verdict as a line of text, for a budget that is not met.
func (v Verdict) Miss() string {
	return fmt.Sprintf("budget %d is missed: %s (%s is %s, the limit %s)", v.Number, v.Text, v.Key.What(), v.format(v.Figure), v.format(v.Limit))
}

// Judge holds the budgets against the measures. It gives the budgets that lack
// a measure, or what it is to be compared with, beside the verdicts.
func (r Report) Judge(budgets []Budget) (verdicts []Verdict, unjudged []Budget) {
	for _, b := range budgets {
		m, ok := r.Find(b.Key)
		if !ok || len(m.Ours) == 0 || b.By != Value && len(m.Floor) == 0 {
			unjudged = append(unjudged, b)
			continue
		}
		v := Verdict{Budget: b, Figure: b.figure(m)}
		v.Met = v.Figure <= b.Limit
		if b.AtLeast {
			v.Met = v.Figure >= b.Limit
		}
		verdicts = append(verdicts, v)
	}
	return verdicts, unjudged
}

// figure is what the budget bounds.
func (b Budget) figure(m Measure) float64 {
	switch b.By {
	case Ratio:
		return m.Ours.Median() / m.Floor.Median()
	case Difference:
		return m.Ours.Median() - m.Floor.Median()
	case Value:
	}
	return m.Ours.Median()
}
