// Package qr makes pictures of short texts for cameras to read.
package qr

import "rsc.io/qr/coding"

// Quiet is how many empty modules stand around a code: four, by ISO/IEC 18004,
// 7.3.8.
const Quiet = 4

// largest is the highest version in use: 57 modules a side hold 311 characters.
const largest coding.Version = 10

// Bar is a run of black modules in a row.
type Bar struct{ X, Y, W int }

// Code gives the black modules of the QR code of a text of digits, capital
// letters and hyphens, and how many modules a side has; 0 for a text that has
// no code. It can be read with 15 % of it damaged.
func Code(text string) (bars []Bar, side int) {
	words := coding.Alpha(text)
	if text == "" || words.Check() != nil {
		return nil, 0
	}
	for v := coding.Version(coding.MinVersion); v <= largest; v++ {
		if words.Bits(v) > v.DataBytes(coding.M)*8 {
			continue
		}
		plan, err := coding.NewPlan(v, coding.M, 0)
		if err != nil {
			return nil, 0
		}
		code, err := plan.Encode(words)
		if err != nil {
			return nil, 0
		}
		return rows(code), code.Size
	}
	return nil, 0
}

func rows(c *coding.Code) []Bar {
	var bars []Bar
	for y := range c.Size {
		for x := 0; x < c.Size; x++ {
			from := x
			for x < c.Size && c.Black(x, y) {
				x++
			}
			if x > from {
				bars = append(bars, Bar{X: from, Y: y, W: x - from})
			}
		}
	}
	return bars
}
