// Package lint holds the rules that a pack must keep beyond its format: that
// nothing is known before its day, that every fact says where it comes from,
// that options are fair, that texts are whole and well set in every language,
// and that nobody is harmed.
//
// The rules are a table of pure functions over a pack's content. They give
// paths, such as cases.y2017.steps.A1.date; who read the pack from files knows
// the lines.
package lint
