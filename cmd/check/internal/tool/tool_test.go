package tool_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tool"
)

// fake is a computer made of lists, which part names by spaces.
type fake struct {
	root     bool
	has      string // its programs and files
	node     string // what node --version prints
	fails    string // the command that ends badly
	installs string // what apt-get brings
	ran      []string
}

func (f *fake) machine() tool.Machine {
	has := func(name string) bool { return strings.Contains(" "+f.has+" ", " "+name+" ") }
	return tool.Machine{
		Find: func(program string) (string, error) {
			if !has(program) {
				return "", errors.New("not found")
			}
			return program, nil
		},
		Has:  has,
		Root: f.root,
		Run: func(_ context.Context, c proc.Command) (proc.Output, error) {
			line := c.String()
			f.ran = append(f.ran, line)
			switch {
			case line == f.fails:
				return proc.Output{}, errors.New("no way")
			case line == "node --version":
				return proc.Output{Stdout: f.node}, nil
			case strings.Contains(line, " install "):
				f.has += " " + f.installs
			}
			return proc.Output{}, nil
		},
	}
}

const graphics = "libGL.so.1 libX11.so.6 libXcursor.so.1 libXext.so.6 libXi.so.6 libXinerama.so.1 libXrandr.so.2"

func TestLacking(t *testing.T) {
	tests := map[string]struct {
		fake fake
		want string
	}{
		"a bare machine": {fake{}, "Node.js: missing the program node (Debian: nodejs)\n" +
			"Chromium: missing the program chromium (Debian: chromium)\n" +
			"X11 and OpenGL libraries: missing libGL.so.1, libX11.so.6, libXcursor.so.1, libXext.so.6, libXi.so.6, libXinerama.so.1, " +
			"libXrandr.so.2, libXrender.so.1 (Debian: libgl1 libx11-6 libxcursor1 libxext6 libxi6 libxinerama1 libxrandr2 libxrender1)\n" +
			"a C compiler: missing the program gcc, stdlib.h (Debian: gcc libc6-dev)"},
		"another name, an old version, half the files": {
			fake{has: "node google-chrome gcc " + graphics, node: "v12.22.12\n"},
			"Node.js: missing node 18 or later, found \"v12.22.12\" (Debian: nodejs)\n" +
				"X11 and OpenGL libraries: missing libXrender.so.1 (Debian: libgl1 libx11-6 libxcursor1 libxext6 libxi6 libxinerama1 libxrandr2 libxrender1)\n" +
				"a C compiler: missing stdlib.h (Debian: gcc libc6-dev)",
		},
		"a version that says nothing": {
			fake{has: "node chromium gcc stdlib.h libXrender.so.1 " + graphics},
			`Node.js: missing node 18 or later, found "" (Debian: nodejs)`,
		},
		"all there": {fake{has: "node chromium gcc stdlib.h libXrender.so.1 " + graphics, node: "v18.20.4\n"}, ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			lacks := test.fake.machine().Lacking(t.Context(), tool.Node, tool.Browser, tool.Graphics, tool.Compiler)
			assert.Equal(t, test.want, lacks.Error())
		})
	}
}

func TestInstall(t *testing.T) {
	const (
		apt     = "env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 "
		update  = apt + "update"
		install = apt + "install -y --no-install-recommends chromium npm"
		may     = "sudo -n true"
	)
	tests := map[string]struct {
		fake fake
		ran  []string
		err  string // what the error has, "" for none, by |
	}{
		"nothing to do":        {fake{has: "chromium npm"}, nil, ""},
		"as root":              {fake{root: true, has: "apt-get", installs: "chromium npm"}, []string{update, install}, ""},
		"by sudo":              {fake{has: "apt-get", installs: "google-chrome npm"}, []string{may, "sudo -n " + update, "sudo -n " + install}, ""},
		"no apt-get":           {fake{root: true}, nil, "Chromium: missing the program chromium|there is no apt-get|apt-get install -y --no-install-recommends chromium npm"},
		"no sudo":              {fake{has: "apt-get", fails: may}, []string{may}, "not root|--no-install-recommends chromium npm"},
		"no network":           {fake{root: true, has: "apt-get", fails: update}, []string{update}, "no way|Chromium: missing"},
		"too little it brings": {fake{root: true, has: "apt-get", installs: "npm"}, []string{update, install}, "missing even after apt-get install|Chromium: missing"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var said []string
			err := test.fake.machine().Install(t.Context(), func(line string) { said = append(said, line) }, tool.Browser, tool.Npm, tool.Browser)
			assert.Equal(t, test.ran, test.fake.ran)
			if test.err == "" {
				assert.NoError(t, err)
			} else {
				for part := range strings.SplitSeq(test.err, "|") {
					assert.ErrorContains(t, err, part)
				}
			}
			if len(test.ran) > 1 {
				assert.Contains(t, said, "apt-get update", "each step is said before it is taken")
			}
		})
	}
}
