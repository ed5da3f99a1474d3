package bundle

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Licences is the file of a site that holds the terms of all that is in it. The
// game itself has no use for it.
const Licences = "licences.txt"

// termsOf are the files of the source tree that it is made of.
var termsOf = []string{
	"LICENSE", "LICENSE-packs", thirdParty,
	"assets/fonts/LICENSE-atkinson-hyperlegible-next.txt", "assets/fonts/LICENSE-newsreader.txt",
}

// thirdParty is the file with the terms of what others made.
const thirdParty = "THIRD_PARTY.md"

// Terms joins the terms of the tree at root, each under the name of its file. In the
// browser there is less of what others made than in the programs to install.
func Terms(root string, browser bool) ([]byte, error) {
	var all bytes.Buffer
	for _, name := range termsOf {
		b, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return nil, fmt.Errorf("the source tree lacks the terms that its programs are given away under: %w", err)
		}
		if name == thirdParty && browser {
			b = []byte(inBrowser(string(b)))
		}
		fmt.Fprintf(&all, "=== %s ===\n\n%s\n\n", name, bytes.TrimSpace(b))
	}
	return all.Bytes(), nil
}

// inBrowser leaves out of the page of others' terms what is in no program for the
// browser: rows of its table, and texts of whose owners none is left.
func inBrowser(page string) string {
	parts := strings.Split(page, "\n## ")
	var head []string
	there := map[string]bool{}
	for _, line := range strings.Split(parts[0], "\n") {
		cells := strings.Split(line, " | ")
		if row := strings.HasPrefix(line, "| ") && len(cells) == 4 && !strings.Contains(cells[3], "in |"); row && !strings.Contains(cells[3], "browser") {
			continue
		} else if row {
			there[strings.TrimPrefix(cells[0], "| ")] = true
		}
		head = append(head, line)
	}
	kept := []string{strings.Join(head, "\n")}
	for _, part := range parts[1:] {
		_, owners, _ := strings.Cut(part, "\n\nOf ")
		owners, _, _ = strings.Cut(owners, ".\n\n")
		for owner := range strings.SplitSeq(owners, ", ") {
			module, _, _ := strings.Cut(owner, " (")
			if there[module] {
				kept = append(kept, part)
				break
			}
		}
	}
	return strings.Join(kept, "\n## ")
}
