package layout

import "hardcases/game/view"

// kind sorts looks by the space that they need around them.
type kind uint8

const (
	textKind kind = iota
	noteKind
	headKind
	subheadKind
	labelKind
	panelKind
	factsKind
	chipsKind
	actionKind
	columnKind
	rowKind
	switchKind
)

// gap is the space between two nodes, one below the other. first says that
// nothing stands above the two.
func gap(above, below *view.Node, first bool) float64 {
	over, under := kindOf(above, false), kindOf(below, true)
	if over == noteKind && under == subheadKind && first {
		return 4 // the note goes with the heading
	}
	return space(over, under)
}

func space(above, below kind) float64 {
	switch above {
	case headKind:
		return afterHead(below)
	case subheadKind:
		return 8
	case labelKind:
		return afterLabel(below)
	default: // what comes below decides
	}
	switch below {
	case headKind, labelKind:
		if above == noteKind && below == headKind {
			return 4
		}
		return 16
	case subheadKind:
		return 24
	case actionKind:
		return 20
	case columnKind:
		if above == actionKind {
			return 32
		}
		return 16
	case noteKind:
		return beforeNote(above)
	case rowKind:
		if above == rowKind {
			return 8
		}
		return 12
	case switchKind:
		if above == switchKind {
			return 4
		}
		return 12
	case textKind:
		if above == textKind || above == noteKind {
			return 12
		}
	case panelKind, factsKind, chipsKind:
	}
	return 16
}

func afterHead(below kind) float64 {
	switch below {
	case headKind, subheadKind, noteKind:
		return 8
	case textKind:
		return 12
	case actionKind:
		return 20
	default:
		return 16
	}
}

func afterLabel(below kind) float64 {
	switch below {
	case factsKind:
		return 0 // facts bring their own
	case textKind, noteKind, headKind, subheadKind:
		return 4
	default:
		return 8
	}
}

func beforeNote(above kind) float64 {
	switch above {
	case columnKind:
		return 24
	case panelKind:
		return 16
	case textKind, noteKind, subheadKind:
		return 8
	default:
		return 12
	}
}

// kindOf is the kind of the first or last thing to be seen in a node.
func kindOf(n *view.Node, first bool) kind {
	switch lookOf(n) {
	case view.Display, view.Title:
		return headKind
	case view.Subtitle:
		return subheadKind
	case view.Label:
		return labelKind
	case view.Yours, view.Theirs:
		if n.Role == view.Heading {
			return labelKind
		}
		return noteKind
	case view.Muted, view.Small, view.Gloss, view.Cite, view.Dots:
		return noteKind
	case view.Card, view.Hero, view.Cells, view.CardButton, view.Marked, view.Caveat, view.Unknown, view.Option, view.Layer, view.Data:
		return panelKind
	case view.Facts:
		return factsKind
	case view.Chip, view.Key, view.Stop, view.Words, view.Word:
		return chipsKind
	case view.Primary, view.Secondary, view.Quiet, view.Aside, view.Fold, view.Flow, view.Dock, view.WideDock:
		return actionKind
	case view.NarrowWide, view.FirstFits, view.WideNarrow, view.PictureSide, view.Halves, view.Thirds:
		return columnKind
	case view.ScoreRow, view.Tally:
		return rowKind
	case view.Switch:
		return switchKind
	case view.Projector, view.ProjectorDense, view.Bar, view.Page, view.Stack, view.Form, view.Sheet, view.Fact, view.Options, view.Chips, view.Letters, view.Scale, view.Beside, view.Layers, view.HiddenTable, view.TitleRow, view.Foot,
		view.Lead, view.Body, view.Value, view.Quote, view.Brand, view.Unseen, view.Weighty, view.YourWords, view.TheirWords, view.Inline, view.Term: // what they hold decides
	}
	if n.Chart != nil {
		return panelKind
	}
	if textual(n) {
		return textKind
	}
	return edgeKind(n, first)
}

func edgeKind(n *view.Node, first bool) kind {
	at := lastDrawn(n.Children)
	if first {
		at = firstDrawn(n.Children)
	}
	if at < 0 {
		return textKind
	}
	return kindOf(&n.Children[at], first)
}
