package code

import (
	"strconv"

	"hardcases/game/pack"
)

// Codes of version 1 had two other check symbols, and instead of the shape they
// named the first eight digits of the pack's hash: mending a comma made all codes
// useless. What is known of the shapes of those packs is kept here.
//
// before are the packs that the game came with then: the first four characters of
// their codes, and the two symbols of the shape that they had.
var before = map[string]string{
	"7TEH": "2N", // cloudflare 1.0.0
	"63NX": "32", // elsewhere 1.0.0
}

// oldSound says whether symbols agree with the check symbols of version 1: the sum
// of all is 0 modulo 23, and so is the sum of each times its position. A plain sum
// does not see that symbols have changed places, which leaves one check of 23 for
// groups read in the wrong order.
func oldSound(symbols []int) bool {
	sum, weighed := 0, 0
	for i, v := range symbols {
		sum += v
		weighed += v * (i + 1)
	}
	return sum%base == 0 && weighed%base == 0
}

// oldTags are the tags of version 1 whose codes a form with this tag can read: of
// packs that had its shape, and of the pack itself. One that is near to today's is
// left out: a code of today with a slip in it must not be read by the old sums.
func oldTags(p *pack.Pack, tag []int) []string {
	n, _ := strconv.ParseUint(p.Hash()[:8], 16, 64)
	id, shape := spellOut(tag[:packChars]), spellOut(tag[packChars:])
	var tags []string
	if own := spellOut(pair(n)); own[0] != shape[0] && own[1] != shape[1] {
		tags = append(tags, id+own)
	}
	for old, now := range before {
		if old[:packChars] == id && now == shape {
			tags = append(tags, old)
		}
	}
	return tags
}
