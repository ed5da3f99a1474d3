package terminal

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hardcases/game/view"
)

// leave is the word that leaves a question of the screen as it is.
const leave = "-"

// answers finds what several words on one line mean, such as "b due d 3": each word
// answers the first question after the one before it that it fits, in the order of
// the screen. A word fits a choice by its letter, by its key on a scale, or as the
// beginning of what the choice says, where no other choice of the question begins
// so. odd is the first word that fits nothing, and then nothing is meant.
func answers(root *view.Node, words []string) (chosen []*view.Node, odd string) {
	questions := questionsOf(root)
	for _, word := range words {
		found := false
		for len(questions) > 0 && !found {
			question := questions[0]
			questions = questions[1:]
			if word == leave {
				found = true
				continue
			}
			if n := fitting(question, word); n != nil {
				chosen, found = append(chosen, n), true
			}
		}
		if !found {
			return nil, word
		}
	}
	return chosen, ""
}

// questionsOf lists the groups of choices of a screen, in reading order.
func questionsOf(root *view.Node) []*view.Node {
	if m := view.Modal(root); m != nil {
		root = m
	}
	var groups []*view.Node
	view.Walk(root, func(n *view.Node, _ int) bool {
		if n.Role == view.RadioGroup {
			groups = append(groups, n)
		}
		return true
	})
	return groups
}

// fitting is the choice of a question that a word means, nil for none.
func fitting(question *view.Node, word string) *view.Node {
	var begun []*view.Node
	for i := range question.Children {
		n := &question.Children[i]
		switch {
		case n.Role != view.Radio || n.Disabled:
		case strings.EqualFold(word, n.Mark), strings.EqualFold(word, n.Text), question.Look == view.Scale && slices.Contains(n.Keys, word):
			return n
		case utf8.RuneCountInString(word) > 1 && strings.HasPrefix(strings.ToLower(n.Text), strings.ToLower(word)):
			begun = append(begun, n)
		}
	}
	if len(begun) == 1 {
		return begun[0]
	}
	return nil
}
