package trim

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	gomod "golang.org/x/mod/module"
	"golang.org/x/mod/sumdb/dirhash"
	"golang.org/x/mod/zip"
)

// proxy is the folder that is laid out as a proxy of modules.
// https://go.dev/ref/mod#goproxy-protocol
const proxy = "proxy"

// publish puts the module, changed, into the proxy in dir as a version of its
// own, and gives the lines of go.sum by which the go tool knows it.
func (m module) publish(ctx context.Context, from original, version, dir string) ([]byte, error) {
	if from.Version != m.version {
		return nil, fmt.Errorf("it is %s now, and the changes are for %s: look at them again", from.Version, m.version)
	}
	changed, err := m.changed(from.Dir)
	if err != nil {
		return nil, err
	}
	if m.path == engine {
		if changed[programs], err = precompile(ctx, from.Dir); err != nil {
			return nil, fmt.Errorf("compiling its shaders: %w", err)
		}
	}
	copied, err := os.MkdirTemp(dir, "copy-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(copied)
	if err := m.copyTo(copied, from.Dir, changed); err != nil {
		return nil, err
	}
	at := filepath.Join(dir, proxy, filepath.FromSlash(m.path), "@v", version)
	if err := writeFile(at+".info", fmt.Appendf(nil, "{\"Version\": %q}\n", version)); err != nil {
		return nil, err
	}
	mod, err := os.ReadFile(filepath.Join(copied, "go.mod"))
	if err != nil {
		return nil, err
	}
	if err := writeFile(at+".mod", mod); err != nil {
		return nil, err
	}
	if err := pack(at+".zip", gomod.Version{Path: m.path, Version: version}, copied); err != nil {
		return nil, err
	}
	return sums(m.path, version, at)
}

func pack(file string, v gomod.Version, dir string) error {
	out, err := os.Create(file)
	if err != nil {
		return err
	}
	defer out.Close()
	if err := zip.CreateFromDir(out, v, dir); err != nil {
		return err
	}
	return out.Close()
}

// sums gives the lines of go.sum for what is published at a path without its
// ending.
func sums(path, version, at string) ([]byte, error) {
	all, err := dirhash.HashZip(at+".zip", dirhash.Hash1)
	if err != nil {
		return nil, err
	}
	mod, err := dirhash.Hash1([]string{"go.mod"}, func(string) (io.ReadCloser, error) { return os.Open(at + ".mod") })
	if err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, "%s %s %s\n%s %s/go.mod %s\n", path, version, all, path, version, mod), nil
}
