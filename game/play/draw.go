package play

import "hardcases/game/pack"

// Drawing is what drawing a level of an estimate tells: where it is an option's own,
// the same as choosing that.
func Drawing(st *pack.Step, level int) Msg {
	o := st.Nearest(level)
	if st.Level(o) == level {
		return Choose{Option: o.ID}
	}
	return Draw{Option: o.ID, Level: level}
}

// DrawnLevel is the level of a choice in a step that is drawn.
func (c Choice) DrawnLevel(st *pack.Step) int {
	if c.Drawn > 0 {
		return c.Drawn
	}
	_, o := st.Option(c.Option)
	return st.Level(o)
}

// drawn is the level of a drawing, 0 where none such could be drawn for its option.
func (t *turn) drawn(m Draw) int {
	st := t.step()
	if t.Screen != Deciding || st.Draw == nil || m.Level < 0 || m.Level > st.Draw.Top || m.Level%pack.DrawBy != 0 || Drawing(st, m.Level) != Msg(m) {
		return 0
	}
	return m.Level
}
