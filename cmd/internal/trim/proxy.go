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

// published is the path, without its ending, of a module's files in the proxy in dir.
func published(dir, path, version string) string {
	return filepath.Join(dir, proxy, filepath.FromSlash(path), "@v", version)
}

// publish puts the module, changed, into the proxy in dir as a version of its own.
func (m module) publish(ctx context.Context, from original, version, dir string) error {
	if from.Version != m.version {
		return fmt.Errorf("it is %s now, and the changes are for %s: look at them again", from.Version, m.version)
	}
	changed, err := m.changed(from.Dir)
	if err != nil {
		return err
	}
	if m.path == engine {
		if changed[programs], err = precompile(ctx, from.Dir); err != nil {
			return fmt.Errorf("compiling its shaders: %w", err)
		}
	}
	copied, err := os.MkdirTemp(dir, "copy-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(copied)
	if err := m.copyTo(copied, from.Dir, changed); err != nil {
		return err
	}
	at := published(dir, m.path, version)
	if err := writeFile(at+".info", fmt.Appendf(nil, "{\"Version\": %q}\n", version)); err != nil {
		return err
	}
	mod, err := os.ReadFile(filepath.Join(copied, "go.mod"))
	if err != nil {
		return err
	}
	if err := writeFile(at+".mod", mod); err != nil {
		return err
	}
	return pack(at+".zip", gomod.Version{Path: m.path, Version: version}, copied)
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

// sumsOf gives the lines of go.sum for what is published at a path without its
// ending.
func sumsOf(path, version, at string) ([]byte, error) {
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
