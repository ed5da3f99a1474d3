package desk

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// windowSize is the size that the window had when it was last closed, in device
// independent pixels.
type windowSize struct {
	Width  int `json:"width"`
	Height int `json:"height"`
}

// sizeFile is where the size is kept; "" where there is no place for it.
func sizeFile(saves string) string {
	if saves != "" {
		return filepath.Join(saves, "window.json")
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "hardcases", "window.json")
}

// rememberedSize is the last size, or that of the first start. A file that
// makes no sense is as good as none: nothing depends on it.
func rememberedSize(saves string) windowSize {
	size := windowSize{firstWidth, firstHeight}
	b, err := os.ReadFile(sizeFile(saves))
	if err != nil {
		return size
	}
	var last windowSize
	if json.Unmarshal(b, &last) != nil || last.Width < leastWidth || last.Height < leastHeight || last.Width > 1<<14 || last.Height > 1<<14 {
		return size
	}
	return last
}

// frame is what a title bar and a taskbar take of a screen's height at most, and
// the window's edges of its width, in device independent pixels: how much it is
// cannot be asked.
const frameWidth, frameHeight = 16, 96

// within is the size, made no larger than fits a screen with what stands around
// a window there. A screen of 0 is not known.
func (s windowSize) within(width, height int) (int, int) {
	if width > 0 {
		s.Width = max(leastWidth, min(s.Width, width-frameWidth))
	}
	if height > 0 {
		s.Height = max(leastHeight, min(s.Height, height-frameHeight))
	}
	return s.Width, s.Height
}

// remember keeps the size for the next start. That it may fail matters to
// nobody.
func (s windowSize) remember(saves string) {
	file := sizeFile(saves)
	b, err := json.Marshal(s)
	if err != nil || file == "" || s.Width < leastWidth || s.Height < leastHeight {
		return
	}
	if os.MkdirAll(filepath.Dir(file), 0o700) == nil {
		_ = replace(file, b)
	}
}
