package bundle

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestAt: a page whose address is known says it, and names its picture whole; all
// other files stay as they were.
func TestAt(t *testing.T) {
	page := "<head>\n" + `<meta property="og:type" content="website">` + "\n" + `<meta property="og:image" content="share.0a1b2c3d4e5f.png">` + "\n</head>"
	site := []Asset{{Name: "boot.js", Path: "boot.1.js", Bytes: []byte("1")}, {Name: "index.html", Path: "index.html", Bytes: []byte(page)}}
	same, err := At(site, "")
	require.NoError(t, err)
	require.Equal(t, site, same)
	for address, here := range map[string]string{
		"https://school.example":                   "https://school.example/",
		"https://school.example/games/hard-cases":  "https://school.example/games/hard-cases/",
		"https://school.example/games/hard-cases/": "https://school.example/games/hard-cases/",
		"http://10.0.0.7:8080/":                    "http://10.0.0.7:8080/",
		"https://école.example/jeux/":              "https://%C3%A9cole.example/jeux/",
		`https://a.example/"><script>/`:            "https://a.example/%22%3E%3Cscript%3E/",
	} {
		var at Address
		require.NoError(t, at.UnmarshalText([]byte(address)), address)
		require.Equal(t, Address(here), at)
		placed, err := At(site, at)
		require.NoError(t, err, address)
		require.Equal(t, site[0], placed[0])
		got := string(placed[1].Bytes)
		for _, line := range []string{
			`<link rel="canonical" href="` + here + `">`,
			`<meta property="og:url" content="` + here + `">`,
			`<meta property="og:image" content="` + here + `share.0a1b2c3d4e5f.png">`,
		} {
			require.Equal(t, 1, strings.Count(got, line), "%s: %s", address, got)
		}
		require.NotContains(t, got, `content="share.`)
	}
	require.Equal(t, page, string(site[1].Bytes), "what it is given stays as it was")
	for _, bad := range []string{"", "school.example", "ftp://school.example/", "https://", "/games", "https://a.example/?x=1", "https://a.example/?", "https://a.example/#b", "https://a@b.example/", "https://a.example/index.html", "https://a b/", "://"} {
		var at Address
		require.ErrorContains(t, at.UnmarshalText([]byte(bad)), bad)
		require.Empty(t, at)
	}
	_, err = At(site[:1], "https://school.example/")
	require.ErrorContains(t, err, "index.html")
	site[1].Bytes = []byte("<head></head>")
	_, err = At(site, "https://school.example/")
	require.ErrorContains(t, err, "picture")
}
