//go:build whole

package layout_test

// whole says that every screen is tried in every way, which takes a minute. The
// check does; by itself go test leaves out what seldom fails where its
// neighbours do not.
const whole = true
