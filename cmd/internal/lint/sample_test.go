package lint

import (
	"fmt"
	"strings"

	"hardcases/game/network"
	"hardcases/game/pack"
)

// good is a small pack that keeps every rule: one case of two steps, in English
// and French. Its texts are filled in by key.
func good() *pack.Content {
	c := &pack.Content{
		ID: "good", Version: "1", Licence: "CC0-1.0", Authors: []string{"A. Writer"}, Locales: []string{"en", "fr"},
		Library: pack.Library{
			Sources: []pack.Source{
				{ID: "S-1", Title: "First title", Publisher: "First paper", Date: day("2020-03-01"), Kind: pack.Press, Confidence: pack.FromPublisher, Address: "https://example.org/1"},
				{ID: "S-2", Title: "Second title", Publisher: "Second paper", Kind: pack.Company, Confidence: pack.FromWeakCopy},
			},
			Claims: []pack.Claim{
				{ID: "C-1", Since: day("2020-03-01"), Says: "press", Sources: []string{"S-1"}},
				{ID: "C-2", Since: day("2020-03-02"), Says: "company", Of: pack.Words, Sources: []string{"S-1", "S-2"}},
				{ID: "C-3", Since: day("2020-03-09"), Stated: true, Says: "police", Sources: []string{"S-2"}, Inside: &pack.Inside{Actor: "clerk", Since: day("2020-03-01")}},
				{ID: "C-4", Since: day("2020-04-01"), Stated: true, Says: "research", Sources: []string{"S-2"}},
			},
			Principles: []string{"safety", "process", "openness", "precedent"},
			Layers:     []string{"door", "desk"}, Actors: []string{"clerk", "warden"}, Glossary: []string{"notice"},
		},
		Cases: []pack.Case{{ID: "one", Seat: "desk", Minutes: 5, Steps: []pack.Step{step("A1", "2020-03-02", "C-2"), step("A2", "2020-03-05", "C-4")}}},
		Text:  map[string]map[string]string{"en": {}, "fr": {}},
	}
	one := &c.Cases[0]
	one.Key, one.Said, one.Open, one.Questions = "A2", []string{"C-2"}, []string{"o1"}, []string{"q1"}
	one.Voices = []pack.Voice{{ID: "v1", Side: pack.TooLate, Claims: []string{"C-1"}}, {ID: "v2", Side: pack.TooFar}}
	c.Library.Across = []string{"C-4"}
	c.Cases[0].Steps[0].Opening = []string{"C-1"}
	c.Library.Plans = []pack.Plan{{ID: "short", Lessons: []pack.Lesson{{Minutes: 20, Parts: []pack.Part{{Case: "one", Steps: []string{"A1"}}}}}}}
	c.Desk = desk()
	modelled(c)
	c.Cases[0].Steps[1].Kind, c.Cases[0].Steps[1].Reasons = pack.Estimate, nil
	for _, w := range wantedOf(c, gentleKeys(c)) {
		if w.need != always {
			continue
		}
		c.Text["en"][w.key] = "Words for it"
		c.Text["fr"][w.key] = "Des mots pour cela"
	}
	for _, locale := range c.Locales {
		c.Text[locale]["quotes.C-2"] = "No one should."
		c.Text[locale]["cases.one.steps.A1.caveat"] = "Words"
		c.Text[locale]["desk.rounds.r1.extract"] = "l'ami «dit" // to the letter
	}
	c.Cases[0].Steps[0].Caveats = []string{"weak-copy"}
	return c
}

// modelled gives a pack a question to the working model, and what became of the
// site.
func modelled(c *pack.Content) {
	c.Library.Claims = append(c.Library.Claims, pack.Claim{ID: "C-HOW", Says: "press", Of: pack.Works, Sources: []string{"S-1"}})
	for _, rule := range []network.Rule{network.Directions, network.OldAnswers, network.OnHold, network.InFront, network.Store} {
		c.Library.Model = append(c.Library.Model, pack.Ground{Rule: string(rule), Claims: []string{"C-HOW"}})
	}
	abc := func(answer string) pack.Guess { return pack.Guess{Options: []string{"a", "b", "c"}, Answer: answer} }
	one := &c.Cases[0]
	one.Tries = []pack.Try{{
		ID: "m1", Switches: []pack.Offer{{Switch: "name", To: []string{"in-place", "on-hold"}}},
		Turns: []pack.Turn{{Switch: "name", To: "on-hold"}}, Reached: 3, Guess: abc("b"), Claims: []string{"C-HOW"},
	}}
	one.Became = &pack.Became{Guess: abc("c"), Until: day("2020-04"), Changes: []pack.Change{
		{ID: "n1", Date: day("2020-03-02"), Lanes: []pack.LaneState{{Lane: pack.NameLane, State: pack.InPlace}}, Claims: []string{"C-2"}},
		{ID: "n2", Date: day("2020-04"), Step: true, Lanes: []pack.LaneState{{Lane: pack.NameLane, State: pack.Gone}}, Claims: []string{"C-4"}},
	}}
}

// soften sets the words that the gentler wording does without, one text of A1
// and its gentler wording, "" for none.
func soften(c *pack.Content, words, name, usual, gentle string) {
	for _, locale := range c.Locales {
		c.Text[locale][pack.GentleWords] = words
		c.Text[locale]["cases.one.steps.A1."+name] = usual
		if gentle != "" {
			c.Text[locale]["cases.one.steps.A1.gentle."+name] = gentle
		}
	}
}

// publicFacts gives the pack steps with that many facts in all that rest on a
// claim of an earlier day, some of them without a source that could be opened.
func publicFacts(c *pack.Content, all, without int) {
	c.Library.Claims[0].Since = day("2020-02-01")
	c.Library.Sources[0].Date, c.Library.Sources[1].Date = day("2020-02-01"), day("2020-05-01")
	c.Library.Claims = append(c.Library.Claims, pack.Claim{ID: "C-5", Since: day("2020-02-01"), Says: "press", Sources: []string{"S-2"}})
	c.Cases[0].Steps = c.Cases[0].Steps[:1]
	first(c).Known = nil
	for i := range all {
		claim := "C-1"
		if i < without {
			claim = "C-5"
		}
		first(c).Known = append(first(c).Known, pack.Fact{ID: fmt.Sprint("f", i), Claims: []string{claim}})
	}
}

// secondCase adds a case of one step that tells a claim as known.
func secondCase(c *pack.Content, tells string) {
	st := step("B1", "2020-05-01", "C-4")
	st.Known[0].Claims, st.Outcome, st.Then = []string{tells}, []string{"C-1"}, nil
	if tells == "C-1" {
		st.Outcome = []string{"C-3"}
	}
	st.Known[1].Claims, st.Known[2].Claims = st.Known[0].Claims, st.Known[0].Claims
	c.Cases = append(c.Cases, pack.Case{ID: "two", Seat: "desk", Minutes: 5, Steps: []pack.Step{st}})
}

// does names the elements of A1's three options, of which b happened.
func does(c *pack.Content, elements ...string) {
	for i, list := range elements {
		if list != "" {
			first(c).Options[i].Does = strings.Split(list, ", ")
		}
	}
}

// lengthsOf adds steps until there are six, and makes the label of what happened
// in the first of them as long as the text says; the others have shorter ones.
func lengthsOf(c *pack.Content, n int, text string) {
	for i := len(c.Cases[0].Steps); i < 6; i++ {
		c.Cases[0].Steps = append(c.Cases[0].Steps, step(fmt.Sprint("X", i), "2020-03-06", "C-2"))
	}
	for i, st := range c.Cases[0].Steps {
		for _, o := range st.Options {
			label := "shorter than that"
			if o.ID == st.Happened && i < n {
				label = text
			}
			c.Text["en"]["cases.one.steps."+st.ID+".options."+o.ID+".label"] = label
			c.Text["en"]["cases.one.steps."+st.ID+".options."+o.ID+".detail"] = ""
		}
	}
}

// rounds gives the desk that many rounds, in some of which the right answer is
// the longest.
func rounds(c *pack.Content, all, longest int) {
	c.Desk.Rounds = nil
	for i := range all {
		id := fmt.Sprint("x", i)
		c.Desk.Rounds = append(c.Desk.Rounds, pack.Round{ID: id, Options: desk().Rounds[0].Options, Answer: "a"})
		for _, option := range []string{"a", "b", "c"} {
			label := "short"
			if option == "a" && i < longest {
				label = "longer"
			}
			c.Text["en"]["desk.rounds."+id+".options."+option+".label"] = label
		}
	}
}

// wordsRound makes of the first round one of words, with the words of its answers.
func wordsRound(first, second string) func(*pack.Content) {
	return func(c *pack.Content) {
		r := &c.Desk.Rounds[0]
		r.Words = true
		r.Options = []pack.Verdict{{ID: "a", Judges: pack.JudgesFaulty}, {ID: "c", Judges: pack.JudgesFaulty}, {ID: "b", Judges: pack.JudgesSound}}
		for _, locale := range c.Locales {
			c.Text[locale]["desk.rounds.r1.options.a.words"] = first
			c.Text[locale]["desk.rounds.r1.options.c.words"] = second
		}
	}
}

// letters has the plan play as many steps, with what happened at the options
// given.
func letters(c *pack.Content, happened ...string) {
	c.Cases[0].Steps, part(c).Steps = nil, nil
	for i, option := range happened {
		st := step(fmt.Sprint("X", i), "2020-03-06", "C-2")
		st.Happened = option
		c.Cases[0].Steps = append(c.Cases[0].Steps, st)
		part(c).Steps = append(part(c).Steps, st.ID)
	}
}

// desk is a source desk and a learning check that keep every rule.
func desk() pack.Desk {
	verdicts := []pack.Verdict{{ID: "a", Judges: pack.JudgesFaulty}, {ID: "b", Judges: pack.JudgesSound}, {ID: "c", Judges: pack.JudgesUnsure}}
	set := func(id string) pack.CheckSet {
		return pack.CheckSet{ID: id, Items: []pack.CheckItem{{ID: id + "1", Sound: true, Tests: "clock"}, {ID: id + "2", Tests: "number"}}}
	}
	return pack.Desk{
		After: "one",
		Rounds: []pack.Round{
			{ID: "r1", Kind: pack.FaultRound, Shows: "extract", Lang: "fr", Claims: []string{"C-1"}, Basis: pack.Checked, Options: verdicts, Answer: "a"},
			{ID: "r2", Kind: pack.ClockRound, Sound: true, Shows: "clocks", Basis: pack.Inferred, Options: verdicts, Answer: "b",
				At: day("2020-03-02T10:00Z"), Clocks: []pack.Clock{{Place: "paris", Offset: 60}, {Place: "sydney", Offset: 660}}},
		},
		Checks: []pack.CheckSet{set("a"), set("b")},
	}
}

// step is a step that keeps every rule; outcome is the claim of what happened.
func step(id, date, outcome string) pack.Step {
	return pack.Step{
		ID: id, Kind: pack.Decision, Date: day(date), Actor: "clerk", Seat: "desk",
		Known:   []pack.Fact{{ID: "f1", Claims: []string{"C-1"}}, {ID: "f2", Claims: []string{"C-1"}}, {ID: "f3", Claims: []string{"C-3"}}},
		Reasons: []string{"safety", "process", "openness", "precedent"},
		Options: []pack.Option{
			{ID: "a", Ladder: 0, Match: pack.None, Serves: []string{"process", "precedent"}, Strain: []string{"safety"}},
			{ID: "b", Ladder: 50, Match: pack.Full, Serves: []string{"openness"}},
			{ID: "c", Ladder: 100, Match: pack.Partial, Serves: []string{"safety"}, Strain: []string{"process"}},
		},
		Happened: "b", Outcome: []string{outcome},
		Then:    []pack.Consequence{{ID: "t1", Date: day("2020-03-06"), Claims: []string{"C-3"}}, {ID: "t2", Date: day("2020-04"), Claims: []string{outcome}}},
		Sources: []string{"S-1", "S-2"},
	}
}

func day(s string) pack.Moment {
	m, err := pack.ParseMoment(s)
	if err != nil {
		panic(err)
	}
	return m
}

// ascii stands for fonts that have what English and French need.
func ascii(r rune) bool {
	return r < 0x100 || r == narrow || r == '’' || r == '“' || r == '”' || r == '…' || r == '–' || r == 'œ'
}
