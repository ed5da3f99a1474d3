package part

import (
	"context"
	"strings"
)

// vulnerabilities looks for known ones in the modules of both programs, and in
// those of the standard library. Where the list cannot be reached it has found out
// nothing; what govulncheck finds, it says by status 3.
func (e Env) vulnerabilities(ctx context.Context, say func(string)) (string, error) {
	_, err := e.all(words("@govulncheck", "./cmd/hardcases"), js("@govulncheck", "./wasm"))(ctx, say)
	if err != nil && strings.Contains(err.Error(), "govulncheck: fetching vulnerabilities:") && !strings.Contains(err.Error(), "exit status 3") {
		return "", Unasked("the list of known vulnerabilities cannot be reached, so nobody has looked:\n" + err.Error())
	}
	return "", err
}
