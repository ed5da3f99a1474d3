package rig

import (
	"cmp"
	"fmt"
	"strconv"

	"hardcases/proving/chromium"
)

// Answers are the times, in milliseconds, from the release of the button to the
// change of the page's elements, for every click of a whole game, and those of
// all tasks that kept the page busy for longer than 50 ms meanwhile.
type Answers struct {
	Clicks []float64 `json:"answers"`
	Long   []float64 `json:"long"`
}

// PlayByMouse plays everything by clicks on the picture, each after the answer
// to the one before it.
func (t *Tab) PlayByMouse() (Answers, error) {
	if _, err := eval[bool](t, "probe.listen() === undefined"); err != nil {
		return Answers{}, err
	}
	clicks := 0
	for {
		list, err := eval[[]string](t, "probe.next("+strconv.Itoa(clicks)+")")
		if err != nil {
			return Answers{}, err
		}
		if len(list) == 0 {
			return eval[Answers](t, "({answers: probe.answers, long: probe.long})")
		}
		for _, id := range list {
			clicks++
			if err := t.Hit(id); err != nil {
				return Answers{}, err
			}
			if _, err := eval[bool](t, "probe.untilAnswer("+strconv.Itoa(clicks)+")"); err != nil {
				return Answers{}, fmt.Errorf("clicking on %s: %w", id, err)
			}
		}
	}
}

// Hit brings a node into the part of the window that can be clicked, by the
// wheel, and clicks there on the picture.
func (t *Tab) Hit(node string) error {
	for range 60 {
		if _, err := eval[bool](t, "probe.settled()"); err != nil {
			return err
		}
		spot, err := eval[struct{ X, Y, By float64 }](t, "(({x, y, by}) => ({X: x, Y: y, By: by}))(probe.spot("+strconv.Quote(node)+"))")
		if err != nil {
			return err
		}
		if spot.By == 0 {
			return chromium.Click(t.ctx, spot.X, spot.Y)
		}
		if err := chromium.Wheel(t.ctx, spot.By); err != nil {
			return err
		}
	}
	return fmt.Errorf("%s cannot be brought into view", node)
}

// First are the milliseconds from the page's start to the first press that was
// answered, and to the first decision that was committed.
type First struct {
	Press    float64 `json:"press"`
	Decision float64 `json:"decision"`
}

// FirstDecision visits an address and decides the first step, as soon as the page lets a
// script do so.
func (t *Tab) FirstDecision(address string) (First, error) {
	if err := t.Visit(address); err != nil {
		return First{}, err
	}
	return eval[First](t, "probe.first()")
}

// spare has a page take the device for one with little memory, which wants no picture.
const spare = `Object.defineProperty(navigator, "deviceMemory", {value: 1})`

// VisitBare is Visit where the page wants no picture; one that knows of none such has
// its own.
func (t *Tab) VisitBare(address string) error {
	return cmp.Or(chromium.Before(t.ctx, spare), t.Visit(address))
}

// PlayThrough plays everything by clicks on the page's elements, and forgets
// it again.
func (t *Tab) PlayThrough() error {
	_, err := eval[int](t, "probe.play()")
	return err
}
