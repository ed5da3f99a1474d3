package code

import (
	"slices"
	"strings"
	"unicode"
)

// MaxPaste is the longest text that Find reads, in bytes: the export of a form
// with some thousand answers.
const MaxPaste = 256 << 10

// Found is what looks like a code in a text, and what it says.
type Found struct {
	Code    string   // in capitals, groups apart with hyphens
	Choices []Choice // nil where it is no use
	Err     *Error   // why it is no use
}

// Find finds the codes in a text of any kind: a list, numbered or not, an export
// of a form, a chat, an answer to a mail. Codes may be in lower case, with any
// hyphens or spaces in them or none, and stand in the middle of a line.
//
// A code that can be read is known for sure, by its tag and its check symbols.
// Of all else only what looks like a code is given, with what is wrong with it:
// groups of four with hyphens between them, or letters and digits that begin as
// this pack's codes do, or are about as many as a code has.
func (f *Form) Find(text string) []Found {
	if len(text) > MaxPaste {
		text = strings.ToValidUTF8(text[:MaxPaste], "")
	}
	var found []Found
	for _, run := range runs(bare(text)) {
		found = append(found, f.inRun(run)...)
	}
	return found
}

// bare is a text without what a page, a saved mail or a word processor writes for hyphens,
// spaces and ends of lines.
func bare(text string) string {
	const hyphens, spaces = "-", " "
	pairs := []string{"&#8209;", hyphens, "&#x2011;", hyphens, "&#45;", hyphens, "&hyphen;", hyphens, "&shy;", hyphens, "&nbsp;", spaces, "&#160;", spaces}
	if strings.Contains(strings.ToLower(text), "quoted-printable") { // RFC 2045, 6.7
		pairs = append(pairs, "=\r\n", "", "=\n", "", "=20", spaces, "=C2=A0", spaces, "=E2=80=91", hyphens, "=2D", hyphens)
	}
	if strings.HasPrefix(text, `{\rtf`) {
		pairs = append(pairs, `\_`, hyphens, `\-`, hyphens, `\~`, spaces)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// word is letters and digits that stand together.
type word struct {
	text   string // in capitals
	hyphen bool   // a hyphen, and nothing else but spaces, stands before it
	path   bool   // it is a part of an address
}

// A run is words with nothing but spaces and hyphens between them, on one line, or
// on two where the first ends with a hyphen.
type run []word

// runs takes a text apart.
func runs(text string) []run {
	var all []run
	var now run
	var w strings.Builder
	hyphen, path, broken := false, false, false
	end := func() {
		if w.Len() > 0 {
			now = append(now, word{w.String(), hyphen && len(now) > 0, path})
			hyphen, path = false, false
			w.Reset()
		}
	}
	for _, r := range text {
		r = plain(r)
		broken = broken || r == '\n' && hyphen && w.Len() == 0 && len(now) > 0
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			broken = false
			w.WriteRune(unicode.ToUpper(r))
		case r == nothing || broken && strings.ContainsRune("\n >", r): // a line was broken in a code
		case r == '-':
			end()
			hyphen = true
		case r == ' ':
			end()
		default:
			end()
			if len(now) > 0 {
				all = append(all, now)
			}
			now, hyphen, broken, path = nil, false, false, strings.ContainsRune("/@=_%#", r)
		}
	}
	end()
	if len(now) > 0 {
		all = append(all, now)
	}
	return all
}

// nothing stands for what is passed over, as if it were not there.
const nothing = -1

// plain makes one of the many spaces, hyphens and ends of lines of a character, and
// an ordinary letter of the wide ones of East Asian keyboards.
func plain(r rune) rune {
	switch {
	case strings.ContainsRune("\n\r\t\v\f\u0085\u2028\u2029", r):
		return '\n'
	case r == '\u00AD' || unicode.Is(unicode.Dash, r): // a soft hyphen is one where a code was broken
		return '-'
	case unicode.Is(unicode.Cf, r): // of no width
		return nothing
	case unicode.IsSpace(r):
		return ' '
	case r >= '\uFF01' && r <= '\uFF5E':
		return r - '\uFF01' + '!'
	}
	return r
}

// inRun finds the codes in a run: first those that can be read, then what only
// looks like one among the words that are left.
func (f *Form) inRun(words run) []Found {
	var found []Found
	rest := 0
	for i := 0; i < len(words); {
		n, one := f.at(words[i:])
		if n == 0 {
			i++
			continue
		}
		found = append(found, f.odd(words[rest:i])...)
		found = append(found, one)
		i += n
		rest = i
	}
	return append(found, f.odd(words[rest:])...)
}

// at reads a code that begins with the first of some words: of how many words it
// is, 0 for none.
func (f *Form) at(words run) (int, Found) {
	text, lengths := "", f.lengths()
	for i, w := range words {
		if text += w.text; len(text) > maxChars {
			break
		}
		if !slices.Contains(lengths, len(text)) {
			continue
		}
		if choices, err := f.Read(text); err == nil {
			return i + 1, Found{Code: grouped(text), Choices: choices}
		}
	}
	return 0, Found{}
}

// odd finds what looks like a code, in words that hold none that can be read.
func (f *Form) odd(words run) []Found {
	var found []Found
	for i := 0; i < len(words); {
		n := 1
		for i+n < len(words) && words[i+n].hyphen {
			n++
		}
		if most := f.begins(words[i:]); most > 0 { // as far as it may reach, with spaces
			for n < len(words)-i && length(words[i:i+n+1]) <= most && fits(words[i+n].text) {
				n++
			}
		}
		if f.looksLike(words[i : i+n]) {
			found = append(found, f.refused(words[i:i+n]))
		}
		i += n
	}
	return found
}

func (f *Form) refused(words run) Found {
	var parts []string
	for _, w := range words {
		parts = append(parts, w.text)
	}
	code := strings.Join(parts, "-")
	if len(parts) == 1 {
		code = grouped(code)
	}
	_, err := f.Read(code)
	bad, ok := err.(*Error)
	if !ok { // it can be read after all, as when a word was broken oddly
		bad = &Error{Kind: Damaged, Code: code}
	}
	return Found{Code: code, Err: bad}
}

// looksLike says whether words that hang together were meant as a code.
func (f *Form) looksLike(words run) bool {
	n := length(words)
	if words[0].path || n > 2*maxChars {
		return false
	}
	if f.begins(words) > 0 {
		return n > tagChars
	}
	letters, digits := 0, 0
	for i, w := range words {
		for _, r := range w.text {
			switch {
			case r >= '0' && r <= '9':
				digits++
			case r >= 'A' && r <= 'Z':
				letters++
			default:
				return false
			}
		}
		if last := i == len(words)-1; !last && len(w.text) != group || last && i > 0 && len(w.text) > group {
			return false
		}
	}
	if letters == 0 || digits == 0 {
		return false
	}
	return len(words) > 2 || len(words) == 1 && slices.ContainsFunc(f.lengths(), func(want int) bool { return n >= want-1 && n <= want+1 })
}

// begins says how many characters a code has that begins as words do: 0 where no
// code of this pack does.
func (f *Form) begins(words run) int {
	if strings.HasPrefix(words[0].text, spellOut(f.tag)) {
		return f.chars()
	}
	for _, o := range f.older {
		if slices.ContainsFunc(o.tags, func(tag string) bool { return strings.HasPrefix(words[0].text, tag) }) {
			return o.chars()
		}
	}
	return 0
}

// fits says whether a word can be a part of a code: at most one group.
func fits(text string) bool {
	return len(text) <= group && !strings.ContainsFunc(text, func(r rune) bool { return r > 'Z' })
}

func length(words run) int {
	n := 0
	for _, w := range words {
		n += len([]rune(w.text))
	}
	return n
}

// grouped puts hyphens between the groups of a code.
func grouped(code string) string {
	var b strings.Builder
	for i, r := range []rune(code) {
		if i > 0 && i%group == 0 {
			b.WriteByte('-')
		}
		b.WriteRune(r)
	}
	return b.String()
}
