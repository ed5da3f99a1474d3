package release

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/emblem"
	"hardcases/cmd/internal/gotool"
	"hardcases/cmd/internal/publish"
)

// Systems are those that there are programs for, as the go tool calls them; a
// universal program holds those of both processors.
func Systems() []string {
	return []string{"windows/amd64", "windows/arm64", "darwin/universal", "linux/amd64", "linux/arm64"}
}

// file is one file of a bundle.
type file struct {
	bytes []byte
	runs  bool // it is a program
}

// desktop makes what is installed.
func (m *maker) desktop(ctx context.Context) error {
	root, err := bundle.Root("")
	if err != nil {
		return err
	}
	if m.licences, err = bundle.Terms(root, false); err != nil {
		return err
	}
	dir, err := bundle.Workshop()
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	m.say("making: the tools")
	if err := makeTools(ctx, root, dir); err != nil {
		return err
	}
	commit := commitOf(ctx, root)
	systems := m.Systems
	if len(systems) == 0 {
		systems = Systems()
	}
	for _, system := range Systems() {
		if !slices.Contains(systems, system) {
			continue
		}
		goos, arch, _ := strings.Cut(system, "/")
		m.say("making: the program for %s", system)
		program, err := m.program(ctx, goos, arch, commit)
		if err == nil {
			err = m.installer(ctx, dir, goos, arch, program)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", system, err)
		}
	}
	return nil
}

// makeTools builds into dir what makes installers and lists of parts.
func makeTools(ctx context.Context, root, dir string) error {
	_, err := gotool.Run(ctx, filepath.Join(root, "cmd", "tools", "release"), []string{"GOFLAGS=", "CGO_ENABLED=0"},
		"build", "-trimpath", "-buildvcs=false", "-o", dir+string(filepath.Separator), ".", "github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod")
	return err
}

// tool runs one of them.
func tool(ctx context.Context, dir, name string, args ...string) error {
	c := exec.CommandContext(ctx, filepath.Join(dir, name), args...)
	c.Env = append(os.Environ(), "NO_COLOR=1")
	if said, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, bytes.TrimSpace(said))
	}
	return nil
}

// commitOf is the commit of the source tree, and whether there are changes beyond
// it; "unknown" where nobody can say.
func commitOf(ctx context.Context, root string) string {
	git := func(args ...string) (string, error) {
		out, err := exec.CommandContext(ctx, "git", append([]string{"-C", root}, args...)...).Output()
		return strings.TrimSpace(string(out)), err
	}
	commit, err := git("rev-parse", "HEAD")
	if err != nil {
		return "unknown"
	}
	if changes, err := git("status", "--porcelain"); err != nil || changes != "" {
		commit += ", with changes"
	}
	return commit
}

// program links the program for a system.
func (m *maker) program(ctx context.Context, goos, arch, commit string) ([]byte, error) {
	site, err := m.published(ctx)
	if err != nil {
		return nil, err
	}
	target := publish.Target{OS: goos, Arch: arch, Version: m.Version, Commit: commit, Windowed: true}
	if arch != "universal" {
		return publish.Link(ctx, site, target)
	}
	var both [][]byte
	for _, target.Arch = range []string{"amd64", "arm64"} {
		b, err := publish.Link(ctx, site, target)
		if err != nil {
			return nil, err
		}
		both = append(both, b)
	}
	return universal(both)
}

// installer makes of a program what its system takes.
func (m *maker) installer(ctx context.Context, dir, goos, arch string, program []byte) error {
	name := "hard-cases-" + m.Version + "-" + goos + "-" + arch
	switch goos {
	case "windows":
		return m.windows(ctx, dir, name, program)
	case "darwin":
		return m.mac(strings.ReplaceAll(name, "darwin-universal", "macos"), program)
	case "linux":
		if err := m.parts(ctx, dir, name, program); err != nil {
			return err
		}
		return m.linux(ctx, dir, name, arch, program)
	}
	return errors.New("there is no installer for it")
}

// beside are the files that go with each program.
func (m *maker) beside(top string) map[string]file {
	return map[string]file{
		path.Join(top, "README.txt"):    {bytes: []byte(readMe)},
		path.Join(top, bundle.Licences): {bytes: m.licences},
	}
}

// iconSizes are those that a system asks for, in pixels.
var iconSizes = []int{16, 24, 32, 48, 64, 128, 256}

// windows makes a zip with a program that has an icon and details.
func (m *maker) windows(ctx context.Context, dir, name string, program []byte) error {
	in, out := filepath.Join(dir, "plain.exe"), filepath.Join(dir, "dressed.exe")
	if err := os.WriteFile(in, program, 0o600); err != nil {
		return err
	}
	args := []string{"exe", in, out, m.Version}
	for _, size := range iconSizes {
		b, err := emblem.PNG(size, emblem.Rounded)
		if err != nil {
			return err
		}
		icon := filepath.Join(dir, fmt.Sprintf("icon-%d.png", size))
		if err := os.WriteFile(icon, b, 0o600); err != nil {
			return err
		}
		args = append(args, icon)
	}
	if err := tool(ctx, dir, "release", args...); err != nil {
		return err
	}
	dressed, err := os.ReadFile(out)
	if err != nil {
		return err
	}
	files := m.beside("Hard Cases")
	files["Hard Cases/hardcases.exe"] = file{dressed, true}
	b, err := zipped(files)
	if err != nil {
		return err
	}
	return m.write(name+".zip", b)
}

// linux makes an archive to unpack anywhere, and a package for Debian.
func (m *maker) linux(ctx context.Context, dir, name, arch string, program []byte) error {
	shared, err := m.shared()
	if err != nil {
		return err
	}
	files := m.beside(name)
	files[name+"/hardcases"] = file{program, true}
	for where, b := range shared {
		files[name+"/share/"+where] = file{bytes: b}
	}
	b, err := tarred(files)
	if err != nil {
		return err
	}
	if err := m.write(name+".tar.gz", b); err != nil {
		return err
	}
	tree := filepath.Join(dir, "deb-"+arch)
	laid := map[string]file{"usr/bin/hardcases": {program, true}, "usr/share/doc/hardcases/copyright": {bytes: m.licences}}
	for where, b := range shared {
		if strings.HasPrefix(where, "man/") {
			if b, err = gzipped(b); err != nil {
				return err
			}
			where += ".gz"
		}
		laid["usr/share/"+where] = file{bytes: b}
	}
	for where, f := range laid {
		to := filepath.Join(tree, filepath.FromSlash(where))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, f.bytes, f.mode()); err != nil {
			return err
		}
		if err := os.Chmod(to, f.mode()); err != nil { // whatever the user's mask
			return err
		}
	}
	deb := filepath.Join(dir, arch+".deb")
	if err := tool(ctx, dir, "release", "deb", tree, deb, m.Version, arch); err != nil {
		return err
	}
	if b, err = os.ReadFile(deb); err != nil {
		return err
	}
	return m.write("hardcases_"+m.Version+"_"+arch+".deb", b)
}

// mode is how a file is written.
func (f file) mode() os.FileMode {
	if f.runs {
		return 0o755
	}
	return 0o644
}

// parts lists what the first of the programs is made of, once.
func (m *maker) parts(ctx context.Context, dir, name string, program []byte) error {
	list := "hard-cases-" + m.Version + ".cdx.json"
	if slices.ContainsFunc(m.made, func(f File) bool { return f.Name == list }) {
		return nil
	}
	in, out := filepath.Join(dir, "hardcases"), filepath.Join(dir, name+".json")
	if err := os.WriteFile(in, program, 0o700); err != nil {
		return err
	}
	if err := tool(ctx, dir, "cyclonedx-gomod", "bin", "-json", "-noserial", "-notimestamp", "-std", "-licenses", "-assert-licenses",
		"-version", "v"+m.Version, "-output", out, in); err != nil {
		return err
	}
	b, err := os.ReadFile(out)
	if err != nil {
		return err
	}
	return m.write(list, b)
}

// tarred packs files by their names, in order.
func tarred(files map[string]file) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	t := tar.NewWriter(z)
	for _, name := range sorted(files) {
		f := files[name]
		head := &tar.Header{Name: name, Mode: int64(f.mode()), Size: int64(len(f.bytes)), ModTime: epoch, Format: tar.FormatPAX, Typeflag: tar.TypeReg}
		if err := t.WriteHeader(head); err != nil {
			return nil, err
		}
		if _, err := t.Write(f.bytes); err != nil {
			return nil, err
		}
	}
	if err := errors.Join(t.Close(), z.Close()); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func gzipped(b []byte) ([]byte, error) {
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(b); err != nil {
		return nil, err
	}
	err = z.Close()
	return out.Bytes(), err
}
