package locale_test

import (
	"testing"

	"hardcases/game/locale"

	"github.com/stretchr/testify/assert"
)

func TestRightToLeft(t *testing.T) {
	for tag, want := range map[string]bool{"ar": true, "ar-XB": true, "HE-il": true, "fr": false, "en-XA": false, "arn": false, "": false} {
		assert.Equal(t, want, locale.RightToLeft(tag), tag)
	}
}
