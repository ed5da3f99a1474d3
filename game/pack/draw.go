package pack

import "slices"

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -file draw.go -o draw_gen.go

//msgp:limit arrays:16 maps:64
//msgp:noduplicates

// Draw says that an estimate is drawn: as how much was left after something, in
// parts of a hundred of what there was before.
type Draw struct {
	From Moment `msg:"from"` // when that was
	// Top is the highest level: 100 to 200, and a multiple of DrawBy. The options
	// stand between 0 and Top as they do on the ladder between 0 and 100.
	Top    int      `msg:"top"`
	Claims []string `msg:"claims,limit=16"` // that say when
}

// DrawBy is how far apart the levels are that can be drawn.
const DrawBy = 5

// Levels is how many levels can be drawn, from 0 to the top.
func (d *Draw) Levels() int { return d.Top/DrawBy + 1 }

// Level is where an option stands in a step that is drawn, 0 in all others.
func (s *Step) Level(o *Option) int {
	if s.Draw == nil {
		return 0
	}
	return o.Ladder * s.Draw.Top / 100
}

// Nearest is the option that a drawn level stands for: the nearest, of two equally
// near ones the higher.
func (s *Step) Nearest(level int) *Option {
	nearest := &s.Options[0]
	for i := range s.Options {
		if o := &s.Options[i]; apart(s.Level(o), level) <= apart(s.Level(nearest), level) {
			nearest = o
		}
	}
	return nearest
}

func apart(a, b int) int { return max(a-b, b-a) }

// draw checks how a step is drawn.
func (k *checker) draw(path string, s *Step) error {
	if s.Draw == nil {
		return nil
	}
	path += ".draw"
	switch {
	case !s.Kind.Traits().Scale:
		return fail(path, "is in a step of kind %s; an estimate alone is drawn", s.Kind)
	case s.Draw.From.IsZero():
		return fail(path+".from", "is missing")
	case s.Draw.Top < 100 || s.Draw.Top > 200 || s.Draw.Top%DrawBy != 0:
		return fail(path+".top", "is %d; it is a multiple of %d from 100 to 200", s.Draw.Top, DrawBy)
	case s.Options[0].Ladder != 0:
		return fail(path, "has its lowest option at %d of the ladder; nothing left is drawn at 0", s.Options[0].Ladder)
	}
	if i := slices.IndexFunc(s.Options, func(o Option) bool { return o.Ladder*s.Draw.Top%(100*DrawBy) != 0 }); i >= 0 {
		return fail(path, "has the option %s between two levels: its place on the ladder is %d of 100, and levels are every %d up to %d", s.Options[i].ID, s.Options[i].Ladder, DrawBy, s.Draw.Top)
	}
	return k.claims(path+".claims", s.Draw.Claims)
}
