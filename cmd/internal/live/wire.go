package live

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"

	"hardcases/cmd/internal/live/store"

	"github.com/tinylib/msgp/msgp"
)

// failed answers where a room cannot be changed so, or the store does not keep what it
// is given.
func (e *Edge) failed(w http.ResponseWriter, err error) {
	switch {
	case errors.Is(err, errNoLead):
		refuse(w, http.StatusConflict, err.Error())
		return
	case errors.Is(err, errNoRoom):
		refuse(w, http.StatusForbidden, noRoom)
		return
	case errors.Is(err, errNoStep), errors.Is(err, errNoPhase):
		refuse(w, http.StatusBadRequest, err.Error())
		return
	}
	w.Header().Set("Retry-After", "1")
	switch {
	case errors.Is(err, errLessons):
		refuse(w, http.StatusInsufficientStorage, err.Error())
	case errors.Is(err, store.ErrFull):
		refuse(w, http.StatusInsufficientStorage, "the server's disk has no room left for this")
	case errors.Is(err, store.ErrLong):
		refuse(w, http.StatusRequestEntityTooLarge, "this is too long to be kept")
	default:
		refuse(w, http.StatusServiceUnavailable, "this could not be kept just now: it will be tried again")
	}
}

// packed is what a teacher's game says that it sends and takes; other programs may
// have JSON in its place.
const packed = "application/msgpack"

// read reads what a teacher's game sent.
func read(w http.ResponseWriter, r *http.Request, into msgp.Unmarshaler) bool {
	var err error
	if r.Header.Get("Content-Type") == packed {
		var b []byte
		if b, err = io.ReadAll(r.Body); err == nil {
			_, err = into.UnmarshalMsg(b)
		}
	} else {
		d := json.NewDecoder(r.Body)
		d.DisallowUnknownFields()
		err = d.Decode(into)
	}
	if err != nil {
		refuse(w, http.StatusBadRequest, "what was sent cannot be read: "+strconv.Quote(err.Error()))
		return false
	}
	return true
}

// answer answers a teacher's game as it takes it.
func answer(w http.ResponseWriter, r *http.Request, status int, v msgp.Marshaler) {
	if r.Header.Get("Accept") != packed {
		inJSON(w, status, v)
		return
	}
	b, err := v.MarshalMsg(nil)
	write(w, status, packed, b, err)
}

func inJSON(w http.ResponseWriter, status int, v any) {
	b, err := json.Marshal(v)
	write(w, status, "application/json", b, err)
}

func write(w http.ResponseWriter, status int, kind string, b []byte, err error) {
	if err != nil {
		panic(err) // all that is answered can be said so
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	w.Write(b)
}

// refuse says in JSON why something was not done.
func refuse(w http.ResponseWriter, status int, why string) {
	inJSON(w, status, map[string]string{"why": why})
}
