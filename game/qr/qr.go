// Package qr makes pictures of short texts for cameras to read.
package qr

import (
	"strings"

	"rsc.io/qr/coding"
)

// largest is the highest version in use: 57 modules a side hold 311 characters.
const largest coding.Version = 10

// The modules of a code.
const (
	Dark  = '#'
	Light = '.'
)

// Code gives the QR code of a text of digits, capital letters and hyphens: its
// rows from the top, each a string of as many modules as there are rows, without
// the empty zone around. A text that has no code gives none. It can be read with
// 15 % of it damaged.
func Code(text string) []string {
	words := coding.Alpha(text)
	if text == "" || words.Check() != nil {
		return nil
	}
	for v := coding.Version(coding.MinVersion); v <= largest; v++ {
		if words.Bits(v) > v.DataBytes(coding.M)*8 {
			continue
		}
		plan, err := coding.NewPlan(v, coding.M, 0)
		if err != nil {
			return nil
		}
		code, err := plan.Encode(words)
		if err != nil {
			return nil
		}
		return rows(code)
	}
	return nil
}

func rows(c *coding.Code) []string {
	var out []string
	for y := range c.Size {
		var row strings.Builder
		for x := range c.Size {
			if c.Black(x, y) {
				row.WriteByte(Dark)
			} else {
				row.WriteByte(Light)
			}
		}
		out = append(out, row.String())
	}
	return out
}
