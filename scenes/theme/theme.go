// Package theme holds the colours of the picture: which there are, and what
// they are in each theme. It draws nothing.
package theme

import (
	"fmt"
	"image/color"

	"hardcases/game/play"
)

// Token names a colour by its use, so that a layout is the same in every theme.
type Token uint8

// The tokens. None paints nothing.
const (
	None       Token = iota
	Paper            // behind everything
	Card             // panels and controls
	Ink              // text, the main action, the focus ring
	Muted            // secondary text, dots
	Line             // decoration only: card edges, rules between facts
	Edge             // what shows that something is a control, and chart axes
	You              // the player
	YouBack          // behind the player's choice
	Theirs           // what happened
	TheirsBack       // behind what happened
	Warn             // the rule beside a caveat
	Over             // behind a control under the pointer
	InkOver          // the main action under the pointer
	Scrim            // over the screen behind a sheet, half transparent
	Road             // the roads of the network
	Tide             // the flood, from its lightest layer
	TideMid          // to the next
	TideDeep         // to its deepest
	Sea              // the line of its waves
	Machine          // what makes it
	tokens
	// Black and White are the same in every theme: for cameras, not for eyes.
	Black Token = 254
	White Token = 255
)

// names are the tokens' names in style sheets.
var names = [tokens]string{
	Paper: "paper", Card: "card", Ink: "ink", Muted: "muted", Line: "line", Edge: "edge", You: "you", YouBack: "you-back",
	Theirs: "theirs", TheirsBack: "theirs-back", Warn: "warn", Over: "over", InkOver: "ink-over",
	Road: "road", Tide: "tide", TideMid: "tide-mid", TideDeep: "tide-deep", Sea: "sea", Machine: "machine",
}

// Name is the token's name in style sheets, "" for one that they do not have.
func (k Token) Name() string {
	if k < tokens {
		return names[k]
	}
	return ""
}

// Named is every token that style sheets have, in order.
func Named() []Token {
	var list []Token
	for k := range tokens {
		if names[k] != "" {
			list = append(list, k)
		}
	}
	return list
}

// Hex is what a token looks like, as style sheets write it.
func (t *Theme) Hex(k Token) string {
	c := t.Color(k)
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}

// Theme is one set of colours.
type Theme struct {
	// Name is the name by which a player chooses the theme.
	Name   play.Theme
	colors [tokens]color.RGBA
}

// Color is what a token looks like, premultiplied.
func (t *Theme) Color(k Token) color.RGBA {
	switch k {
	case Black:
		return rgb(0x000000)
	case White:
		return rgb(0xffffff)
	default:
		return t.colors[k]
	}
}

// Of finds the theme for a player's choice. dark says what the system prefers:
// Auto follows it, and so does Contrast, which exists on white and on black.
func Of(choice play.Theme, dark bool) *Theme {
	switch {
	case choice == play.Contrast && dark:
		return contrastDark()
	case choice == play.Contrast:
		return contrastLight()
	case choice == play.Dark, choice == play.Auto && dark:
		return darkTheme()
	default:
		return lightTheme()
	}
}

// All is every theme there is, for tests that look at each.
func All() []*Theme {
	return []*Theme{lightTheme(), darkTheme(), contrastLight(), contrastDark()}
}

func lightTheme() *Theme {
	return &Theme{Name: play.Light, colors: [tokens]color.RGBA{
		Paper: rgb(0xf6f2e9), Card: rgb(0xfffdf8), Ink: rgb(0x1a1f27), Muted: rgb(0x565e6b),
		Line: rgb(0xd8d0bf), Edge: rgb(0x8f8672),
		You: rgb(0x1f4fd8), YouBack: rgb(0xe8eefc), Theirs: rgb(0xa83a17), TheirsBack: rgb(0xfbeae3),
		Warn: rgb(0x8a5a00), Over: rgb(0xf1ebdd), InkOver: rgb(0x3a424e), Scrim: veil(0x1a1f27, 0x80),
		Road: rgb(0xece5d6), Tide: rgb(0xdfe2e4), TideMid: rgb(0xc3c9cf), TideDeep: rgb(0x9aa3af), Sea: rgb(0x565e6b), Machine: rgb(0x3f4855),
	}}
}

func darkTheme() *Theme {
	return &Theme{Name: play.Dark, colors: [tokens]color.RGBA{
		Paper: rgb(0x11151b), Card: rgb(0x1a212b), Ink: rgb(0xeef1f5), Muted: rgb(0xa9b2bf),
		Line: rgb(0x323c4a), Edge: rgb(0x6b7a90),
		You: rgb(0x8fb2ff), YouBack: rgb(0x1b2a4d), Theirs: rgb(0xff9f78), TheirsBack: rgb(0x3d2118),
		Warn: rgb(0xf0c05a), Over: rgb(0x222b37), InkOver: rgb(0xc9d1dc), Scrim: veil(0x000000, 0xa0),
		Road: rgb(0x2b323c), Tide: rgb(0x2a323d), TideMid: rgb(0x39434f), TideDeep: rgb(0x4b5663), Sea: rgb(0xa9b2bf), Machine: rgb(0xc9d1da),
	}}
}

func contrastLight() *Theme {
	return &Theme{Name: play.Contrast, colors: [tokens]color.RGBA{
		Paper: rgb(0xffffff), Card: rgb(0xffffff), Ink: rgb(0x000000), Muted: rgb(0x2b2f36),
		Line: rgb(0x000000), Edge: rgb(0x000000),
		You: rgb(0x0a3aa8), YouBack: rgb(0xe6eeff), Theirs: rgb(0x7d2400), TheirsBack: rgb(0xffece4),
		Warn: rgb(0x5c3b00), Over: rgb(0xf0f0f0), InkOver: rgb(0x2b2f36), Scrim: veil(0x000000, 0xa0),
		Road: rgb(0xf0f0f0), Tide: rgb(0xe4e6ea), TideMid: rgb(0xd2d6dc), TideDeep: rgb(0xbcc2cb), Sea: rgb(0x000000), Machine: rgb(0x000000),
	}}
}

func contrastDark() *Theme {
	return &Theme{Name: play.Contrast, colors: [tokens]color.RGBA{
		Paper: rgb(0x000000), Card: rgb(0x000000), Ink: rgb(0xffffff), Muted: rgb(0xe0e4ea),
		Line: rgb(0xffffff), Edge: rgb(0xffffff),
		You: rgb(0x9cc2ff), YouBack: rgb(0x001f5c), Theirs: rgb(0xffb08f), TheirsBack: rgb(0x4a1600),
		Warn: rgb(0xffd266), Over: rgb(0x262626), InkOver: rgb(0xd0d6de), Scrim: veil(0x000000, 0xc0),
		Road: rgb(0x262626), Tide: rgb(0x1e2126), TideMid: rgb(0x2c3138), TideDeep: rgb(0x3c434c), Sea: rgb(0xffffff), Machine: rgb(0xffffff),
	}}
}

func rgb(hex uint32) color.RGBA {
	return color.RGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// veil is a colour of the given opacity, premultiplied.
func veil(hex uint32, alpha uint32) color.RGBA {
	mul := func(v uint32) uint8 { return uint8((v & 0xff) * alpha / 0xff) }
	return color.RGBA{R: mul(hex >> 16), G: mul(hex >> 8), B: mul(hex), A: uint8(alpha)}
}
