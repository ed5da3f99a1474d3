// Package proof writes a pack as one page to print and to read with a pencil:
// every text in all languages side by side, every option and reveal, claims, and
// sources with their addresses. All text is text: nothing of a pack reaches the
// page as markup.
package proof

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"hardcases/game/element"
	"hardcases/game/pack"
	"hardcases/game/reading"
)

// Page writes a pack. The same pack gives the same bytes. It fails on a pack
// that cannot be opened.
func Page(p *pack.Pack) ([]byte, error) {
	c, err := p.Unpack()
	if err != nil {
		return nil, err
	}
	w := &writer{Content: c, placed: map[string]bool{}}
	title := c.Text[c.Locales[0]]["pack.title"]
	w.el("h1", "", title)
	w.el("p", "meta", fmt.Sprintf("%s %s · %s · %s · identity %s", c.ID, c.Version, c.Licence, strings.Join(c.Authors, ", "), p.Hash()))
	w.measures()
	w.balance()
	w.table("The pack", rowsOf("pack.", "title", "tagline", "summary", "note", "before"))
	for i := range c.Cases {
		w.oneCase(&c.Cases[i])
	}
	w.looksAcross()
	w.desk()
	w.library()
	w.ground()
	w.claims()
	w.sources()
	w.rest()
	d := element.Document{Lang: c.Locales[0], Title: "Proof: " + title, Style: style, Body: w.body}
	return []byte(d.HTML()), nil
}

const style = `
body{font:15px/1.45 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",Verdana,sans-serif;color:#1a1f27;margin:2em;max-width:80em}
h1,h2,h3{font-family:Newsreader,Georgia,serif;line-height:1.2;break-after:avoid}
h2{border-top:3px solid #1a1f27;padding-top:.4em;margin-top:2em}
h3{margin-top:1.6em}
table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{text-align:left;vertical-align:top;border-bottom:1px solid #d8d0bf;padding:.3em .8em .3em 0;overflow-wrap:anywhere;white-space:pre-line}
th{width:11em;font-weight:400;color:#565e6b;font-size:.85em}
thead th,.head th{color:#1a1f27;font-weight:700}
.head th:not(:first-child){width:auto}
.meta{color:#565e6b;font-size:.9em}
.happened td{font-weight:700}
.missing{background:#fbeae3}
tr{break-inside:avoid}
@page{size:A4 landscape;margin:14mm}
@media print{body{margin:0;font-size:10pt}}
`

type writer struct {
	*pack.Content
	body   []*element.Element
	placed map[string]bool // keys of text that were written
}

func (w *writer) add(e *element.Element) { w.body = append(w.body, e) }

func (w *writer) el(tag, class, text string) { w.add(element.Of(tag, class, text)) }

// row is one text in all languages, with what it is.
type row struct {
	name, key string
	class     string
}

func rowsOf(prefix string, names ...string) []row {
	var out []row
	for _, n := range names {
		out = append(out, row{name: n, key: prefix + n})
	}
	return out
}

// table writes texts under a heading of the third rank, those that no language
// has left out.
func (w *writer) table(title string, rows []row) {
	if title != "" {
		w.el("h3", "", title)
	}
	table := element.New("table", w.head())
	for _, r := range rows {
		if w.nobodyHas(r.key) {
			continue
		}
		w.placed[r.key] = true
		line := element.Of("tr", r.class, "").Add(element.Of("th", "", r.name))
		for _, l := range w.Locales {
			text, class := w.Text[l][r.key], ""
			if text == "" {
				class = "missing"
			}
			line.Add(element.Of("td", class, strings.TrimSpace(text)).Set("lang", l))
		}
		table.Add(line)
	}
	w.add(table)
}

// head is the row that names the languages.
func (w *writer) head() *element.Element {
	head := element.Of("tr", "head", "").Add(element.New("th"))
	for _, l := range w.Locales {
		head.Add(element.Of("th", "", l))
	}
	return head
}

func (w *writer) nobodyHas(key string) bool {
	return !slices.ContainsFunc(w.Locales, func(l string) bool { return w.Text[l][key] != "" })
}

// measures writes how long the texts take to read and how hard they are, case
// by case and language by language.
func (w *writer) measures() {
	w.el("h2", "", "Reading")
	w.el("p", "meta", "Time: all texts of the case read once, at the speed of adults reading aloud (IReST 2012: 228 words a minute in English, 195 in French, 184 in others). Level: in English the Flesch–Kincaid grade, about the school year; in French the reading ease of Kandel and Moles, 0 hard to 100 easy; in others LIX, 20 easy to 60 hard. They are rules of thumb.")
	table := element.New("table", w.head())
	line := func(name string, keep func(string) bool) {
		row := element.New("tr", element.Of("th", "", name))
		for _, l := range w.Locales {
			text := w.textOf(l, keep)
			level := reading.LevelOf(text, l)
			n := reading.Words(text)
			row.Add(element.Of("td", "", fmt.Sprintf("%d words · %s · %s %.1f", n, reading.Time(n, l).Round(time.Second), level.Formula, level.Value)))
		}
		table.Add(row)
	}
	for i := range w.Cases {
		prefix := "cases." + w.Cases[i].ID + "."
		line(w.Cases[i].ID, func(key string) bool { return strings.HasPrefix(key, prefix) })
	}
	line("everything", func(string) bool { return true })
	w.add(table)
}

// textOf joins the texts of a language whose keys are kept, in the usual
// wording; pieces without an end of their own count as sentences.
func (w *writer) textOf(locale string, keep func(string) bool) string {
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(w.Text[locale])) {
		if keep(key) && !pack.IsWordList(key) && !strings.Contains(key, ".gentle.") {
			b.WriteString(w.Text[locale][key] + "\n")
		}
	}
	return b.String()
}

func (w *writer) oneCase(c *pack.Case) {
	at := "cases." + c.ID + "."
	w.el("h2", "", w.Text[w.Locales[0]][at+"title"])
	w.el("p", "meta", fmt.Sprintf("%s · seat %s · %d minutes%s", c.ID, c.Seat, c.Minutes, marks(c)))
	w.table("", rowsOf(at, "title", "teaser", "period", "low", "high", "seat", "briefing"))
	for i := range c.Steps {
		w.step(at+"steps."+c.Steps[i].ID+".", &c.Steps[i])
	}
	w.model(at, c)
	rows := []row{{name: "said · " + strings.Join(c.Said, " "), key: at + "said"}}
	for _, v := range c.Voices {
		rows = append(rows, row{name: fmt.Sprintf("voice %s (%s) · %s", v.ID, v.Side, strings.Join(v.Claims, " ")), key: at + "voices." + v.ID})
	}
	for _, id := range c.Open {
		rows = append(rows, row{name: "still open", key: at + "open." + id})
	}
	for _, id := range c.Questions {
		rows = append(rows, row{name: "question", key: at + "questions." + id})
	}
	if slices.ContainsFunc(rows, func(r row) bool { return !w.nobodyHas(r.key) }) {
		w.table("Looking back", rows)
	}
}

func marks(c *pack.Case) string {
	out := ""
	if c.Older {
		out += " · for older pupils"
	}
	if c.Optional {
		out += " · optional"
	}
	return out
}

func (w *writer) step(at string, st *pack.Step) {
	w.el("h3", "", st.ID+" · "+w.Text[w.Locales[0]][at+"title"])
	w.el("p", "meta", fmt.Sprintf("%s · %s · %s · seat %s · reasons: %s", st.Kind, st.Date, st.Actor, st.Seat, strings.Join(st.Reasons, ", ")))
	rows := rowsOf(at, "title", "place", "seat", "low", "high")
	for _, f := range st.Known {
		rows = append(rows, w.fact(at+"known."+f.ID, "known "+f.ID+" · "+strings.Join(f.Claims, " ")+" · "+w.openBefore(st, &f))...)
	}
	rows = append(rows, row{name: "not known yet", key: at + "unknown"})
	for i, o := range st.Options {
		class := ""
		if o.ID == st.Happened {
			class = "happened"
		}
		head := fmt.Sprintf("%c (%s) at %d, %s · does %s · serves %s · strains %s · %s", 'A'+i, o.ID, o.Ladder, o.Match, orNone(o.Does), orNone(o.Serves), orNone(o.Strain), w.lengthOf(at+"options."+o.ID))
		rows = append(rows, row{head, at + "options." + o.ID + ".label", class},
			row{name: "detail", key: at + "options." + o.ID + ".detail"},
			row{name: "short", key: at + "options." + o.ID + ".short"},
			row{name: "name", key: at + "options." + o.ID + ".name"},
			row{name: "why", key: at + "options." + o.ID + ".why"})
	}
	rows = append(rows, row{name: "happened · " + strings.Join(st.Outcome, " "), key: at + "happened"})
	if !w.nobodyHas(at + "brief") {
		rows = append(rows, row{name: "brief", key: at + "brief"})
	}
	for _, t := range st.Then {
		rows = append(rows, row{name: fmt.Sprintf("then %s, %s · %s", t.ID, t.Date, strings.Join(t.Claims, " ")), key: at + "then." + t.ID})
	}
	rows = append(rows, rowsOf(at, "gained", "lost", "affected", "discuss", "caveat", "recap", "opening.who", "opening.news", "opening.why", "opening.can", "opening.cannot", "takes.holds", "takes.can", "takes.cannot")...)
	w.table("", rows)
	w.el("p", "meta", "How do we know: "+strings.Join(st.Sources, ", "))
}

// fact is a fact as a whole, or its parts.
func (w *writer) fact(key, name string) []row {
	if w.nobodyHas(key + "." + pack.FactFirst) {
		return []row{{name: name, key: key}}
	}
	rows := []row{{name: name, key: key + "." + pack.FactFirst}}
	for _, part := range []string{pack.FactMore, pack.FactRest} {
		if !w.nobodyHas(key + "." + part) {
			rows = append(rows, row{name: part, key: key + "." + part})
		}
	}
	return rows
}

func orNone(ids []string) string {
	if len(ids) == 0 {
		return "none"
	}
	return strings.Join(ids, ", ")
}
