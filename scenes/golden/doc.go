// Package golden tests the game as it is on the desktop: it plays it in a
// hidden window by injected input, and compares what is painted with pictures.
// It needs a display, such as Xvfb, and so the build tag "pictures":
//
//	xvfb-run -a go test -tags pictures ./scenes/golden
//	xvfb-run -a go test -tags pictures ./scenes/golden -update
package golden
