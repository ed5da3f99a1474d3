package element_test

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"hardcases/game/element"

	"github.com/stretchr/testify/require"
)

func TestWrite(t *testing.T) {
	tests := map[string]struct {
		e    *element.Element
		want string
	}{
		"text":                       {element.Of("p", "", "a < b & c"), "<p>a &lt; b &amp; c</p>\n"},
		"class":                      {element.Of("p", "note", "a"), "<p class=\"note\">a</p>\n"},
		"attribute":                  {element.New("p").Set("title", `"><script>`), "<p title=\"&#34;&gt;&lt;script&gt;\"></p>\n"},
		"parts of a line stay on it": {element.New("p", element.Of("strong", "", "a"), element.Words(" b")), "<p><strong>a</strong> b</p>\n"},
		"no end":                     {element.New("p", element.New("br")), "<p><br>\n</p>\n"},
		"a radio button":             {&element.Element{Tag: "input", Radio: true, Checked: true}, "<input checked=\"\">"},
		"a style":                    {element.Of("style", "", "a>b{content:\"</style><script>\"}"), "<style>a>b{content:\"<\\/style><script>\"}</style>\n"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) { require.Equal(t, tt.want, tt.e.String()) })
	}
}

// TestTextStaysText puts what could be markup in every place where a text can
// stand, and demands that a strict reader finds it again as text.
func TestTextStaysText(t *testing.T) {
	for _, bad := range []string{`</p><script>alert(1)</script>`, `"><img onerror="alert(1)">`, `' onload='x`, `&lt;b&gt;`, `]]>`, `<!-- `} {
		text := element.New("p", element.Words(bad), element.Of("span", bad, bad)).Set("lang", bad).String()
		in := xml.NewDecoder(strings.NewReader(text))
		var said []string
		for {
			token, err := in.Token()
			if err == io.EOF {
				break
			}
			require.NoError(t, err, text)
			switch token := token.(type) {
			case xml.StartElement:
				require.Contains(t, []string{"p", "span"}, token.Name.Local)
				for _, a := range token.Attr {
					require.Equal(t, bad, a.Value)
				}
			case xml.CharData:
				if s := strings.TrimSuffix(string(token), "\n"); s != "" {
					said = append(said, s)
				}
			}
		}
		require.Equal(t, []string{bad, bad}, said)
	}
}

func TestDocument(t *testing.T) {
	d := element.Document{Lang: "fr", Title: "a < b", Style: "p{margin:0}", Body: []*element.Element{element.Of("p", "", "c")}}
	require.Equal(t, `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>a &lt; b</title>
<style>p{margin:0}</style>
<p>c</p>
</html>
`, d.HTML())
}
