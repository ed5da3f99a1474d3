// Package tool knows what the check needs from the machine, finds out what is
// missing, and installs it where it may.
package tool

import (
	"fmt"
	"strings"
)

// Tool is something the check needs and Go does not bring.
type Tool struct {
	// Name is how messages call it.
	Name string
	// Programs are names of which one must be found on PATH; none is fine.
	Programs []string
	// Oldest is the lowest major version that will do, as the program prints it
	// after --version; 0 for any.
	Oldest int
	// Files are libraries and headers that must all be there.
	Files []string
	// Packages are the Debian packages that bring all of it, without what
	// they recommend.
	Packages []string
}

// What there is.
var (
	// Compiler is for the race detector, which needs cgo.
	Compiler = Tool{Name: "a C compiler", Programs: []string{"gcc"}, Files: []string{"stdlib.h"}, Packages: []string{"gcc", "libc6-dev"}}
	// Node runs WebAssembly tests; Go's wasm_exec_node.js asks for version 18.
	Node = Tool{Name: "Node.js", Programs: []string{"node"}, Packages: []string{"nodejs"}, Oldest: 18}
	// Display starts an X server without a screen, which asks for Cookies.
	Display = Tool{Name: "Xvfb", Programs: []string{"xvfb-run"}, Packages: []string{"xvfb"}}
	// Cookies makes the cookies that an X server asks for.
	Cookies = Tool{Name: "xauth", Programs: []string{"xauth"}, Packages: []string{"xauth"}}
	// Graphics is the libraries that Ebitengine opens when a window starts; libgl1
	// brings Mesa's software renderer too.
	Graphics = Tool{
		Name: "X11 and OpenGL libraries",
		Files: []string{
			"libGL.so.1", "libX11.so.6", "libXcursor.so.1", "libXext.so.6",
			"libXi.so.6", "libXinerama.so.1", "libXrandr.so.2", "libXrender.so.1",
		},
		Packages: []string{
			"libgl1", "libx11-6", "libxcursor1", "libxext6", "libxi6", "libxinerama1", "libxrandr2", "libxrender1",
		},
	}
	// Typist presses keys in windows of other programs.
	Typist = Tool{Name: "xdotool", Programs: []string{"xdotool"}, Packages: []string{"xdotool"}}
	// Packager installs packages for Debian into a folder as anybody.
	Packager = Tool{Name: "fakeroot", Programs: []string{"fakeroot"}, Packages: []string{"fakeroot"}}
	// Browser is Chromium, by any of its names.
	Browser = Tool{
		Name:     "Chromium",
		Programs: []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"},
		Packages: []string{"chromium"},
	}
	// Firefox is Firefox ESR, which needs no driver beside it.
	Firefox = Tool{Name: "Firefox", Programs: []string{"firefox-esr"}, Packages: []string{"firefox-esr"}}
	// WebKit is WebKitGTK with what drives it; its library brings a small browser.
	WebKit = Tool{Name: "WebKitGTK", Programs: []string{"WebKitWebDriver"}, Packages: []string{"webkit2gtk-driver"}}
	// Git copies the tree.
	Git = Tool{Name: "git", Programs: []string{"git"}, Packages: []string{"git"}}
	// Npm fetches what only tests in the browser use.
	Npm = Tool{Name: "npm", Programs: []string{"npm"}, Packages: []string{"npm"}}
	// TextBrowser is w3m.
	TextBrowser = Tool{Name: "w3m", Programs: []string{"w3m"}, Packages: []string{"w3m"}}
	// Terminal gives a program a terminal.
	Terminal = Tool{Name: "script", Programs: []string{"script"}, Packages: []string{"bsdutils"}}
)

// Lack is a tool and what is missing of it: file names or phrases, never none.
type Lack struct {
	Tool Tool
	What []string
}

// Lacks is the error that tools are missing, one line each, with the packages that
// mend it.
type Lacks []Lack

func (l Lacks) Error() string {
	var lines []string
	for _, lack := range l {
		lines = append(lines, fmt.Sprintf("%s: missing %s (Debian: %s)",
			lack.Tool.Name, strings.Join(lack.What, ", "), strings.Join(lack.Tool.Packages, " ")))
	}
	return strings.Join(lines, "\n")
}
