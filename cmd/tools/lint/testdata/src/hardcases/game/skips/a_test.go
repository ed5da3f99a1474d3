package skips

import "testing"

func TestA(t *testing.T) {
	t.Skip("no browser") // want "a test never skips"
	t.Run("Skip", nil)
}

func FuzzA(f *testing.F) { f.SkipNow() } // want "a test never skips"

func help(t testing.TB) { t.Skipf("%d", 1) } // want "a test never skips"
