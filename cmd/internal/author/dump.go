package author

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"

	"hardcases/cmd/internal/plain"
	"hardcases/game/pack"

	"github.com/tinylib/msgp/msgp"
)

// dumped is a pack as JSON, with the keys of the format.
type dumped struct {
	Format  uint16                       `json:"format"`
	Hash    string                       `json:"hash"`
	ID      string                       `json:"id"`
	Version string                       `json:"version"`
	Licence string                       `json:"licence"`
	Authors []string                     `json:"authors"`
	Locales []string                     `json:"locales"`
	Library json.RawMessage              `json:"library"`
	Cases   []json.RawMessage            `json:"cases"`
	Desk    json.RawMessage              `json:"desk"`
	Text    map[string]map[string]string `json:"text"`
}

// Dump writes all that a pack holds as indented JSON. The same pack gives the
// same bytes, and Undump takes them back without loss.
func Dump(w io.Writer, p *pack.Pack) error {
	c, err := p.Unpack()
	if err != nil {
		return err
	}
	d := dumped{Format: p.Head().Format, Hash: p.Hash(), ID: c.ID, Version: c.Version, Licence: c.Licence, Authors: c.Authors, Locales: c.Locales, Text: c.Text}
	if d.Library, err = asJSON(&c.Library); err != nil {
		return err
	}
	d.Cases = make([]json.RawMessage, len(c.Cases))
	for i := range c.Cases {
		if d.Cases[i], err = asJSON(&c.Cases[i]); err != nil {
			return err
		}
	}
	if d.Desk, err = asJSON(&c.Desk); err != nil {
		return err
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(d)
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

// Undump makes a pack file of what Dump wrote. It fails on what is no pack, with
// a *pack.Error that names the place; the hash in b is not looked at.
func Undump(b []byte) ([]byte, error) {
	b, err := plain.Text(b) // a shell may have redirected it
	if err != nil {
		return nil, &pack.Error{Reason: err.Error()}
	}
	var d dumped
	in := json.NewDecoder(bytes.NewReader(b))
	in.DisallowUnknownFields()
	if err := in.Decode(&d); err != nil {
		return nil, &pack.Error{Reason: "is not a dumped pack: " + err.Error()}
	}
	if rest := bytes.TrimSpace(b[in.InputOffset():]); len(rest) > 0 {
		return nil, &pack.Error{Reason: fmt.Sprintf("is not a dumped pack: after its end there is more, %.20q", rest)}
	}
	if d.Format < 1 || d.Format > pack.Format { // what a pack holds is the same in all of them
		return nil, &pack.Error{Path: "format", Reason: fmt.Sprintf("is %d; this program reads formats 1 to %d", d.Format, pack.Format)}
	}
	c := pack.Content{ID: d.ID, Version: d.Version, Licence: d.Licence, Authors: d.Authors, Locales: d.Locales, Text: d.Text, Cases: make([]pack.Case, len(d.Cases))}
	if err := fromJSON(&c.Library, d.Library, "library"); err != nil {
		return nil, err
	}
	for i := range d.Cases {
		if err := fromJSON(&c.Cases[i], d.Cases[i], fmt.Sprintf("cases[%d]", i)); err != nil {
			return nil, err
		}
	}
	if err := fromJSON(&c.Desk, d.Desk, "desk"); err != nil {
		return nil, err
	}
	out, err := pack.Build(&c)
	if err != nil {
		return nil, err
	}
	p, err := pack.Open(bytes.Clone(out))
	if err == nil {
		err = p.Validate()
	}
	return out, err
}

// fromJSON reads v from JSON by way of MessagePack. Nothing at all leaves v as
// it is.
func fromJSON(v msgp.Unmarshaler, raw json.RawMessage, path string) error {
	if len(raw) == 0 {
		return nil
	}
	in := json.NewDecoder(bytes.NewReader(raw))
	in.UseNumber()
	var value any
	if err := in.Decode(&value); err != nil {
		return &pack.Error{Path: path, Reason: err.Error()}
	}
	b, err := asMsg(nil, value)
	if err == nil {
		_, err = v.UnmarshalMsg(b)
	}
	if err != nil {
		return &pack.Error{Path: path, Reason: err.Error()}
	}
	return nil
}

// asMsg appends a JSON value as MessagePack. The format has whole numbers only.
func asMsg(b []byte, value any) ([]byte, error) {
	var err error
	switch v := value.(type) {
	case nil:
		return msgp.AppendNil(b), nil
	case bool:
		return msgp.AppendBool(b, v), nil
	case string:
		return msgp.AppendString(b, v), nil
	case json.Number:
		n, err := v.Int64()
		if err != nil || n > math.MaxInt32 || n < math.MinInt32 {
			return b, fmt.Errorf("holds the number %s where a whole number belongs", v)
		}
		return msgp.AppendInt64(b, n), nil
	case []any:
		b = msgp.AppendArrayHeader(b, uint32(len(v)))
		for _, item := range v {
			if b, err = asMsg(b, item); err != nil {
				return b, err
			}
		}
	case map[string]any:
		b = msgp.AppendMapHeader(b, uint32(len(v)))
		for key, item := range v {
			if b, err = asMsg(msgp.AppendString(b, key), item); err != nil {
				return b, err
			}
		}
	}
	return b, nil
}
