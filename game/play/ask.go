package play

// Ask asks the host for something that changes nothing in the game: to hand
// something over, to take something in, or to put another game on the screen. It
// is what the player did and, as it is, what the host must do. It is in no
// journal.
type Ask struct {
	What Request
	// Of names what is asked for where there are several: a pack of the shelf by
	// its hash for OpenPack, and the name that a game is kept under for
	// BringBack.
	Of string
}

// Request is what a host can be asked for. Its values are in the wire form.
type Request string

// The requests. All that is handed over is made on the device.
const (
	ExportSave Request = "export"     // the game as a file
	ImportSave Request = "import"     // to go on with a game from a file
	TakeCard   Request = "card"       // the result as a picture
	TakePage   Request = "page"       // the screen as a printed page
	TakeText   Request = "paste"      // the result as text to paste
	OpenPack   Request = "pack"       // to go on with another pack of the shelf
	BringBack  Request = "bring-back" // to go on with a game that was put aside
	BeginAnew  Request = "begin-anew" // to put the player's game aside, and a new one for another player
	OpenAlone  Request = "alone"      // the game in a tab of its own
	TakeUpdate Request = "update"     // the newer version of the program that lies ready
	AskCodes   Request = "ask-codes"  // to paste or open the codes of those who played alone, which come back as Class{Act: class.Paste}
	TakeTable  Request = "take-table" // the class's figures as a table for a spreadsheet
	TakeRoad   Request = "take-road"  // the same as a picture
	TakeKit    Request = "take-kit"   // the papers of the chosen plan
	OpenRoom   Request = "open-room"  // a room for the class's own devices; an open one makes room for it
	LeadRoom   Request = "lead-room"  // to lead the room from here, which was led from elsewhere
	TakeLink   Request = "take-link"  // the address that leads the room, for another device
	EmptyRoom  Request = "empty-room" // all devices out of it, with what they sent
	CloseRoom  Request = "close-room" // the room and all that it keeps forgotten
)

func (Ask) effect()          {}
func (a Ask) record() Record { return Record{Kind: string(a.What), A: a.Of} }

// known says whether a request is one of those above.
func (r Request) known() bool {
	switch r {
	case ExportSave, ImportSave, TakeCard, TakePage, TakeText, OpenPack, BringBack, BeginAnew, OpenAlone, TakeUpdate,
		AskCodes, TakeTable, TakeRoad, TakeKit, OpenRoom, LeadRoom, TakeLink, EmptyRoom, CloseRoom:
		return true
	}
	return false
}
