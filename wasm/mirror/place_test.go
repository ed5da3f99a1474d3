package mirror

import (
	"testing"

	"hardcases/game/markup"

	"github.com/stretchr/testify/require"
)

func TestLayoutIsRelativeToWhatIsAround(t *testing.T) {
	top := markup.Render(screen("decision-1"), nil)
	at := map[string]Rect{"main": {0, -100, 1000, 900}, "title": {20, -80, 400, 40}, "option-a": {20, 200, 300, 60}}
	styles := Layout(top, at)
	require.Equal(t, []Style{
		{"main", Rect{0, -100, 1000, 900}},
		{"decision-1/title", Rect{20, 20, 400, 40}},
		{"option-a", Rect{20, 300, 300, 60}},
	}, styles)
}
