package bundle

import (
	"os"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
	"github.com/stretchr/testify/require"
)

// The oldest browsers that the game is written for: no older ones run it under
// the page's policy. A style that they do not know leaves a page that cannot be
// used, and a script that they cannot parse leaves one that says nothing.
var oldest = []api.Engine{
	{Name: api.EngineChrome, Version: "97"},
	{Name: api.EngineFirefox, Version: "102"},
	{Name: api.EngineSafari, Version: "14"},
}

// TestOldestBrowsers holds the styles to what the oldest browsers know, and the
// scripts to a language that even older ones parse, which can then at least say
// that they are too old: writing them for those changes nothing.
func TestOldestBrowsers(t *testing.T) {
	styles, err := styleSheet("../../..", nil, "first.css", "style.css", "plain.css")
	require.NoError(t, err)
	require.Equal(t, written(t, string(styles), api.TransformOptions{Loader: api.LoaderCSS}),
		written(t, string(styles), api.TransformOptions{Loader: api.LoaderCSS, Engines: oldest}))
	for _, name := range []string{"gate.js", "boot.js", "worker.js", "course.js"} {
		b, err := os.ReadFile("../../../wasm/" + name)
		require.NoError(t, err)
		require.Equal(t, written(t, string(b), api.TransformOptions{Loader: api.LoaderJS}),
			written(t, string(b), api.TransformOptions{Loader: api.LoaderJS, Target: api.ES2019}), name)
	}
}

// TestOldestBrowsersMatter makes sure that the test above can fail.
func TestOldestBrowsersMatter(t *testing.T) {
	for _, style := range []string{"p { & a { color: red } }", "p { inset: 0 }"} {
		require.NotEqual(t, written(t, style, api.TransformOptions{Loader: api.LoaderCSS}),
			written(t, style, api.TransformOptions{Loader: api.LoaderCSS, Engines: oldest}))
	}
	for _, script := range []string{"a?.b", "a ??= b"} {
		require.NotEqual(t, written(t, script, api.TransformOptions{Loader: api.LoaderJS}),
			written(t, script, api.TransformOptions{Loader: api.LoaderJS, Target: api.ES2019}))
	}
}

// written is a source as esbuild writes it.
func written(t *testing.T, source string, o api.TransformOptions) string {
	t.Helper()
	result := api.Transform(source, o)
	require.Empty(t, result.Errors)
	require.Empty(t, result.Warnings)
	return string(result.Code)
}
