// Package licence lists the modules that are linked into the programs, with
// their licences, as a page to ship with them.
package licence

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"hardcases/cmd/check/internal/proc"
)

// File is the name of the page, at the root of the tree.
const File = "THIRD_PARTY.md"

// Module is a module of others in our programs.
type Module struct {
	Path    string
	Version string
	// In names the programs, sorted.
	In []string
	// Texts are its licence files, and notices that must go with it.
	Texts []Text
}

// Text is a licence or notice of a module.
type Text struct {
	// Name is the file's path inside the module.
	Name string
	// ID is the licence's SPDX identifier; "" for a notice.
	ID   string
	Text string
}

// program is what is shipped, for one system.
type program struct {
	name, path   string
	goos, goarch string
	tags         string
}

func programs() []program {
	return []program{
		{"desktop", "./cmd/hardcases", "linux", "amd64", ""},
		{"desktop", "./cmd/hardcases", "darwin", "arm64", ""},
		{"desktop", "./cmd/hardcases", "windows", "amd64", ""},
		{"browser", "./wasm", "js", "wasm", ""},
		{"browser", "./wasm", "js", "wasm", "page"},
	}
}

// Modules lists the modules in the programs, sorted by path.
func Modules(ctx context.Context, run proc.Runner, root string) ([]Module, error) {
	found := map[string]*Module{}
	for _, p := range programs() {
		packages, err := proc.Packages(ctx, run, root, []string{"CGO_ENABLED=0", "GOOS=" + p.goos, "GOARCH=" + p.goarch}, "-deps", "-tags="+p.tags, p.path)
		if err != nil {
			return nil, err
		}
		for _, used := range packages {
			if err := add(found, p.name, used); err != nil {
				return nil, err
			}
		}
	}
	var modules []Module
	for _, m := range found {
		slices.Sort(m.In)
		m.In = slices.Compact(m.In)
		slices.SortFunc(m.Texts, func(a, b Text) int { return cmp.Compare(a.Name, b.Name) })
		m.Texts = slices.Compact(m.Texts)
		modules = append(modules, *m)
	}
	slices.SortFunc(modules, func(a, b Module) int { return cmp.Compare(a.Path, b.Path) })
	return modules, nil
}

// add notes the module of a package that a program uses, with the texts in the
// package's folder and all above it: a folder of foreign code has its own.
func add(found map[string]*Module, program string, p proc.Package) error {
	if p.Module == nil || p.Module.Main {
		return nil
	}
	source := p.Module
	if source.Replace != nil {
		source = source.Replace
	}
	m := found[p.Module.Path]
	if m == nil {
		m = &Module{Path: p.Module.Path, Version: source.Version}
		found[p.Module.Path] = m
	}
	m.In = append(m.In, program)
	for dir := p.Dir; ; dir = filepath.Dir(dir) {
		texts, err := textsOf(source.Dir, dir)
		if err != nil {
			return fmt.Errorf("%s: %w", p.Module.Path, err)
		}
		m.Texts = append(m.Texts, texts...)
		if dir == source.Dir || len(dir) < len(source.Dir) {
			break
		}
	}
	if !slices.ContainsFunc(m.Texts, func(t Text) bool { return t.ID != "" }) {
		return fmt.Errorf("%s: found no licence in %s", p.Module.Path, source.Dir)
	}
	return nil
}

var (
	licenceName = regexp.MustCompile(`(?i)^(un)?(licen[cs]e|copying)([.-].*)?$`)
	noticeName  = regexp.MustCompile(`(?i)^notice([.].*)?$`)
)

// textsOf reads the licences and notices in one folder of a module.
func textsOf(root, dir string) ([]Text, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var texts []Text
	for _, e := range entries {
		licence, notice := licenceName.MatchString(e.Name()), noticeName.MatchString(e.Name())
		if !e.Type().IsRegular() || !licence && !notice || strings.HasSuffix(e.Name(), ".go") {
			continue
		}
		path := filepath.Join(dir, e.Name())
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return nil, err
		}
		t := Text{Name: filepath.ToSlash(name), Text: clean(string(data))}
		if licence {
			if t.ID = Identify(t.Text); t.ID == "" {
				return nil, fmt.Errorf("%s is of no kind that is known here: look at it, and name it in licence.Identify if it may be used", t.Name)
			}
		}
		texts = append(texts, t)
	}
	return texts, nil
}

// clean makes the same text of the same words, whatever the ends of its lines.
func clean(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " \t")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

var (
	declared = regexp.MustCompile(`(?m)^SPDX-License-Identifier: (.+)$`)
	space    = regexp.MustCompile(`\s+`)
)

// Identify gives the SPDX identifier of a licence text, "" for one that is not
// among those which may go into the programs.
func Identify(text string) string {
	if d := declared.FindStringSubmatch(text); d != nil {
		return d[1]
	}
	words := space.ReplaceAllString(text, " ")
	has := func(part string) bool { return strings.Contains(words, part) }
	switch {
	case has("Apache License Version 2.0, January 2004"):
		return "Apache-2.0"
	case has("Permission is hereby granted, free of charge, to any person obtaining a copy"):
		return "MIT"
	case has("Redistribution and use in source and binary forms") && has("Neither the name"):
		return "BSD-3-Clause"
	case has("Redistribution and use in source and binary forms"):
		return "BSD-2-Clause"
	case has("Permission to use, copy, modify, and/or distribute this software for any purpose"):
		return "ISC"
	case has("must not be misrepresented as being the original software"):
		return "Zlib"
	}
	return ""
}

// IDs lists the licences of a module, joined by " AND " as in SPDX.
func (m Module) IDs() string {
	var ids []string
	for _, t := range m.Texts {
		if t.ID == "" || slices.Contains(ids, t.ID) {
			continue
		}
		ids = append(ids, t.ID)
	}
	for i, id := range ids {
		if len(ids) > 1 && strings.Contains(id, " OR ") {
			ids[i] = "(" + id + ")"
		}
	}
	return strings.Join(ids, " AND ")
}
