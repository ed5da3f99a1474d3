// Package browser tests the game in a real Chromium. Its tests carry the build
// tag "browser", so that nobody needs Chromium who does not ask for it:
//
//	go test -tags browser ./cmd/internal/browser
package browser
