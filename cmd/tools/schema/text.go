package main

// Text is the file of one language, such as en.yaml: every word that a player
// reads, under the ids of pack.yaml.
type Text struct {
	Locale     string               `json:"locale" jsonschema:"description=The language of the file\\, as in its name."`
	Pack       Titles               `json:"pack"`
	Principles map[string]Principle `json:"principles,omitempty" jsonschema:"description=By id."`
	Layers     map[string]Layer     `json:"layers,omitempty" jsonschema:"description=By id."`
	Actors     map[string]string    `json:"actors,omitempty" jsonschema:"description=Names\\, by id."`
	Glossary   map[string]Term      `json:"glossary,omitempty" jsonschema:"description=By id."`
	Claims     map[string]string    `json:"claims,omitempty" jsonschema:"description=Each claim in one or two sentences of your own\\, by id."`
	Quotes     map[string]string    `json:"quotes,omitempty" jsonschema:"description=Exact words of a claim\\, at most 12\\, the same in every language."`
	Gentle     *Gentle              `json:"gentle,omitempty" jsonschema:"description=For the gentler wording of steps."`
	Foreign    map[string]Foreign   `json:"foreign,omitempty" jsonschema:"description=By language: words of that other language of the pack that stand in these texts."`
	Cases      map[string]CaseText  `json:"cases,omitempty" jsonschema:"description=By id."`
	Across     *AcrossText          `json:"across,omitempty"`
	Desk       *DeskText            `json:"desk,omitempty"`
	Check      *CheckText           `json:"check,omitempty"`
	Plans      map[string]PlanText  `json:"plans,omitempty" jsonschema:"description=By id."`
}

// Titles is what the home screen says.
type Titles struct {
	Title   string `json:"title"`
	Tagline string `json:"tagline" jsonschema:"description=One line\\, the headline of the home screen."`
	Summary string `json:"summary" jsonschema:"description=One paragraph."`
	Note    string `json:"note" jsonschema:"description=What it touches on\\, in a sentence or two."`
	Before  string `json:"before" jsonschema:"description=What to know before starting\\, in paragraphs."`
}

// Principle is a reason that can be given.
type Principle struct {
	Name  string `json:"name"`
	Gloss string `json:"gloss" jsonschema:"description=What it means\\, in a sentence."`
}

// Layer is one layer of the stack.
type Layer struct {
	Name  string `json:"name"`
	Power string `json:"power" jsonschema:"description=What it can do\\, in a few words."`
	You   string `json:"you" jsonschema:"description=The name of the player who holds it."`
}

// Term is a word that is explained.
type Term struct {
	Term  string   `json:"term"`
	Text  string   `json:"text" jsonschema:"description=What it means\\, in a sentence or two."`
	Match []string `json:"match" jsonschema:"description=The words in the texts that are explained\\, in lower case."`
}

// CaseText is the words of a case.
type CaseText struct {
	Title     string              `json:"title" jsonschema:"maxLength=80"`
	Teaser    string              `json:"teaser" jsonschema:"description=One sentence for the home screen."`
	Period    string              `json:"period" jsonschema:"description=When it was\\, such as May–August 2017."`
	Low       string              `json:"low" jsonschema:"description=The word at 0 of the ladder."`
	High      string              `json:"high" jsonschema:"description=The word at 100 of the ladder."`
	Briefing  string              `json:"briefing" jsonschema:"description=Two or three paragraphs: your seat\\, what you can and cannot do. Beside a working model the first is in view and the others open."`
	Seat      string              `json:"seat" jsonschema:"description=The headline of the briefing."`
	Said      string              `json:"said,omitempty" jsonschema:"description=What was said of the decision then."`
	Voices    map[string]string   `json:"voices,omitempty"`
	Open      map[string]string   `json:"open,omitempty"`
	Questions map[string]string   `json:"questions,omitempty"`
	Steps     map[string]StepText `json:"steps,omitempty"`
	Tries     map[string]TryText  `json:"tries,omitempty" jsonschema:"description=By id."`
	Became    *BecameText         `json:"became,omitempty"`
}

// TryText is the words of a question to the working model.
type TryText struct {
	Question string            `json:"question" jsonschema:"maxLength=80,description=What happens\\, if a switch is turned."`
	Options  map[string]string `json:"options" jsonschema:"description=Short\\, by id."`
	Why      string            `json:"why" jsonschema:"description=What the model shows\\, and why\\, in two sentences."`
}

// BecameText is the words of what became of a site.
type BecameText struct {
	Question string                `json:"question" jsonschema:"maxLength=80"`
	Options  map[string]string     `json:"options"`
	Why      string                `json:"why" jsonschema:"description=What the lanes show\\, in two or three sentences."`
	Changes  map[string]ChangeText `json:"changes"`
}

// ChangeText is the words of a change.
type ChangeText struct {
	What  string `json:"what" jsonschema:"maxLength=110,description=What changed."`
	Met   string `json:"met" jsonschema:"maxLength=50,description=What a visitor met from then on."`
	Label string `json:"label,omitempty" jsonschema:"maxLength=30,description=A few words below the first lane."`
}

// StepText is the words of a step.
type StepText struct {
	Title    string                `json:"title" jsonschema:"maxLength=80,description=The question\\, in the second person."`
	Name     string                `json:"name,omitempty" jsonschema:"maxLength=26,description=The step in two or three words\\, for the debrief."`
	Place    string                `json:"place"`
	Seat     string                `json:"seat" jsonschema:"description=Short\\, in lower case."`
	Low      string                `json:"low,omitempty" jsonschema:"description=Where the case's word at 0 does not fit."`
	High     string                `json:"high,omitempty" jsonschema:"description=Where the case's word at 100 does not fit."`
	Known    map[string]FactText   `json:"known,omitempty" jsonschema:"description=The facts\\, by id: only what was known that day."`
	Unknown  string                `json:"unknown" jsonschema:"description=What was not known yet."`
	Options  map[string]OptionText `json:"options,omitempty"`
	Happened string                `json:"happened" jsonschema:"description=What was done and what was said\\, two to four sentences."`
	Brief    string                `json:"brief,omitempty" jsonschema:"description=The same in three sentences of at most 45 words in all\\, where it is longer: this is in view\\, and all of it behind a tap."`
	Then     map[string]string     `json:"then,omitempty"`
	Gained   string                `json:"gained"`
	Lost     string                `json:"lost"`
	Affected string                `json:"affected" jsonschema:"description=One sober sentence about the people affected."`
	Discuss  string                `json:"discuss" jsonschema:"description=One open question for a class."`
	Caveat   string                `json:"caveat,omitempty" jsonschema:"description=What is weak about the evidence\\, where the step has caveats."`
	Recap    string                `json:"recap,omitempty" jsonschema:"description=What a class must know from the steps before\\, where a plan leaves them out."`
	Opening  *OpeningText          `json:"opening,omitempty" jsonschema:"description=What a class must know before a lesson that comes to the case with this step."`
	Takes    *TakesText            `json:"takes,omitempty" jsonschema:"description=Who the player is from this step on\\, where that is another than before."`
	Draw     *DrawText             `json:"draw,omitempty" jsonschema:"description=The chart on which an estimate is drawn."`
	Gentle   *GentleText           `json:"gentle,omitempty" jsonschema:"description=What classes of 13 to 15 read in place of the above. Only what differs."`
}

// DrawText is the words on the chart of an estimate.
type DrawText struct {
	What string `json:"what" jsonschema:"maxLength=60,description=What is drawn\\, and that 100 is before."`
	Mark string `json:"mark" jsonschema:"maxLength=30,description=What happened at the line\\, after its date."`
	End  string `json:"end" jsonschema:"maxLength=30,description=Where the chart ends."`
}

// TakesText is a change of seat.
type TakesText struct {
	Holds  string `json:"holds" jsonschema:"description=What runs through the new seat\\, and what does not\\, in one or two sentences."`
	Can    string `json:"can" jsonschema:"description=Completes “You can”\\, with a full stop."`
	Cannot string `json:"cannot" jsonschema:"description=Completes “You cannot”\\, with a full stop."`
}

// OpeningText is how a lesson opens a case.
type OpeningText struct {
	Who    string `json:"who" jsonschema:"maxLength=180,description=Who the class is\\, and what the site is\\, in one line or two."`
	News   string `json:"news" jsonschema:"maxLength=250,description=What just happened\\, as far as it was known that day."`
	Why    string `json:"why" jsonschema:"maxLength=130,description=Why it matters now\\, in one sentence."`
	Can    string `json:"can" jsonschema:"maxLength=130,description=Completes “You can”\\, with a full stop."`
	Cannot string `json:"cannot" jsonschema:"maxLength=130,description=Completes “You cannot”\\, with a full stop."`
}

// GentleOpening is the gentler wording of an opening.
type GentleOpening struct {
	Who    string `json:"who,omitempty"`
	News   string `json:"news,omitempty"`
	Why    string `json:"why,omitempty"`
	Can    string `json:"can,omitempty"`
	Cannot string `json:"cannot,omitempty"`
}

// GentleText is the gentler wording of a step.
type GentleText struct {
	Title    string                  `json:"title,omitempty" jsonschema:"maxLength=80"`
	Name     string                  `json:"name,omitempty" jsonschema:"maxLength=26"`
	Place    string                  `json:"place,omitempty"`
	Seat     string                  `json:"seat,omitempty"`
	Low      string                  `json:"low,omitempty"`
	High     string                  `json:"high,omitempty"`
	Known    map[string]FactText     `json:"known,omitempty" jsonschema:"description=The same facts\\, told more gently: of their parts only what differs."`
	Unknown  string                  `json:"unknown,omitempty"`
	Options  map[string]GentleOption `json:"options,omitempty"`
	Happened string                  `json:"happened,omitempty"`
	Brief    string                  `json:"brief,omitempty"`
	Then     map[string]string       `json:"then,omitempty"`
	Gained   string                  `json:"gained,omitempty"`
	Lost     string                  `json:"lost,omitempty"`
	Affected string                  `json:"affected,omitempty"`
	Discuss  string                  `json:"discuss,omitempty"`
	Caveat   string                  `json:"caveat,omitempty"`
	Recap    string                  `json:"recap,omitempty"`
	Opening  *GentleOpening          `json:"opening,omitempty"`
	Takes    *TakesText              `json:"takes,omitempty"`
}

// GentleOption is the gentler wording of an option.
type GentleOption struct {
	Label  string `json:"label,omitempty" jsonschema:"maxLength=70"`
	Detail string `json:"detail,omitempty" jsonschema:"maxLength=110"`
	Short  string `json:"short,omitempty" jsonschema:"maxLength=50"`
	Name   string `json:"name,omitempty" jsonschema:"maxLength=20"`
	Why    string `json:"why,omitempty"`
}

// Gentle is what the gentler wording of a language does without.
type Gentle struct {
	Match []string `json:"match" jsonschema:"description=Words that no step that a plan plays with every class may hold\\, in the gentler wording."`
}

// Foreign is words of another language.
type Foreign struct {
	Match []string `json:"match" jsonschema:"description=As they are written in the texts."`
}

// OptionText is the words of an option.
type OptionText struct {
	Label  string `json:"label" jsonschema:"maxLength=70,description=What you do\\, short."`
	Detail string `json:"detail,omitempty" jsonschema:"maxLength=110,description=What that means\\, in one sentence\\, equally fair for all options. None where an estimate is drawn."`
	Short  string `json:"short" jsonschema:"maxLength=50,description=Completes “You: …”\\, in lower case\\, without a full stop."`
	Name   string `json:"name,omitempty" jsonschema:"maxLength=20,description=Two or three words for the mark on the ladder."`
	Why    string `json:"why" jsonschema:"maxLength=130,description=Why it is the same as what happened\\, partly\\, or not."`
}

// AcrossText is the words of the comparison.
type AcrossText struct {
	Title     string            `json:"title"`
	Changed   string            `json:"changed,omitempty"`
	Aftermath string            `json:"aftermath,omitempty"`
	Headline  string            `json:"headline,omitempty"`
	Platforms string            `json:"platforms,omitempty"`
	Questions map[string]string `json:"questions,omitempty"`
}

// DeskText is the words of the source desk.
type DeskText struct {
	Title  string               `json:"title"`
	Intro  string               `json:"intro"`
	About  string               `json:"about,omitempty" jsonschema:"description=What a class must know of the report first: where a plan has rounds."`
	Seat   string               `json:"seat"`
	Rounds map[string]RoundText `json:"rounds,omitempty"`
	Places map[string]string    `json:"places,omitempty" jsonschema:"description=Names of the places of clocks."`
}

// RoundText is the words of a round.
type RoundText struct {
	Title   string                 `json:"title" jsonschema:"maxLength=80"`
	Extract string                 `json:"extract,omitempty" jsonschema:"description=At most 12 words\\, the same in every language."`
	Gloss   string                 `json:"gloss,omitempty" jsonschema:"description=What a foreign extract says."`
	Context string                 `json:"context"`
	Options map[string]VerdictText `json:"options,omitempty"`
	Why     string                 `json:"why"`
	Repair  string                 `json:"repair,omitempty"`
	Check   string                 `json:"check" jsonschema:"description=How one would check it oneself."`
}

// VerdictText is the words of an answer.
type VerdictText struct {
	Label  string `json:"label" jsonschema:"maxLength=70"`
	Words  string `json:"words,omitempty" jsonschema:"maxLength=40,description=The words of the extract that this answer points at\\, the same in every language. The label then says afterwards what is so with them."`
	Gloss  string `json:"gloss,omitempty" jsonschema:"maxLength=40,description=What these words say\\, where they are foreign."`
	Detail string `json:"detail,omitempty" jsonschema:"maxLength=110"`
}

// CheckText is the words of the learning check.
type CheckText struct {
	Title string                         `json:"title"`
	Intro string                         `json:"intro"`
	Sets  map[string]map[string]ItemText `json:"sets,omitempty"`
}

// ItemText is the words of one item of a check.
type ItemText struct {
	Text string `json:"text"`
	Why  string `json:"why"`
}

// PlanText is the words of a plan.
type PlanText struct {
	Name  string `json:"name"`
	About string `json:"about"`
}
