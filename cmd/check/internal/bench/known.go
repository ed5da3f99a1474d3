package bench

import "slices"

// Key names a measure.
type Key string

// The measures.
const (
	WasmRaw       Key = "wasm-raw"
	WasmGzip      Key = "wasm-gzip"
	WasmBrotli    Key = "wasm-brotli"
	WasmCut       Key = "wasm-brotli-cut"
	PlayBytes     Key = "play-bytes"
	VisitBytes    Key = "visit-bytes"
	TextBytes     Key = "text-bytes"
	ReturnBytes   Key = "return-bytes"
	FirstText     Key = "first-text"
	FirstTextPage Key = "first-text-page"
	FirstScreen   Key = "first-screen"
	FirstDrawn    Key = "first-drawn"
	FirstTextSlow Key = "first-text-slow"
	FirstScreen4x Key = "first-screen-slow"
	FirstPress    Key = "first-press"
	FirstPress4x  Key = "first-press-slow"
	FirstChoice   Key = "first-decision"
	FirstChoice4x Key = "first-decision-slow"
	FileBytes     Key = "one-file-bytes"
	FilePress     Key = "one-file-press"
	FileChoice    Key = "one-file-decision"
	RestCPU       Key = "rest-cpu"
	RestMain      Key = "rest-main"
	RestFrames    Key = "rest-frames"
	HiddenWakes   Key = "hidden-wakes"
	DesktopCPU    Key = "desktop-cpu"
	AnswerMedian  Key = "answer-median"
	AnswerP95     Key = "answer-p95"
	AnswerP95Slow Key = "answer-p95-slow"
	LongestTask   Key = "longest-task"
	IdleAllocs    Key = "idle-allocs"
	ScreenAllocs  Key = "screen-allocs"
	LongestLayout Key = "longest-layout"
	Memory        Key = "memory"
	MemoryGrowth  Key = "memory-growth"
	PageMemory    Key = "page-memory"
	ReplayRate    Key = "replay-rate"
	ReplayLinear  Key = "replay-linear"
	OpenLongSave  Key = "open-long-save"
	LiveVote      Key = "live-vote"
	LiveLecture   Key = "live-lecture"
	LiveMemory    Key = "live-memory"
	LiveCost      Key = "live-cost"
	LiveLinear    Key = "live-linear"
)

// known are the measures, in the order in which they are shown.
var known = []Measure{
	{Key: WasmRaw, What: "WebAssembly", Unit: Bytes},
	{Key: WasmGzip, What: "WebAssembly as gzip", Unit: Bytes},
	{Key: WasmBrotli, What: "WebAssembly as brotli", Unit: Bytes},
	{Key: WasmCut, What: "WebAssembly as brotli", Unit: Bytes},
	{Key: FirstText, What: "first readable text", Unit: Millis},
	{Key: FirstScreen, What: "first interactive screen", Unit: Millis},
	{Key: FirstDrawn, What: "first screen drawn by the program, not yet shown", Unit: Millis},
	{Key: FirstTextSlow, What: "first readable text, processor 4 times slower", Unit: Millis},
	{Key: FirstScreen4x, What: "first interactive screen, processor 4 times slower", Unit: Millis},
	{Key: FirstTextPage, What: "first readable text", Unit: Millis},
	{Key: FirstPress, What: "first answered press", Unit: Millis},
	{Key: FirstChoice, What: "first decision committed by a script", Unit: Millis},
	{Key: FirstPress4x, What: "first answered press, processor 4 times slower", Unit: Millis},
	{Key: FirstChoice4x, What: "first decision committed by a script, processor 4 times slower", Unit: Millis},
	{Key: FileBytes, What: "one file: bytes that come", Unit: Bytes},
	{Key: FilePress, What: "one file: first answered press", Unit: Millis},
	{Key: FileChoice, What: "one file: first decision committed by a script", Unit: Millis},
	{Key: PlayBytes, What: "bytes of a first visit that wants no picture", Unit: Bytes},
	{Key: VisitBytes, What: "bytes of a first visit", Unit: Bytes},
	{Key: ReturnBytes, What: "bytes of a second visit", Unit: Bytes},
	{Key: TextBytes, What: "bytes before the first readable text, over a slow link", Unit: Bytes},
	{Key: RestCPU, What: "at rest, all browser processes", Unit: Percent},
	{Key: RestMain, What: "at rest, main thread", Unit: Percent},
	{Key: RestFrames, What: "frames drawn at rest", Unit: Count},
	{Key: HiddenWakes, What: "frames and timers while hidden", Unit: Count},
	{Key: DesktopCPU, What: "at rest, desktop program", Unit: Percent},
	{Key: AnswerMedian, What: "input to change, median of a game's clicks", Unit: Millis},
	{Key: AnswerP95, What: "input to change, 95 of 100", Unit: Millis},
	{Key: LongestTask, What: "longest task of the page while playing", Unit: Millis},
	{Key: AnswerP95Slow, What: "input to change, 95 of 100, processor 4 times slower", Unit: Millis},
	{Key: Memory, What: "memory of the page's process after two games", Unit: Bytes},
	{Key: MemoryGrowth, What: "its growth from the second game to the last", Unit: Bytes},
	{Key: PageMemory, What: "memory of the page's process after two games that want no picture", Unit: Bytes},
	{Key: IdleAllocs, What: "allocations of an idle Update and Draw", Unit: Count},
	{Key: ScreenAllocs, What: "allocations of a change of screen", Unit: Count},
	{Key: LongestLayout, What: "layout of the longest screen at 200 %", Unit: Millis},
	{Key: ReplayRate, What: "replay of 100,000 messages", Unit: Rate},
	{Key: ReplayLinear, What: "time of a message, of 100,000 over of 10,000", Unit: Times},
	{Key: OpenLongSave, What: "opening a save of 100,000 messages", Unit: Millis},
	{Key: LiveVote, What: "vote to the teacher's tally, 99 of 100, 10,000 seats in 334 rooms", Unit: Millis},
	{Key: LiveLecture, What: "the same, 2,000 seats in one room", Unit: Millis},
	{Key: LiveMemory, What: "memory of a live server for each of 10,000 seats", Unit: Bytes},
	{Key: LiveCost, What: "processor time of a live server for each of 10,000 votes", Unit: Millis},
	{Key: LiveLinear, What: "processor time of 10,000 votes over that of 1,000", Unit: Times},
}

// place is where a measure stands among the known ones.
func place(key Key) int {
	return slices.IndexFunc(known, func(k Measure) bool { return k.Key == key })
}
