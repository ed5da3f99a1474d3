package pack_test

import (
	"testing"

	"hardcases/game/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseMoment(t *testing.T) {
	tests := []struct {
		in   string
		want pack.Moment
	}{
		{"2017", pack.Moment{Year: 2017}},
		{"2017-08", pack.Moment{Year: 2017, Month: 8}},
		{"2017-08-16", pack.Moment{Year: 2017, Month: 8, Day: 16}},
		{"2017-08-16T00:00Z", pack.Moment{Year: 2017, Month: 8, Day: 16, Minute: 1}},
		{"2017-08-16T23:59Z", pack.Moment{Year: 2017, Month: 8, Day: 16, Minute: 1440}},
		{"2020-02-29", pack.Moment{Year: 2020, Month: 2, Day: 29}},
		{"0001", pack.Moment{Year: 1}},
	}
	for _, tt := range tests {
		got, err := pack.ParseMoment(tt.in)
		require.NoError(t, err, tt.in)
		assert.Equal(t, tt.want, got)
		assert.Equal(t, tt.in, got.String(), "must be written as it was read")
	}
	for _, bad := range []string{
		"", "17", "0000", "2017-13", "2017-02-29", "2017-08-32", "2017-8-1", "2017/08/16", "16-08-2017",
		"2017-08-16T24:00Z", "2017-08-16T10:00", "2017-08-16 10:00Z", "-017", "２０１７", "2017-08-16T10:00+01:00", "yesterday",
	} {
		_, err := pack.ParseMoment(bad)
		assert.ErrorContains(t, err, "is not a date", bad)
	}
}

func TestMomentOrder(t *testing.T) {
	tests := []struct {
		a, b         string
		known        bool // a is known by b
		surelyBefore bool // a is over before b begins
		days         int  // from b to a
	}{
		{"2017-08-15", "2017-08-16", true, true, -1},
		{"2017-08-16", "2017-08-16", true, false, 0},
		{"2017-08-17", "2017-08-16", false, false, 1},
		// The minutes decide between two things of one day.
		{"2022-09-03T22:17Z", "2022-09-03T22:17Z", true, false, 0},
		{"2022-09-03T22:18Z", "2022-09-03T22:17Z", false, false, 0},
		{"2022-09-03T22:16Z", "2022-09-03T22:17Z", true, true, 0},
		// A day is known by any minute of it, and a minute by its whole day.
		{"2022-09-03", "2022-09-03T00:00Z", true, false, 0},
		{"2022-09-03T23:59Z", "2022-09-03", true, false, 0},
		{"2022-09-03T23:59Z", "2022-09-04", true, true, -1},
		// A month or a year is known from its beginning.
		{"2017-08", "2017-08-01", true, false, 0},
		{"2017-08", "2017-07-31", false, false, 1},
		{"2017", "2017-08-01", true, false, -212},
		{"2016", "2017-01-01", true, true, -366},
		{"2020-03-01", "2020-02-28", false, false, 2}, // a leap year
	}
	for _, tt := range tests {
		a, b := moment(t, tt.a), moment(t, tt.b)
		assert.Equal(t, tt.known, a.KnownBy(b), "%s known by %s", tt.a, tt.b)
		assert.Equal(t, tt.surelyBefore, a.SurelyBefore(b), "%s surely before %s", tt.a, tt.b)
		assert.Equal(t, tt.days, a.DaysAfter(b), "days from %s to %s", tt.b, tt.a)
	}
	assert.False(t, pack.Moment{}.SurelyBefore(moment(t, "2017")), "no date is before nothing")
}

func TestZeroMoment(t *testing.T) {
	assert.True(t, pack.Moment{}.IsZero())
	assert.Equal(t, "", pack.Moment{}.String())
	assert.False(t, moment(t, "2017").IsZero())
}

func TestMomentInMessagePack(t *testing.T) {
	for _, s := range []string{"", "2017", "2017-08", "2017-08-16", "2017-08-16T22:17Z"} {
		var want pack.Moment
		if s != "" {
			want = moment(t, s)
		}
		b, err := want.MarshalMsg(nil)
		require.NoError(t, err)
		assert.LessOrEqual(t, len(b), want.Msgsize())
		var got pack.Moment
		rest, err := got.UnmarshalMsg(b)
		require.NoError(t, err)
		assert.Empty(t, rest)
		assert.Equal(t, want, got)
	}
	for name, b := range map[string][]byte{
		"nothing":  {},
		"a number": {0x07},
		"no date":  append([]byte{0xa4}, "20x7"...),
		"too long": append([]byte{0xbf}, "2017-08-16T22:17Z and then some."[:31]...),
	} {
		var got pack.Moment
		_, err := got.UnmarshalMsg(b)
		assert.Error(t, err, name)
		assert.True(t, got.IsZero(), name)
	}
}

func moment(t *testing.T, s string) pack.Moment {
	t.Helper()
	m, err := pack.ParseMoment(s)
	require.NoError(t, err)
	return m
}
