package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"hardcases/assets"
	"hardcases/game/host"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/view"
)

// gameFlags are the words that every way of playing takes.
type gameFlags struct {
	Pack  string `placeholder:"FILE" help:"Play this pack instead of the one that comes with the game."`
	Lang  string `placeholder:"${languages}" help:"Language of the game. Default: the language of the system, else English."`
	Saves string `placeholder:"DIR" env:"HARDCASES_SAVES" help:"Folder for saves. Default: a folder of the user's settings."`
}

// openPack reads a pack file, or the shipped one where file is "".
func openPack(file string) (*pack.Pack, error) {
	if file == "" {
		return pack.Open(assets.First()...)
	}
	if dir := sourcesOf(file); dir != "" {
		return nil, fmt.Errorf("%s is a source of a pack, and no pack yet: hardcases pack build %s -o FILE.msgp makes one, hardcases pack watch %s shows it as it is", file, shell(dir), shell(dir))
	}
	b, err := readAtMost(file, pack.MaxFile)
	if err != nil {
		return nil, err
	}
	p, err := pack.Open(b)
	return p, at(file, err)
}

// sourcesOf is the folder of a pack's sources where a path names that, or a file
// in it that an editor has open; "" for any other path.
func sourcesOf(path string) string {
	dir := path
	if ext := strings.ToLower(filepath.Ext(path)); ext == ".yaml" || ext == ".yml" {
		dir = filepath.Dir(path)
	}
	if _, err := os.Stat(filepath.Join(dir, "pack.yaml")); err != nil {
		return ""
	}
	return dir
}

// readAtMost reads a file of at most limit bytes.
func readAtMost(file string, limit int64) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readLimited(f, file, limit)
}

// readLimited reads what a name stands for. It fails where that is too long.
func readLimited(r io.Reader, name string, limit int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(b)) > limit {
		err = longError{name, limit}
	}
	return b, err
}

// longError is a host.ErrLong that says how much is read.
type longError struct {
	name  string
	limit int64
}

func (e longError) Error() string {
	return fmt.Sprintf("%s: longer than the %d bytes that are read", e.name, e.limit)
}

func (e longError) Is(err error) bool { return err == host.ErrLong }

// at puts the file's name into an error of package pack.
func at(file string, err error) error {
	var e *pack.Error
	if errors.As(err, &e) && e.File == "" {
		placed := *e
		placed.File = file
		return &placed
	}
	return err
}

// start opens the pack and the words, and sets up the game with a host's ports.
func (g gameFlags) start(ports host.Ports) (*host.Host, error) {
	p, place, err := g.first()
	if err == nil && g.Pack != "" { // what goes wrong in a later case must not end a game that has begun
		err = at(g.Pack, p.Validate())
	}
	if err != nil {
		return nil, err
	}
	words, err := locale.Read(assets.Languages(), assets.Strings()...)
	if err != nil {
		return nil, err
	}
	language, err := g.language(words, p)
	if err != nil {
		return nil, err
	}
	books, err := shelf()
	if err != nil {
		return nil, err
	}
	ports.Named = g.Lang != ""
	return host.Start(ports, words, view.Book{Pack: p, Place: place}, books, language), nil
}

// first is the pack to begin with, and where it lies: one that was named, that of
// the release, or the game's own.
func (g gameFlags) first() (p *pack.Pack, place string, err error) {
	if g.Pack != "" {
		if p, err = openPack(g.Pack); err == nil {
			place, err = filepath.Abs(g.Pack)
		}
		return p, place, err
	}
	b, id, err := carriedPack()
	switch {
	case err != nil:
		return nil, "", err
	case b == nil:
		p, err = openPack("")
		return p, "", err
	}
	p, err = pack.Open(b)
	return p, "release/" + id, err // the next release has it in the same place
}

// shelf is the packs that come with the game.
func shelf() ([]view.Book, error) {
	var books []view.Book
	for _, id := range assets.Packs() {
		p, err := pack.Open(assets.Pack(id)...)
		if err != nil {
			return nil, err
		}
		books = append(books, view.Book{Pack: p, Shipped: true})
	}
	return books, nil
}

// language is the one asked for, else the system's, as far as there is one.
func (g gameFlags) language(words *locale.Catalog, p *pack.Pack) (string, error) {
	if g.Lang == "" {
		system := []string{os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG")}
		for i, s := range system {
			system[i], _, _ = strings.Cut(s, ".")
		}
		return words.Match(system...), nil
	}
	primary, _, _ := strings.Cut(g.Lang, "-")
	for _, wanted := range []string{g.Lang, primary} {
		for _, l := range p.Head().Locales {
			if strings.EqualFold(l, wanted) {
				return l, nil
			}
		}
	}
	return "", fmt.Errorf("--lang %s: the pack has %s", g.Lang, strings.Join(p.Head().Locales, ", "))
}
