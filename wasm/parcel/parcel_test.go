package parcel_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"hardcases/game/host"
	"hardcases/wasm/parcel"

	"github.com/stretchr/testify/require"
)

// TestZip has the standard library read an archive, sums and all.
func TestZip(t *testing.T) {
	for name, files := range map[string][]host.File{
		"none":    nil,
		"one":     {{Name: "a.html", Data: []byte("<p>a")}},
		"several": {{Name: "lesson.html", Data: []byte(strings.Repeat("é", 70_000))}, {Name: "vide.txt"}, {Name: "élève.html", Data: []byte{0, 1, 2}}},
	} {
		t.Run(name, func(t *testing.T) {
			b := parcel.Zip(files)
			got, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
			require.NoError(t, err)
			require.Len(t, got.File, len(files))
			for i, f := range files {
				require.Equal(t, f.Name, got.File[i].Name)
				require.False(t, got.File[i].NonUTF8)
				r, err := got.File[i].Open()
				require.NoError(t, err)
				text, err := io.ReadAll(r)
				require.NoError(t, err)
				require.Equal(t, string(f.Data), string(text))
			}
		})
	}
}
