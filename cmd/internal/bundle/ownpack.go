package bundle

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"

	"hardcases/cmd/internal/manifest"
)

// OwnPack is a pack that does not come with the game.
type OwnPack struct {
	ID string
	// Bytes are the pack, compiled, with its languages.
	Bytes []byte
	// Texts are its texts, for the page before the game.
	Texts Texts
}

// WithPack gives the files of a site that begins with a pack of somebody's own. They
// are other files than before, and the page and its worker know that.
func WithPack(site []Asset, own *OwnPack) []Asset {
	file := "packs/" + own.ID + ".msgp"
	mark := manifest.Sum(own.Bytes)[:8] + "-"
	site = slices.Clone(site)
	for i, a := range site {
		text := string(a.Bytes)
		switch a.Name {
		case manifest.First:
			text = strings.Replace(retold(text, own.Texts), "<html", fmt.Sprintf("<html data-pack=%q", own.ID), 1)
			text = strings.Replace(text, `data-version="`, `data-version="`+mark, 1)
		case "worker.js":
			for _, name := range []string{"version", "page"} {
				text = strings.Replace(text, "const "+name+` = "`, "const "+name+` = "`+mark, 1)
			}
			text = strings.Replace(text, "const files = [", fmt.Sprintf("const files = [%q,", file), 1)
		}
		site[i].Bytes = []byte(text)
	}
	return append(site, Asset{Name: file, Path: file, Bytes: own.Bytes})
}

// section is what the page says in one language, with the texts of a pack in it.
var section = regexp.MustCompile(`(?s)(<section class="welcome" lang="([^"]*)">.*?<h1 class="display">)[^<]*(</h1>\s*<p class="lead">)[^<]*(</p>\s*<p class="muted">)[^<]*(</p>)`)

// doors are the first screen's buttons, with the words of the pack that comes first
// where there is no other.
var doors = regexp.MustCompile(`(?s)<div class="doors">.*?</div>\n`)

// retold has a page say the texts of another pack, and leaves it to that to say what
// there is to press. Where that lacks a language, it
// says what the pack has.
func retold(page string, texts Texts) string {
	return section.ReplaceAllStringFunc(doors.ReplaceAllString(page, ""), func(s string) string {
		m := section.FindStringSubmatch(s)
		text := func(key string) string { return html.EscapeString(texts.Text(m[2], key)) }
		return m[1] + text("pack.tagline") + m[3] + text("pack.summary") + m[4] + text("pack.note") + m[5]
	})
}
