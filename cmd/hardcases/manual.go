package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// papers are what a system keeps beside the program, by where Debian keeps it below
// /usr/share: the manual, and what shells complete its command line by. They follow
// from the command line itself.
func papers(v string) (map[string][]byte, error) {
	k, err := grammar(system{strings.NewReader(""), io.Discard, io.Discard}, func(int) {})
	if err != nil {
		return nil, err
	}
	all := places(k.Model.Node, "")
	return map[string][]byte{
		"man/man1/hardcases.1":                     []byte(manual(all, k.Model.Help, v)),
		"bash-completion/completions/hardcases":    []byte(bash(all)),
		"zsh/vendor-completions/_hardcases":        []byte(zsh(all)),
		"fish/vendor_completions.d/hardcases.fish": []byte(fish(all)),
	}, nil
}

// spot is a place on the command line: after the program's name, or a command's.
type spot struct {
	path string // the commands before it, each after a space
	node *kong.Node
	next []*kong.Node // the commands that can follow
}

// places are all of them, a command after the one that it belongs to.
func places(n *kong.Node, path string) []spot {
	s := spot{path: path, node: n}
	for _, c := range n.Children {
		if !c.Hidden {
			s.next = append(s.next, c)
		}
	}
	all := []spot{s}
	for _, c := range s.next {
		all = append(all, places(c, path+" "+c.Name)...)
	}
	return all
}

// flags are those that a place has of its own, and --help.
func (s spot) flags() []string {
	words := []string{"--help"}
	if s.path == "" {
		words = append(words, "--version")
	}
	for _, f := range s.node.Flags {
		if !f.Hidden && f.Name != "help" {
			words = append(words, "--"+f.Name)
		}
	}
	return words
}

// words are all that can stand at a place but names of files.
func (s spot) words() []string {
	var words []string
	for _, c := range s.next {
		words = append(words, c.Name)
	}
	return slices.Concat(words, s.flags())
}

// manual is the page of the manual, for man.
func manual(all []spot, about, v string) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH HARDCASES 1 \"\" \"Hard Cases %s\"\n.SH NAME\nhardcases \\- quiz about three decisions of an internet company\n.SH SYNOPSIS\n.B hardcases\n[COMMAND] [FLAGS]\n.SH DESCRIPTION\n%s\n.SH COMMANDS\n", roff(v), roff(about))
	for _, s := range all[1:] {
		if len(s.next) > 0 {
			continue
		}
		var args strings.Builder
		for _, a := range s.node.Positional {
			args.WriteString(" " + a.Summary())
		}
		fmt.Fprintf(&b, ".SS \"hardcases%s%s\"\n%s\n", roff(s.path), roff(args.String()), roff(s.node.Help))
		for _, f := range s.node.Flags {
			if !f.Hidden && f.Name != "help" {
				fmt.Fprintf(&b, ".TP\n.B %s\n%s\n", roff(f.String()), roff(kong.DefaultHelpValueFormatter(f.Value)))
			}
		}
		if s.node.Detail != "" {
			fmt.Fprintf(&b, ".PP\n.nf\n%s\n.fi\n", roff(s.node.Detail))
		}
	}
	b.WriteString(".SH FILES\nGames are kept in the user's folder for settings, or in the folder that HARDCASES_SAVES names.\n" +
		".SH EXIT STATUS\n0 for success, 1 for bad input or a failure, 2 for a wrong command line.\n")
	return b.String()
}

// roff writes a text as man reads it.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}

// follow is what finds the place of a command line in bash and zsh: before is the
// words before the one that is completed.
func follow(all []spot, before string) string {
	var known []string
	for _, s := range all[1:] {
		known = append(known, fmt.Sprintf("%q", s.path))
	}
	return fmt.Sprintf("  local at='' word\n  for word in %s; do\n    case \"$at $word\" in\n      %s) at=\"$at $word\" ;;\n    esac\n  done\n  case \"$at\" in\n", before, strings.Join(known, "|"))
}

func bash(all []spot) string {
	var b strings.Builder
	b.WriteString("# Completes hardcases in bash.\n_hardcases() {\n" + follow(all, `"${COMP_WORDS[@]:1:COMP_CWORD-1}"`))
	for _, s := range all {
		fmt.Fprintf(&b, "    %q) COMPREPLY=($(compgen -W %q -- \"$2\")) ;;\n", s.path, strings.Join(s.words(), " "))
	}
	b.WriteString("  esac\n}\ncomplete -o default -F _hardcases hardcases\n")
	return b.String()
}

func zsh(all []spot) string {
	var b strings.Builder
	b.WriteString("#compdef hardcases\n_hardcases() {\n" + follow(all, `${words[2,CURRENT-1]}`))
	for _, s := range all {
		fmt.Fprintf(&b, "    %q) compadd -- %s ;;\n", s.path, strings.Join(s.words(), " "))
	}
	b.WriteString("  esac\n  _files\n}\n_hardcases \"$@\"\n")
	return b.String()
}

func fish(all []spot) string {
	var b strings.Builder
	b.WriteString("# Completes hardcases in fish.\n")
	quoted := func(s string) string { return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(s) + "'" }
	for _, s := range all {
		when := "__fish_use_subcommand"
		if path := strings.Fields(s.path); len(path) > 0 {
			when = "__fish_seen_subcommand_from " + path[len(path)-1]
		}
		for _, c := range s.next {
			fmt.Fprintf(&b, "complete -c hardcases -n %s -a %s -d %s\n", quoted(when), c.Name, quoted(c.Help))
		}
		for _, f := range s.node.Flags {
			if !f.Hidden && f.Name != "help" {
				fmt.Fprintf(&b, "complete -c hardcases -n %s -l %s -d %s\n", quoted(when), f.Name, quoted(kong.DefaultHelpValueFormatter(f.Value)))
			}
		}
	}
	return b.String()
}
