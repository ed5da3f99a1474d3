package display

import (
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/check/internal/tool"
)

// TestMain lets the test program play the X server.
func TestMain(m *testing.M) {
	switch os.Getenv("DISPLAY_TEST") {
	case "":
		os.Exit(m.Run())
	case "server":
		os.NewFile(3, "displayfd").WriteString("7\n")
		time.Sleep(time.Minute)
	case "broken server":
		os.Stderr.WriteString("no screens found\n")
		os.Exit(1)
	}
}

func TestStart(t *testing.T) {
	m := tool.Machine{Find: func(string) (string, error) { return os.Args[0], nil }}
	t.Setenv("DISPLAY_TEST", "server")
	name, stop, err := Start(t.Context(), m)
	require.NoError(t, err)
	assert.Equal(t, ":7", name)
	start := time.Now()
	stop()
	assert.Less(t, time.Since(start), 10*time.Second, "stop ends the server")

	t.Setenv("DISPLAY_TEST", "broken server")
	_, _, err = Start(t.Context(), m)
	assert.ErrorContains(t, err, "did not start")
	assert.ErrorContains(t, err, "no screens found")
}
