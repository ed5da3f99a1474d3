package release

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"text/template"

	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/emblem"
)

// mac makes a zip with a program as macOS has it: a folder that looks like a file.
func (m *maker) mac(name string, program []byte) error {
	icon, err := icns()
	if err != nil {
		return err
	}
	var info bytes.Buffer
	if err := infoPlist.Execute(&info, numbers(m.Version)); err != nil {
		return err
	}
	const app = "Hard Cases.app/Contents/"
	files := m.beside("")
	files[app+"Info.plist"] = file{bytes: info.Bytes()}
	files[app+"PkgInfo"] = file{bytes: []byte("APPL????")}
	files[app+"MacOS/hardcases"] = file{program, true}
	files[app+"Resources/hardcases.icns"] = file{bytes: icon}
	files[app+"Resources/"+bundle.Licences] = file{bytes: m.licences}
	b, err := zipped(files)
	if err != nil {
		return err
	}
	return m.write(name+".zip", b)
}

// numbers are the first three of a version, all that macOS takes for one.
func numbers(version string) string {
	plain, _, _ := strings.Cut(version, "+")
	plain, _, _ = strings.Cut(plain, "-")
	return plain
}

// infoPlist is what macOS reads of the program.
// https://developer.apple.com/documentation/bundleresources/information-property-list
var infoPlist = template.Must(template.New("Info.plist").Parse(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>CFBundleDevelopmentRegion</key><string>en</string>
	<key>CFBundleLocalizations</key><array><string>en</string><string>fr</string></array>
	<key>CFBundleDisplayName</key><string>Hard Cases</string>
	<key>CFBundleExecutable</key><string>hardcases</string>
	<key>CFBundleIconFile</key><string>hardcases</string>
	<key>CFBundleIdentifier</key><string>hardcases</string>
	<key>CFBundleInfoDictionaryVersion</key><string>6.0</string>
	<key>CFBundleName</key><string>Hard Cases</string>
	<key>CFBundlePackageType</key><string>APPL</string>
	<key>CFBundleShortVersionString</key><string>{{.}}</string>
	<key>CFBundleVersion</key><string>{{.}}</string>
	<key>LSApplicationCategoryType</key><string>public.app-category.education</string>
	<key>LSMinimumSystemVersion</key><string>12.0</string>
	<key>NSHighResolutionCapable</key><true/>
	<key>NSSupportsAutomaticGraphicsSwitching</key><true/>
</dict>
</plist>
`))

// pictures are those of an icon for macOS, by their types: PNG of a side in pixels,
// the retina ones among them.
var pictures = []struct {
	kind string
	side int
}{
	{"ic11", 32}, {"ic12", 64}, {"ic07", 128}, {"ic13", 256}, {"ic08", 256}, {"ic14", 512}, {"ic09", 512}, {"ic10", 1024},
}

// icns is the emblem as an icon for macOS.
func icns() ([]byte, error) {
	var body bytes.Buffer
	for _, p := range pictures {
		b, err := emblem.PNG(p.side, emblem.Rounded)
		if err != nil {
			return nil, err
		}
		body.WriteString(p.kind)
		body.Write(binary.BigEndian.AppendUint32(nil, uint32(len(b)+8)))
		body.Write(b)
	}
	head := append([]byte("icns"), binary.BigEndian.AppendUint32(nil, uint32(body.Len()+8))...)
	return append(head, body.Bytes()...), nil
}

// slice is where one program of a universal one lies: at a multiple of 2^14, which
// is a page of memory on the newer processors.
const slice = 14

// universal puts programs for several processors into one file. The head of each
// says which processor it is for; here it stands again, with where the program lies.
func universal(programs [][]byte) ([]byte, error) {
	out := binary.BigEndian.AppendUint32(nil, 0xcafebabe)
	out = binary.BigEndian.AppendUint32(out, uint32(len(programs)))
	at := 1 << slice
	var body []byte
	for _, p := range programs {
		if len(p) < 12 || binary.LittleEndian.Uint32(p) != 0xfeedfacf {
			return nil, errors.New("this is no program for macOS with 64 bits")
		}
		at = (at + 1<<slice - 1) >> slice << slice
		for _, v := range []uint32{binary.LittleEndian.Uint32(p[4:]), binary.LittleEndian.Uint32(p[8:]), uint32(at), uint32(len(p)), slice} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		body = append(append(body, make([]byte, at-1<<slice-len(body))...), p...)
		at += len(p)
	}
	if len(out) > 1<<slice {
		return nil, fmt.Errorf("%d programs are too many", len(programs))
	}
	return append(append(out, make([]byte, 1<<slice-len(out))...), body...), nil
}
