package rules_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/rules"
)

// TestRepository applies every rule to this repository.
func TestRepository(t *testing.T) {
	summary, err := rules.Check(t.Context(), proc.Exec, "../../../..")
	assert.NoError(t, err)
	t.Log(summary)
}
