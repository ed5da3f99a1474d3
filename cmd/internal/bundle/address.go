package bundle

import (
	"fmt"
	"html"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"hardcases/cmd/internal/manifest"
)

// shared is where a page names the picture that others show beside a link to it.
var shared = regexp.MustCompile(`<meta property="og:image" content="([^"]*)">\n`)

// Address is where a site is to lie: that of its folder, with the slash at its end; ""
// where nobody knows.
type Address string

// UnmarshalText reads an address that somebody has typed. The error is for one that is
// none of a folder.
func (a *Address) UnmarshalText(text []byte) error {
	u, err := url.Parse(string(text))
	switch {
	case err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "":
		return fmt.Errorf("%q is no address of a web site: write it as https://school.example/hard-cases/", text)
	case u.User != nil || u.RawQuery != "" || u.ForceQuery || u.Fragment != "":
		return fmt.Errorf("%q is more than the address of a folder: leave out names, ? and #", text)
	case strings.HasSuffix(u.Path, ".html"):
		return fmt.Errorf("%q is the address of a page: write that of its folder, with / at the end", text)
	}
	u.Path, u.RawPath = strings.TrimSuffix(u.Path, "/")+"/", ""
	*a = Address(u.String())
	return nil
}

// At gives the files of a site that is to lie at an address: its page says so, and
// where its picture is, for those who show links and do not follow names within a
// site. Where the address is not known, all stays as it is.
func At(assets []Asset, address Address) ([]Asset, error) {
	if address == "" {
		return assets, nil
	}
	i := slices.IndexFunc(assets, func(a Asset) bool { return a.Path == manifest.First })
	if i < 0 {
		return nil, fmt.Errorf("the site has no %s", manifest.First)
	}
	at := shared.FindSubmatchIndex(assets[i].Bytes)
	if at == nil {
		return nil, fmt.Errorf("the site's %s names no picture for links to it", manifest.First)
	}
	page, here := string(assets[i].Bytes), html.EscapeString(string(address))
	placed := slices.Clone(assets)
	placed[i].Bytes = []byte(page[:at[0]] +
		`<link rel="canonical" href="` + here + `">` + "\n" +
		`<meta property="og:url" content="` + here + `">` + "\n" +
		`<meta property="og:image" content="` + here + page[at[2]:at[3]] + `">` + "\n" +
		page[at[1]:])
	return placed, nil
}
