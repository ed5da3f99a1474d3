// Command lint holds the rules that a look at one package can tell: those of go vet
// and those of the house. go vet runs it in place of its own:
//
//	go vet -vettool="$(go -C cmd/tools tool -n lint)" ./...
package main

import (
	"go/ast"
	"log"
	"slices"
	"strings"

	"github.com/ashanbrown/forbidigo/v2/pkg/analyzer"
	"github.com/nishanths/exhaustive/passes/exhaustive"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
)

// ban is a name that must not be used, as regular expressions: the package that
// it is of, and the name with the word that stands before it.
type ban struct{ pkg, name, why string }

// inTests are banned from tests, inGame from the game: with a clock or a global
// source of random numbers, replaying a journal would not give the same game.
var (
	inTests = []ban{
		{`^testing$`, `\.Skip(f|Now)?$`, "a test never skips: it fails and says what is missing"},
	}
	inGame = []ban{
		{`^time$`, `^time\.(Now|Since|Until|After|AfterFunc|Tick|NewTicker|NewTimer|Sleep|Local|LoadLocation)$`, "the game reads no clock"},
		{`^math/rand(/v2)?$`, `^rand\.(Int|Uint|Float|Norm|Exp|N$|Perm|Shuffle|Seed|Read)`, "the game draws from a source of its own only"},
	}
)

// foreign are the types that are not ours, on which a switch may leave values
// out. A switch on any other type names every value, or says by a default what
// becomes of the rest.
var foreign = []string{`^github[.]com/`}

func main() { unitchecker.Main(slices.Concat(vet, analyzers())...) }

// analyzers are the rules of the house.
func analyzers() []*analysis.Analyzer {
	return []*analysis.Analyzer{
		complete(foreign),
		words,
		forbid("noskip", inTests, isTest),
		forbid("noclock", inGame, func(pass *analysis.Pass, file *ast.File) bool {
			return strings.HasPrefix(pass.Pkg.Path(), "hardcases/game/") && !isTest(pass, file)
		}),
	}
}

func isTest(pass *analysis.Pass, file *ast.File) bool {
	return strings.HasSuffix(pass.Fset.File(file.Pos()).Name(), "_test.go")
}

// complete is the analyzer that asks of switches to name every value of a type.
func complete(except []string) *analysis.Analyzer {
	a := exhaustive.Analyzer
	set(a, "d", "true")
	for _, t := range except {
		set(a, "typeignore", t)
	}
	return a
}

// set sets a flag of an analyzer. That it cannot is a fault of this program.
func set(a *analysis.Analyzer, flag, value string) {
	if err := a.Flags.Set(flag, value); err != nil {
		log.Fatal(err)
	}
}

// forbid is an analyzer that holds some files to bans.
func forbid(name string, bans []ban, applies func(*analysis.Pass, *ast.File) bool) *analysis.Analyzer {
	a := analyzer.NewAnalyzer()
	for _, flag := range []string{"analyze_types", "examples"} {
		set(a, flag, "true")
	}
	set(a, "permit", "false")
	for _, b := range bans {
		set(a, "p", "pkg: '"+b.pkg+"'\np: '"+b.name+"'\nmsg: '"+b.why+"'")
	}
	run := a.Run
	a.Name, a.Doc = name, bans[0].why
	a.Run = func(pass *analysis.Pass) (any, error) {
		some := *pass
		some.Files = nil
		for _, file := range pass.Files {
			if applies(pass, file) {
				some.Files = append(some.Files, file)
			}
		}
		return run(&some)
	}
	return a
}
