package code_test

import (
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"hardcases/game/code"
	"hardcases/game/pack"

	"github.com/stretchr/testify/require"
)

// wide is a text in UTF-16, little-endian.
func wide(text string, mark bool) string {
	var b strings.Builder
	if mark {
		b.WriteString("\xff\xfe")
	}
	for _, u := range utf16.Encode([]rune(text)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

// shapes are ways in which lists of codes come to a teacher, as bytes of a file.
// each gives a line for the code number i.
func shapes() map[string]func(codes []string) string {
	lines := func(line func(i int, c string) string) func([]string) string {
		return func(codes []string) string {
			var b strings.Builder
			for i, c := range codes {
				b.WriteString(line(i, c))
			}
			return b.String()
		}
	}
	names := []string{"Ana", "Zoë", "Łukasz", "Anne-Mae 8", "O’Hara", "4A"}
	number := func(i int) string { return strconv.Itoa(i + 1) }
	plain := lines(func(_ int, c string) string { return c + "\n" })
	return map[string]func([]string) string{
		"a line each":            plain,
		"Windows lines and mark": func(c []string) string { return "\ufeff" + strings.ReplaceAll(plain(c), "\n", "\r\n") + "\r\n\r\n" },
		"lower case":             func(c []string) string { return strings.ToLower(plain(c)) },
		"groups apart":           func(c []string) string { return strings.ReplaceAll(plain(c), "-", " ") },
		"nothing between":        func(c []string) string { return strings.ReplaceAll(plain(c), "-", "") },
		"one line":               func(c []string) string { return strings.Join(c, " ") },
		"one line, groups apart": func(c []string) string { return strings.ReplaceAll(strings.Join(c, " "), "-", " ") },
		"commas":                 func(c []string) string { return strings.Join(c, ", ") },
		"export of a form": lines(func(i int, c string) string {
			head := ""
			if i == 0 {
				head = "Timestamp,\"Your name\",\"Your code\"\n"
			}
			return head + "2026/11/29 10:0" + number(i) + ":12 AM GMT+1,\"" + names[i%len(names)] + "\",\"" + c + "\"\n"
		}),
		"export with semicolons": lines(func(i int, c string) string {
			return "29.11.2026 10:1" + number(i) + ";" + names[i%len(names)] + ";anna.weber" + number(i) + "@example.org;" + c + ";" + number(i) + ",5\r\n"
		}),
		"cells":                  lines(func(i int, c string) string { return number(i) + "\t" + names[i%len(names)] + "\t" + c + "\t2A\n" }),
		"numbered":               lines(func(i int, c string) string { return number(i) + ". " + c + "\n" }),
		"numbered with brackets": lines(func(i int, c string) string { return "(" + number(i) + ") " + c + ".\n" }),
		"numbered, groups apart": lines(func(i int, c string) string { return number(i) + " " + strings.ReplaceAll(c, "-", " ") + "\n" }),
		"bullets":                lines(func(_ int, c string) string { return "• " + c + "\n" }),
		"hyphens as bullets":     lines(func(_ int, c string) string { return "- " + c + "\n" }),
		"after a word":           lines(func(_ int, c string) string { return "Code: " + c + ".\n" }),
		"after a word in French": lines(func(_ int, c string) string { return "Mon code\u202f: «\u202f" + c + "\u202f» !\n" }),
		"chat": lines(func(i int, c string) string {
			return "[10:0" + number(i) + ", 29/11/2026] " + names[i%len(names)] + ": hi, mine is " + c + " 👍\n"
		}),
		"mail": lines(func(i int, c string) string {
			return "On 29 Nov 2026 at 10:0" + number(i) + " " + names[i%len(names)] + " <a" + number(i) + "@example.org> wrote:\n> > Hello,\n> > " + c + "\n> -- \n> 06 12 34 56 78\n"
		}),
		"broken in mail":              lines(func(_ int, c string) string { return "> the code that I got is " + c[:10] + "\n> " + c[10:] + "\n" }),
		"page":                        lines(func(_ int, c string) string { return "<li>" + c + "</li>" }),
		"no-break hyphens and spaces": lines(func(_ int, c string) string { return "\u00a0" + strings.ReplaceAll(c, "-", "\u2011") + "\u00a0\n" }),
		"soft hyphens":                lines(func(_ int, c string) string { return strings.ReplaceAll(c, "-", "-\u00ad") + "\n" }),
		"en dashes":                   lines(func(_ int, c string) string { return strings.ReplaceAll(c, "-", " – ") + "\n" }),
		"wide letters": lines(func(_ int, c string) string {
			return strings.Map(func(r rune) rune { return r - '!' + '！' }, strings.ReplaceAll(c, "-", "")) + "\n"
		}),
		"a mail saved as a file": lines(func(_ int, c string) string {
			return "Content-Transfer-Encoding: quoted-printable\r\n\r\nBonjour madame=2C j=E2=80=99ai fini tout =C3=A0 l=E2=80=99heure=2C et mon code est " + c[:3] + "=\r\n" + c[3:] + "=20\r\n"
		}),
		"a word processor's rich text": func(c []string) string {
			return "{\\rtf1\\ansi\\deff0 " + strings.ReplaceAll(strings.ReplaceAll(plain(c), "-", "\\_"), "\n", "\\par\n") + "}"
		},
		"entities of a page":      lines(func(_ int, c string) string { return "<td>" + strings.ReplaceAll(c, "-", "&#8209;") + "&nbsp;</td>" }),
		"bold in a chat":          lines(func(_ int, c string) string { return "*" + c + "* :tada:\n`" }),
		"lines of old mainframes": func(c []string) string { return strings.ReplaceAll(plain(c), "\n", "\u0085") },
		"lines of Unicode":        func(c []string) string { return strings.ReplaceAll(plain(c), "\n", "\u2028") },
		"paragraphs of Unicode":   func(c []string) string { return "Codes:\u2029" + strings.ReplaceAll(plain(c), "\n", "\u2029") },
		"UTF-16 with mark": func(c []string) string {
			return wide("Prénom;Code\r\n"+strings.ReplaceAll(plain(c), "\n", "\r\n"), true)
		},
		"UTF-16 without mark": func(c []string) string { return wide(plain(c), false) },
		"Windows-1252":        lines(func(_ int, c string) string { return "Pr\xe9nom\xa0: " + strings.ReplaceAll(c, "-", "\x96") + "\r\n" }),
		"Mac OS Roman":        lines(func(_ int, c string) string { return "Pr\x8enom\xca: " + strings.ReplaceAll(c, "-", "\xd0") + "\r" }),
	}
}

// TestListsOfEveryShape holds that all good codes are found in order, and that
// nothing else is named.
func TestListsOfEveryShape(t *testing.T) {
	f := form(t)
	r := rand.New(rand.NewPCG(11, 12))
	var codes []string
	var want [][]code.Choice
	for range 6 {
		want = append(want, choices(f, r))
		codes = append(codes, f.Code(want[len(want)-1]))
	}
	require.GreaterOrEqual(t, len(shapes()), 12)
	for name, shape := range shapes() {
		t.Run(name, func(t *testing.T) {
			text, ok := code.Decode([]byte(shape(codes)))
			require.True(t, ok)
			var got [][]code.Choice
			for _, found := range f.Find(text) {
				require.Nil(t, found.Err, "%s is named", found.Code)
				got = append(got, found.Choices)
			}
			require.Equal(t, want, got)
		})
	}
}

// TestGivenLists reads lists with codes of version 1, as the program of that time
// wrote them.
func TestGivenLists(t *testing.T) {
	for name, want := range map[string]int{"lines.txt": 6, "numbered.txt": 6, "form.csv": 6, "swapped.txt": 2} {
		b, err := os.ReadFile("testdata/version1/" + name)
		require.NoError(t, err)
		text, ok := code.Decode(b)
		require.True(t, ok)
		f := old(t, func(c *pack.Content) { c.Text["fr"]["pack.title"] += "," })
		found := f.Find(text)
		require.Len(t, found, want, name)
		for _, one := range found {
			require.Nil(t, one.Err, "%s: %s", name, one.Code)
			require.NotEqual(t, one.Code, f.Code(one.Choices), "today's code is another")
		}
	}
	_, err := old(t, func(*pack.Content) {}).Read("7TEH-YXN5-H4F2-P665")
	require.NoError(t, err, "by the pack of that time itself")
	other := old(t, func(c *pack.Content) { c.Cases[0].Steps[0].Options[1].Ladder++ })
	_, err = other.Read("7TEH-YXN5-H4F2-P665")
	require.EqualError(t, err, "7TEH-YXN5-H4F2-P665: belongs to another version of this pack, whose codes begin with 7TEH")
}

// old is the form of the pack of the time of version 1, after a change.
func old(t testing.TB, change func(*pack.Content)) *code.Form {
	t.Helper()
	b, err := os.ReadFile("../pack/testdata/format1/cloudflare.msgp")
	require.NoError(t, err)
	p, err := pack.Open(b)
	require.NoError(t, err)
	c, err := p.Unpack()
	require.NoError(t, err)
	change(c)
	return formOf(t, c)
}

// TestOnlyCodesAreNamed holds what is said of texts that hold no code that can be
// read.
func TestOnlyCodesAreNamed(t *testing.T) {
	f := form(t)
	good := f.Code(choices(f, rand.New(rand.NewPCG(9, 1))))
	other := rebuilt(t, func(c *pack.Content) { c.ID = "elsewhere"; c.Cases = c.Cases[:1] }).Code(nil)
	for _, tt := range []struct {
		name, text string
		want       []code.Kind
	}{
		{"nothing", " \n ", nil},
		{"words", "hello\nHELLO\nA face at a tea party, Anna Mae.\nCap-and-trade, mother-in-law", nil},
		{"dates and times", "2026-11-29T10:01:12+01:00, 29-11-2026, 10:01 AM", nil},
		{"numbers", "0612-3456-7890-1234, 1234567890123456, FR76 3000 6000 0112 3456 7890 189", nil},
		{"addresses", "https://example.org/7AFE-2222-33AC-XW23?id=77AFE2222333ACXW, a@X7AFE2222333ACXW.example", nil},
		{"an identifier", "550e8400-e29b-41d4-a716-446655440000", nil},
		{"a class", "4A-2026, 7TE", nil},
		{"cut short", good[:len(good)-1], []code.Kind{code.WrongLength}},
		{"cut short, one group", "my code: " + good[:7], []code.Kind{code.WrongLength}},
		{"too long", good + "7", []code.Kind{code.WrongLength}},
		{"one wrong", "1. " + swapLast(good), []code.Kind{code.Damaged}},
		{"one wrong, groups apart", strings.ReplaceAll(swapLast(good), "-", " ") + " and more", []code.Kind{code.Damaged}},
		{"one wrong, nothing between", strings.ReplaceAll(swapLast(good), "-", ""), []code.Kind{code.Damaged}},
		{"a letter that looks like a digit", good[:6] + "O" + good[7:], []code.Kind{code.UnknownCharacter}},
		{"first letter wrong", "O" + good[1:], []code.Kind{code.UnknownCharacter}},
		{"other pack", "Code: " + other, []code.Kind{code.OtherPack}},
		{"good, bad, good", good + " " + good[:9] + " " + good, []code.Kind{"", code.WrongLength, ""}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []code.Kind
			for _, found := range f.Find(tt.text) {
				kind := code.Kind("")
				if found.Err != nil {
					kind = found.Err.Kind
				}
				got = append(got, kind)
			}
			require.Equal(t, tt.want, got)
		})
	}
	require.Empty(t, f.Find(strings.Repeat("A\n", code.MaxPaste)))
}

func TestDecodeRefusesWhatIsNoText(t *testing.T) {
	for name, file := range map[string]string{
		"a picture": "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a save": "\x86\xff\x00\x01", "bells": "\a\xff", "zeros": "\x00\x00\x00\x00",
	} {
		_, ok := code.Decode([]byte(file))
		require.False(t, ok, name)
	}
}
