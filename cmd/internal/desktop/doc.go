// Package desktop tests the program in a window, as a guest of another process
// that presses its keys. Its tests carry the build tag "pictures", as they need
// a display:
//
//	xvfb-run -a go test -tags pictures ./cmd/internal/desktop
package desktop
