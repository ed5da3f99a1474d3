// Package live serves a class that votes from its own devices: the teacher's game
// on one side, the pupils' pages on the other, and a store between them that any
// number of servers can share.
//
// Nothing that says who somebody is comes in or stays: a seat is a random token
// that only its browser has, and the store knows its hash.
package live
