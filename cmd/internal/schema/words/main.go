// Command words writes the words that the format of packs knows, as data for
// cmd/tools/schema, a module of its own:
//
//	go run ./cmd/internal/schema/words FILE
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"hardcases/cmd/internal/whole"
	"hardcases/game/pack"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "words: name the file to write")
		os.Exit(2)
	}
	b, err := json.MarshalIndent(known(), "", "  ")
	if err == nil {
		err = whole.Write(os.Args[1], append(b, '\n'), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "words:", err)
		os.Exit(1)
	}
}

// key is a key of a pack's YAML that takes one of a few words.
type key struct {
	Words []string `json:"words"`
	// About says what they mean, "" where the schema says it.
	About string `json:"about,omitempty"`
}

// known are the keys by the type that they belong to, as in Step.kind.
func known() map[string]key {
	return map[string]key{
		"Source.kind":       {Words: words(pack.SourceKinds())},
		"Source.confidence": {Words: words(pack.Confidences())},
		"Claim.says":        {Words: words(pack.Speakers())},
		"Claim.of":          {Words: words(pack.Tellings())},
		"Voice.side":        {Words: words(pack.Sides())},
		"Step.kind":         {Words: words(pack.StepKinds()), About: kinds()},
		"Step.caveats":      {Words: words(pack.Caveats())},
		"Option.match":      {Words: append(words(pack.Matches()), string(pack.NoMatch))},
		"Round.kind":        {Words: words(pack.RoundKinds())},
		"Round.shows":       {Words: words(pack.Showings())},
		"Round.basis":       {Words: words(pack.Bases())},
		"Verdict.judges":    {Words: words(pack.Judgments())},
	}
}

func words[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return out
}

// kinds says what each kind of step asks.
func kinds() string {
	var out []string
	for _, k := range pack.StepKinds() {
		out = append(out, string(k)+": "+k.Traits().Asks)
	}
	return strings.Join(out, " ")
}
