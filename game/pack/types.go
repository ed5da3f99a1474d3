package pack

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -o types_gen.go

//msgp:limit arrays:16384 maps:64
//msgp:noduplicates
//msgp:ignore Error
//msgp:replace StepKind with:string

// Format is the newest pack format that this program reads and the one it
// writes. Open reads every older one too. In format 1 a pack was one file; in
// format 2 its languages may be files of their own; format 3 can hold the working
// model and what became of the sites.
const Format = 3

// Head is what can be known of a pack without opening any section.
type Head struct {
	Format  uint16     `msg:"format"`
	ID      string     `msg:"id"`
	Version string     `msg:"version"`
	Licence string     `msg:"licence"`
	Authors []string   `msg:"authors,limit=64"`
	Locales []string   `msg:"locales,limit=64"`
	Cases   []CaseHead `msg:"cases,limit=4096"`
	// Rounds counts the rounds of the source desk, CheckItems the items of one
	// set of the learning check; 0 where the pack has none.
	Rounds     int `msg:"rounds,omitempty"`
	CheckItems int `msg:"check_items,omitempty"`
	Plans      int `msg:"plans,omitempty"` // ways through the pack for a class
	// Model is the switch of the working model that the home screen offers: that of the
	// seat of the first case, where a question of that case has it, else the first that
	// its first question has; "" where it has none. Seat is the layer of that case.
	Model    string    `msg:"model,omitempty"`
	Seat     string    `msg:"seat,omitempty"`
	Sections []Section `msg:"sections,limit=65536"`
}

// CaseHead is what the home screen needs of a case.
type CaseHead struct {
	ID      string `msg:"id"`
	From    Moment `msg:"from"` // date of the first step
	Minutes int    `msg:"minutes"`
	// ShortMinutes and WholeMinutes are as in Case.
	ShortMinutes []int `msg:"short_minutes,limit=64,omitempty"`
	WholeMinutes []int `msg:"whole_minutes,limit=64,omitempty"`
	Steps        int   `msg:"steps"`
	// Short is the number of steps of the short way; 0 where the case has none.
	Short int  `msg:"short,omitempty"`
	Older bool `msg:"older,omitempty"` // for older pupils
	// Optional marks a case that the game offers and does not ask for.
	Optional bool `msg:"optional,omitempty"`
	// After are the cases whose ends this one gives away.
	After []string `msg:"after,limit=16,omitempty"`
}

// Section is the place of one section: what it holds, how long it is in bytes,
// and its SHA-256.
type Section struct {
	Kind   SectionKind `msg:"kind"`
	Case   int         `msg:"case"`   // index in Head.Cases, −1 where it does not apply
	Locale int         `msg:"locale"` // index in Head.Locales, −1 where it does not apply
	Size   int         `msg:"size"`
	Sum    []byte      `msg:"sum,limit=32"`
}

// SectionKind says what a section holds.
type SectionKind uint8

// The kinds of section.
const (
	LibrarySection     SectionKind = iota // Library
	CaseSection                           // Case
	ShelfTextSection                      // Table: the pack's and cases' titles
	LibraryTextSection                    // Table: claims, principles, layers, glossary
	CaseTextSection                       // Table: all else of one case
	DeskSection                           // Desk
	DeskTextSection                       // Table: the desk and the checks
)

// Library holds what the cases share.
type Library struct {
	Sources    []Source `msg:"sources,limit=16384"`
	Claims     []Claim  `msg:"claims,limit=16384"`
	Principles []string `msg:"principles,limit=64"`
	Layers     []string `msg:"layers,limit=64"`
	Actors     []string `msg:"actors,limit=256"`
	Glossary   []string `msg:"glossary,limit=1024"`
	// Across is the claims that the comparison of all cases rests on.
	Across []string `msg:"across,limit=64,omitempty"`
	// Questions are the ids of questions on all cases together.
	Questions []string `msg:"questions,limit=16,omitempty"`
	// Plans are the ways through the pack for a class.
	Plans []Plan `msg:"plans,limit=32,omitempty"`
	// Model is what the rules of the working model rest on.
	Model []Ground `msg:"model,limit=64,omitempty"`
}

// Source is where a claim was read.
type Source struct {
	ID         string     `msg:"id"`
	Title      string     `msg:"title"` // as published, never translated
	Publisher  string     `msg:"publisher"`
	Date       Moment     `msg:"date"` // zero: no date on the page
	Kind       SourceKind `msg:"kind"`
	Confidence Confidence `msg:"confidence"`
	// Address is for the teacher's sheet only: it is never on a player's
	// screen, and it is empty where the page must not be linked.
	Address string `msg:"address"`
}

// SourceKind says what sort of publication a source is.
type SourceKind string

// The kinds of source.
const (
	Press     SourceKind = "press"
	Company   SourceKind = "company" // a firm about itself
	Advocacy  SourceKind = "advocacy"
	Research  SourceKind = "research"
	Official  SourceKind = "official"
	Community SourceKind = "community"
	Law       SourceKind = "law"
	// Organisation is a body that is no firm, such as a registry, about itself.
	Organisation SourceKind = "organisation"
)

// Confidence says how close to the publisher's own page a source was read.
type Confidence string

// The grades of confidence, best first.
const (
	FromPublisher  Confidence = "publisher"
	FromRepository Confidence = "repository"
	FromCopy       Confidence = "copy"
	FromWeakCopy   Confidence = "weak"
	FromSeed       Confidence = "seed" // only in the article that the source desk reads
)

// Claim is one statement of fact with the day on which it became public.
type Claim struct {
	ID      string   `msg:"id"`
	Since   Moment   `msg:"since"`
	Says    string   `msg:"says"` // who says so: one of Speakers
	Sources []string `msg:"sources,limit=64"`
	Inside  *Inside  `msg:"inside,omitempty"`
	// Of says what a party tells, so that players learn what of it is in doubt;
	// empty where somebody else speaks, or where it is not told apart.
	Of Telling `msg:"of,omitempty"`
	// Stated says that a source gives the day in its text, so that Since may be
	// more exact than the dates of the sources.
	Stated bool `msg:"stated,omitempty"`
}

// Telling is what a party tells, of itself or as its own experience.
type Telling string

// The tellings.
const (
	Words  Telling = "words"  // what it said, which may be true or not
	Act    Telling = "act"    // what it did, known from itself alone
	Seen   Telling = "seen"   // what it did, and others saw it too
	Motive Telling = "motive" // why it acted: only itself can say
	Others Telling = "others" // what others did, governments or attackers, known from it alone
	// Works is how something works, which tells of no event: such a claim may have
	// no day, whoever speaks.
	Works Telling = "works"
)

// Inside marks a claim that one actor knew before it was public.
type Inside struct {
	Actor string `msg:"actor"`
	Since Moment `msg:"since"`
}

// Case is a story told in steps.
type Case struct {
	ID   string `msg:"id"`
	Seat string `msg:"seat"` // layer that the briefing marks as the player's
	// Minutes is how long the case takes in the slowest of its languages; in packs
	// of older programs, what the author said.
	Minutes int `msg:"minutes"`
	// ShortMinutes and WholeMinutes are how long its short way and all of it take,
	// as reckoned when the pack was built, in the order of Head.Locales; none in
	// packs of older programs. Where there is no short way both are the same.
	ShortMinutes []int  `msg:"short_minutes,limit=64,omitempty"`
	WholeMinutes []int  `msg:"whole_minutes,limit=64,omitempty"`
	Steps        []Step `msg:"steps,limit=16384"`
	Older        bool   `msg:"older,omitempty"` // for older pupils
	// Optional marks a case that the game offers and does not ask for: play
	// leads past it, and all is done without it.
	Optional bool `msg:"optional,omitempty"`
	// After are the cases whose ends this one gives away: whoever has not played
	// them is told before it begins.
	After []string `msg:"after,limit=16,omitempty"`
	// Key is the step that stands for the case where cases are compared.
	Key string `msg:"key,omitempty"`
	// Said is the claims on what was said of the decision then.
	Said   []string `msg:"said,limit=16,omitempty"`
	Voices []Voice  `msg:"voices,limit=64,omitempty"`
	// Open and Questions are the ids of what is still not known, and of
	// questions on the whole case.
	Open      []string `msg:"open,limit=16,omitempty"`
	Questions []string `msg:"questions,limit=16,omitempty"`
	// Tries are the questions of its briefing, to be tried in the working model.
	Tries []Try `msg:"tries,limit=8,omitempty"`
	// Became is what became of the site, nil where the pack does not tell.
	Became *Became `msg:"became,omitempty"`
}

// Voice is what a critic said of the case.
type Voice struct {
	ID     string   `msg:"id"`
	Side   Side     `msg:"side"`
	Claims []string `msg:"claims,limit=16"`
}

// Side says which way a critic pulls. Both sides get equal room.
type Side string

// The sides.
const (
	TooLate   Side = "late"  // it should have acted sooner, or done more
	TooFar    Side = "far"   // it should have done less
	OtherSide Side = "other" // another view, or no verdict
)

// Step is one question, with what was known when it was asked.
type Step struct {
	ID       string        `msg:"id"`
	Kind     StepKind      `msg:"kind"`
	Date     Moment        `msg:"date"`
	Actor    string        `msg:"actor"`
	Seat     string        `msg:"seat"`
	Known    []Fact        `msg:"known,limit=16"`
	Reasons  []string      `msg:"reasons,limit=16"` // principles on offer
	Options  []Option      `msg:"options,limit=8"`  // ascending by Ladder
	Happened string        `msg:"happened"`         // id of the option that happened
	Outcome  []string      `msg:"outcome,limit=64"` // claims
	Then     []Consequence `msg:"then,limit=32"`
	Sources  []string      `msg:"sources,limit=64"`
	Caveats  []string      `msg:"caveats,limit=8"`
	// Recap is the claims on which the text recap rests: what a class must know
	// from the steps before, where a lesson leaves them out.
	Recap []string `msg:"recap,limit=16,omitempty"`
	// Opening is the claims on which the texts opening rest: what a class must know
	// before a lesson that comes to the case with this step.
	Opening []string `msg:"opening,limit=16,omitempty"`
	// More says that the short way of the case leaves the step out: it is offered
	// afterwards.
	More bool `msg:"more,omitempty"`
	// Takes is the claims on which the texts takes rest: who the player is from
	// this step on, where that is another than before.
	Takes []string `msg:"takes,limit=16,omitempty"`
	// OwnScale says that the step's ladder has words of its own at its ends, so
	// that its places cannot be set beside those of other steps. Build sees it
	// from the text.
	OwnScale bool `msg:"own_scale,omitempty"`
	// Ordered says that the order of the options has a meaning of its own, such
	// as numbers that grow: then every player sees it. See InOrder.
	Ordered bool `msg:"ordered,omitempty"`
	// Draw says that an estimate is drawn, nil where it is chosen.
	Draw *Draw `msg:"draw,omitempty"`
}

// Fact is something known on the day, with the claims that it rests on.
type Fact struct {
	ID     string   `msg:"id"`
	Claims []string `msg:"claims,limit=16"`
	// Early are sources dated on the very day of the decision that were out
	// before it. Sources of earlier days need no naming.
	Early []string `msg:"early,limit=16,omitempty"`
}

// Option is one thing that the seat's holder could do.
type Option struct {
	ID     string `msg:"id"`
	Ladder int    `msg:"ladder"` // 0 nothing changes … 100 as far as one can go; for an estimate, the place on its scale
	Match  Match  `msg:"match"`
	// Does names the main elements of the option, such as service-ends. An
	// option that shares one with what happened is partly the same.
	Does   []string `msg:"does,limit=16,omitempty"`
	Serves []string `msg:"serves,limit=64"`
	Strain []string `msg:"strains,limit=64"`
}

// Match says how near an option is to what happened. It is not a mark of merit.
type Match string

// The grades of match.
const (
	Full    Match = "full"    // the same as what happened
	Partial Match = "partial" // shares a main element
	None    Match = "none"    // a different course
	// NoMatch is the match of options where no event answers: there is nothing to
	// match.
	NoMatch Match = "open"
)

// Consequence is something that followed, with its date.
type Consequence struct {
	ID     string   `msg:"id"`
	Date   Moment   `msg:"date"`
	Claims []string `msg:"claims,limit=16"`
}

// Table is text by key, sorted by key.
type Table struct {
	Entries []Entry `msg:"entries,limit=200000"`
}

// Entry is one piece of text.
type Entry struct {
	Key  string `msg:"k"`
	Text string `msg:"t"`
}
