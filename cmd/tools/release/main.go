// Command release makes of a built program what a system installs: it gives a
// program for Windows its icon and its details, and packs a folder as a .deb. It is
// a module of its own, as nothing but a release needs what it is made with:
//
//	release exe IN OUT VERSION PNG...
//	release deb FOLDER OUT VERSION ARCH
package main

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"github.com/goreleaser/nfpm/v2"
	"github.com/goreleaser/nfpm/v2/deb"
	"github.com/goreleaser/nfpm/v2/files"
	"github.com/tc-hib/winres"
	"github.com/tc-hib/winres/version"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) > 4 && args[0] == "exe":
		return exe(args[1], args[2], args[3], args[4:])
	case len(args) == 5 && args[0] == "deb":
		return pack(args[1], args[2], args[3], args[4])
	}
	return errors.New("usage: release exe IN OUT VERSION PNG... | release deb FOLDER OUT VERSION ARCH")
}

// numbers are the first numbers of a version, all that Windows knows of one.
var numbers = regexp.MustCompile(`^\d+\.\d+\.\d+`)

// exe gives a program for Windows an icon of several sizes, the details that its
// properties show, and the word that it knows of screens of any scale.
func exe(in, out, v string, pngs []string) error {
	var r winres.ResourceSet
	var sizes []image.Image
	for _, file := range pngs {
		b, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		m, err := png.Decode(bytes.NewReader(b))
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		sizes = append(sizes, m)
	}
	icon, err := winres.NewIconFromImages(sizes)
	if err != nil {
		return err
	}
	if err := r.SetIcon(winres.Name("APPICON"), icon); err != nil {
		return err
	}
	r.SetManifest(winres.AppManifest{
		Description:    "Hard Cases",
		Compatibility:  winres.Win7AndAbove,
		ExecutionLevel: winres.AsInvoker,
		DPIAwareness:   winres.DPIPerMonitorV2,
		LongPathAware:  true,
	})
	var details version.Info
	details.SetFileVersion(numbers.FindString(v) + ".0")
	details.SetProductVersion(numbers.FindString(v) + ".0")
	for key, value := range map[string]string{
		version.ProductName: "Hard Cases", version.FileDescription: "Hard Cases", version.InternalName: "hardcases",
		version.OriginalFilename: "hardcases.exe", version.LegalCopyright: "Apache-2.0; packs CC BY 4.0", version.CompanyName: "The Hard Cases authors",
		version.ProductVersion: v, version.FileVersion: v,
	} {
		if err := details.Set(version.LangDefault, key, value); err != nil {
			return err
		}
	}
	r.SetVersionInfo(details)
	from, err := os.Open(in)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := os.Create(out)
	if err != nil {
		return err
	}
	defer to.Close()
	if err := r.WriteToEXE(to, from, winres.ForceCheckSum()); err != nil {
		return err
	}
	return to.Close()
}

// epoch is when all that is packed was last changed, as far as packages tell: the
// same content is the same package.
var epoch = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// pack packs a folder, whose top is that of the system, as a package for Debian.
func pack(folder, out, v, arch string) error {
	info := &nfpm.Info{
		Name: "hardcases", Arch: arch, Platform: "linux", Version: v, Section: "education", Priority: "optional",
		Maintainer: "The Hard Cases authors <hardcases@localhost>",
		Description: "quiz about three decisions of an internet company\n" +
			"You run the network. Would you have pulled the plug? A quiz and explainer\n" +
			"about three real decisions, from what was known that day. It plays in a\n" +
			"window, in a terminal and in a browser, and sends nothing anywhere.",
		License: "Apache-2.0 and CC-BY-4.0", MTime: epoch,
		Overridables: nfpm.Overridables{
			// What Ebitengine opens when a window starts.
			Depends:    []string{"libx11-6", "libegl1", "libgles2 | libgl1"},
			Recommends: []string{"libxrandr2", "libxi6", "libxcursor1", "libxinerama1"},
			Umask:      0o022,
		},
	}
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		stat, err := d.Info()
		if err != nil {
			return err
		}
		info.Contents = append(info.Contents, &files.Content{
			Source: path, Destination: "/" + filepath.ToSlash(name), Type: files.TypeFile,
			FileInfo: &files.ContentFileInfo{Owner: "root", Group: "root", Mode: stat.Mode().Perm(), MTime: epoch},
		})
		return nil
	})
	if err != nil {
		return err
	}
	if err := nfpm.PrepareForPackager(info, "deb"); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := deb.Default.Package(info, &b); err != nil {
		return err
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}
