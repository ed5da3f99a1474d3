package main

import (
	"runtime"
	"strings"
)

// shell writes a file's name as it is typed on a command line: in quotes where it
// holds what a shell would take apart.
func shell(name string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r > 0x7f && r != '\u00a0' || strings.ContainsRune("./_-+,@%:", r) ||
			r == '\\' && runtime.GOOS == "windows"
	}
	switch {
	case name != "" && !strings.ContainsFunc(name, func(r rune) bool { return !plain(r) }):
		return name
	case runtime.GOOS == "windows":
		return `"` + name + `"`
	}
	return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
}
