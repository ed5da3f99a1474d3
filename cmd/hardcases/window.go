package main

import "errors"

// playWindow plays in a window.
func playWindow(gameFlags, system) error {
	return errors.New("the window is not built yet: play with hardcases play --terminal")
}
