package kit

import (
	"strings"

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
	k.el("h2", "", k.t("kit.prompts"))
	k.el("p", "note", k.t("kit.prompts-note"))
	k.in("ol", "", func() {
		for _, s := range k.all() {
			k.in("li", "", func() {
				k.el("strong", "", k.c(s, "title"))
				k.el("br", "", "")
				k.el("span", "", k.c(s, "discuss"))
			})
		}
	})
	k.rubric()
	k.frameworks()
}

// timed is the plan of one lesson, minute by minute: what is left after opening
// and closing is shared out among the steps.
func (k *maker) timed(lesson int) {
	l := &k.plan.Lessons[lesson]
	if len(k.plan.Lessons) > 1 {
		k.el("h3", "", k.t("class.lesson", locale.A("plan", k.lessonName()), locale.N("n", lesson+1)))
	}
	steps := k.lessons[lesson]
	opening, closing := max(2, l.Minutes/12), max(3, l.Minutes/10)
	rows := [][]string{{k.t("kit.minutes"), k.t("kit.what"), k.t("kit.how")}}
	at := 0
	add := func(minutes int, what, how string) {
		rows = append(rows, []string{k.t("kit.span", locale.N("from", at), locale.N("to", at+minutes)), what, how})
		at += minutes
	}
	add(opening, k.t("kit.opening"), k.t("kit.opening-how"))
	left := l.Minutes - opening - closing
	for i, s := range steps {
		title := k.c(s, "title")
		if s.older {
			title += " (" + k.t("home.older") + ")"
		}
		how := k.t("kit.step-how")
		if s.recap {
			how = k.t("class.recap") + " " + k.c(s, "recap")
		}
		add(left*(i+1)/len(steps)-left*i/len(steps), title, how)
	}
	add(closing, k.t("kit.closing"), k.t("kit.closing-how"))
	k.table("timed", rows)
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
