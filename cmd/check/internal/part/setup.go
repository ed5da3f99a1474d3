package part

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"hardcases/cmd/check/internal/tool"
)

// setUp fetches modules and installs what the parts need. While packages are
// unpacked the processor has little to do: meanwhile the tree is compiled.
func (e Env) setUp(parts []Part) Part {
	var needs []tool.Tool
	for _, p := range parts {
		needs = append(needs, p.Needs...)
	}
	return Part{
		Name: "set-up", About: "install what the parts need", Limit: 20 * time.Minute, Lane: First,
		Run: func(ctx context.Context, say func(string)) (string, error) {
			if _, err := e.all(goes("mod", "download"), goes("-C", tools, "mod", "download"), goes("-C", releaser, "mod", "download"))(ctx, say); err != nil {
				return "", err
			}
			compiled := make(chan struct{})
			go func() {
				defer close(compiled)
				_, _ = e.do(ctx, goes("build", tags, "./...")) // the parts say what is wrong with it
			}()
			defer func() { <-compiled }()
			if err := e.Machine.Install(ctx, say, needs...); err != nil {
				return "", err
			}
			return "everything is there", errors.Join(e.fetch(ctx, say, axe), e.fetch(ctx, say, scorm), e.fetch(ctx, say, web))
		},
	}
}

// fetch brings what a folder's package.json names, at the versions and with the
// sums of its lock file.
func (e Env) fetch(ctx context.Context, say func(string), dir string) error {
	say("fetching what " + dir + " names")
	c := words("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
	c.Dir = filepath.Join(e.Root, dir)
	_, err := e.do(ctx, c)
	return err
}
