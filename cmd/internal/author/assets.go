package author

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"hardcases/cmd/internal/lint"
	"hardcases/cmd/internal/whole"
	"hardcases/game/pack"
)

// The folders of the game's own assets, and the ending of compiled files.
const (
	stringsFolder  = "strings"
	packsFolder    = "packs"
	compiledEnding = ".msgp"
	structureName  = "structure" + compiledEnding
)

// Assets compiles what the game comes with, in the folder assets: the strings of
// the interface, and each folder in packs that holds a pack. It gives the files by
// their path in the folder, with slashes: strings/LANGUAGE.msgp,
// packs/ID/structure.msgp and packs/ID/LANGUAGE.msgp. It gives none where an
// error is among the findings.
func Assets(dir string, settings lint.Settings) (files map[string][]byte, found []Finding, err error) {
	files = map[string][]byte{}
	words, found := LoadWords(filepath.Join(dir, stringsFolder))
	if !Failed(found) {
		found = append(found, words.Lint(settings)...)
		if err := words.compile(files); err != nil {
			return nil, nil, err
		}
	}
	folders, err := fs.Glob(os.DirFS(dir), path.Join(packsFolder, "*", structureFile))
	if err != nil {
		return nil, nil, err
	}
	for _, f := range folders {
		source, more := Load(filepath.Join(dir, filepath.FromSlash(path.Dir(f))))
		if settings.Words = nil; !Failed(found) {
			source.words, settings.Words = words.Catalog(), words.Catalog() // as they are now
		}
		if !Failed(more) {
			more = append(more, source.Lint(settings)...)
		}
		found = append(found, more...)
		if Failed(found) {
			continue
		}
		if err := source.compile(files); err != nil {
			return nil, nil, err
		}
	}
	if Failed(found) {
		return nil, found, nil
	}
	return files, found, nil
}

func (w *Words) compile(files map[string][]byte) error {
	for i := range w.catalog.Words {
		b, err := w.catalog.Words[i].MarshalMsg(nil)
		if err != nil {
			return err
		}
		files[path.Join(stringsFolder, w.catalog.Words[i].Locale+compiledEnding)] = b
	}
	return nil
}

func (s *Source) compile(files map[string][]byte) error {
	b, err := s.Build()
	if err != nil {
		return err
	}
	p, err := pack.Open(b)
	if err != nil {
		return err
	}
	folder := path.Join(packsFolder, filepath.Base(s.dir))
	files[path.Join(folder, structureName)] = p.Structure()
	for _, l := range p.Head().Locales {
		files[path.Join(folder, l+compiledEnding)] = p.Language(l)
	}
	return nil
}

// WriteAssets writes what Assets gives, takes away compiled files that it does
// not give, and says which files it has changed or taken away.
func WriteAssets(dir string, files map[string][]byte) (changed []string, err error) {
	for name, b := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		stale, err := Stale(file, b)
		if err != nil {
			return changed, err
		}
		if stale {
			changed = append(changed, file)
			if err := whole.Write(file, b, 0o644); err != nil {
				return changed, err
			}
		}
	}
	gone, err := strayAssets(dir, files)
	for _, file := range gone {
		if err := os.Remove(file); err != nil {
			return changed, err
		}
	}
	return append(changed, gone...), err
}

// strayAssets are the compiled files that have no source any more.
func strayAssets(dir string, files map[string][]byte) ([]string, error) {
	var gone []string
	for _, pattern := range []string{path.Join(stringsFolder, "*"), path.Join(packsFolder, "*", "*")} {
		there, err := fs.Glob(os.DirFS(dir), pattern+compiledEnding)
		if err != nil {
			return nil, err
		}
		for _, name := range there {
			if _, ok := files[name]; !ok {
				gone = append(gone, filepath.Join(dir, filepath.FromSlash(name)))
			}
		}
	}
	return gone, nil
}
