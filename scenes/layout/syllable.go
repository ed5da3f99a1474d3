package layout

import (
	"sort"
	"strings"
	"unicode"
)

// Words are parted only where one is wider than its line, as at 200 % on a
// phone, and then with a hyphen between syllables. A syllable begins with the
// consonant before a vowel, or with two that are spoken together. That is the
// rule of French, and near enough in English, where the true places need a list
// of some thousand patterns for each language: too much to load for a last
// resort. What is no Latin word, such as a code, is parted where the line is full.

const (
	leastBefore = 2 // letters that stay on the line
	leastAfter  = 3 // letters that go on to the next
)

// together are consonants that begin a syllable together.
const together = " bl br ch cl cr dr fl fr gh gl gn gr kn ph pl pr qu sh sl sp st th tr vr wh wr "

// partWord parts a word wider than w: between syllables, with a hyphen, or where
// none ends in time between graphemes. full is called for every line filled, and
// what is left comes back.
func (p *pass) partWord(spans []span, joined string, parts []part, w float64, full func([]part)) []part {
	from, to := parts[0].from, parts[len(parts)-1].to
	var graphemes []int
	p.measurer.Graphemes(joined[from:to], func(end int) { graphemes = append(graphemes, from+end) })
	ends := syllables(joined[from:to])
	for i := range ends {
		ends[i] += from
	}
	for p.wider(spans, joined, from, graphemes, w) {
		end, hyphen := p.lastThatFits(spans, joined, from, ends, w, true), true
		if end == 0 {
			end, hyphen = p.lastThatFits(spans, joined, from, graphemes, w, false), false
		}
		if end == 0 || end >= to {
			break
		}
		line := p.measure(spans, joined, from, end)
		if hyphen {
			last := &line[len(line)-1]
			last.hyphen = true
			last.width += p.hyphenWidth(&spans[last.span])
		}
		full(line)
		from = end
	}
	return p.measure(spans, joined, from, to)
}

// wider says whether a line from a byte on to the last of the ends is wider than
// w. It looks no further than it must: a word can be as long as a text.
func (p *pass) wider(spans []span, joined string, from int, ends []int, w float64) bool {
	first := sort.SearchInts(ends, from+1)
	for n := 64; first < len(ends); n *= 2 {
		last := min(first+n, len(ends)) - 1
		if lineWidth(p.measure(spans, joined, from, ends[last])) > w+slack {
			return true
		}
		if last == len(ends)-1 {
			break
		}
	}
	return false
}

// lastThatFits is the last of the ends with which a line from a byte on is no
// wider than w, 0 for none; without a hyphen the first one counts anyway.
func (p *pass) lastThatFits(spans []span, joined string, from int, ends []int, w float64, hyphen bool) int {
	found := 0
	for _, end := range ends[sort.SearchInts(ends, from+1):] {
		line := p.measure(spans, joined, from, end)
		width := lineWidth(line)
		if hyphen {
			width += p.hyphenWidth(&spans[line[len(line)-1].span])
		}
		if width > w+slack && (hyphen || found > 0) {
			break
		}
		found = end
	}
	return found
}

func (p *pass) hyphenWidth(s *span) float64 {
	return p.measurer.Advance(Hyphen, s.style.face) * s.style.size
}

// Hyphen is what a line ends in where a word goes on in the next.
const Hyphen = "-"

// syllables gives the bytes of a word before which it may be parted.
func syllables(word string) []int {
	var runes []rune
	var starts, cuts []int
	for i, r := range word {
		runes, starts = append(runes, unicode.ToLower(r)), append(starts, i)
	}
	for from := 0; from < len(runes); from++ {
		to := from
		for to < len(runes) && unicode.Is(unicode.Latin, runes[to]) {
			to++
		}
		code := from > 0 && unicode.IsDigit(runes[from-1]) || to < len(runes) && unicode.IsDigit(runes[to])
		if !code {
			for _, at := range onsets(runes[from:to]) {
				cuts = append(cuts, starts[from+at])
			}
		}
		from = to
	}
	return cuts
}

// onsets gives the letters of a stretch with which syllables begin.
func onsets(letters []rune) []int {
	var list []int
	voiced := false // there is a vowel before
	for i := range letters {
		if !isVowel(letters[i]) || i == 0 || isVowel(letters[i-1]) {
			voiced = voiced || isVowel(letters[i])
			continue
		}
		at := i - 1
		if at > 0 && strings.Contains(together, " "+string(letters[at-1:at+1])+" ") {
			at--
		}
		if voiced && at >= leastBefore && len(letters)-at >= leastAfter {
			list = append(list, at)
		}
		voiced = true
	}
	return list
}

func isVowel(r rune) bool { return strings.ContainsRune("aeiouyàâäéèêëîïôöùûüÿæœ", r) }
