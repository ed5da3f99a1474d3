package layout

import "unicode"

// direction is which way a run of text is read, by its first letter.
type direction int8

const (
	neutral direction = iota
	toRight
	toLeft
)

func directionOf(text string) direction {
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko):
			return toLeft
		case unicode.IsLetter(r):
			return toRight
		}
	}
	return neutral
}

// reorder puts the runs of one line in the order in which they are read:
// neighbours that run against the paragraph keep their own order among
// themselves (rule L2 of UAX #9, on whole runs; within a run the shaper sees
// to it). Places are counted from the paragraph's start.
func (p *pass) reorder(runs []Run) {
	base := toRight
	if p.in.RightToLeft {
		base = toLeft
	}
	for i := 0; i < len(runs); {
		if d := directionOf(runs[i].Text); d == base || d == neutral {
			i++
			continue
		}
		end := i + 1
		for j := end; j < len(runs); j++ {
			d := directionOf(runs[j].Text)
			if d == base {
				break
			}
			if d != neutral {
				end = j + 1
			}
		}
		group := runs[i:end]
		low, high := group[0].Rect.X, group[len(group)-1].Rect.Right()
		for k := range group {
			group[k].Rect.X = low + high - group[k].Rect.Right()
		}
		i = end
	}
}
