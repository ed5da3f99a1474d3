package author

import (
	"fmt"

	"github.com/goccy/go-yaml/token"
)

// The parser goes down into itself for each key beside another, copies those that
// follow each time, and writes the whole path of each value: what is deep, wide
// or long-winded costs it time and memory out of all proportion. So what is more
// so than any pack is refused before it gets there, from the tokens alone.
const (
	maxDepth = 32   // lists and keys inside each other
	maxWidth = 4000 // keys side by side, outside of brackets
	maxPath  = 1000 // bytes of the keys that lie around a value
)

// tooMuch finds the first token that is too deep in lists and keys, beside too
// many keys, or under too long ones, and says which; nil for none.
func tooMuch(tokens token.Tokens) (*token.Token, string) {
	var d depth
	for _, t := range tokens {
		d.add(t)
		path := 0
		for _, o := range d.open {
			path += o.key
		}
		switch n := len(d.open); {
		case n > maxDepth:
			return t, fmt.Sprintf("is nested more than %d deep", maxDepth)
		case path > maxPath:
			return t, fmt.Sprintf("has keys around it of more than %d characters together", maxPath)
		case n > 0 && d.open[n-1].width > maxWidth:
			return t, fmt.Sprintf("stands beside more than %d other keys", maxWidth)
		}
	}
	return nil, ""
}

// depth is how deep in a file a token lies: the lists and keys that are open.
type depth struct{ open []level }

// level is a list, or keys side by side.
type level struct {
	column int // in which it begins, 0 for brackets
	width  int // keys so far, outside of brackets
	key    int // bytes of the last key
}

func (d *depth) add(t *token.Token) {
	switch t.Type {
	case token.SequenceStartType, token.MappingStartType:
		d.open = append(d.open, level{})
	case token.SequenceEndType, token.MappingEndType:
		d.end()
	case token.SequenceEntryType:
		d.begin(t.Position.Column, 0, 0)
	case token.MappingKeyType:
		d.begin(t.Position.Column, 1, 0)
	case token.MappingValueType:
		if t.Prev != nil {
			d.begin(t.Prev.Position.Column, 1, len(t.Prev.Value))
		}
	}
}

// begin notes a list's item or a key, and ends what began further in.
func (d *depth) begin(column, width, key int) {
	last := len(d.open) - 1
	if last >= 0 && d.open[last].column == 0 {
		d.open[last].key = key
		return
	}
	for last >= 0 && d.open[last].column > column {
		last--
	}
	if d.open = d.open[:last+1]; last < 0 || d.open[last].column != column {
		d.open = append(d.open, level{column: column})
		last++
	}
	d.open[last].width += width
	d.open[last].key = key
}

// end closes a bracket, if one is open.
func (d *depth) end() {
	for i := len(d.open) - 1; i >= 0; i-- {
		if d.open[i].column == 0 {
			d.open = d.open[:i]
			return
		}
	}
}
