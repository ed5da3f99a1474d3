package serve

import (
	"net"
	"net/http"
	"net/netip"
	"os"
	"strings"
)

// withHosts lets only those in who know this server by a name of its own: a page
// elsewhere whose name was made to lead here (DNS rebinding) could otherwise read
// what is served, such as a pack that nobody has published. addr is where the
// server listens, as it was asked for.
func withHosts(h http.Handler, addr string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !knows(addr, r.Host) {
			http.Error(w, "this server does not go by that name: start it with --addr "+
				"and the host's name or number to be reached by it", http.StatusMisdirectedRequest)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// knows says whether a server that listens at addr goes by the name in a Host
// header. Numbers cannot be made to lead elsewhere: one that listens everywhere
// goes by all of them. Who sends no Host is no browser.
func knows(addr, host string) bool {
	name, listens := hostOf(host), hostOf(addr)
	if name == "" || name == "localhost" || name == listens {
		return true
	}
	number, err := netip.ParseAddr(name)
	if err == nil && number.Unmap().IsLoopback() {
		return true
	}
	at, notNumber := netip.ParseAddr(listens)
	everywhere := listens == "" || notNumber == nil && at.Unmap().IsUnspecified()
	if !everywhere {
		return err == nil && notNumber == nil && number.Unmap() == at.Unmap()
	}
	if err == nil {
		return true
	}
	own, failed := os.Hostname()
	own = strings.ToLower(own)
	return failed == nil && (name == own || name == own+".local")
}

// hostOf is the host of host:port or of a host alone, in lower case, without the
// brackets of a number and the dot at a name's end.
func hostOf(s string) string {
	if host, _, err := net.SplitHostPort(s); err == nil {
		s = host
	}
	s = strings.TrimSuffix(strings.TrimPrefix(s, "["), "]")
	return strings.TrimSuffix(strings.ToLower(s), ".")
}
