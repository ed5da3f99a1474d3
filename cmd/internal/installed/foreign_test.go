//go:build installed

package installed

import (
	"archive/zip"
	"bytes"
	"debug/macho"
	"debug/pe"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

// unpacked gives the files of an archive of the release, and their modes.
func unpacked(t *testing.T, pattern string) (files map[string][]byte, modes map[string]os.FileMode) {
	t.Helper()
	z, err := zip.OpenReader(one(t, pattern))
	require.NoError(t, err)
	defer z.Close()
	files, modes = map[string][]byte{}, map[string]os.FileMode{}
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		files[f.Name], err = io.ReadAll(r)
		require.NoError(t, err)
		modes[f.Name] = f.Mode()
	}
	return files, modes
}

// TestApp looks at the program for macOS file by file.
func TestApp(t *testing.T) {
	files, modes := unpacked(t, "hard-cases-*-macos.zip")
	const app = "Hard Cases.app/Contents/"
	require.Equal(t, map[string]os.FileMode{
		"README.txt": 0o644, "licences.txt": 0o644, app + "Info.plist": 0o644, app + "PkgInfo": 0o644,
		app + "MacOS/hardcases": 0o755, app + "Resources/hardcases.icns": 0o644, app + "Resources/licences.txt": 0o644,
	}, modes)
	require.Equal(t, "APPL????", string(files[app+"PkgInfo"]))
	require.Contains(t, string(files["licences.txt"]), "Ebitengine")
	require.Equal(t, files["licences.txt"], files[app+"Resources/licences.txt"])
	info := plist(t, files[app+"Info.plist"])
	require.Regexp(t, `^\d+\.\d+\.\d+$`, info["CFBundleVersion"])
	for name, value := range map[string]string{
		"CFBundleExecutable": "hardcases", "CFBundleIconFile": "hardcases", "CFBundlePackageType": "APPL", "CFBundleName": "Hard Cases",
		"CFBundleShortVersionString": info["CFBundleVersion"], "CFBundleInfoDictionaryVersion": "6.0", "NSHighResolutionCapable": "true",
	} {
		require.Equal(t, value, info[name], name)
	}
	require.NotEmpty(t, info["CFBundleIdentifier"])
	sides := icon(t, files[app+"Resources/hardcases.icns"])
	for _, side := range []int{32, 64, 128, 256, 512, 1024} { // 16 to 512 points, plain and retina
		require.Contains(t, sides, side)
	}
	universal(t, files[app+"MacOS/hardcases"], info["LSMinimumSystemVersion"])
}

// plist gives the texts of a property list, by their keys; "true" for what is.
func plist(t *testing.T, b []byte) map[string]string {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(b))
	values, key, text := map[string]string{}, "", ""
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return values
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
}

// icon gives the sides in pixels of the pictures in an icon for macOS.
func icon(t *testing.T, b []byte) (sides []int) {
	t.Helper()
	require.Equal(t, "icns", string(b[:4]))
	require.Len(t, b, int(binary.BigEndian.Uint32(b[4:])))
	for rest := b[8:]; len(rest) > 0; {
		size := binary.BigEndian.Uint32(rest[4:])
		m, err := png.Decode(bytes.NewReader(rest[8:size]))
		require.NoError(t, err)
		require.Equal(t, m.Bounds().Dx(), m.Bounds().Dy())
		sides = append(sides, m.Bounds().Dx())
		rest = rest[size:]
	}
	return sides
}

// Commands of Mach-O that debug/macho leaves unread.
const (
	codeSignature = 0x1d
	buildVersion  = 0x32
)

// universal looks at a program for both processors: each is whole, asks for no newer
// system than the list says, and leans on the system's libraries alone. That for arm64
// is signed, if by nobody: without that the system does not run it.
func universal(t *testing.T, b []byte, oldest string) {
	t.Helper()
	f, err := macho.NewFatFile(bytes.NewReader(b))
	require.NoError(t, err)
	var processors []macho.Cpu
	for _, arch := range f.Arches {
		processors = append(processors, arch.Cpu)
		require.Equal(t, macho.TypeExec, arch.Type)
		require.NotNil(t, arch.Section("__text"))
		libraries, err := arch.ImportedLibraries()
		require.NoError(t, err)
		require.NotEmpty(t, libraries)
		for _, name := range libraries {
			require.Regexp(t, `^/(usr/lib|System/Library)/`, name)
		}
		commands := map[uint32][]byte{}
		for _, load := range arch.Loads {
			raw := load.Raw()
			commands[arch.ByteOrder.Uint32(raw)] = raw
		}
		version := commands[buildVersion]
		require.NotNil(t, version)
		require.Equal(t, uint32(1), arch.ByteOrder.Uint32(version[8:]), "for macOS")
		least := arch.ByteOrder.Uint32(version[12:])
		require.Equal(t, oldest, fmt.Sprintf("%d.%d", least>>16, least>>8&0xff))
		if arch.Cpu == macho.CpuArm64 {
			require.Contains(t, commands, uint32(codeSignature))
		}
	}
	require.ElementsMatch(t, []macho.Cpu{macho.CpuAmd64, macho.CpuArm64}, processors)
}

// TestExe looks at the programs for Windows: for their processors, without a console,
// with icon, details and the list of what they know of the system.
func TestExe(t *testing.T) {
	for arch, machine := range map[string]uint16{"amd64": pe.IMAGE_FILE_MACHINE_AMD64, "arm64": pe.IMAGE_FILE_MACHINE_ARM64} {
		t.Run(arch, func(t *testing.T) {
			files, _ := unpacked(t, "hard-cases-*-windows-"+arch+".zip")
			require.Len(t, files, 3)
			require.Contains(t, files, "Hard Cases/README.txt")
			require.Contains(t, files, "Hard Cases/licences.txt")
			f, err := pe.NewFile(bytes.NewReader(files["Hard Cases/hardcases.exe"]))
			require.NoError(t, err)
			require.Equal(t, machine, f.Machine)
			head, ok := f.OptionalHeader.(*pe.OptionalHeader64)
			require.True(t, ok)
			require.EqualValues(t, pe.IMAGE_SUBSYSTEM_WINDOWS_GUI, head.Subsystem)
			require.NotZero(t, head.CheckSum)
			section := f.Section(".rsrc")
			require.NotNil(t, section)
			resources, err := section.Data()
			require.NoError(t, err)
			kinds := binary.LittleEndian.Uint16(resources[12:]) + binary.LittleEndian.Uint16(resources[14:])
			var found []uint32
			for i := range int(kinds) {
				found = append(found, binary.LittleEndian.Uint32(resources[16+8*i:]))
			}
			require.ElementsMatch(t, []uint32{3, 14, 16, 24}, found, "icons, their group, details and manifest")
			for _, text := range []string{"ProductName\x00", "FileDescription\x00", "hardcases.exe\x00"} {
				require.True(t, bytes.Contains(resources, []byte(wide(text))), text)
			}
			require.True(t, bytes.Contains(resources, []byte("permonitorv2")), "sharp on any screen")
		})
	}
}

// wide is a text as Windows has it.
func wide(s string) string {
	var b []byte
	for _, c := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, c)
	}
	return string(b)
}
