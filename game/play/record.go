package play

// Record is the wire form of a Msg: its kind, and up to two words and a number.
type Record struct {
	Kind string `msg:"k"`
	A    string `msg:"a,omitempty"`
	B    string `msg:"b,omitempty"`
	N    int    `msg:"n,omitempty"`
}
