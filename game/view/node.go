// Package view turns a state into a screen, as data. Everything that shows a
// screen (the canvas, the page for assistive technology, the terminal) reads
// the same tree of nodes, so what one player sees another one hears.
package view

import (
	"hardcases/game/network"
	"hardcases/game/play"
)

// Node is one element of a screen.
//
// A node has either Text or Children or neither, never both. A paragraph whose
// children are all inline (Text, Strong, and buttons or links with the Term or
// Inline look) is set as one running text. A node with On can be activated.
type Node struct {
	// ID is unique on its screen and stays the same from one state of the
	// screen to the next, so that focus and scrolling can be kept.
	ID   string
	Role Role
	Look Look
	// Text is what the node says, in the language of the screen or in Lang.
	Text string
	// Short is Text in fewer characters, for where there is no room: of a Progress.
	Short string
	// Room is the texts that may come to stand here, as Text: their place is kept, so
	// that nothing moves when one does. Of a Gloss.
	Room []string
	// Name is the accessible name where it is not Text: of a group, a figure,
	// a dialog, or a control whose name says more than its text does.
	Name string
	// Mark is a short sign drawn before the content: an option's letter, a
	// fact's number, a consequence's "+ 3 days". It is part of the text. Of a Key it
	// stands alone where there is room for two columns: what it is of is in view there.
	Mark string
	// Lang is the BCP 47 language of Text where it is not the screen's.
	Lang string
	// Level is 1 to 6 for headings.
	Level int

	Checked  bool // a radio that is chosen
	Current  bool // the step or page where the player is
	Disabled bool // cannot be activated now
	// Expanded says of a button that unfolds something whether that is there now;
	// it comes after the button. "" for all others.
	Expanded Expansion

	// To is the ID of the node that activating this one also leads to, "" for
	// none: it comes into view and takes the focus, which in a radio group is on
	// its chosen or first radio.
	To string

	// On is what activating the node tells the game; nil for none.
	On play.Msg
	// Slide is what a slider can be moved to, nil for all others. On takes the place
	// where it is.
	Slide *Slide
	// Keys are shortcuts, each as one character, "Enter" or "Escape"; a capital
	// letter is that letter with Shift; on screens for a room also "ArrowUp", "ArrowDown", "PageUp"
	// and "PageDown", which then scroll no more.
	Keys []string

	// Typed is what single keys tell the game that no control stands for, such
	// as the digits of a count. Only the root has it; the screen says so in
	// words, and has controls that come to the same.
	Typed []Typed

	// After is the ID of the screen after which this one shows itself bit by bit,
	// where the player has nothing against movement: "" for never. Only the root
	// has it. The tree has the end at once.
	After string

	// Claims are the claims that a fact on the screen rests on.
	Claims []string

	Chart    *Chart
	Children []Node
}

// Slide is the places of a slider, which stand one above the other on a chart, or are
// those of a hand on a dial.
type Slide struct {
	Stops []play.Msg // what each tells the game, from the lowest
	Low   int        // how much the lowest stop counts
	By    int        // how much more each one counts
	Page  int        // how many stops a page key goes
	At    int        // the stop where it is, or where it begins
	Text  string     // in words where it is
	// Turn is how many stops take a hand once around its dial, clockwise; 0 where there
	// is none. Hand is where it points, in turns from the top.
	Turn int
	Hand float64
}

// Expansion says whether what a button unfolds is on the screen.
type Expansion string

// The expansions.
const (
	Folded   Expansion = "folded"
	Unfolded Expansion = "unfolded"
)

// Typed is one key, as in Node.Keys, and what it tells the game.
type Typed struct {
	Key string
	On  play.Msg
}

// Role says what a node is, with the names of WAI-ARIA 1.2 (and "text" and
// "strong" for inline text). https://www.w3.org/TR/wai-aria-1.2/#role_definitions
type Role string

// The roles in use.
const (
	Document   Role = "document" // the root; Name is the screen's title
	Banner     Role = "banner"
	Main       Role = "main"
	Navigation Role = "navigation"
	Region     Role = "region" // has a Name
	Group      Role = "group"
	Generic    Role = "generic" // a box for layout, nothing to say
	Heading    Role = "heading"
	Paragraph  Role = "paragraph"
	TextRole   Role = "text"
	Strong     Role = "strong"
	List       Role = "list"
	ListItem   Role = "listitem"
	RadioGroup Role = "radiogroup" // has a Name or is labelled by its first child, a heading
	Radio      Role = "radio"
	Slider     Role = "slider" // has a Name; Slide is set, and Checked once a place was chosen
	Button     Role = "button"
	Link       Role = "link"
	Figure     Role = "figure" // Chart is set; Name is its title, Text its summary in words
	Table      Role = "table"
	Row        Role = "row"
	RowHeader  Role = "rowheader"
	ColHeader  Role = "columnheader"
	Cell       Role = "cell"
	Status     Role = "status" // announced politely when its text changes
	Progress   Role = "progressbar"
	Dialog     Role = "dialog" // the last child of the root; all else is inert while it is there
	Separator  Role = "separator"
)

// Look says how a node is shown: its meaning for the eye, not its measures.
// The renderers own the measures.
type Look string

// The looks. An empty one follows from the role.
const (
	// Boxes.
	Projector Look = "projector" // the root of a screen for a whole room: no text under 28 px at 1366 × 768, and larger in larger windows
	// ProjectorDense is the same with more on one screen: no text under 19 px at 1280 × 720.
	ProjectorDense Look = "projector-dense"

	Bar         Look = "bar"          // header: brand, progress, actions in one line
	Page        Look = "page"         // the main column
	NarrowWide  Look = "narrow-wide"  // two columns 5 : 7 from 900 px, else stacked
	WideNarrow  Look = "wide-narrow"  // two columns 7 : 5
	FirstFits   Look = "first-fits"   // two columns, the first as wide as it has to be to end in the window: from 5 : 7 to 13 : 11
	PictureSide Look = "picture-side" // two columns 13 : 6, for a picture with its controls
	Halves      Look = "halves"       // two columns 1 : 1
	Thirds      Look = "thirds"       // three columns; four things stand in four
	Hero        Look = "hero"         // a panel with a picture, its second child: at the end where there is room, and all else before it
	Stack       Look = "stack"        // children one below the other
	Form        Look = "form"         // the same, close together: questions that belong to each other
	Flow        Look = "flow"         // children side by side, wrapping: buttons, chips
	Card        Look = "card"         // a panel
	CardButton  Look = "card-button"  // a panel that can be activated as a whole
	Marked      Look = "marked"       // a panel ringed in the player's colour
	Dock        Look = "dock"         // main actions: docked to the bottom edge when the page scrolls
	WideDock    Look = "wide-dock"    // the same where there is room for two columns, else a Flow
	Sheet       Look = "sheet"        // a panel over the screen
	Fact        Look = "fact"         // Mark left, content right, a line above all but the first
	ScoreRow    Look = "score-row"    // a table row: words left, value right
	Foot        Look = "foot"         // the end of a page: its first child, then what that unfolds, then the dock, beside the first where there is room and nothing is unfolded
	TitleRow    Look = "title-row"    // a title, and what goes with it at the end of its line, or below where there is no room
	Cells       Look = "cells"        // a table whose rows are cells of one panel: each says what it is, a value, and a line on it
	Facts       Look = "facts"        // list of Fact
	Options     Look = "options"      // radiogroup of Option
	Chips       Look = "chips"        // radiogroup of Chip
	Words       Look = "words"        // radiogroup of Word in the sentence that they stand in, then of Option
	Letters     Look = "letters"      // radiogroup of Key: a row of equal keys, or where they have words, one below the other
	Scale       Look = "scale"        // radiogroup of Stop, along a line; its arrow keys stop at the ends. After the stops: the chosen one's words (where one is), then those of both ends
	Beside      Look = "beside"       // two children side by side where there is room, else one below the other
	Switch      Look = "switch"       // radiogroup of Chip whose first child, a heading, stands before them in one line
	Layers      Look = "layers"       // list of Layer, the stack of who can do what
	Data        Look = "data"         // a full data table
	HiddenTable Look = "hidden-table" // a chart's data: for the page and terminal; drawn only when shown on its own

	// Text.
	Display  Look = "display" // 52 px headline of the home screen
	Title    Look = "title"   // h1
	Subtitle Look = "subtitle"
	Label    Look = "label"   // 15 px bold heading
	Lead     Look = "lead"    // 20 px
	Body     Look = "body"    // 18 px
	Muted    Look = "muted"   // 16 px, muted
	Small    Look = "small"   // 15 px, muted: never smaller
	Gloss    Look = "gloss"   // the same, in a Form: beside its heading or in its place, where that takes less room
	Value    Look = "value"   // a figure, bold
	Caveat   Look = "caveat"  // a warning about a source: panel with a rule at its side
	Unknown  Look = "unknown" // what nobody knew yet: a dashed box
	Cite     Look = "cite"    // the last of a Fact: who says so, at the end of its line; in a narrow window the row leads where it does
	Quote    Look = "quote"   // an extract in the headline face
	Yours    Look = "yours"   // the player's colour, with the circle before it
	Theirs   Look = "theirs"  // history's colour, with the diamond before it
	Brand    Look = "brand"   // the name of the game
	Unseen   Look = "unseen"  // read out, not drawn (a status, a skip link)
	Weighty  Look = "weighty" // a sentence that is not to be passed over, in the headline face
	Dots     Look = "dots"    // dots and words
	// Parts of a headline, in the player's colour and in history's.
	YourWords  Look = "your-words"
	TheirWords Look = "their-words"

	// Controls.
	Option    Look = "option" // Mark in a box, Strong and Muted children
	Chip      Look = "chip"
	Key       Look = "key"       // one of Letters, in history's colour
	Word      Look = "word"      // words of a sentence that can be pointed at, and below them what they mean
	Stop      Look = "stop"      // one place of a Scale, which only its Name says in words
	Aside     Look = "aside"     // an action that is seldom wanted: underlined words by themselves, never docked
	Primary   Look = "primary"   // the main action
	Secondary Look = "secondary" // another action
	Quiet     Look = "quiet"     // an action in the header
	Fold      Look = "fold"      // unfolds something: what it is, and how much of it
	Inline    Look = "inline"    // underlined, in running text
	Term      Look = "term"      // a glossary word, dotted underline
	Tally     Look = "tally"     // one option of a vote: Mark, words, and a bar with its count (Chart is Bars with one point)
	Layer     Look = "layer"     // one layer of the stack: two texts, left and right; Current marks the player
)

// Chart is a picture with its data. Renderers that draw it use Points and
// Ticks; the same figures stand in Table for those that do not.
type Chart struct {
	Kind   ChartKind
	Series []Series
	// XTicks and YTicks name places on the axes, 0 to 100; those without a name are
	// ticks alone. Breaks are the places where an axis of time is cut short.
	XTicks, YTicks []Tick
	Breaks         []float64
	// XName and YName name the axes, where they need a name.
	XName, YName string
	// Picture is that of the working model, nil in other charts.
	Picture *Picture
	// Modules are the rows of a QR code, as package qr has them.
	Modules []string
	// Rungs are the rows of a chart of that kind, or of splits, one for each row of
	// Table after the first.
	Rungs []Rung
	// Lanes are the rows of a chart of that kind, and Key explains their stands.
	Lanes []Lane
	Key   []LaneKey
	// Table is the data as rows of text; the first row holds the headings.
	Table [][]string
}

// Lane is one row over time: a layer, or what visitors met.
type Lane struct {
	Name   string
	Pieces []LanePiece
	// Yours is the end that the player drew, which stands beside the lane's, Open while
	// that is to be drawn; "" for none. Choices is the ID of the figure's child by
	// which it is drawn, "" for none.
	Yours   LaneStand
	Choices string
}

// LanePiece is how a lane stands from one place of the axis of time to another, 0 to
// 100.
type LanePiece struct {
	From, To float64
	Stand    LaneStand
}

// LaneStand is how a lane stands.
type LaneStand string

// The stands. What is unknown is never drawn as nothing.
const (
	Serves  LaneStand = "serves"  // somebody serves
	Reached LaneStand = "reached" // visitors get there
	OnOff   LaneStand = "on-off"  // on and off, or not for all
	Empty   LaneStand = "empty"   // withdrawn, blocked or down
	Hatched LaneStand = "hatched" // unknown
	Open    LaneStand = "open"    // for the player to guess
	AStep   LaneStand = "a-step"  // in a key: a step that somebody took
	YourEnd LaneStand = "yours"   // in a key: an end that the player drew
)

// LaneKey says what a stand means.
type LaneKey struct {
	Stand LaneStand
	Text  string
}

// Rung is one step on the rungs of a case.
type Rung struct {
	// Time is when it was on the axis of time, 0 to 100.
	Time float64
	// Own says that its places are on a scale of its own, which is drawn dotted.
	Own bool
	// Closed says that the player has not come to it, so that nothing is shown.
	Closed bool
}

// ChartKind says which picture a chart is.
type ChartKind string

// The kinds of chart.
const (
	// Ladder is one axis from keep serving to cut off. Its points are the
	// options, each with its letter and name; where the player and history chose
	// the same, both series have the same point.
	Ladder      ChartKind = "ladder"
	Road        ChartKind = "road"        // places on the ladder over the steps
	Calibration ChartKind = "calibration" // said against happened
	// Rungs is the steps of a case, one below the other: when each was, on an axis
	// of time (Breaks are where that is cut short), the places that the player and
	// history chose (Y of a point is the row, from 0), and what Table says: step,
	// date, the player's choice, history's, the bet. XName names the axis of time,
	// XTicks the ends of the rungs.
	Rungs ChartKind = "rungs"
	// Splits is how a class split at each step, one below the other: the options on
	// the ladder, each with its letter as Mark, in the series of the player with a dot
	// for each of Weight and their count as Label, in that of others with what to say
	// of those (Y of a point is the row, from 0). Rungs are the rows; Table says which
	// step it is and when it was. XTicks are the ends of the ladder.
	Splits ChartKind = "splits"
	// Strip is the layers between a visitor and a page, side by side: one point
	// each, with its id as Mark and its name as Label. The player's is in the
	// series of the player; Weight 1 marks where the player was before.
	Strip ChartKind = "strip"
	// Days is the time after something: its own point in the series of what
	// happened, what followed in that of others, of which the first point comes
	// first, Weight days later. XTicks are days.
	Days ChartKind = "days"
	// Clocks is one dial for each series, of the player where its hand can be turned: X
	// the hour (0 to 23) and Y the minute of its one point, Label the time in words, Mark
	// the day or a word in its place, Name the place of the clock.
	Clocks ChartKind = "clocks"
	Bars   ChartKind = "bars" // counts: X the value, Label the words
	// LaneChart is Lanes over time: XTicks are the days of changes, Breaks are where the
	// axis is cut short, and the series of what happened has steps that somebody took
	// (Y is the lane, from 0).
	LaneChart ChartKind = "lanes"
	// Drawing is how much there is of something over time, drawn by the player: the
	// series of others is what there was (two points) and, where nothing is drawn yet,
	// where the drawing begins; the player's goes to its one point, and what happened
	// is a level at its. XTicks are the line after which it is drawn and the end,
	// YTicks levels, YName says what it is of.
	Drawing ChartKind = "drawing"
	// Network is the working model: Picture says how it stands.
	Network ChartKind = "network"
	// QR is Modules, which say to a camera the text of the only cell of Table's
	// second row.
	QR ChartKind = "qr"
	// Dots is the row of dots in the header (a Progress node with the Dots
	// look): one point a step, Weight 0 to come, 1 done, 2 the current one.
	// The words ("Decision 4 of 8") are the node's Text.
	DotRow ChartKind = "dots"
)

// Picture is how the working model stands, for a picture of it.
type Picture struct {
	Setting network.Setting
	Report  network.Report
	// Seat is the layer that is the player's, "" where it is none of the picture's.
	Seat string
	// Words are the labels of the picture.
	Words PictureWords
	// Line is the whole of it in one line, for where nothing can be drawn.
	Line string
}

// PictureWords are the labels of the picture of the working model, each short; those
// of what is not as usual, such as a shield that was lifted, say so.
type PictureWords struct {
	Visitors, Name, Sign, ShortSign, Carriers, Shield, ShortShield, Gone, Address, ShortAddress, Host, Keeps, Archive, Copies, Flood, ShortFlood string
	// Key explains the marks: a request, a page, who has it and who waits, the
	// flood, the player's seat.
	Key [5]string
}

// Series is one line or set of points.
type Series struct {
	Kind   SeriesKind
	Name   string
	Points []Point
}

// SeriesKind gives a series its colour and shape, together: never colour alone.
type SeriesKind string

// The kinds of series.
const (
	You      SeriesKind = "you"      // filled circle, solid line
	Happened SeriesKind = "happened" // diamond, dashed line
	Others   SeriesKind = "others"   // small grey dots, no line
)

// Point is a place in a chart; X and Y run from 0 to 100. Label is drawn near
// it where there is room, after Mark, such as an option's letter. Weight is how
// many cases stand behind it (0: one).
type Point struct {
	X, Y   float64
	Mark   string
	Label  string
	Weight int
}

// Tick is a named place on an axis, 0 to 100.
type Tick struct {
	At    float64
	Label string
}
