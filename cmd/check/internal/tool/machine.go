package tool

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"hardcases/cmd/check/internal/proc"
)

// Machine is the computer that the check runs on. Its fields are what it can
// be asked; Local fills them for the real one.
type Machine struct {
	// Find gives the place of a program, or an error.
	Find func(program string) (string, error)
	// Has says whether a file is in one of the system's folders for libraries
	// and headers.
	Has func(file string) bool
	Run proc.Runner
	// Root says whether packages can be installed without sudo.
	Root bool
}

// Local is the computer that this program runs on.
func Local() Machine {
	return Machine{Find: exec.LookPath, Has: has, Run: proc.Exec, Root: os.Geteuid() == 0}
}

func has(file string) bool {
	for _, dir := range []string{"/usr/lib/*", "/usr/lib", "/usr/lib64", "/usr/include"} {
		if found, err := filepath.Glob(filepath.Join(dir, file)); err == nil && len(found) > 0 {
			return true
		}
	}
	return false
}

// Lacking says what is missing of the tools, in their order.
func (m Machine) Lacking(ctx context.Context, tools ...Tool) Lacks {
	var lacks Lacks
	for _, t := range tools {
		var what []string
		if missing := m.program(ctx, t); missing != "" {
			what = append(what, missing)
		}
		for _, file := range t.Files {
			if !m.Has(file) {
				what = append(what, file)
			}
		}
		if len(what) > 0 {
			lacks = append(lacks, Lack{Tool: t, What: what})
		}
	}
	return lacks
}

// program says what is missing of the tool's program; "" for nothing.
func (m Machine) program(ctx context.Context, t Tool) string {
	path, err := m.Program(t)
	switch {
	case len(t.Programs) == 0:
		return ""
	case err != nil:
		return "the program " + t.Programs[0]
	case t.Oldest == 0:
		return ""
	}
	got, _ := m.Run(ctx, proc.Command{Args: []string{path, "--version"}}) // one that fails tells no version
	version := strings.TrimSpace(got.Stdout)
	number, _, _ := strings.Cut(strings.TrimPrefix(version, "v"), ".")
	if major, err := strconv.Atoi(number); err != nil || major < t.Oldest {
		return fmt.Sprintf("%s %d or later, found %q", t.Programs[0], t.Oldest, version)
	}
	return ""
}

// Program gives the place of the first of the tool's programs that is found.
func (m Machine) Program(t Tool) (string, error) {
	for _, name := range t.Programs {
		if path, err := m.Find(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("%s is not here", t.Name)
}

// Install brings what is missing of the tools by apt-get, and says what it
// does, line by line. Its error names all that is missing still and how a
// person can bring it.
func (m Machine) Install(ctx context.Context, say func(line string), tools ...Tool) error {
	lacks := m.Lacking(ctx, tools...)
	if len(lacks) == 0 {
		return nil
	}
	var packages []string
	for _, l := range lacks {
		packages = append(packages, l.Tool.Packages...)
	}
	slices.Sort(packages)
	install := slices.Concat([]string{"install", "-y", "--no-install-recommends"}, slices.Compact(packages))
	if err := m.apt(ctx, say, []string{"update"}, install); err != nil {
		return fmt.Errorf("%w\n%w\nOn Debian, run as root:\n  apt-get update && apt-get %s", lacks, err, strings.Join(install, " "))
	}
	if lacks = m.Lacking(ctx, tools...); len(lacks) > 0 {
		return fmt.Errorf("missing even after apt-get %s:\n%w", strings.Join(install, " "), lacks)
	}
	return nil
}

// apt runs apt-get as root: without questions, without progress bars, and waiting
// up to two minutes for another one at work.
func (m Machine) apt(ctx context.Context, say func(string), steps ...[]string) error {
	if _, err := m.Find("apt-get"); err != nil {
		return errors.New("there is no apt-get here, so nothing was installed")
	}
	var prefix []string
	if !m.Root {
		prefix = []string{"sudo", "-n"}
		if _, err := m.Run(ctx, proc.Command{Args: append(prefix, "true")}); err != nil {
			return errors.New("apt-get is here, but this user is not root and has no sudo without a password, so nothing was installed")
		}
	}
	// By env, as sudo drops the variables that it is given.
	prefix = append(prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120")
	for _, step := range steps {
		say("apt-get " + strings.Join(step, " "))
		if _, err := m.Run(ctx, proc.Command{Args: slices.Concat(prefix, step)}); err != nil {
			return err
		}
	}
	return nil
}
