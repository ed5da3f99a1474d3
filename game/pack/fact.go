package pack

import "strings"

// FactText is the words of a fact, in the parts that a screen shows one after the
// other: together they are the whole of it, and nothing is said twice.
type FactText struct {
	// First is the first line. It carries the fact alone; "" in packs that have
	// no parts.
	First string
	// More is what stands in view beside the first line: all of the fact in packs
	// that have no parts.
	More string
	// Rest opens together with who says so.
	Rest string
}

// The names of a fact's parts, which stand below the fact in the file of a
// language. A text there in place of them is the whole of the fact.
const (
	FactFirst = "first"
	FactMore  = "more"
	FactRest  = "rest"
)

// Whole is all of a fact, as it is read in one go.
func (f FactText) Whole() string {
	var parts []string
	for _, part := range []string{f.First, f.More, f.Rest} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}

// InView is what of a fact a screen shows before anything is opened.
func (f FactText) InView() string { return FactText{First: f.First, More: f.More}.Whole() }

// Fact gives the words of a fact of a step.
func (t *Text) Fact(caseID, stepID, factID string) FactText {
	key := strings.Join([]string{"cases", caseID, "steps", stepID, "known", factID}, ".")
	table, err := t.table(caseID)
	if err != nil {
		return FactText{}
	}
	if whole := t.in(table, key); whole != "" {
		return FactText{More: whole}
	}
	return t.parts(table, key)
}

// parts reads a fact that stands in parts.
func (t *Text) parts(table Table, key string) FactText {
	part := func(name string) string { return t.in(table, key+"."+name) }
	return FactText{First: part(FactFirst), More: part(FactMore), Rest: part(FactRest)}
}

// IsFact says whether a key is that of a fact as a whole, in the usual or in the
// gentler wording.
func IsFact(key string) bool {
	parts := strings.Split(key, ".")
	if len(parts) == 7 && parts[4] == "gentle" {
		parts = append(parts[:4:4], parts[5:]...)
	}
	return len(parts) == 6 && parts[0] == "cases" && parts[2] == "steps" && parts[4] == "known"
}
