package part

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"hardcases/cmd/check/internal/plan"
	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tool"
)

// setUp fetches modules and installs what the parts need. While packages are
// unpacked the processor has little to do: meanwhile the tree is compiled.
func (e Env) setUp(parts []plan.Part) plan.Part {
	return plan.Part{
		Name: "set-up", About: "install what the parts need", Limit: 20 * time.Minute,
		Run: func(ctx context.Context, say func(string)) (string, error) {
			if _, err := e.each(ctx, say, []proc.Command{goes("mod", "download"), goes("-C", tools, "mod", "download"), goes("-C", tools+"/release", "mod", "download")}); err != nil {
				return "", err
			}
			compiled := make(chan struct{})
			go func() {
				defer close(compiled)
				_, _ = e.do(ctx, goes("build", tags, "./...")) // the parts say what is wrong with it
			}()
			defer func() { <-compiled }()
			if err := e.Machine.Install(ctx, needs(parts), say); err != nil {
				return "", fmt.Errorf("%w\nuntil then these parts will fail: %s", err, strings.Join(e.doomed(ctx, parts), ", "))
			}
			return "everything is there", errors.Join(e.fetch(ctx, say, axe), e.fetch(ctx, say, scorm), e.fetch(ctx, say, web))
		},
	}
}

// fetch brings what a folder's package.json names, at the versions and with the
// sums of its lock file.
func (e Env) fetch(ctx context.Context, say func(string), dir string) error {
	say("fetching what " + dir + " names")
	_, err := e.do(ctx, proc.Command{
		Args: []string{"npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"},
		Dir:  filepath.Join(e.Root, dir),
	})
	return err
}

// needs lists the tools of all parts.
func needs(parts []plan.Part) []tool.Tool {
	var all []tool.Tool
	for _, p := range parts {
		all = append(all, p.Needs...)
	}
	return all
}

// doomed names the parts that lack a tool.
func (e Env) doomed(ctx context.Context, parts []plan.Part) []string {
	var names []string
	for _, p := range parts {
		if len(e.Machine.Lacking(ctx, p.Needs)) > 0 {
			names = append(names, p.Name)
		}
	}
	return names
}
