//go:build !release

package main

// carried is the web game that this program holds: none, it is built when it is
// wanted.
func carried() []byte { return nil }
