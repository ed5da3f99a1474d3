// Package trail keeps the browser's history in step with the game, so that the
// browser's Back, a phone's back gesture for instance, goes one screen back and
// leaves the game only from where it began. It touches no browser itself.
//
// Every screen that the player goes on to is one more entry of the history; all
// have the same address. An entry knows its number: 0 is where the game began.
// Going back within the game gives entries up again.
package trail

// Most is how many entries the game takes at most: browsers keep some fifty, and
// those before the game are the player's.
const Most = 20

// Trail is where the game and the history are. The zero value is a game that
// has just begun.
type Trail struct {
	at     int  // the entry that the browser is at
	want   int  // the entry that it should be at
	moving bool // it was told to go there, and is on its way
}

// Move is what to ask of the browser.
type Move struct {
	Push []int // add entries with these numbers, in order
	Go   int   // go by so many entries, 0 for not at all
}

// Resume is a trail at an entry, as after a reload.
func Resume(at int) Trail {
	at = min(max(0, at), Most)
	return Trail{at: at, want: at}
}

// Went says that the player has come to another screen within the game: by
// going back or on, or home, from where there is no way back within it.
func (t *Trail) Went(back, home bool) Move {
	switch {
	case home:
		t.want = 0
	case back:
		t.want = max(0, t.want-1)
	default:
		t.want = min(t.want+1, Most)
	}
	return t.move()
}

// Away says that the player does something on a screen other than the first: a
// game that was gone on with there has a way back too.
func (t *Trail) Away() Move {
	t.want = max(t.want, 1)
	return t.move()
}

// Popped says that the browser has come to an entry, and gives how many screens
// the game is to go back for that. Entries ahead lead nowhere: the game does not
// decide again by itself what was taken back.
func (t *Trail) Popped(at int) (back int, m Move) {
	t.at = at
	switch {
	case t.moving:
		t.moving = false
	case at < t.want:
		back, t.want = t.want-at, at
	}
	return back, t.move()
}

// Moving says whether the browser is on its way to an entry.
func (t *Trail) Moving() bool { return t.moving }

// move brings the browser to where it should be. Asked to go somewhere it
// takes its time, and entries wait until then.
func (t *Trail) move() Move {
	var m Move
	switch {
	case t.moving:
	case t.want < t.at:
		t.moving = true
		m.Go = t.want - t.at
	default:
		for t.at < t.want {
			t.at++
			m.Push = append(m.Push, t.at)
		}
	}
	return m
}
