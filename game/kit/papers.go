package kit

import (
	"slices"
	"strings"

	"hardcases/game/class"
	"hardcases/game/locale"
	"hardcases/game/view"
)

// lesson is what a teacher prepares from.
func (k *maker) lesson() {
	k.el("h1", "", k.t("kit.title", locale.A("title", k.Text.Get("pack", "title"))))
	k.el("p", "meta", k.lessonName()+" · "+k.t(view.AgeText(k.options.Age)))
	k.prose(k.Text.Get("pack", "summary"))
	k.el("h2", "", k.t("kit.aims"))
	k.list("ul", "kit.aims-list")
	k.el("h2", "", k.t("kit.before"))
	k.list("ul", "kit.before-list")
	k.el("h2", "", k.t("kit.plan"))
	for i := range k.lessons {
		k.timed(i)
	}
	k.vocabulary()
	k.prompts()
	k.rubric()
	k.frameworks()
}

// prompts are the questions for the room, which rounds of the desk do without.
func (k *maker) prompts() {
	steps := slices.DeleteFunc(k.all(), func(s step) bool { return s.round != nil })
	if len(steps) == 0 {
		return
	}
	k.el("h2", "", k.t("kit.prompts"))
	k.el("p", "note", k.t("kit.prompts-note"))
	k.in("ol", "", func() {
		for _, s := range steps {
			k.in("li", "", func() {
				k.el("strong", "", k.c(s, "title"))
				k.el("br", "", "")
				k.el("span", "", k.c(s, "discuss"))
			})
		}
	})
}

// timed is the plan of one lesson, minute by minute.
func (k *maker) timed(lesson int) {
	if len(k.plan.Lessons) > 1 {
		k.el("h3", "", k.t("class.lesson", locale.A("plan", k.lessonName()), locale.N("n", lesson+1)))
	}
	steps := k.lessons[lesson]
	rows := [][]string{{k.t("kit.minutes"), k.t("kit.what"), k.t("kit.how")}}
	at := 0
	add := func(minutes int, what, how string) {
		rows = append(rows, []string{k.t("kit.span", locale.N("from", at), locale.N("to", at+minutes)), what, how})
		at += minutes
	}
	state := k.state(lesson)
	for _, span := range state.Schedule(k.Pack) {
		switch span.Part {
		case class.Welcome:
			add(span.Minutes, k.t("kit.opening"), k.t("kit.opening-how"))
		case class.Closing:
			how := "kit.closing-how"
			if !state.HasRoad(k.Pack) {
				how += "-rounds"
			}
			add(span.Minutes, k.t("kit.closing"), k.t(how))
		case class.Opens:
			add(span.Minutes, k.opensWhat(steps[span.At]), k.opening(steps[span.At]))
		default:
			how := "kit.part-" + string(span.Part)
			if steps[span.At].round != nil {
				how += "-round"
			}
			add(span.Minutes, k.partTitle(steps[span.At], span.Part), k.t(how))
		}
	}
	k.table("timed", rows)
}

// opensWhat names the case, or the desk, that a step opens.
func (k *maker) opensWhat(s step) string {
	if s.round != nil {
		return k.Text.Get("desk", "title")
	}
	return k.Text.Get("cases", s.in.ID, "title")
}

// opening is what is told before a case, or at a new seat, in one text.
func (k *maker) opening(s step) string {
	switch {
	case s.round != nil:
		return k.deskOpening()
	case s.opens:
		return k.c(s, "opening", "who") + " " + k.c(s, "opening", "news") + " " + k.c(s, "opening", "why")
	case s.takes:
		return k.c(s, "takes", "holds")
	}
	return k.t("kit.part-opens")
}

// partTitle names the step at its first part, and nothing at the others.
func (k *maker) partTitle(s step, part class.Part) string {
	if part != class.Reads && (s.round == nil || part != class.Votes) {
		return ""
	}
	title := k.c(s, "title")
	if s.older {
		title += " (" + k.t("home.older") + ")"
	}
	return title
}

// vocabulary is the glossary words that the steps use.
func (k *maker) vocabulary() {
	lib, _ := k.Pack.Library()
	var text strings.Builder
	for _, s := range k.all() {
		text.WriteString(strings.ToLower(k.c(s, "title") + " " + k.c(s, "happened") + " " + k.c(s, "unknown") + " "))
		for _, f := range s.Known {
			text.WriteString(strings.ToLower(k.c(s, "known", f.ID) + " "))
		}
		for _, o := range s.Options {
			text.WriteString(strings.ToLower(k.c(s, "options", o.ID, "label") + " " + k.c(s, "options", o.ID, "detail") + " "))
		}
	}
	rows := [][]string{{k.t("kit.word"), k.t("kit.means")}}
	for _, id := range lib.Glossary {
		for _, form := range strings.Split(k.Text.Get("glossary", id, "match"), "|") {
			if strings.Contains(text.String(), form) {
				rows = append(rows, []string{k.Text.Get("glossary", id, "term"), k.Text.Get("glossary", id, "text")})
				break
			}
		}
	}
	if len(rows) > 1 {
		k.el("h2", "", k.t("kit.words"))
		k.table("", rows)
	}
}

func (k *maker) rubric() {
	k.in("section", "", func() {
		k.el("h2", "", k.t("kit.rubric"))
		rows := [][]string{{k.t("kit.rubric-skill"), k.t("kit.rubric-1"), k.t("kit.rubric-2"), k.t("kit.rubric-3")}}
		for _, skill := range []string{"facts", "reasons", "sources", "others"} {
			at := "kit.rubric-" + skill
			rows = append(rows, []string{k.t(at), k.t(at + "-1"), k.t(at + "-2"), k.t(at + "-3")})
		}
		k.table("", rows)
		k.el("p", "note", k.t("kit.rubric-note"))
	})
}

// frameworks says where the lesson touches published frameworks, by their own
// names; what each line of the lesson has to do with them is our reading.
func (k *maker) frameworks() {
	k.in("section", "", func() {
		k.el("h2", "", k.t("kit.frameworks"))
		k.el("p", "note", k.t("kit.frameworks-note"))
		rows := [][]string{{k.t("kit.framework"), k.t("kit.framework-part"), k.t("kit.framework-where")}}
		for _, id := range []string{"namle", "unesco", "iste", "emi", "emc"} {
			at := "kit.framework-" + id
			rows = append(rows, []string{k.t(at), k.t(at + "-part"), k.t(at + "-where")})
		}
		k.table("", rows)
	})
}

// ticket is four exit tickets, to be cut apart.
func (k *maker) ticket() {
	for range 2 {
		k.in("div", "ticket", func() {
			k.el("h2", "", k.t("kit.ticket"))
			k.el("p", "note", k.t("kit.ticket-note"))
			for _, key := range []string{"kit.ticket-1", "kit.ticket-2", "kit.ticket-3"} {
				k.el("p", "", k.t(key))
				k.lines(2)
			}
		})
	}
}

// family is the notice of what the lesson touches on, and a letter home. Lines
// are left for the help that the school names: none is presumed.
func (k *maker) family() {
	k.in("div", "letter", func() {
		k.el("h1", "", k.t("kit.family"))
		k.el("p", "", k.t("kit.family-hello"))
		k.el("p", "", k.t("kit.family-what", locale.A("title", k.Text.Get("pack", "title"))))
		k.el("h2", "", k.t("home.note"))
		k.el("p", "", k.Text.Get("pack", "note"))
		k.prose(k.Text.Get("pack", "before"))
		k.el("h2", "", k.t("kit.family-can"))
		k.list("ul", "kit.family-list")
		k.el("p", "", k.t("kit.family-data"))
		k.in("div", "keep", func() {
			k.el("p", "", k.t("kit.family-help"))
			k.lines(2)
			k.el("p", "", k.t("kit.family-sign"))
			k.lines(1)
		})
	})
}
