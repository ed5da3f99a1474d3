package author

import (
	"slices"
	"strings"

	"hardcases/cmd/internal/lint"
)

// meant brings together what one slip of the hand sets off: a misspelt key is
// one that nothing uses, and leaves another missing; a misspelt id is not in the
// pack, and leaves another unused. What stays is the finding on the line of the
// slip, which says what may have been meant.
func (s *Source) meant(found []lint.Finding) []lint.Finding {
	if len(found) > 10*mostFindings {
		return found // no slip of one hand sets off so many, and each is held against each
	}
	echo := make([]bool, len(found))
	for i := range found {
		f := &found[i]
		switch {
		case f.Code == staleCode:
			for j, g := range found {
				if g.Locale == f.Locale && isMissingText(g) && nearKeys(f.Path, g.Path) {
					f.Mend, echo[j] = "It may be meant as "+last(g.Path)+".", true
					break
				}
			}
		case strings.HasSuffix(f.Code, "-missing") && f.Locale == "":
			list := strings.TrimSuffix(f.Code, "-missing") + "s"
			id := s.scalar(f.Path)
			k := slices.IndexFunc(s.ids(list), func(other string) bool { return other != id && near(id, other) })
			if k < 0 {
				continue
			}
			f.Mend = "It may be meant as " + s.ids(list)[k] + "; or add it to " + list + "."
			for j, g := range found {
				echo[j] = echo[j] || strings.HasSuffix(g.Code, "-unused") && g.Path == list+"."+s.ids(list)[k]
			}
		}
	}
	out := found[:0]
	for i, f := range found {
		if !echo[i] {
			out = append(out, f)
		}
	}
	return out
}

func isMissingText(f lint.Finding) bool {
	return f.Locale != "" && (f.Reason == isMissing || strings.HasPrefix(f.Reason, lacksAll))
}

// nearKeys says whether two keys lie under the same one, and differ by a slip.
func nearKeys(a, b string) bool {
	return a != b && strings.TrimSuffix(a, last(a)) == strings.TrimSuffix(b, last(b)) && near(last(a), last(b))
}

// last is the last part of a path.
func last(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

// scalar is the value at a path of pack.yaml, "" for none.
func (s *Source) scalar(path string) string {
	if s.trees[structureFile] == nil {
		return ""
	}
	n, _, whole := s.trees[structureFile].find(path)
	if !whole {
		return ""
	}
	return n.text
}

// ids lists what a list of the library has; nil for one that it has not.
func (s *Source) ids(list string) []string {
	lib := &s.content.Library
	var out []string
	switch list {
	case "principles":
		return lib.Principles
	case "layers":
		return lib.Layers
	case "actors":
		return lib.Actors
	case "claims":
		for i := range lib.Claims {
			out = append(out, lib.Claims[i].ID)
		}
	case "sources":
		for i := range lib.Sources {
			out = append(out, lib.Sources[i].ID)
		}
	}
	return out
}
