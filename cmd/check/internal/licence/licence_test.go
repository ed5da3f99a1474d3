package licence

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tree"
)

const top = "../../../.."

func TestPageIsUpToDate(t *testing.T) {
	_, err := tree.Files(top) // so that go test looks again when any file has changed
	require.NoError(t, err)
	modules, err := Modules(t.Context(), proc.Exec, top)
	require.NoError(t, err)
	require.NotEmpty(t, modules)
	written, err := os.ReadFile(filepath.Join(top, File))
	require.NoError(t, err)
	assert.True(t, Page(modules) == clean(string(written))+"\n", "%s is stale: go run ./cmd/check licences", File)
}

func TestIdentify(t *testing.T) {
	tests := map[string]string{
		"Apache License\n   Version 2.0, January 2004":                                     "Apache-2.0",
		"Permission is hereby granted, free of charge, to any person\nobtaining a copy of": "MIT",
		"Redistribution and use in source and binary forms, ... Neither the name of":       "BSD-3-Clause",
		"Redistribution and use in source and binary forms, ... provided that":             "BSD-2-Clause",
		"a choice\nSPDX-License-Identifier: Unlicense OR BSD-3-Clause\n":                   "Unlicense OR BSD-3-Clause",
		"GNU GENERAL PUBLIC LICENSE Version 3":                                             "",
		"All rights reserved.":                                                             "",
	}
	for text, want := range tests {
		assert.Equal(t, want, Identify(text), text)
	}
	assert.Equal(t, "BSD-3-Clause", Identify(goText))
}

// module makes a module with the files and a package in its folder "inner".
func module(t *testing.T, files map[string]string) proc.Package {
	t.Helper()
	root := t.TempDir()
	inner := filepath.Join(root, "inner")
	require.NoError(t, os.Mkdir(inner, 0o755))
	for name, text := range files {
		require.NoError(t, os.WriteFile(filepath.Join(root, name), []byte(text), 0o644))
	}
	return proc.Package{
		ImportPath: "example.org/m/inner", Dir: inner,
		Module: &proc.Module{Path: "example.org/m", Version: "v1.0.0", Dir: root},
	}
}

const mit = "Permission is hereby granted, free of charge, to any person obtaining a copy\r\n"

func TestAddReadsEveryFolderOfThePackage(t *testing.T) {
	p := module(t, map[string]string{
		"LICENSE.md": mit, "NOTICE": "made by others", "licence.go": "package m",
		"inner/COPYING": "Redistribution and use in source and binary forms",
	})
	found := map[string]*Module{}
	require.NoError(t, add(found, "desktop", p))
	m := found["example.org/m"]
	require.NotNil(t, m)
	assert.Equal(t, []Text{
		{Name: "inner/COPYING", ID: "BSD-2-Clause", Text: "Redistribution and use in source and binary forms"},
		{Name: "LICENSE.md", ID: "MIT", Text: mit[:len(mit)-2]},
		{Name: "NOTICE", Text: "made by others"},
	}, m.Texts)
	assert.Equal(t, "BSD-2-Clause AND MIT", m.IDs())
}

func TestAddRefusesWhatIsNotKnown(t *testing.T) {
	err := add(map[string]*Module{}, "desktop", module(t, nil))
	assert.ErrorContains(t, err, "example.org/m: found no licence")
	err = add(map[string]*Module{}, "desktop", module(t, map[string]string{"LICENSE": "Ask me first."}))
	assert.ErrorContains(t, err, "LICENSE is of no kind that is known here")
	err = add(map[string]*Module{}, "desktop", module(t, map[string]string{"NOTICE": "made by others"}))
	assert.ErrorContains(t, err, "found no licence")
}

func TestAddLeavesOutOurselvesAndGo(t *testing.T) {
	found := map[string]*Module{}
	require.NoError(t, add(found, "desktop", proc.Package{ImportPath: "fmt"}))
	require.NoError(t, add(found, "desktop", proc.Package{Module: &proc.Module{Path: "hardcases", Main: true}}))
	assert.Empty(t, found)
}

func TestPage(t *testing.T) {
	text := Text{Name: "LICENSE", ID: "MIT", Text: "line one\n\nline two"}
	page := Page([]Module{
		{Path: "a.org/a", Version: "v1.0.0", In: []string{"browser", "desktop"}, Texts: []Text{text}},
		{Path: "b.org/b", Version: "v2.0.0", In: []string{"desktop"}, Texts: []Text{
			{Name: "sub/LICENSE", ID: "MIT", Text: text.Text}, {Name: "NOTICE", Text: "thanks"},
		}},
	})
	assert.Contains(t, page, "| a.org/a | v1.0.0 | MIT | browser, desktop |\n| b.org/b | v2.0.0 | MIT | desktop |\n")
	assert.Contains(t, page, "\n## MIT\n\nOf a.org/a, b.org/b (sub/LICENSE).\n\n    line one\n\n    line two\n")
	assert.Contains(t, page, "\n## Notice\n\nOf b.org/b.\n\n    thanks\n")
	assert.Contains(t, page, "| Go standard library and runtime |")
}
