package view

import (
	"slices"
	"strconv"

	"hardcases/game/play"
)

// TextSizes are the text sizes on offer, in percent.
var TextSizes = [...]int{100, 125, 150, 175, 200}

// Spacings are the spaces between lines on offer, in percent.
var Spacings = [...]int{100, 125, 150}

// settings is the player's comfort, and the player's data.
func (w *writer) settings() Node {
	p := w.state.Prefs
	language := w.group("language", w.t("settings.language"))
	for _, l := range w.Languages {
		c := chip("language-"+l.Tag, l.Name, l.Tag == w.Strings.Locale(), play.SetLocale{Locale: l.Tag})
		c.Lang = l.Tag
		language.add(c)
	}
	size := w.group("text", w.t("settings.text"))
	for _, percent := range TextSizes {
		size.add(chip("text-"+strconv.Itoa(percent), w.Strings.Percent(percent), p.TextSize == percent, play.SetTextSize{Percent: percent}))
	}
	spacing := w.group("spacing", w.t("settings.spacing"))
	for _, percent := range Spacings {
		spacing.add(chip("spacing-"+strconv.Itoa(percent), w.t("settings.spacing-"+strconv.Itoa(percent)), p.Spacing == percent, play.SetSpacing{Percent: percent}))
	}
	theme := w.group("theme", w.t("settings.theme"))
	for _, t := range []play.Theme{play.Auto, play.Light, play.Dark, play.Contrast} {
		theme.add(chip("theme-"+string(t), w.t("settings.theme-"+string(t)), p.Theme == t, play.SetTheme{Theme: t}))
	}
	motion := w.group("motion", w.t("settings.motion"))
	for _, m := range []play.Motion{play.AutoMotion, play.FullMotion, play.NoMotion} {
		motion.add(chip("motion-"+string(m), w.t("settings.motion-"+string(m)), p.Motion == m, play.SetMotion{Motion: m}))
	}
	view := w.group("view", w.t("settings.view"))
	for _, v := range []struct {
		id   string
		when play.Picture
	}{{"view-auto", play.AutoPicture}, {"view-picture", play.AlwaysPicture}, {"view-plain", play.NeverPicture}} {
		view.add(chip(v.id, w.t("settings."+v.id), p.Picture == v.when, play.SetPicture{When: v.when}))
	}
	aloud := w.group("aloud", w.t("settings.aloud"))
	aloud.add(chip("aloud-off", w.t("settings.off"), !p.Aloud, play.SetAloud{On: false}))
	aloud.add(chip("aloud-on", w.t("settings.on"), p.Aloud, play.SetAloud{On: true}))
	keys := w.group("keys", w.t("settings.keys"))
	keys.add(chip("keys-on", w.t("settings.on"), !p.NoKeys, play.SetKeys{On: true}))
	keys.add(chip("keys-off", w.t("settings.off"), p.NoKeys, play.SetKeys{On: false}))
	return w.page("settings", w.t("settings.title"), w.bar(),
		heading("title", 1, Title, w.t("settings.title")),
		language.node(), size.node(), spacing.node(), theme.node(), motion.node(),
		view.node(), para("view-note", Small, w.t("settings.view-note")),
		aloud.node(), para("aloud-note", Small, w.t("settings.aloud-note")),
		keys.node(), para("keys-note", Small, w.t("settings.keys-note")), w.data(),
		dock(button("back", Primary, w.t("settings.done"), play.Back{}, "Escape", "Backspace", "Enter")))
}

// data is what can be done with the game that is kept here.
func (w *writer) data() Node {
	actions := []Node{
		button("export", Secondary, w.t("settings.export"), play.Ask{What: play.ExportSave}),
		button("import", Secondary, w.t("settings.import"), play.Ask{What: play.ImportSave}),
	}
	if w.Aside > 0 {
		actions = append(actions, button("to-aside", Secondary, w.Strings.Plural("settings.aside", w.Aside), play.Show{Screen: play.Aside}))
	}
	actions = append(actions, button("erase", Secondary, w.t("settings.erase"), play.Show{Screen: play.Erase}))
	return card("data", w.t("settings.data"), para("data-note", Body, w.t("settings.data-note")), flow("data-actions", actions...))
}

// chips is a titled group of choices.
type chips struct {
	id, title string
	choices   []Node
}

func (w *writer) group(id, title string) *chips { return &chips{id: id, title: title} }

func (c *chips) add(n Node) { c.choices = append(c.choices, n) }

func (c *chips) node() Node {
	return stack(c.id+"-block", heading(c.id+"-title", 2, Label, c.title),
		Node{ID: c.id, Role: RadioGroup, Look: Chips, Name: c.title, Children: c.choices})
}

func chip(id, text string, checked bool, on play.Msg) Node {
	return Node{ID: id, Role: Radio, Look: Chip, Text: text, Checked: checked, On: on}
}

// erase asks before everything is forgotten.
func (w *writer) erase() Node {
	return w.page("erase", w.t("erase.title"), w.bar(),
		heading("title", 1, Title, w.t("erase.title")),
		para("erase-text", Lead, w.t("erase.text")),
		dock(flow("actions",
			button("keep", Primary, w.t("erase.no"), play.Back{}, "Escape", "Backspace"),
			button("erase-yes", Secondary, w.t("erase.yes"), play.EraseAll{}))))
}

// help is how to play, the keys, and how the scores work.
func (w *writer) help() Node {
	rows := [][]string{{w.t("help.key"), w.t("help.does")}}
	note := w.t("help.keys-note")
	if w.state.Prefs.NoKeys {
		note = w.t("help.keys-off")
	}
	for _, k := range []string{"tab", "arrows", "letters", "bets", "digits", "enter", "esc", "log", "question"} {
		if single := slices.Contains([]string{"letters", "bets", "digits", "log", "question"}, k); single && w.state.Prefs.NoKeys {
			continue
		}
		rows = append(rows, []string{w.t("help." + k), w.t("help." + k + "-does")})
	}
	content := []Node{
		heading("title", 1, Title, w.t("help.title")),
		para("intro", Lead, w.t("help.intro")),
		{ID: "columns", Role: Generic, Look: Halves, Children: []Node{
			card("keys", w.t("help.keys"), table("key-table", w.t("help.keys"), rows), para("key-note", Small, note)),
			card("scores", w.t("help.scores"), w.scoring()...),
		}},
		dock(button("back", Primary, w.t("help.close"), play.Back{}, "Escape", "Backspace", "Enter")),
	}
	return w.page("help", w.t("help.title"), w.bar(), content...)
}

// scoring is how the scores work; of the rule of older games only who has one is
// told.
func (w *writer) scoring() []Node {
	topics := []string{"match", "bet", "stops", "partly"}
	if slices.ContainsFunc(w.state.Answers, func(a play.Answer) bool { return a.First.Level > 0 }) {
		topics = append(topics, "then")
	}
	var texts []Node
	for _, topic := range append(topics, "consistency", "evidence") {
		texts = append(texts, para("score-"+topic, Body, w.t("help.score-"+topic)))
	}
	return texts
}
