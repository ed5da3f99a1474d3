// Package course is the game as a course on a learning platform, by SCORM 1.2: it
// keeps the games of a pupil with the platform, so that they go on on any device,
// and reports what was decided and how much of it is done. It knows the platform
// only as a port, so that it is tested without one. It asks nobody's name.
package course

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"time"

	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"
)

// Platform is what a page of the platform offers: the functions LMSGetValue,
// LMSSetValue, LMSCommit and LMSFinish.
type Platform interface {
	Get(element string) string
	// Set says whether the platform took the value; so do the others.
	Set(element, value string) bool
	Commit() bool
	Finish() bool
}

// Clock is the time.
type Clock interface {
	// Now is the time since any moment, of a clock that nobody sets.
	Now() time.Duration
	// Wall is the time of day, as hours, minutes and seconds.
	Wall() (hour, minute, second int)
}

// Score is the figure that a platform is told at the end.
type Score string

// The scores. None says how often a pupil chose what happened: that is no merit.
const (
	Played   Score = "played"   // the share of the steps that were not skipped
	Forecast Score = "forecast" // how good the forecasts were
)

// Course is one sitting of one pupil. It is not safe for use by several goroutines
// at once.
type Course struct {
	platform Platform
	clock    Clock
	score    Score
	area     *area
	begun    time.Duration
	asked    time.Duration   // since when the step on the screen has been there
	screen   string          // which that is
	told     map[string]bool // the answers that need not be told any more; nil before the first report
	n        int             // of the next interaction
	silent   bool            // it is looked at, not taken: nothing is written
	ended    bool            // it was taken to its end before, or now
	finished bool
	owed     bool // the platform did not take what it was last told
}

// Begin takes a course up, after LMSInitialize.
func Begin(p Platform, c Clock, s Score) *Course {
	mode := p.Get("cmi.core.lesson_mode")
	course := &Course{
		platform: p, clock: c, score: s, begun: c.Now(), asked: c.Now(),
		silent: mode == "browse" || mode == "review",
	}
	course.n, _ = strconv.Atoi(p.Get("cmi.interactions._count")) // 0 where the platform does not count
	status := p.Get("cmi.core.lesson_status")
	course.ended = status == "completed" || status == "passed" || status == "failed"
	course.area = open(p.Get("cmi.suspend_data"))
	if course.silent {
		return course
	}
	if !course.ended {
		course.set("cmi.core.lesson_status", "incomplete")
	}
	course.set("cmi.core.exit", "suspend")
	course.commit()
	return course
}

// Resumed says whether the pupil has been here before.
func (c *Course) Resumed() bool { return c.area.resumed }

// Report tells the platform what is new in a game with a pack: a new decision, and
// that the end is reached. shown is the screen that the pupil sees. What is there
// at the first report, an earlier sitting has told of.
func (c *Course) Report(p *pack.Pack, s play.State, shown string) {
	if c.silent || c.finished {
		return
	}
	if c.told == nil {
		c.told = map[string]bool{}
		for _, a := range s.Answers {
			c.told[a.Case+"."+a.Step] = true
		}
	}
	fresh := false
	for _, a := range s.Answers {
		if key := a.Case + "." + a.Step; !c.told[key] {
			c.told[key] = true
			c.interaction(p, a)
			fresh = true
		}
	}
	if shown != c.screen {
		c.screen, c.asked = shown, c.clock.Now()
	}
	if !fresh {
		return
	}
	if done, share := Done(p, s); done && !c.ended {
		c.ended = true
		c.set("cmi.core.score.min", "0")
		c.set("cmi.core.score.max", "100")
		c.set("cmi.core.score.raw", c.figure(p, s, share))
		c.set("cmi.core.lesson_status", "completed")
	}
	c.commit()
}

// interaction tells of one decision. No result is given: nothing that a pupil
// decides here is right or wrong.
func (c *Course) interaction(p *pack.Pack, a play.Answer) {
	at := "cmi.interactions." + strconv.Itoa(c.n) + "."
	c.n++
	c.set(at+"id", a.Case+"."+a.Step)
	hour, minute, second := c.clock.Wall()
	c.set(at+"time", fmt.Sprintf("%02d:%02d:%02d", hour, minute, second))
	c.set(at+"type", "choice")
	if letter := letterOf(p, a); letter != "" {
		c.set(at+"student_response", letter)
	}
	c.set(at+"result", "neutral")
	c.set(at+"latency", span(c.clock.Now()-c.asked))
}

// letterOf is the letter of a first choice as the pack lists its options, "" for a
// step that was skipped.
func letterOf(p *pack.Pack, a play.Answer) string {
	theCase, err := p.Case(a.Case)
	if err != nil || a.Skipped {
		return ""
	}
	for i := range theCase.Steps {
		if theCase.Steps[i].ID != a.Step {
			continue
		}
		for n, o := range theCase.Steps[i].Options {
			if o.ID == a.First.Option && n < 26 {
				return string(rune('a' + n))
			}
		}
	}
	return ""
}

// Done says whether the cases that are not optional are finished, each on the way
// that the player takes through it, and which share of the steps on these ways was
// decided and not skipped, from 0 to 1.
func Done(p *pack.Pack, s play.State) (done bool, share float64) {
	all, decided := 0, 0
	done = true
	for _, h := range p.Head().Cases {
		if h.Optional {
			continue
		}
		c, err := p.Case(h.ID)
		if err != nil {
			return false, 0
		}
		done = done && s.Finished(c)
		for _, i := range s.Way(c) {
			all++
			if a, ok := s.Answer(c.ID, c.Steps[i].ID); ok && !a.Skipped {
				decided++
			}
		}
	}
	if all == 0 {
		return false, 0
	}
	return done, float64(decided) / float64(all)
}

// figure is the score, 0 to 100, as a decimal with a point.
func (c *Course) figure(p *pack.Pack, s play.State, share float64) string {
	value := 100 * share
	if c.score == Forecast {
		_, all := score.All(p, s)
		value = all.Forecast
	}
	value = math.Round(100*min(max(value, 0), 100)) / 100
	return strconv.FormatFloat(value, 'f', -1, 64)
}

// Leave ends the sitting, as when the page goes away: the course can be taken up
// again. Nothing is told after it.
func (c *Course) Leave() {
	if c.finished {
		return
	}
	c.finished = true
	if !c.silent {
		c.set("cmi.core.session_time", span(c.clock.Now()-c.begun))
		c.set("cmi.core.exit", "suspend")
		c.commit()
	}
	c.platform.Finish()
}

// Pause has the platform keep all of it now: the page may not come back.
func (c *Course) Pause() {
	if !c.silent && !c.finished {
		c.commit()
	}
}

func (c *Course) set(element, value string) {
	if !c.platform.Set(element, value) {
		c.owed = true
	}
}

// commit has the platform keep what it was told.
func (c *Course) commit() bool {
	c.owed = !c.platform.Commit()
	return !c.owed
}

// span is a time as CMITimespan: HHHH:MM:SS.SS.
func span(d time.Duration) string {
	hundredths := min(max(d, 0).Milliseconds()/10, 9999*360000+359999)
	return fmt.Sprintf("%02d:%02d:%02d.%02d", hundredths/360000, hundredths/6000%60, hundredths/100%60, hundredths%100)
}

// errUntaken says that the platform did not keep what it was told.
var errUntaken = errors.New("the learning platform did not keep it")
