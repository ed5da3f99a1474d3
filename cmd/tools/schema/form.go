package main

// The types below are the YAML of a pack, as its authors write it: pack.yaml.
// They exist to make the schema; the compiler reads the YAML itself, so that it
// can say where each slip is, and a test holds the two to the same keys.

// Pack is pack.yaml.
type Pack struct {
	Format     int               `json:"format" jsonschema:"enum=2,enum=1,description=The format of the pack: 2. What is 1 has neither model nor tries nor became."`
	ID         string            `json:"id" jsonschema:"pattern=^[A-Za-z0-9_-]{1\\,64}$,description=What saved games know the pack by. Letters without accents\\, digits\\, hyphens and underscores."`
	Version    string            `json:"version" jsonschema:"minLength=1,description=Yours to count\\, such as 1.0.0."`
	Licence    string            `json:"licence" jsonschema:"minLength=1,description=What others may do with the pack\\, such as CC-BY-4.0."`
	Authors    []string          `json:"authors" jsonschema:"minItems=1,maxItems=64,description=Who wrote it."`
	Locales    []string          `json:"locales,omitempty" jsonschema:"minItems=1,maxItems=64,uniqueItems=true,description=The languages\\, each with a file such as en.yaml. The first is the one that the others are translated from. Without this key: every language that has a file\\, English first\\, the others by name."`
	Principles []string          `json:"principles" jsonschema:"maxItems=64,uniqueItems=true,description=The reasons that can be given."`
	Layers     []string          `json:"layers" jsonschema:"maxItems=64,uniqueItems=true,description=Who can do what\\, from the first to the last: the stack of the briefing."`
	Actors     []string          `json:"actors" jsonschema:"maxItems=256,uniqueItems=true,description=Who decides."`
	Glossary   []string          `json:"glossary,omitempty" jsonschema:"maxItems=1024,uniqueItems=true,description=Words that are explained where they first stand."`
	Sources    map[string]Source `json:"sources" jsonschema:"description=Where claims were read\\, by id."`
	Claims     map[string]Claim  `json:"claims" jsonschema:"description=Statements of fact\\, by id. Their words are in the file of each language."`
	Cases      []Case            `json:"cases" jsonschema:"minItems=1,description=The cases\\, in the order in which they are played."`
	Across     *Across           `json:"across,omitempty" jsonschema:"description=The comparison of all cases."`
	Desk       *Desk             `json:"desk,omitempty" jsonschema:"description=The source desk: reading a report critically."`
	Check      *Check            `json:"check,omitempty" jsonschema:"description=The learning check: the same skills before and after."`
	Plans      []Plan            `json:"plans,omitempty" jsonschema:"description=Ways through the pack for a class."`
	Model      map[string]Claims `json:"model,omitempty" jsonschema:"description=The claims that each rule of the working model rests on. docs/model.md lists the rules."`
}

// Source is where a claim was read.
type Source struct {
	Title      string `json:"title" jsonschema:"description=As it was published\\, never translated."`
	Publisher  string `json:"publisher,omitempty" jsonschema:"description=Who published it\\, short\\, as players see it."`
	Date       Moment `json:"date,omitempty" jsonschema:"description=As near as the source gives it. Leave it out where there is none."`
	Kind       string `json:"kind" jsonschema:"description=What sort of publication it is. A company or an organisation is a party about itself."`
	Confidence string `json:"confidence" jsonschema:"description=How near to the original it was read\\, best first."`
	Address    string `json:"address,omitempty" jsonschema:"pattern=^https?://,description=For the teacher's sheet only: players never see it. Leave it out where the page must not be linked."`
}

// Claim is one statement of fact.
type Claim struct {
	Since   Moment   `json:"since,omitempty" jsonschema:"description=The day on which it became public\\, with a time in UTC where that matters."`
	Says    string   `json:"says" jsonschema:"description=Who says so. unnamed: who spoke cannot be seen. ours: the authors compare\\, and no source says so."`
	Sources []string `json:"sources,omitempty" jsonschema:"maxItems=64,description=Ids of sources\\, at least one."`
	Inside  *Inside  `json:"inside,omitempty" jsonschema:"description=Who knew it before it was public\\, and since when."`
	Of      string   `json:"of,omitempty" jsonschema:"description=What a company or an organisation tells. words: what it said. act: what it did\\, known from itself alone. seen: what it did\\, and others saw it. motive: why it acted. others: what others did\\, known from it alone. works: how something works\\, whoever says so; such a claim needs no day."`
	Stated  bool     `json:"stated,omitempty" jsonschema:"description=A source gives the day in its text\\, so that since may be more exact than the dates of the sources."`
}

// Inside marks a claim that one actor knew before it was public.
type Inside struct {
	Actor string `json:"actor" jsonschema:"description=Id of an actor."`
	Since Moment `json:"since" jsonschema:"description=Since when the actor knew."`
}

// Case is a story told in steps.
type Case struct {
	ID        string   `json:"id" jsonschema:"pattern=^[A-Za-z0-9_-]{1\\,64}$,description=Short\\, such as y2017."`
	Seat      string   `json:"seat" jsonschema:"description=Id of the layer that the briefing marks as the player's."`
	Minutes   int      `json:"minutes,omitempty" jsonschema:"minimum=1,maximum=240,description=How long its short way\\, or all of it where it has none\\, may take at most. Nobody is shown it: what players are told is reckoned."`
	Older     bool     `json:"older,omitempty" jsonschema:"description=For older pupils."`
	Optional  bool     `json:"optional,omitempty" jsonschema:"description=Offered\\, not asked for: play leads past it."`
	After     []string `json:"after,omitempty" jsonschema:"maxItems=16,description=Ids of the cases whose ends this one gives away. Players are told."`
	Key       string   `json:"key,omitempty" jsonschema:"description=Id of the step that stands for the case where cases are compared."`
	Said      []string `json:"said,omitempty" jsonschema:"maxItems=16,description=Claims on what was said of the decision then."`
	Voices    []Voice  `json:"voices,omitempty" jsonschema:"maxItems=64,description=Critics\\, as many on one side as on the other."`
	Open      []string `json:"open,omitempty" jsonschema:"maxItems=16,description=Ids of what is still not known."`
	Questions []string `json:"questions,omitempty" jsonschema:"maxItems=16,description=Ids of questions on the whole case."`
	Steps     []Step   `json:"steps" jsonschema:"minItems=1,description=In the order of their dates."`
	Tries     []Try    `json:"tries,omitempty" jsonschema:"maxItems=8,description=Questions that players guess and then try in the working model."`
	Became    *Became  `json:"became,omitempty" jsonschema:"description=What became of the site: one lane a layer."`
}

// Voice is what a critic said of the case.
type Voice struct {
	ID     string   `json:"id"`
	Side   string   `json:"side" jsonschema:"description=late: it should have acted sooner\\, or done more. far: it should have done less. other: another view\\, or no verdict."`
	Claims []string `json:"claims,omitempty" jsonschema:"maxItems=16"`
}

// Step is one question, with what was known when it was asked.
type Step struct {
	ID       string        `json:"id" jsonschema:"pattern=^[A-Za-z0-9_-]{1\\,64}$,description=Short\\, such as A1."`
	Kind     string        `json:"kind"`
	Date     Moment        `json:"date" jsonschema:"description=The day of the decision\\, with a time in UTC where two steps share a day."`
	Actor    string        `json:"actor" jsonschema:"description=Id of the actor who decides."`
	Seat     string        `json:"seat" jsonschema:"description=Id of the layer that the actor holds."`
	Known    []Fact        `json:"known" jsonschema:"maxItems=16,description=3 to 6 facts. Each was public by the date above\\, or known inside."`
	Reasons  []string      `json:"reasons" jsonschema:"maxItems=16,description=4 principles; none for an estimate or a reflection."`
	Options  []Option      `json:"options" jsonschema:"minItems=2,maxItems=8,description=3 or 4\\, in ascending order of ladder."`
	Ordered  bool          `json:"ordered,omitempty" jsonschema:"description=The order of the options has a meaning of its own\\, such as numbers that grow: players who play alone see it\\, not one drawn for them. An estimate needs no saying."`
	More     bool          `json:"more,omitempty" jsonschema:"description=The short way of the case leaves the step out; it is offered afterwards."`
	Happened string        `json:"happened,omitempty" jsonschema:"description=Id of the option that happened; empty in a reflection."`
	Outcome  []string      `json:"outcome,omitempty" jsonschema:"maxItems=64,description=Claims on what happened."`
	Then     []Consequence `json:"then,omitempty" jsonschema:"maxItems=32,description=What followed\\, at least two; none in a reflection."`
	Sources  []string      `json:"sources,omitempty" jsonschema:"maxItems=64,description=The best sources of the step\\, at least two."`
	Caveats  []string      `json:"caveats,omitempty" jsonschema:"maxItems=8,description=What is weak about the evidence; the key caveat in the texts says it in words."`
	Takes    []string      `json:"takes,omitempty" jsonschema:"maxItems=16,description=Claims on who the player is from this step on\\, where that is another than before; the key takes in the texts says it in words."`
	Recap    []string      `json:"recap,omitempty" jsonschema:"maxItems=16,description=Claims on what a class must know from the steps before\\, where a plan leaves them out; the key recap in the texts says it in words."`
	Opening  []string      `json:"opening,omitempty" jsonschema:"maxItems=16,description=Claims on what a class must know before a lesson that comes to the case with this step; the key opening in the texts says it in words."`
	Draw     *Draw         `json:"draw,omitempty" jsonschema:"description=An estimate is drawn: how much was left after something\\, where 100 is before."`
}

// Draw is how an estimate is drawn.
type Draw struct {
	From   Moment   `json:"from" jsonschema:"description=When that was\\, after which the player draws."`
	Top    int      `json:"top" jsonschema:"minimum=100,maximum=200,multipleOf=5,description=The highest level. The options stand between 0 and it as they do on the ladder\\, the lowest at 0\\, each at a multiple of 5."`
	Claims []string `json:"claims" jsonschema:"maxItems=16,description=Claims that say when it was."`
}

// Fact is something known on the day.
type Fact struct {
	ID     string   `json:"id"`
	Claims []string `json:"claims" jsonschema:"minItems=1,maxItems=16,description=The claims that it rests on."`
	Early  []string `json:"early,omitempty" jsonschema:"maxItems=16,description=Sources of the very day that were out before the decision."`
}

// Option is one thing that could be done.
type Option struct {
	ID      string   `json:"id" jsonschema:"description=a\\, b\\, c\\, d\\, in order."`
	Ladder  int      `json:"ladder" jsonschema:"minimum=0,maximum=100,description=0: nothing changes. 100: as far as one can go. In an estimate\\, the place on its own scale."`
	Match   string   `json:"match" jsonschema:"description=How near it is to what happened. open in a reflection."`
	Does    []string `json:"does,omitempty" jsonschema:"maxItems=16,description=Main elements of the option\\, such as service-ends. One that shares an element with what happened is partial."`
	Serves  []string `json:"serves,omitempty" jsonschema:"maxItems=64,description=Principles that it serves."`
	Strains []string `json:"strains,omitempty" jsonschema:"maxItems=64,description=Principles that it strains."`
}

// Consequence is something that followed.
type Consequence struct {
	ID     string   `json:"id"`
	Date   Moment   `json:"date" jsonschema:"description=On or after the day of the decision."`
	Claims []string `json:"claims" jsonschema:"minItems=1,maxItems=16"`
}

// Across is the comparison of all cases.
type Across struct {
	Claims    []string `json:"claims,omitempty" jsonschema:"maxItems=64"`
	Questions []string `json:"questions,omitempty" jsonschema:"maxItems=16"`
}

// Desk is the source desk.
type Desk struct {
	Case   string  `json:"case" jsonschema:"description=Id of the case that the report is about."`
	Rounds []Round `json:"rounds" jsonschema:"maxItems=256"`
}

// Round is one extract and one question about it.
type Round struct {
	ID            string    `json:"id"`
	Kind          string    `json:"kind"`
	Sound         bool      `json:"sound" jsonschema:"description=Nothing is wrong with what is shown."`
	Shows         string    `json:"shows"`
	Lang          string    `json:"lang,omitempty" jsonschema:"description=Language of the extract."`
	Anatomy       []string  `json:"anatomy,omitempty" jsonschema:"maxItems=16,description=Numbers in your own records."`
	Disagreements []string  `json:"disagreements,omitempty" jsonschema:"maxItems=16,description=Numbers in your own records."`
	Claims        []string  `json:"claims,omitempty" jsonschema:"maxItems=16"`
	Basis         string    `json:"basis" jsonschema:"description=What the correction rests on: another source\\, or the language."`
	Options       []Verdict `json:"options" jsonschema:"minItems=2,maxItems=8"`
	Answer        string    `json:"answer" jsonschema:"description=Id of the right answer."`
	Words         bool      `json:"words,omitempty" jsonschema:"description=The answers that judge faulty are words of the extract\\, in which players find the wrong one."`
	Times         *Times    `json:"times,omitempty" jsonschema:"description=Of a clock round."`
}

// Verdict is one answer to a round.
type Verdict struct {
	ID     string `json:"id"`
	Judges string `json:"judges"`
}

// Times is the moment of a clock round, and the clocks that are drawn.
type Times struct {
	At     Moment  `json:"at"`
	Clocks []Clock `json:"clocks" jsonschema:"minItems=1,maxItems=8"`
}

// Clock is the clock of one place.
type Clock struct {
	Place  string `json:"place"`
	Offset int    `json:"offset" jsonschema:"minimum=-720,maximum=840,description=Minutes east of UTC."`
}

// Check is the learning check.
type Check struct {
	Sets []CheckSet `json:"sets" jsonschema:"maxItems=16,description=Parallel sets: the same skills in the same order."`
}

// CheckSet is one set of items.
type CheckSet struct {
	ID    string      `json:"id"`
	Items []CheckItem `json:"items" jsonschema:"minItems=1,maxItems=64"`
}

// CheckItem is one short report.
type CheckItem struct {
	ID    string `json:"id"`
	Sound bool   `json:"sound"`
	Tests string `json:"tests" jsonschema:"description=The skill: attribution\\, clock\\, number and so on."`
}

// Plan is a way through the pack for a class.
type Plan struct {
	ID      string   `json:"id"`
	Lessons []Lesson `json:"lessons" jsonschema:"minItems=1,maxItems=16"`
}

// Lesson is what is played in one sitting.
type Lesson struct {
	Minutes int    `json:"minutes" jsonschema:"minimum=1,maximum=600"`
	Parts   []Part `json:"parts" jsonschema:"minItems=1,maxItems=64"`
}

// Part is some steps of one case, or rounds of the desk.
type Part struct {
	Case  string   `json:"case" jsonschema:"description=A case\\, or desk: its rounds are the steps."`
	Steps []string `json:"steps,omitempty" jsonschema:"maxItems=64"`
	Older []string `json:"older,omitempty" jsonschema:"maxItems=64,description=Only with older pupils."`
}
