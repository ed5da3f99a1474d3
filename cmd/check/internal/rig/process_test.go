package rig

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseStat(t *testing.T) {
	line := "42 (a (b) c) S 7 42 42 0 -1 4194560 1 2 3 4 150 50 10 5 20 0 9 0 1 2 3\n"
	s, err := parseStat(line)
	require.NoError(t, err)
	assert.Equal(t, stat{pid: 42, parent: 7, cpu: 2150 * time.Millisecond}, s)
	s, err = parseStat(strings.Replace(line, " S ", " Z ", 1))
	require.NoError(t, err)
	assert.True(t, s.ended)
	for _, bad := range []string{"", "42 a S 7", "x (a) S 7", "42 (a) S x 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "42 (a) S 7 1 1 1 1 1 1 1 1 1 x 1 1 1 1 1"} {
		_, err := parseStat(bad)
		assert.Error(t, err, bad)
	}
}

func TestBelow(t *testing.T) {
	list := []stat{{pid: 9, parent: 4}, {pid: 1}, {pid: 4, parent: 2}, {pid: 2, parent: 1}, {pid: 5, parent: 1}}
	var pids []int
	for _, s := range below(list, 2) {
		pids = append(pids, s.pid)
	}
	assert.ElementsMatch(t, []int{2, 4, 9}, pids)
}

func TestPrivateOf(t *testing.T) {
	n, err := privateOf("00400000-7ffe [rollup]\nRss: 900 kB\nShared_Clean: 800 kB\nPrivate_Clean: 4 kB\nPrivate_Dirty:   96 kB\nSwap: 0 kB\n")
	require.NoError(t, err)
	assert.EqualValues(t, 100<<10, n)
	_, err = privateOf("Rss: 900 kB\n")
	assert.Error(t, err)
	_, err = privateOf("Private_Clean: x kB\n")
	assert.Error(t, err)
}

// TestThisProcess reads the kernel's own files, where there are any.
func TestThisProcess(t *testing.T) {
	p := local()
	if _, err := os.Stat(p.root); err != nil {
		_, err := p.treeCPU(os.Getpid())
		assert.ErrorContains(t, err, "only Linux")
		return
	}
	for end := time.Now().Add(50 * time.Millisecond); time.Now().Before(end); {
	}
	cpu, err := p.treeCPU(os.Getpid())
	require.NoError(t, err)
	assert.Positive(t, cpu)
	memory, err := p.private(os.Getpid())
	require.NoError(t, err)
	assert.Positive(t, memory)
	_, err = p.treeCPU(1 << 30)
	assert.ErrorContains(t, err, "has ended")
}
