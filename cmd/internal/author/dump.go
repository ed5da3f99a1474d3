package author

import (
	"bytes"
	"encoding/json"
	"io"

	"hardcases/game/pack"

	"github.com/tinylib/msgp/msgp"
)

// Dump writes all that a pack holds as indented JSON, with the keys of the
// format. The same pack gives the same bytes.
func Dump(w io.Writer, p *pack.Pack) error {
	c, err := p.Unpack()
	if err != nil {
		return err
	}
	library, err := asJSON(&c.Library)
	if err != nil {
		return err
	}
	cases := make([]json.RawMessage, len(c.Cases))
	for i := range c.Cases {
		if cases[i], err = asJSON(&c.Cases[i]); err != nil {
			return err
		}
	}
	head := p.Head()
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(struct {
		Format  uint16                       `json:"format"`
		Hash    string                       `json:"hash"`
		ID      string                       `json:"id"`
		Version string                       `json:"version"`
		Licence string                       `json:"licence"`
		Authors []string                     `json:"authors"`
		Locales []string                     `json:"locales"`
		Library json.RawMessage              `json:"library"`
		Cases   []json.RawMessage            `json:"cases"`
		Text    map[string]map[string]string `json:"text"`
	}{head.Format, p.Hash(), c.ID, c.Version, c.Licence, c.Authors, c.Locales, library, cases, c.Text})
}

// asJSON goes by way of MessagePack, so that the keys are those of the format.
func asJSON(v msgp.Marshaler) (json.RawMessage, error) {
	b, err := v.MarshalMsg(nil)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	_, err = msgp.UnmarshalAsJSON(&out, b)
	return out.Bytes(), err
}
