package lint

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"hardcases/game/pack"
)

// memory is the grade of confidence of what nobody found again. The format does
// not know it.
const memory = pack.Confidence("memory")

// endings are the last parts of names of sites by which an address is known.
const endings = "com|org|net|info|io|co|uk|us|eu|ca|au|nz|fr|de|ch|be|is|ru|su|tv|cc|st|top|pl|hk|tw|moe|xyz|gov|edu|biz|dev|app|news"

// mostQuoted is the longest quotation, in words.
const mostQuoted = 12

func safetyRules() []Rule {
	return []Rule{
		{"claim-forbidden", Error, "Some statements do harm or were never found: they are not shown.", forbiddenClaims},
		{"forum-address", Error, "The game leads nobody to a forum that hounds people.", forumAddresses},
		{"web-address", Error, "Players are not sent away: addresses belong in the teacher's sheet.", webAddresses},
		{"source-address", Error, "The teacher's sheet links pages of the web, and nothing else.", sourceAddresses},
		{"quote-long", Error, "Quotations have at most twelve words; the rest is told in our own.", longQuotes},
		{"quote-open", Error, "Where a quotation ends must be clear.", openQuotes},
	}
}

// forbiddenClaims finds claims that the settings forbid, and what rests on
// memory alone.
func forbiddenClaims(s *subject) {
	for _, src := range s.librarySources() {
		if src.it.Confidence == memory {
			s.report(src.path+".confidence", "Find a source, or take it and its claims away.", "is memory: nobody found it")
		}
	}
	for _, c := range s.libraryClaims() {
		if slices.Contains(s.settings.Forbidden, c.it.ID) {
			s.report(c.path, "Take the claim away.", "must not be shown")
		}
	}
}

// shown gives all that players read: the texts, and titles and publishers of
// sources, which have no language of their own.
func (s *subject) shown() []text {
	out := s.texts()
	if s.readAll == nil {
		for _, src := range s.librarySources() {
			out = append(out, newText("", src.path+".title", src.it.Title), newText("", src.path+".publisher", src.it.Publisher))
		}
		s.readAll = out
	}
	return slices.Clip(s.readAll)
}

// forumAddresses finds addresses of the forums that the cases are about, and of
// hidden services. Their names are no addresses.
func forumAddresses(s *subject) {
	forum := regexp.MustCompile(`(?i)\b(?:kiwi-?farms?|8(?:ch|chan|kun)|daily-?stormer?)[.](?:` + endings + `)\b|[a-z2-7][.]onion\b`)
	check := s.shown()
	for _, src := range s.librarySources() {
		check = append(check, newText("", src.path+".address", src.it.Address))
	}
	for _, t := range check {
		if dotted(t.text) && forum.MatchString(t.text) {
			s.reportText(t.locale, t.key, "Take the address out; do not hint at it either.", "holds the address of a forum")
		}
	}
}

// webAddresses finds addresses in what players read. Publishers may be called
// like their site.
func webAddresses(s *subject) {
	full := regexp.MustCompile(`(?i)\b[a-z]+://|\bwww[.]|\b[a-z0-9._-]+@[a-z0-9-]+[.][a-z]`)
	bare := regexp.MustCompile(`[a-z0-9][.](?:` + endings + `)\b`)
	for _, t := range s.shown() {
		if !dotted(t.text) && !strings.Contains(t.text, "://") {
			continue
		}
		if full.MatchString(t.text) || t.locale != "" && bare.MatchString(t.text) {
			s.reportText(t.locale, t.key, "Name the place in words.", "holds an address")
		}
	}
}

// dotted says whether a text has a dot with a letter straight after it, as every
// name of a site does and sentences do not. It spares most texts a closer look.
func dotted(s string) bool {
	for i := 1; i < len(s); i++ {
		if s[i-1] == '.' && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z') {
			return true
		}
	}
	return false
}

func sourceAddresses(s *subject) {
	for _, src := range s.librarySources() {
		a := src.it.Address
		web := strings.HasPrefix(a, "https://") || strings.HasPrefix(a, "http://")
		if a != "" && (!web || strings.ContainsFunc(a, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`"<>`, r) })) {
			s.report(src.path+".address", "Write an address that begins with https:// or http://, or leave it out.", "is not an address of the web")
		}
	}
}

// longQuotes counts the words of exact quotations, and of whatever stands in
// quotation marks.
func longQuotes(s *subject) {
	for _, t := range s.texts() {
		quotes, _ := quotations(t.text)
		if t.verbatim {
			quotes = []string{t.text}
		}
		for _, q := range quotes {
			if n := words(q); n > mostQuoted {
				s.reportText(t.locale, t.key, "Quote less, or say it in your own words.", "quotes %d words: %s", n, clip(q))
			}
		}
	}
}

func openQuotes(s *subject) {
	for _, t := range s.texts() {
		if _, whole := quotations(t.text); !whole && !t.extract {
			s.reportText(t.locale, t.key, "Open and close every quotation.", "has quotation marks that do not pair up")
		}
	}
}

// quotations gives what stands between “ and ”, and between « and », inner ones
// too; whole is false when the marks do not pair up.
func quotations(s string) (found []string, whole bool) {
	type open struct {
		mark rune
		from int
	}
	var stack []open
	for i, r := range s {
		switch r {
		case '“', '«':
			stack = append(stack, open{r, i + len(string(r))})
		case '”', '»':
			want := map[rune]rune{'”': '“', '»': '«'}[r]
			if len(stack) == 0 || stack[len(stack)-1].mark != want {
				return found, false
			}
			found = append(found, s[stack[len(stack)-1].from:i])
			stack = stack[:len(stack)-1]
		}
	}
	return found, len(stack) == 0
}

// words counts words: what stands between spaces and holds a letter or a digit.
func words(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// clip shortens what a finding quotes.
func clip(s string) string {
	r := []rune(s)
	if len(r) <= 60 {
		return s
	}
	return string(r[:59]) + "…"
}
