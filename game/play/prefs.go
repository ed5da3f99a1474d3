package play

// Prefs are the player's choices of comfort. They are part of the state, so
// that a save brings them back.
type Prefs struct {
	Locale   string `msg:"locale"`    // BCP 47
	TextSize int    `msg:"text_size"` // percent, 100 to 200
	Theme    Theme  `msg:"theme"`
	Motion   Motion `msg:"motion"`
	Plain    bool   `msg:"plain"` // the page without the canvas
}
