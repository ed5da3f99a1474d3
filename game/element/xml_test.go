package element_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"hardcases/game/element"

	"github.com/stretchr/testify/require"
)

// TestXMLIsReadAsItWas has another reader find the very elements, attributes and texts,
// whatever stands in them.
func TestXMLIsReadAsItWas(t *testing.T) {
	text := "a < b & c > \"d\" 'e'\t\r\n]]> \u202f\u00e9"
	svg := &element.Element{Tag: "svg", SVG: true, Children: []*element.Element{{Tag: "text", SVG: true, Text: text}}}
	e := element.New("div", element.New("table", element.New("tr", element.Of("td", "", text))), element.New("p", element.New("div"), element.New("br")), svg).
		Set("title", text).Set("hidden", "")
	want := []string{"<div", "title=" + text, "hidden=", "<table", "<tr", "<td", text, ">", ">", ">", "<p", "<div", ">", "<br", ">", ">", "<svg svg", "<text svg", text, ">", ">", ">"}
	require.Equal(t, want, tokens(t, e.XML()))
	require.Equal(t, []string{"<p", "a\ufffdb\ufffdc", ">"}, tokens(t, element.Of("p", "", "a\x00b\uffffc").XML()))
}

// tokens are what XML has, one after the other.
func tokens(t *testing.T, text string) []string {
	var list []string
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list
		}
		require.NoError(t, err, text)
		switch token := token.(type) {
		case xml.StartElement:
			name := "<" + token.Name.Local
			if strings.HasSuffix(token.Name.Space, "svg") {
				name += " svg"
			}
			list = append(list, name)
			for _, a := range token.Attr {
				if a.Name.Local != "xmlns" {
					list = append(list, a.Name.Local+"="+a.Value)
				}
			}
		case xml.CharData:
			list = append(list, string(token))
		case xml.EndElement:
			list = append(list, ">")
		}
	}
}
