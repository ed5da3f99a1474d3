// Package replay plays a recorded or scripted game without a screen, and sums
// it up as numbers.
package replay

import (
	"fmt"
	"unicode/utf8"

	"hardcases/cmd/internal/plain"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"
)

// Read takes a journal, or a script where the bytes are not those of a journal,
// and gives the game as it stands at the end. After each message it calls seen
// with the game; seen may be nil. locale is the language to start in where the
// script does not say.
func Read(p *pack.Pack, b []byte, locale string, seen func(*play.Session)) (*play.Session, error) {
	if seen == nil {
		seen = func(*play.Session) {}
	}
	if !looksLikeScript(b) {
		j, err := play.ReadJournal(b)
		if err != nil {
			return nil, err
		}
		return replayJournal(p, j, locale, seen)
	}
	text, err := plain.Text(b)
	if err != nil {
		return nil, err
	}
	return runScript(p, string(plain.Lines(text)), locale, seen)
}

// looksLikeScript tells text from a journal: a journal is a MessagePack map,
// whose first bytes no text in UTF-8 or UTF-16 begins with.
func looksLikeScript(b []byte) bool {
	r, n := utf8.DecodeRune(b)
	return r != utf8.RuneError || n != 1 || plain.IsUTF16(b)
}

func replayJournal(p *pack.Pack, j play.Journal, locale string, seen func(*play.Session)) (*play.Session, error) {
	if j.Pack != p.Head().ID {
		return nil, fmt.Errorf("the journal belongs to the pack %q, not to %q", j.Pack, p.Head().ID)
	}
	if j.Hash != p.Hash() {
		return nil, fmt.Errorf("the journal was made with another version of the pack %q (%.12s…, this one is %.12s…)", j.Pack, j.Hash, p.Hash())
	}
	s := play.NewSession(p, j.Seed, j.Locale)
	if locale != "" {
		s.Send(play.SetLocale{Locale: locale})
	}
	seen(s)
	for i, rec := range j.Msgs {
		m, err := rec.Msg()
		if err != nil {
			return nil, fmt.Errorf("message %d: %w", i+1, err)
		}
		if _, change := m.(play.SetLocale); change && locale != "" {
			continue
		}
		s.Send(m)
		seen(s)
	}
	return s, nil
}

// Report is the scores of a game, for programs.
type Report struct {
	Pack  string  `json:"pack"`
	Hash  string  `json:"hash"`
	Cases []Case  `json:"cases"`
	Match float64 `json:"match"`
	Of    int     `json:"of"`
	// Better is the mean of the bets against guessing, null under score.FewestBets;
	// Bets says over how many.
	Better *float64 `json:"better_than_guessing"`
	Bets   int      `json:"bets"`
	// Forecast is the mean of what older games forecast, by the rule of then; left
	// out where there was nothing.
	Forecast *float64 `json:"forecast,omitempty"`
	Desk     *Desk    `json:"desk,omitempty"`   // where a round was answered
	Checks   []Check  `json:"checks,omitempty"` // those that are done
}

// Desk is the score of the source desk, in rounds.
type Desk struct {
	Right       int `json:"right"`
	Of          int `json:"of"`
	Found       int `json:"found"`
	Faulty      int `json:"faulty"`
	FalseAlarms int `json:"false_alarms"`
	Sound       int `json:"sound"`
}

// Check is the result of one learning check, in items; Discrimination and Brier
// run from 0 to 1.
type Check struct {
	Phase          string  `json:"phase"`
	Hits           int     `json:"hits"`
	Unsound        int     `json:"unsound"`
	FalseAlarms    int     `json:"false_alarms"`
	Sound          int     `json:"sound"`
	Discrimination float64 `json:"discrimination"`
	Brier          float64 `json:"brier"`
}

// Case is the scores of one case.
type Case struct {
	ID                string   `json:"id"`
	Match             float64  `json:"match"`
	Of                int      `json:"of"`
	Better            *float64 `json:"better_than_guessing"`
	Bets              int      `json:"bets"`
	Forecast          *float64 `json:"forecast,omitempty"`
	ConsistencyBreaks int      `json:"consistency_breaks"`
	Steps             []Step   `json:"steps"`
}

// Step is the scores of one decided step.
type Step struct {
	ID           string   `json:"id"`
	Option       string   `json:"option"`
	Happened     string   `json:"happened"`
	Match        float64  `json:"match"`
	Bet          *Bet     `json:"bet"` // null where there was none
	Forecast     *float64 `json:"forecast,omitempty"`
	PrincipleFit string   `json:"principle_fit"` // serves, strains, neither, or "" where no reason was given
}

// Bet is a bet on what happened, and what came of it.
type Bet struct {
	Option string  `json:"option"`
	Stop   int     `json:"stop"`   // 1 to 6
	Chance int     `json:"chance"` // in 100, as it was said
	Right  bool    `json:"right"`
	Better float64 `json:"better_than_guessing"`
}

// Sum reports the scores of a game.
func Sum(s *play.Session) Report {
	cases, all := score.All(s.Pack(), s.State())
	r := Report{
		Pack: s.Pack().Head().ID, Hash: s.Pack().Hash(), Cases: []Case{},
		Match: all.Match, Of: all.Of, Better: some(all.Better, all.Averaged()), Bets: all.Bets, Forecast: some(all.Forecast, all.Forecasts > 0),
	}
	for _, c := range cases {
		one := Case{ID: c.ID, Match: c.Match, Of: c.Of, Better: some(c.Better, c.Averaged()), Bets: c.Bets, Forecast: some(c.Forecast, c.Forecasts > 0), ConsistencyBreaks: len(c.Breaks), Steps: []Step{}}
		for _, st := range c.Steps {
			one.Steps = append(one.Steps, Step{
				ID: st.ID, Option: st.Option, Happened: st.Happened, Match: st.Match,
				Bet: betOf(st.Bet), Forecast: some(st.Forecast, st.Level > 0), PrincipleFit: string(st.Fit),
			})
		}
		r.Cases = append(r.Cases, one)
	}
	r.judge(s)
	return r
}

// judge adds the scores of the source desk and the checks.
func (r *Report) judge(s *play.Session) {
	d, err := s.Pack().Desk()
	if err != nil {
		return // a pack whose desk cannot be opened has none to score
	}
	if t := score.DeskOf(d, s.State()); t.Of > 0 {
		r.Desk = &Desk{Right: t.Right, Of: t.Of, Found: t.Found, Faulty: t.Faulty, FalseAlarms: t.FalseAlarms, Sound: t.Sound}
	}
	for _, phase := range play.Phases {
		if s.State().CheckDone(d, phase) {
			c := score.CheckOf(d, s.State(), phase)
			r.Checks = append(r.Checks, Check{
				Phase: string(phase), Hits: c.Hits, Unsound: c.Unsound, FalseAlarms: c.FalseAlarms, Sound: c.Sound,
				Discrimination: c.Discrimination, Brier: c.Brier,
			})
		}
	}
}

func betOf(b score.Wager) *Bet {
	if !b.Made() {
		return nil
	}
	return &Bet{Option: b.Option, Stop: b.Stop, Chance: b.InHundred, Right: b.Right, Better: b.Better}
}

func some(x float64, there bool) *float64 {
	if !there {
		return nil
	}
	return &x
}
