package author

import "hardcases/game/pack"

// plans reads the ways through the pack for a class.
func (r *reader) plans(at *node) []pack.Plan {
	var out []pack.Plan
	for _, item := range r.list(at) {
		n := r.record(item)
		p := pack.Plan{ID: r.text(n.must("id"))}
		for _, lesson := range r.list(n.must("lessons")) {
			p.Lessons = append(p.Lessons, r.lesson(lesson))
		}
		n.done()
		out = append(out, p)
	}
	return out
}

func (r *reader) lesson(at *node) pack.Lesson {
	n := r.record(at)
	l := pack.Lesson{Minutes: r.number(n.must("minutes"))}
	for _, item := range r.list(n.must("parts")) {
		part := r.record(item)
		l.Parts = append(l.Parts, pack.Part{
			Case: r.text(part.must("case")), Steps: r.texts(part.may("steps")), Older: r.texts(part.may("older")),
		})
		part.done()
	}
	n.done()
	return l
}
