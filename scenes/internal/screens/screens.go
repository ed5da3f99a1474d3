// Package screens plays the game that is shipped, for tests that look at every
// screen of it.
package screens

import (
	"fmt"

	"hardcases/assets"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/stage"
	"hardcases/game/view"
)

// Screen is one screen with what it was.
type Screen struct {
	Name string
	Root *view.Node
}

// Open sets a stage with the shipped pack and the shipped strings.
func Open(language string) (*stage.Stage, error) {
	s, _, err := open(language)
	return s, err
}

func open(language string) (*stage.Stage, *locale.Catalog, error) {
	p, err := pack.Open(assets.Pack())
	if err != nil {
		return nil, nil, err
	}
	c, err := locale.Read(assets.Strings())
	if err != nil {
		return nil, nil, err
	}
	return stage.New(play.NewSession(p, 1, language), c, func(play.Effect) {}), c, nil
}

// All plays every case to the end and gives each screen on the way, and those
// that can be opened from them: sheets, settings, help, the log.
func All(language string) ([]Screen, error) {
	s, c, err := open(language)
	if err != nil {
		return nil, err
	}
	t := &tour{stage: s, catalog: c, seen: map[string]bool{}}
	t.look()
	for _, c := range s.Session().Pack().Head().Cases {
		if err := t.play(c); err != nil {
			return nil, err
		}
	}
	return t.list, nil
}

type tour struct {
	stage   *stage.Stage
	catalog *locale.Catalog
	list    []Screen
	seen    map[string]bool
}

func (t *tour) send(m play.Msg) {
	t.stage.Send(m)
	t.look()
}

// look keeps the present screen, and what can be opened from it once.
func (t *tour) look() {
	root := t.stage.Tree()
	t.keep(root)
	view.Active(root, func(n *view.Node) {
		switch n.On.(type) {
		case play.OpenSource, play.OpenTerm, play.Discuss, play.Show:
		default:
			return
		}
		if key := fmt.Sprintf("%T %v", n.On, n.On) + root.ID; !t.seen[key] {
			t.seen[key] = true
			t.keep(t.after(n.On))
		}
	})
}

// after is the screen that a message would lead to, without sending it.
func (t *tour) after(m play.Msg) *view.Node {
	session := t.stage.Session()
	branch, _ := play.Restore(session.Pack(), session.Journal())
	s := stage.New(branch, t.catalog, func(play.Effect) {})
	s.Send(m)
	return s.Tree()
}

func (t *tour) keep(root *view.Node) {
	name := root.ID
	if m := view.Modal(root); m != nil {
		name += "+" + m.ID
	}
	st := t.stage.Session().State()
	t.list = append(t.list, Screen{Name: fmt.Sprintf("%03d-%s-%s", len(t.list), st.Prefs.Locale, name), Root: root})
}

// play decides every step of a case: options, reasons and levels in turn, one
// step skipped.
func (t *tour) play(head pack.CaseHead) error {
	c, err := t.stage.Session().Pack().Case(head.ID)
	if err != nil {
		return err
	}
	t.send(play.OpenCase{Case: c.ID})
	t.send(play.Begin{})
	for i := range c.Steps {
		st := &c.Steps[i]
		if i == 2 {
			t.send(play.Skip{})
			continue
		}
		t.send(play.Choose{Option: st.Options[i%len(st.Options)].ID})
		if len(st.Reasons) > 0 {
			t.send(play.GiveReason{Principle: st.Reasons[i%len(st.Reasons)]})
		}
		t.send(play.Forecast{Level: i%5 + 1})
		t.send(play.Commit{})
		t.send(play.Next{})
	}
	t.send(play.Show{Screen: play.Home})
	return nil
}
