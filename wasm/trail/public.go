package trail

import "strings"

// Public is the address of a page for others, without its query, by the parts of its
// address as window.location has them; "" where others do not reach it, as on this
// computer alone, or in a file.
func Public(protocol, host, path string) string {
	name := host
	if i := strings.LastIndexByte(host, ':'); i > strings.LastIndexByte(host, ']') {
		name = host[:i]
	}
	here := name == "localhost" || strings.HasSuffix(name, ".localhost") || strings.HasPrefix(name, "127.") || name == "[::1]"
	if protocol != "https:" && protocol != "http:" || here || name == "" {
		return ""
	}
	return protocol + "//" + host + strings.TrimSuffix(path, "index.html")
}
