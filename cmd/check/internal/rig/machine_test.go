package rig

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMachineOf(t *testing.T) {
	cpu, gib, err := machineOf("processor\t: 0\nmodel name\t: Some CPU @ 2 GHz \nprocessor\t: 1\nmodel name\t: Some CPU @ 2 GHz\n", "MemTotal:       16000000 kB\n")
	require.NoError(t, err)
	assert.Equal(t, "Some CPU @ 2 GHz", cpu)
	assert.Equal(t, 16, gib)
	cpu, _, err = machineOf("processor : 0\n", "MemTotal: 1 kB\n")
	require.NoError(t, err)
	assert.Equal(t, runtime.GOARCH, cpu)
	_, _, err = machineOf("", "")
	assert.Error(t, err)
}
