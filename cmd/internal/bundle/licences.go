package bundle

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// Licences is the file of a site that holds the terms of all that is in it. The
// game itself has no use for it.
const Licences = "licences.txt"

// termsOf are the files of the source tree that it is made of.
var termsOf = []string{
	"LICENSE", "LICENSE-packs", "THIRD_PARTY.md",
	"assets/fonts/LICENSE-atkinson-hyperlegible-next.txt", "assets/fonts/LICENSE-newsreader.txt",
}

// licenceTexts joins the terms, each under the name of its file.
func licenceTexts(root string) ([]byte, error) {
	var all bytes.Buffer
	for _, name := range termsOf {
		b, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return nil, fmt.Errorf("the source tree lacks the terms that its programs are given away under: %w", err)
		}
		fmt.Fprintf(&all, "=== %s ===\n\n%s\n\n", name, bytes.TrimSpace(b))
	}
	return all.Bytes(), nil
}
