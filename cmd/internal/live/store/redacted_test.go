package store

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNoPasswordIsTold holds that what is said of addresses has nothing of who may use
// them.
func TestNoPasswordIsTold(t *testing.T) {
	for list, want := range map[string]string{
		"nats://one:4222": "nats://one:4222",
		"nats://class:secret@one:4222, nats://two:4222": "nats://…@one:4222,nats://two:4222",
		"nats://secret@one:4222":                        "nats://…@one:4222",
		"nats://class:secret%2Fb@one:4222":              "nats://…@one:4222",
	} {
		shown, err := redacted(list)
		require.NoError(t, err)
		require.Equal(t, want, shown)
	}
	for _, list := range []string{"nats://class:secret/b@one:4222", "nats://class:secret%b@one:4222", "nats://class:secret,b@one:4222"} {
		_, err := Connect(t.Context(), list, "")
		require.Error(t, err)
		require.NotContains(t, err.Error(), "secret")
	}
}
