package lint

import (
	"hardcases/cmd/internal/length"
)

// What screens may say is one rule a kind of screen. Home has none, and a debrief one
// for each step: they grow with the cases and steps of a pack, not with words that
// could be cut, and pack cover tells of them.
func budgetRules() []Rule {
	return []Rule{
		{"words-briefing", Warning, "A briefing is read in a minute, before anybody knows what it is about.", over(length.Briefing)},
		{"words-seat", Warning, "A change of seat is an event: it is taken in at one glance.", over(length.Seat)},
		{"words-decision", Warning, "Facts, what is not known, and options are weighed side by side: all must be in view.", over(length.Decision)},
		{"words-estimate", Warning, "An estimate is drawn from few facts.", over(length.Estimate)},
		{"words-reveal", Warning, "What happened is seen at one glance, with the score.", over(length.Reveal)},
		{"words-debrief", Warning, "A debrief is seen at one glance: each step is one line of it.", longLines},
		{"words-far", Error, "A screen that says a fifth more than it may does not fit the windows that it was made for.", farOver},
	}
}

// screens is how many words the screens of a pack say; none where they cannot be
// drawn, or where the words of the interface are not known.
func (s *subject) screens() []length.Screen {
	if s.screenList == nil && s.settings.Words != nil && !s.badIDs {
		s.screenList = length.ScreensOf(s.Content, s.settings.Words)
	}
	return s.screenList
}

// over finds screens of a kind that say more than they may, and no more than a fifth.
func over(k length.Kind) func(*subject) {
	return func(s *subject) {
		for _, one := range s.screens() {
			if one.Kind == k && one.Over() && !one.OverBy(kept) {
				s.tooLong(one)
			}
		}
	}
}

// farOver finds screens of those kinds that say more than a fifth more.
func farOver(s *subject) {
	for _, one := range s.screens() {
		if one.Kind != length.Home && one.Kind != length.Debrief && one.OverBy(kept) {
			s.tooLong(one)
		}
	}
}

// tooLong says which screen it is, how many words it says and may say, and where
// those that are too many can go.
func (s *subject) tooLong(one length.Screen) {
	path, mend := "cases."+one.Case, ""
	if one.Step != "" {
		path += ".steps." + one.Step
	}
	switch one.Kind {
	case length.Briefing:
		path, mend = path+".briefing", "Say less in briefing and seat; beside a working model only the first paragraph is in view."
	case length.Seat:
		path, mend = path+".takes", "Say less in takes; the briefing has what each layer can do."
	case length.Reveal:
		mend = "Write brief in three short sentences, behind which happened opens in full; then shorten affected, what followed first, and the short of the options."
	default:
		mend = "Say less in first and more of the facts, and put what is left into rest, which opens with who?; then shorten unknown, recap and the details of the options."
	}
	wide, phone := one.Kind.Limit()
	if one.Words > wide || phone == 0 {
		s.reportText(one.Locale, path, mend, "makes a %s of %d words before anything is opened; at most %d", one.Kind, one.Words, wide)
		return
	}
	s.reportText(one.Locale, path, mend, "makes a %s of %d words on a phone, down to its options; at most %d", one.Kind, one.Phone, phone)
}
