// Package play is the rules of the game: what the player can do (Msg), what is
// so at a moment (State), what comes of it (Update, Effect), and the journal of
// it all, which is the save, the undo history and the replay.
package play
