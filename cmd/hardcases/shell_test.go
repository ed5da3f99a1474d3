package main

import (
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestShellGivesTheNameBack lets a shell take apart what is printed: it finds the
// one name that was meant.
func TestShellGivesTheNameBack(t *testing.T) {
	sh, err := exec.LookPath("sh")
	require.NoError(t, err)
	for _, name := range []string{"mine", "Mon paquet", "Été 2020", "it's", "$HOME", "a;b", "`ls`", "a*", `a\b`, "a\"b", "~x", "(a)", "a&b", "#a", "a\tb"} {
		out, err := exec.Command(sh, "-c", "printf '<%s>' "+shell(name)).Output()
		require.NoError(t, err, name)
		require.Equal(t, "<"+name+">", string(out))
	}
	require.Equal(t, "mine/a-b_c.d", shell("mine/a-b_c.d"))
	require.Equal(t, "'Mon paquet'", shell("Mon paquet"))
}
