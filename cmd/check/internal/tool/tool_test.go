package tool_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tool"
)

// fake is a computer made of lists.
type fake struct {
	programs map[string]bool
	files    map[string]bool
	text     map[string]string // what a command prints
	fails    map[string]bool   // commands that end badly
	installs map[string]string // package: the program it brings
	ran      []string
}

func (f *fake) machine(root bool) tool.Machine {
	return tool.Machine{
		Find: func(program string) (string, error) {
			if !f.programs[program] {
				return "", errors.New("not found")
			}
			return program, nil
		},
		Exists: func(path string) bool { return f.files[path] },
		Run:    f.run,
		Root:   root,
	}
}

func (f *fake) run(_ context.Context, c proc.Command) proc.Result {
	line := strings.Join(c.Args, " ")
	f.ran = append(f.ran, line)
	if f.fails[line] {
		return proc.Result{Err: errors.New("exit status 1"), Text: "no way\n"}
	}
	if strings.Contains(line, "apt-get") && strings.Contains(line, " install ") {
		for _, name := range c.Args {
			if program, ok := f.installs[name]; ok {
				f.programs[program] = true
			}
		}
	}
	return proc.Result{Stdout: f.text[line], Text: f.text[line]}
}

func set(names ...string) map[string]bool {
	s := map[string]bool{}
	for _, n := range names {
		s[n] = true
	}
	return s
}

var (
	node     = tool.Tool{Name: "Node.js", Programs: []string{"node"}, Packages: []string{"nodejs"}, Oldest: 18}
	browser  = tool.Tool{Name: "Browser", Programs: []string{"chromium", "chrome"}, Packages: []string{"chromium"}}
	graphics = tool.Tool{Name: "Graphics", Libraries: []string{"libGL.so.1", "libX11.so.6"}, Packages: []string{"libgl1", "libx11-6"}}
	headers  = tool.Tool{Name: "C headers", Files: []string{"/usr/include/stdlib.h"}, Packages: []string{"libc6-dev"}}
)

const linker = "3 libs found in cache\n\tlibX11.so.6 (libc6,x86-64) => /lib/libX11.so.6\n\tlibGL.so (libc6) => /lib/libGL.so\n"

func TestLacking(t *testing.T) {
	tests := []struct {
		name string
		fake fake
		want []string
	}{
		{
			name: "a bare machine",
			want: []string{
				"Node.js: missing the program node (Debian: nodejs)",
				"Browser: missing the program chromium (Debian: chromium)",
				"Graphics: missing libGL.so.1, libX11.so.6 (Debian: libgl1 libx11-6)",
				"C headers: missing /usr/include/stdlib.h (Debian: libc6-dev)",
			},
		},
		{
			name: "another name, an old version, half the libraries",
			fake: fake{
				programs: set("node", "chrome", "/sbin/ldconfig"),
				files:    set("/usr/include/stdlib.h"),
				text:     map[string]string{"node --version": "v12.22.12\n", "/sbin/ldconfig -p": linker},
			},
			want: []string{
				`Node.js: missing node 18 or later, found "v12.22.12" (Debian: nodejs)`,
				"Graphics: missing libGL.so.1 (Debian: libgl1 libx11-6)",
			},
		},
		{
			name: "a version that says nothing",
			fake: fake{
				programs: set("node", "chromium", "ldconfig"),
				files:    set("/usr/include/stdlib.h"),
				text:     map[string]string{"ldconfig -p": linker + "\tlibGL.so.1 (libc6) => /x\n"},
			},
			want: []string{`Node.js: missing node 18 or later, found "" (Debian: nodejs)`},
		},
		{
			name: "all there",
			fake: fake{
				programs: set("node", "chromium", "ldconfig"),
				files:    set("/usr/include/stdlib.h"),
				text: map[string]string{
					"node --version": "v18.20.4\n",
					"ldconfig -p":    linker + "\tlibGL.so.1 (libc6) => /x\n",
				},
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			lacking := test.fake.machine(true).Lacking(t.Context(), []tool.Tool{node, browser, graphics, headers})
			var got []string
			for _, l := range lacking {
				got = append(got, l.String())
			}
			assert.Equal(t, test.want, got)
		})
	}
}

func TestInstall(t *testing.T) {
	const (
		apt     = "env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 "
		update  = apt + "update"
		install = apt + "install -y --no-install-recommends chromium"
		byHand  = "apt-get install -y --no-install-recommends chromium"
		may     = "sudo -n true"
	)
	brings := func(program string) map[string]string { return map[string]string{"chromium": program} }
	tests := []struct {
		name string
		fake fake
		root bool
		want []string // commands that matter
		errs []string // parts of the error; none for none
	}{
		{"nothing to do", fake{programs: set("chromium", "chrome2")}, true, nil, nil},
		{"as root", fake{programs: set("apt-get"), installs: brings("chromium")}, true, []string{update, install}, nil},
		{"by sudo", fake{programs: set("apt-get", "sudo"), installs: brings("chrome")}, false, []string{may, "sudo -n " + update, "sudo -n " + install}, nil},
		{"no apt-get", fake{}, true, nil, []string{"Browser: missing the program chromium", "there is no apt-get", byHand}},
		{"no sudo", fake{programs: set("apt-get")}, false, nil, []string{"not root", byHand}},
		{"sudo wants a password", fake{programs: set("apt-get", "sudo"), fails: set(may)}, false, []string{may}, []string{"sudo asks for a password"}},
		{"no network", fake{programs: set("apt-get"), fails: set(update)}, true, []string{update}, []string{"no way", "Browser: missing"}},
		{
			"the package does not bring it", fake{programs: set("apt-get")}, true, []string{update, install},
			[]string{"missing even after installing chromium", "Browser: missing the program chromium"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var said []string
			err := test.fake.machine(test.root).Install(t.Context(), []tool.Tool{browser},
				func(line string) { said = append(said, line) })
			assert.Equal(t, test.want, test.fake.ran)
			if len(test.errs) == 0 {
				require.NoError(t, err)
			}
			for _, part := range test.errs {
				assert.ErrorContains(t, err, part)
			}
			if len(test.want) > 1 {
				assert.Contains(t, said, "apt-get update", "each step is said before it is taken")
			}
		})
	}
}

func TestInstallTakesEachPackageOnce(t *testing.T) {
	f := fake{programs: set("apt-get")}
	two := tool.Tool{Name: "Other", Programs: []string{"other"}, Packages: []string{"chromium", "another"}}
	err := f.machine(true).Install(t.Context(), []tool.Tool{browser, two}, func(string) {})
	assert.ErrorContains(t, err, "missing even after installing another chromium:")
}
