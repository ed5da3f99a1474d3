package release

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"debug/macho"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// thin is a program for macOS that does nothing, for a kind of processor.
func thin(cpu macho.Cpu, length int) []byte {
	b := make([]byte, length)
	for i, v := range []uint32{macho.Magic64, uint32(cpu), 3, uint32(macho.TypeExec)} {
		binary.LittleEndian.PutUint32(b[4*i:], v)
	}
	b[length-1] = byte(cpu)
	return b
}

// TestUniversal: the standard library finds each program where it lies.
func TestUniversal(t *testing.T) {
	both := [][]byte{thin(macho.CpuAmd64, 70_001), thin(macho.CpuArm64, 50_000)}
	b, err := universal(both)
	require.NoError(t, err)
	f, err := macho.NewFatFile(bytes.NewReader(b))
	require.NoError(t, err)
	require.Len(t, f.Arches, 2)
	for i, a := range f.Arches {
		require.Equal(t, []macho.Cpu{macho.CpuAmd64, macho.CpuArm64}[i], a.Cpu)
		require.Zero(t, a.Offset%(1<<slice))
		require.Equal(t, both[i], b[a.Offset:a.Offset+a.Size])
	}
	_, err = universal([][]byte{[]byte("\x7fELF and so on")})
	require.ErrorContains(t, err, "no program for macOS")
}

// TestIcns: the icon says its own length, and holds pictures of the sizes that its
// types mean.
func TestIcns(t *testing.T) {
	b, err := icns()
	require.NoError(t, err)
	require.Equal(t, "icns", string(b[:4]))
	require.Len(t, b, int(binary.BigEndian.Uint32(b[4:])))
	n := 0
	for rest := b[8:]; len(rest) > 0; n++ {
		size := binary.BigEndian.Uint32(rest[4:])
		c, err := png.DecodeConfig(bytes.NewReader(rest[8:size]))
		require.NoError(t, err)
		require.Equal(t, pictures[n].kind, string(rest[:4]))
		require.Equal(t, pictures[n].side, c.Width)
		rest = rest[size:]
	}
	require.Len(t, pictures, n)
}

func newMaker(t *testing.T) *maker {
	t.Helper()
	return &maker{Options: Options{Version: "1.2.3-rc.1+build", Papers: map[string][]byte{"man/man1/hardcases.1": []byte("manual")}}, site: site(), dir: t.TempDir()}
}

// TestMac looks at the program for macOS file by file.
func TestMac(t *testing.T) {
	m := newMaker(t)
	require.NoError(t, m.mac("x", []byte("program")))
	z, err := zip.OpenReader(filepath.Join(m.dir, "x.zip"))
	require.NoError(t, err)
	defer z.Close()
	modes := map[string]os.FileMode{}
	for _, f := range z.File {
		modes[f.Name] = f.Mode().Perm()
		if strings.HasSuffix(f.Name, ".plist") {
			requirePlist(t, f)
		}
	}
	const app = "Hard Cases.app/Contents/"
	require.Equal(t, map[string]os.FileMode{
		"README.txt": 0o644, "licences.txt": 0o644, app + "Info.plist": 0o644, app + "PkgInfo": 0o644, app + "MacOS/hardcases": 0o755,
		app + "Resources/hardcases.icns": 0o644, app + "Resources/licences.txt": 0o644,
	}, modes)
}

// requirePlist reads the list, and looks for what macOS cannot do without.
func requirePlist(t *testing.T, f *zip.File) {
	t.Helper()
	r, err := f.Open()
	require.NoError(t, err)
	d := xml.NewDecoder(r)
	values, key, text := map[string]string{}, "", ""
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		switch e := token.(type) {
		case xml.CharData:
			text = string(e)
		case xml.EndElement:
			switch e.Name.Local {
			case "key":
				key = text
			case "string":
				values[key] = text
			case "true":
				values[key] = "true"
			}
		}
	}
	for name, value := range map[string]string{
		"CFBundleExecutable": "hardcases", "CFBundleIconFile": "hardcases", "CFBundlePackageType": "APPL",
		"CFBundleShortVersionString": "1.2.3", "NSHighResolutionCapable": "true", "CFBundleName": "Hard Cases",
	} {
		require.Equal(t, value, values[name], name)
	}
}

// TestTarred: an archive holds its files in order, and the same bytes each time.
func TestTarred(t *testing.T) {
	m := newMaker(t)
	shared, err := m.shared()
	require.NoError(t, err)
	files := map[string]file{"top/hardcases": {[]byte("program"), true}}
	for where, b := range shared {
		files["top/share/"+where] = file{bytes: b}
	}
	b, err := tarred(files)
	require.NoError(t, err)
	again, err := tarred(files)
	require.NoError(t, err)
	require.Equal(t, b, again)
	z, err := gzip.NewReader(bytes.NewReader(b))
	require.NoError(t, err)
	r := tar.NewReader(z)
	var names []string
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		names = append(names, h.Name)
		require.Equal(t, int64(files[h.Name].mode()), h.Mode)
		require.Zero(t, h.Uid+h.Gid)
		got, err := io.ReadAll(r)
		require.NoError(t, err)
		require.Equal(t, files[h.Name].bytes, got)
	}
	require.True(t, slices.IsSorted(names))
	require.Len(t, names, len(files))
	for _, want := range []string{"applications/hardcases.desktop", "metainfo/hardcases.metainfo.xml", "icons/hicolor/128x128/apps/hardcases.png", "man/man1/hardcases.1"} {
		require.Contains(t, names, "top/share/"+want)
	}
}
