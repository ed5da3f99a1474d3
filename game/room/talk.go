package room

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -file talk.go -o talk_gen.go

//msgp:limit arrays:4096 maps:64
//msgp:noduplicates

// What a teacher's game and the server of a room say to each other is MessagePack,
// which the game has anyway; programs of other people may speak JSON.

// Server says that a server has live classes, and by their hashes the packs that
// can be played there.
type Server struct {
	Live  int      `json:"live" msg:"live"` // version of what is said
	Packs []string `json:"packs" msg:"packs"`
}

// Opening asks for a room.
type Opening struct {
	Pack   string `json:"pack" msg:"pack"` // its hash
	Locale string `json:"locale" msg:"locale"`
	Most   int    `json:"most" msg:"most"` // seats; 0 for the usual
}

// Opened is a room that was opened, or whose lead was taken.
type Opened struct {
	Code  string `json:"code" msg:"code"`
	Token string `json:"token" msg:"token"` // the teacher's; "" where only the lead was taken
	Hold  int    `json:"hold" msg:"hold"`   // the number by which it is led
	// Address is where pupils type the code, without a scheme where it is http;
	// Camera is the address for their cameras, in capitals.
	Address string `json:"address" msg:"address"`
	Camera  string `json:"camera" msg:"camera"`
}

// Turn says where the lesson is.
type Turn struct {
	Case   string `json:"case" msg:"case"`
	Step   string `json:"step" msg:"step"`
	Phase  string `json:"phase" msg:"phase"`
	N      int    `json:"n" msg:"n"`   // the step is the Nth
	Of     int    `json:"of" msg:"of"` // of so many
	Gentle bool   `json:"gentle" msg:"gentle"`
	Locked bool   `json:"locked" msg:"locked"`
	Most   int    `json:"most" msg:"most"` // seats; 0 for as many as before
	// Hold is the number by which the game leads the room; one that is not the
	// last is refused, 0 for whoever has the token.
	Hold int `json:"hold" msg:"hold"`
}

// Figures is what the devices in a room have sent. Slices go by the step's
// options in the pack's order, and are nil where fewer than Least have answered.
type Figures struct {
	Case  string `json:"case" msg:"case"`
	Step  string `json:"step" msg:"step"`
	Phase string `json:"phase" msg:"phase"`
	In    int    `json:"in" msg:"in"`
	Sent  int    `json:"sent" msg:"sent"`
	Votes []int  `json:"votes" msg:"votes"`
	// SentBets is how many devices bet, and Guessed how many guessed; older servers
	// say neither, and have the slices whatever they are.
	SentBets int          `json:"sentbets" msg:"sentbets"`
	Bets     []int        `json:"bets" msg:"bets"`
	Sure     [][Stops]int `json:"sure" msg:"sure"`
	Reasons  []int        `json:"reasons" msg:"reasons"`
	// Guesses go by the options of the question to the working model that comes with
	// the step; older servers say nothing of it.
	Guessed int    `json:"guessed" msg:"guessed"`
	Guesses []int  `json:"guesses" msg:"guesses"`
	Locked  bool   `json:"locked" msg:"locked"`
	Hold    int    `json:"hold" msg:"hold"` // the number by which the room is led
	Tag     string `json:"tag" msg:"tag"`   // of these figures
	// At grows with whatever a server hears of the room: figures with a lower one are of a
	// server that is behind. 0 is of an older server, which does not say.
	At uint64 `json:"at" msg:"at"`
}
