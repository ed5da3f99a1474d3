//go:build browser

package browser

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// countingLater counts what the page asks the browser to call later.
const countingLater = `window.later = 0;
	for (const name of ["setTimeout", "setInterval", "requestAnimationFrame"]) {
		const plain = window[name].bind(window);
		window[name] = (callback, ...rest) => plain((...args) => {
			window.later++;
			callback(...args);
		}, ...rest);
	}`

// TestAtRestNothingWakes guards that the timers of Go's runtime wait with the
// frames, which leans on how wasm_exec.js sets them, and that they go on after.
func TestAtRestNothingWakes(t *testing.T) {
	p := open(t, setup{moves: true, before: countingLater})
	p.visit(serveSite(t))
	p.playing()
	for range 2 {
		p.rests()
		calls := eval[int](p, `later`)
		require.Positive(t, calls)
		time.Sleep(3 * time.Second)
		require.Equal(t, calls, eval[int](p, `later`), "frames and timers while nothing happens")
		p.after(func() { p.press("\r") })
		p.until(`document.getElementById("screen").dataset.settled === "true"`)
		require.Greater(t, eval[int](p, `later`), calls)
	}
}
