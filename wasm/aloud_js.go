package main

import (
	"strings"
	"syscall/js"
	"time"
)

// aloud reads screens with the browser's own voices. Only voices of this
// device are used: others would send the text away.
type aloud struct {
	said string // the screen that was read last
	stop func() // waits no longer for voices, nil where nothing waits
}

// Browsers have no voices at first, and a moment later all of them. Not each says when.
const (
	voicesWithin = 5 * time.Second
	voicesLook   = 250 * time.Millisecond
)

// read says the pieces in a language, once there are voices; where this device has
// none for it, that is called which is to be done then.
func (a *aloud) read(screen, language string, pieces []string, mute func()) {
	if a.said == screen {
		return
	}
	a.hush()
	a.said = screen
	synthesis := js.Global().Get("speechSynthesis")
	if !synthesis.Truthy() {
		mute()
		return
	}
	var begin func(left time.Duration)
	begin = func(left time.Duration) {
		a.stop = nil
		voices := synthesis.Call("getVoices")
		if voices.Length() == 0 && left > 0 {
			a.stop = after(voicesLook, func() { begin(left - voicesLook) })
			return
		}
		voice := localVoice(voices, language)
		if !voice.Truthy() {
			mute()
			return
		}
		for _, piece := range pieces {
			utterance := js.Global().Get("SpeechSynthesisUtterance").New(piece)
			utterance.Set("lang", language)
			utterance.Set("voice", voice)
			synthesis.Call("speak", utterance)
		}
	}
	begin(voicesWithin)
}

// hush stops reading.
func (a *aloud) hush() {
	a.said = ""
	if a.stop != nil {
		a.stop()
		a.stop = nil
	}
	if synthesis := js.Global().Get("speechSynthesis"); synthesis.Truthy() {
		synthesis.Call("cancel")
	}
}

// localVoice finds a voice of this device for a language.
func localVoice(voices js.Value, language string) js.Value {
	for i := range voices.Length() {
		v := voices.Index(i)
		spoken := strings.ToLower(strings.ReplaceAll(v.Get("lang").String(), "_", "-"))
		primary, _, _ := strings.Cut(spoken, "-")
		if v.Get("localService").Bool() && primary == language {
			return v
		}
	}
	return js.Null()
}
