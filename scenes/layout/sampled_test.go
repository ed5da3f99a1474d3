//go:build !whole

package layout_test

// whole says that every screen is tried in every way.
const whole = false
