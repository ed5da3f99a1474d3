package tool

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"

	"hardcases/cmd/check/internal/proc"
)

// Machine is the computer that the check runs on. Its fields are what it can
// be asked; Local fills them for the real one.
type Machine struct {
	// Find gives the place of a program, or an error.
	Find func(program string) (string, error)
	// Exists says whether there is a file.
	Exists func(path string) bool
	Run    proc.Runner
	// Root says whether packages can be installed without sudo.
	Root bool
}

// Local is the computer that this program runs on.
func Local() Machine {
	return Machine{
		Find: exec.LookPath,
		Exists: func(path string) bool {
			_, err := os.Stat(path)
			return err == nil
		},
		Run:  proc.Exec,
		Root: os.Geteuid() == 0,
	}
}

// Lacking says what is missing of the tools, in their order.
func (m Machine) Lacking(ctx context.Context, tools []Tool) []Lack {
	var lacking []Lack
	var known map[string]bool
	for _, t := range tools {
		var what []string
		if missing := m.program(ctx, t); missing != "" {
			what = append(what, missing)
		}
		if len(t.Libraries) > 0 && known == nil {
			known = m.libraries(ctx)
		}
		for _, name := range t.Libraries {
			if !known[name] {
				what = append(what, name)
			}
		}
		for _, path := range t.Files {
			if !m.Exists(path) {
				what = append(what, path)
			}
		}
		if len(what) > 0 {
			lacking = append(lacking, Lack{Tool: t, What: what})
		}
	}
	return lacking
}

// Program gives the place of the first of the tool's programs that is found.
func (m Machine) Program(t Tool) (string, error) {
	for _, name := range t.Programs {
		if path, err := m.Find(name); err == nil {
			return path, nil
		}
	}
	return "", LackError{{Tool: t, What: []string{"the program " + t.Programs[0]}}}
}

// program says what is missing of the tool's program; "" for nothing.
func (m Machine) program(ctx context.Context, t Tool) string {
	if len(t.Programs) == 0 {
		return ""
	}
	for _, name := range t.Programs {
		path, err := m.Find(name)
		if err != nil {
			continue
		}
		if t.Oldest == 0 {
			return ""
		}
		text := m.Run(ctx, proc.Command{Args: []string{path, "--version"}}).Text
		if major, ok := majorVersion(text); !ok || major < t.Oldest {
			return fmt.Sprintf("%s %d or later, found %q", name, t.Oldest, strings.TrimSpace(text))
		}
		return ""
	}
	return "the program " + t.Programs[0]
}

var version = regexp.MustCompile(`(\d+)\.\d+`)

// majorVersion finds the first number of the first version in text.
func majorVersion(text string) (int, bool) {
	found := version.FindStringSubmatch(text)
	if found == nil {
		return 0, false
	}
	n, err := strconv.Atoi(found[1])
	return n, err == nil
}

// libraries lists what the dynamic linker knows, by file name.
func (m Machine) libraries(ctx context.Context) map[string]bool {
	known := map[string]bool{}
	// ldconfig is not on everyone's PATH.
	for _, name := range []string{"ldconfig", "/sbin/ldconfig", "/usr/sbin/ldconfig"} {
		path, err := m.Find(name)
		if err != nil {
			continue
		}
		text := m.Run(ctx, proc.Command{Args: []string{path, "-p"}}).Stdout
		for line := range strings.Lines(text) {
			if name, _, ok := strings.Cut(strings.TrimSpace(line), " ("); ok {
				known[name] = true
			}
		}
		break
	}
	return known
}
