package part

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"strings"
	"time"

	"hardcases/cmd/check/internal/plan"
)

// known is the list of vulnerabilities in Go modules, where the environment does
// not name another one for govulncheck.
const known = "https://vuln.go.dev"

// vulnerabilities looks for known ones in the modules of both programs, and in
// those of the standard library. Where the list cannot be reached it has found out
// nothing.
func (e Env) vulnerabilities(ctx context.Context, say func(string)) (string, error) {
	list := known
	if other := os.Getenv("GOVULNDB"); other != "" {
		list = other
	}
	if err := reach(ctx, list); err != nil {
		return "", plan.Unasked(fmt.Sprintf("the list of known vulnerabilities cannot be reached, so nobody has looked: %v", err))
	}
	return e.all(words("tool:govulncheck", "./cmd/hardcases"), js(words("tool:govulncheck"), "./wasm"))(ctx, say)
}

// reach fails where a list is on the network and does not answer.
func reach(ctx context.Context, list string) error {
	if !strings.HasPrefix(list, "http") {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, 15*time.Second)
	defer cancel()
	ask, err := http.NewRequestWithContext(ctx, http.MethodHead, list+"/index/db.json", nil)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(ask)
	if err != nil {
		return err
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", ask.URL, answer.Status)
	}
	return nil
}
