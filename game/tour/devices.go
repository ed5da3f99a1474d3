package tour

import (
	"hardcases/game/class"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// devices begins a lesson of its own in which the class votes on its own devices.
func (t *tour) devices(plan string) {
	lesson := t.session
	t.session = play.NewSession(t.pack, 1, lesson.State().Prefs.Locale)
	defer func() { t.session = lesson }()
	visit := func(s class.Stage) { t.send(play.Class{Act: class.Visit, Text: string(s)}) }
	var news class.News
	heard := func(in int, votes, bets []int) {
		news.In, news.Sent, news.Votes, news.SentBets, news.Sure = in, 0, votes, 0, nil
		for _, v := range votes {
			news.Sent += v
		}
		for i, b := range bets { // surer from option to option
			news.SentBets += b
			var at [pack.Stops]int
			at[i%pack.Stops] = b
			news.Sure = append(news.Sure, at)
		}
		news.Place, _ = t.here()
		t.send(play.Class{Act: class.Heard, Text: news.String()})
	}
	visit(class.SetUp)
	t.send(play.Class{Act: class.Choose, Text: plan})
	visit(class.Devices)
	t.visit("class-devices-none")
	door := class.Door{Code: "BCDFGH", Address: "192.168.137.1:8080", Camera: "HTTP://192.168.137.1:8080/BCDFGH-JKLM"}
	t.send(play.Class{Act: class.Enrol, Text: door.String()})
	heard(0, nil, nil)
	t.visit("class-devices-open")
	t.send(act(class.Lock, 1))
	heard(28, nil, nil)
	t.visit("class-devices-locked")
	visit(class.Keeping)
	t.visit("class-room")
	t.send(play.Back{})
	t.send(play.Back{})
	t.send(act(class.Start, class.NewestCourse))
	to := func(stage class.Stage) (there bool) { // what a stranger's plan leads past is not there
		for {
			switch now := t.session.State(); {
			case now.Class.Stage == stage:
				return true
			case now.Class.Stage == class.Ended, !now.InLesson():
				return false
			}
			t.send(act(class.Forward, 0))
		}
	}
	if now := t.session.State().Class; now.Pages(t.pack, class.Guessing) > 0 && to(class.Guessing) {
		t.guesses(&news)
	}
	if !to(class.Facts) {
		return
	}
	t.visit("class-devices-facts")
	if !to(class.Voting) {
		return
	}
	_, st := t.here()
	votes, bets := make([]int, len(st.Options)), make([]int, len(st.Options))
	votes[0] = class.Least - 1
	heard(28, votes, nil)
	t.visit("class-devices-few")
	for i := range votes {
		votes[i], bets[i] = 3+2*i, 8-i
	}
	heard(28, votes, nil)
	t.send(act(class.Add, 2))
	t.visit("class-devices-voted")
	if !to(class.Betting) {
		return
	}
	heard(28, votes, nil)
	t.visit("class-devices-no-bets")
	news.Reasons = make([]int, len(st.Reasons))
	for i := range news.Reasons {
		news.Reasons[i] = 2 + i
	}
	heard(28, votes, bets)
	t.send(act(class.Add, 3))
	t.visit("class-devices-bet")
	if to(class.Shown) {
		t.visit("class-devices-shown")
	}
	if to(class.Talk) {
		t.visit("class-devices-talk")
	}
}

// guesses has devices guess what the working model will show, and then tries it.
func (t *tour) guesses(news *class.News) {
	now := t.session.State().Class
	try, _ := now.Question(t.pack)
	news.Place, _ = t.here()
	news.In, news.Guessed, news.Guesses = 28, 0, make([]int, len(try.Options))
	for i := range news.Guesses {
		news.Guesses[i] = 3 + 2*i
		news.Guessed += news.Guesses[i]
	}
	t.send(play.Class{Act: class.Heard, Text: news.String()})
	t.send(act(class.Add, 2))
	t.visit("class-devices-guess")
	t.send(act(class.Unfold, 1))
	t.visit("class-devices-guess-shown")
	t.send(act(class.Forward, 0))
	t.classTry("class-devices-model")
}

// here is the step of the lesson.
func (t *tour) here() (pack.Place, *pack.Step) {
	s := t.session.State().Class
	at, st, _ := s.Step(t.pack)
	return at, st
}
