package live

import (
	"net/http"
	"strconv"
	"time"

	"hardcases/game/element"
	"hardcases/game/locale"
)

// checkPage says, in the teacher's browser, whether streams arrive there: some
// networks hold them back.
func (e *Edge) checkPage(w http.ResponseWriter, r *http.Request) {
	ctx := e.context(r, nil)
	say := ctx.Strings.Get
	result := element.Of("p", "", say("live.check-wait")).Set("role", "status").Set("id", "check").
		Set("data-good", say("live.check-good")).Set("data-held", say("live.check-held")).Set("data-none", say("live.check-none"))
	main := element.New("main", element.Of("h1", "title", say("live.check-title")), result, element.Of("h2", "", say("live.check-addresses")))
	list := element.New("ul")
	for _, at := range e.addresses {
		list.Add(element.Of("li", "", at))
	}
	main.Add(list, element.Of("p", "small", say("live.check-addresses-note")))
	e.alone(w, r, ctx, say("live.check-title"), main)
}

// checkEvents sends a few events, one by one.
func (e *Edge) checkEvents(w http.ResponseWriter, r *http.Request) {
	s := startStream(w)
	for i := range 4 {
		if !s.send("check", strconv.Itoa(i+1)) {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-time.After(500 * time.Millisecond):
		}
	}
}

// title is a page's title.
func title(s *locale.Strings, of string) string {
	return s.Get("bar.screen", locale.A("screen", of))
}
