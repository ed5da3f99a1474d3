package live

import (
	"bytes"
	_ "embed"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"hardcases/game/element"
	"hardcases/game/locale"
	"hardcases/game/markup"
	"hardcases/game/pack"
	"hardcases/game/view"

	"golang.org/x/text/language"
)

var (
	//go:embed pupil.js
	script []byte
	//go:embed pupil.css
	style []byte
)

// spare is a script without the lines that say why, which browsers need not fetch.
func spare(script []byte) []byte {
	var b []byte
	for line := range bytes.Lines(script) {
		if !bytes.HasPrefix(bytes.TrimSpace(line), []byte("//")) {
			b = append(b, line...)
		}
	}
	return b
}

// policy is what a browser may do on a pupil's page.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// How often a page renews itself where there is no script, in seconds: one that waits,
// and one whose vote or bet has arrived. There somebody may be changing it, which is gone
// when the page comes anew.
const (
	renewWaiting = 4
	renewArrived = 15
)

// page writes a screen as a page with one form. rec is the room's, nil for none.
func (e *Edge) page(w http.ResponseWriter, r *http.Request, rec *record, status int, screen func(view.Context) view.Node) {
	ctx := e.context(r, rec)
	root := screen(ctx)
	pageHead(w, root.Lang)
	w.WriteHeader(status)
	if r.Method == http.MethodHead {
		return
	}
	d := element.Document{Lang: root.Lang, Title: root.Name, Head: head(), Body: []*element.Element{e.form(r, rec, &root), e.languages(r, ctx)}}
	if view.Find(&root, "commit") != nil { // the class goes on while somebody fills this in
		again := element.Of("a", "", ctx.Strings.Get("live.reload")).Set("href", r.URL.Path+query(r))
		d.Body[1].Add(element.New("noscript", element.New("p", again)))
	}
	every := renewal(r, rec, &root)
	if status == http.StatusServiceUnavailable && r.Method == http.MethodGet {
		d.Body[0].Set("data-again", "")
		every = renewWaiting
	}
	if every > 0 {
		meta := element.New("meta").Set("http-equiv", "refresh").Set("content", strconv.Itoa(every))
		d.Head = append(d.Head, element.New("noscript", meta))
		d.Body[1].Add(element.New("noscript", element.Of("p", "small", ctx.Strings.Get("live.renews", locale.N("n", every)))))
	}
	d.Body[0].Set("data-offline", ctx.Strings.Get("live.offline")).Set("data-refused", ctx.Strings.Get("live.refused"))
	w.Write([]byte(d.HTML()))
}

// context is the language that a pupil reads: the one of the address, else the
// first of the browser's that there is, else the room's.
func (e *Edge) context(r *http.Request, rec *record) view.Context {
	var p *pack.Pack
	fall := ""
	if rec != nil {
		p, fall = e.packs[rec.Pack], rec.Locale
	}
	if p == nil {
		for _, some := range e.packs {
			p = some
		}
	}
	tags, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	if err != nil {
		tags = nil
	}
	if asked, err := language.Parse(r.URL.Query().Get("lang")); err == nil {
		tags = append([]language.Tag{asked}, tags...)
	}
	for _, tag := range tags {
		base, _ := tag.Base()
		for _, l := range p.Head().Locales {
			if l == tag.String() || l == base.String() {
				return view.NewContext(p, e.words, l)
			}
		}
	}
	return view.NewContext(p, e.words, fall)
}

// query keeps the language that was asked for from one address to the next.
func query(r *http.Request) string {
	if lang := r.URL.Query().Get("lang"); lang != "" && len(lang) < 36 {
		return "?lang=" + url.QueryEscape(lang)
	}
	return ""
}

// also adds a part to the query of an address.
func also(address, part string) string {
	if strings.Contains(address, "?") {
		return address + "&" + part
	}
	return address + "?" + part
}

// head is what a page's head holds beside its title.
func head() []*element.Element {
	return []*element.Element{
		element.New("link").Set("rel", "stylesheet").Set("href", "/live/pupil.css"),
		element.New("script").Set("src", "/live/pupil.js").Set("defer", ""),
	}
}

// renewal is how often the page of a seat renews itself without a script, in seconds; 0 for
// one that somebody is filling in, and for all other pages.
func renewal(r *http.Request, rec *record, root *view.Node) int {
	if r.PathValue("seat") == "" || rec == nil || root.ID == view.Door {
		return 0
	}
	if view.Find(root, "commit") == nil {
		return renewWaiting
	}
	arrived := false
	view.Walk(root, func(n *view.Node, _ int) bool {
		arrived = arrived || n.Checked
		return !arrived
	})
	if !arrived || view.Find(root, "trouble") != nil {
		return 0
	}
	return renewArrived
}

// form makes a page's form of a screen: its radios have names and values, its
// button sends them.
func (e *Edge) form(r *http.Request, rec *record, root *view.Node) *element.Element {
	top := markup.Render(root, nil)
	top.Walk(func(el *element.Element) {
		n := view.Find(root, el.Node)
		switch {
		case n == nil:
		case el.Radio:
			name, value := field(n.On)
			el.Reset("name", name).Set("value", value)
			if name != fieldReason {
				el.Set("required", "")
			}
		case el.Tag == "button":
			el.Reset("type", "submit")
		}
	})
	form := element.New("form", top).Set("method", "post").Set("id", "page")
	code, join, _ := roomName(r.PathValue("room"))
	if root.ID == view.Door { // which may stand at the address of a seat that is gone
		return form.Set("action", "/"+url.PathEscape(nameOf(code, join))+query(r))
	}
	form.Set("action", r.URL.Path+query(r))
	if rec != nil {
		now := rec.now()
		form.Set("data-phase", string(now.Phase)).Set("data-turn", strconv.Itoa(rec.Turn))
		for _, f := range [][2]string{{"case", now.Place.Case}, {"step", now.Place.Step}} {
			form.Add(element.New("input").Set("type", "hidden").Set("name", f[0]).Set("value", f[1]))
		}
	}
	return form
}

// languages are the links to a page in the other languages.
func (e *Edge) languages(r *http.Request, ctx view.Context) *element.Element {
	nav := element.New("nav").Set("id", "languages")
	for _, l := range ctx.Languages {
		if l.Tag != ctx.Strings.Locale() {
			nav.Add(element.Of("a", "", l.Name).Set("href", r.URL.Path+"?lang="+url.QueryEscape(l.Tag)).Set("lang", l.Tag).Set("hreflang", l.Tag))
		}
	}
	return nav
}

// codePage asks for a code.
func (e *Edge) codePage(w http.ResponseWriter, r *http.Request) {
	ctx := e.context(r, nil)
	field := element.New("label", element.Of("span", "", ctx.Strings.Get("live.typed")),
		element.New("input").Set("name", "code").Set("required", "").Set("maxlength", "200").Set("autocomplete", "off").Set("autocapitalize", "characters").Set("spellcheck", "false"))
	form := element.New("form", element.New("main", element.Of("h1", "title", ctx.Strings.Get("live.typed-title")), field, element.Of("button", "primary", ctx.Strings.Get("live.typed-go")).Set("type", "submit"))).
		Set("method", "get").Set("action", "/in")
	e.alone(w, r, ctx, ctx.Strings.Get("live.typed-title"), form)
}

// alone writes a page that is no screen of a game.
func (e *Edge) alone(w http.ResponseWriter, r *http.Request, ctx view.Context, name string, content *element.Element) {
	d := element.Document{
		Lang: ctx.Strings.Locale(), Title: title(ctx.Strings, name),
		Head: head(), Body: []*element.Element{content, e.languages(r, ctx)},
	}
	pageHead(w, d.Lang)
	w.Write([]byte(d.HTML()))
}

// pageHead is what is said before each page.
func pageHead(w http.ResponseWriter, lang string) {
	head := w.Header()
	head.Set("Content-Type", "text/html; charset=utf-8")
	head.Set("Content-Language", lang)
	head.Set("Cache-Control", "no-store")
	head.Set("Content-Security-Policy", policy)
	// Nobody else learns the address. With "no-referrer" a form would be posted without its
	// origin, and over plain HTTP browsers say by nothing else that it is ours.
	head.Set("Referrer-Policy", "same-origin")
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("Vary", "Accept-Language")
}
