package bench

import "strings"

// Key is a measure: what is measured and, after a bar, in what unit.
type Key string

// The measures.
const (
	WasmRaw       Key = "WebAssembly|bytes"
	WasmGzip      Key = "WebAssembly as gzip|bytes"
	WasmBrotli    Key = "WebAssembly as brotli|bytes"
	WasmCut       Key = "WebAssembly as brotli, beside the floor with the same cuts|bytes"
	FirstText     Key = "first readable text|ms"
	FirstScreen   Key = "first interactive screen|ms"
	FirstTextSlow Key = "first readable text, processor 4 times slower|ms"
	FirstScreen4x Key = "first interactive screen, processor 4 times slower|ms"
	FirstTextPage Key = "first readable text, beside the page alone|ms"
	FirstPress    Key = "first answered press|ms"
	FirstChoice   Key = "first decision committed by a script|ms"
	FirstPress4x  Key = "first answered press, processor 4 times slower|ms"
	FirstChoice4x Key = "first decision committed by a script, processor 4 times slower|ms"
	FileBytes     Key = "one file: bytes that come|bytes"
	FilePress     Key = "one file: first answered press|ms"
	FileChoice    Key = "one file: first decision committed by a script|ms"
	PlayBytes     Key = "bytes of a first visit that wants no picture|bytes"
	VisitBytes    Key = "bytes of a first visit|bytes"
	ReturnBytes   Key = "bytes of a second visit|bytes"
	TextBytes     Key = "bytes before the first readable text, over a slow link|bytes"
	RestCPU       Key = "at rest, all browser processes|% of a core"
	MoveCPU       Key = "while the working model moves, all browser processes|% of a core"
	RestMain      Key = "at rest, main thread|% of a core"
	RestFrames    Key = "frames drawn at rest|count"
	HiddenWakes   Key = "frames and timers while hidden|count"
	DesktopCPU    Key = "at rest, desktop program|% of a core"
	AnswerMedian  Key = "input to change, median of a game's clicks|ms"
	AnswerP95     Key = "input to change, 95 of 100|ms"
	LongestTask   Key = "longest task of the page while playing|ms"
	AnswerP95Slow Key = "input to change, 95 of 100, processor 4 times slower|ms"
	Memory        Key = "memory of the page's process after two games|bytes"
	MemoryGrowth  Key = "its growth from the second game to the last|bytes"
	PageMemory    Key = "memory of the page's process after two games that want no picture|bytes"
	IdleAllocs    Key = "allocations of an idle Update and Draw|count"
	ScreenAllocs  Key = "allocations of a change of screen|count"
	LongestLayout Key = "layout of the longest screen at 200 %|ms"
	ReplayRate    Key = "replay of 100,000 messages|messages/s"
	ReplayLinear  Key = "time of a message, of 100,000 over of 10,000|times"
	OpenLongSave  Key = "opening a save of 100,000 messages|ms"
	LiveVote      Key = "vote to the teacher's tally, 99 of 100, 10,000 seats in 334 rooms|ms"
	LiveLecture   Key = "the same, 2,000 seats in one room|ms"
	LiveMemory    Key = "memory of a live server for each of 10,000 seats|bytes"
	LiveCost      Key = "processor time of a live server for each of 10,000 votes|ms"
	LiveLinear    Key = "processor time of 10,000 votes over that of 1,000|times"
)

// What says what is measured.
func (k Key) What() string {
	what, _, _ := strings.Cut(string(k), "|")
	return what
}

// Unit is what its figures count.
func (k Key) Unit() Unit {
	_, unit, _ := strings.Cut(string(k), "|")
	return Unit(unit)
}

// Unit is what a figure counts.
type Unit string

// The units.
const (
	Bytes   Unit = "bytes"
	Millis  Unit = "ms"
	Percent Unit = "% of a core"
	Count   Unit = "count"
	Rate    Unit = "messages/s"
	Times   Unit = "times"
)
