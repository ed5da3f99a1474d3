package main

import (
	"strings"
	"syscall/js"
)

// aloud reads screens with the browser's own voices. Only voices of this
// device are used: others would send the text away.
type aloud struct {
	said string // the screen that was read last
}

// read says the pieces in a language; ok is false where this device has no
// voice for it.
func (a *aloud) read(screen, language string, pieces []string) (ok bool) {
	if a.said == screen {
		return true
	}
	a.said = screen
	synthesis := js.Global().Get("speechSynthesis")
	if !synthesis.Truthy() {
		return false
	}
	synthesis.Call("cancel")
	voice := localVoice(synthesis, language)
	if !voice.Truthy() {
		return false
	}
	for _, piece := range pieces {
		utterance := js.Global().Get("SpeechSynthesisUtterance").New(piece)
		utterance.Set("lang", language)
		utterance.Set("voice", voice)
		synthesis.Call("speak", utterance)
	}
	return true
}

// hush stops reading.
func (a *aloud) hush() {
	a.said = ""
	if synthesis := js.Global().Get("speechSynthesis"); synthesis.Truthy() {
		synthesis.Call("cancel")
	}
}

// localVoice finds a voice of this device for a language.
func localVoice(synthesis js.Value, language string) js.Value {
	voices := synthesis.Call("getVoices")
	for i := range voices.Get("length").Int() {
		v := voices.Index(i)
		spoken := strings.ToLower(strings.ReplaceAll(v.Get("lang").String(), "_", "-"))
		primary, _, _ := strings.Cut(spoken, "-")
		if v.Get("localService").Bool() && primary == language {
			return v
		}
	}
	return js.Null()
}
