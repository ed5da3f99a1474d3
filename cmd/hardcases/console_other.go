//go:build !windows

package main

// attachConsole does nothing: elsewhere a program has the terminal that it was
// started from.
func attachConsole() {}
