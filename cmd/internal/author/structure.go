package author

import (
	"fmt"

	"hardcases/game/pack"
)

// sourceFormat is the newest format of pack.yaml and the files of text; older ones
// are read, too. That of the compiled pack is pack.Format.
const sourceFormat = 2

// modelFormat is the first format that can hold the working model and what became
// of the sites.
const modelFormat = 2

// structure reads pack.yaml into c.
func (r *reader) structure(root *node, c *pack.Content) {
	top := r.record(root)
	if n := top.must("format"); n != nil {
		r.format = r.number(n)
		if r.format < 1 || r.format > sourceFormat {
			r.report("yaml-type", n, fmt.Sprintf("is %d; this program reads formats 1 to %d", r.format, sourceFormat), fmt.Sprintf("Write format: %d.", sourceFormat))
			r.format = sourceFormat
		}
	}
	c.ID = r.text(top.must("id"))
	c.Version = r.text(top.must("version"))
	c.Licence = r.text(top.must("licence"))
	c.Authors = r.texts(top.must("authors"))
	c.Locales = r.texts(top.may("locales"))
	lib := &c.Library
	lib.Principles = r.texts(top.must("principles"))
	lib.Layers = r.texts(top.must("layers"))
	lib.Actors = r.texts(top.must("actors"))
	lib.Glossary = r.texts(top.may("glossary"))
	for _, f := range r.named(top.must("sources")) {
		lib.Sources = append(lib.Sources, r.source(f))
	}
	for _, f := range r.named(top.must("claims")) {
		lib.Claims = append(lib.Claims, r.claim(f))
	}
	for _, n := range r.list(top.must("cases")) {
		c.Cases = append(c.Cases, r.oneCase(n))
	}
	r.across(top.may("across"), lib)
	lib.Plans = r.plans(top.may("plans"))
	lib.Model = r.model(top.may("model"))
	c.Desk = r.desk(top.may("desk"), top.may("check"))
	top.done()
}

func (r *reader) source(f field) pack.Source {
	n := r.record(f.value)
	s := pack.Source{
		ID:         f.key,
		Title:      r.text(n.must("title")),
		Publisher:  r.text(n.may("publisher")),
		Date:       r.moment(n.may("date")),
		Kind:       pack.SourceKind(r.text(n.must("kind"))),
		Confidence: pack.Confidence(r.text(n.must("confidence"))),
		Address:    r.text(n.may("address")),
	}
	n.done()
	return s
}

func (r *reader) claim(f field) pack.Claim {
	n := r.record(f.value)
	c := pack.Claim{
		ID:      f.key,
		Since:   r.moment(n.may("since")),
		Says:    r.text(n.must("says")),
		Sources: r.texts(n.may("sources")),
		Of:      pack.Telling(r.text(n.may("of"))),
		Stated:  r.flag(n.may("stated")),
	}
	if inside := n.may("inside"); inside != nil {
		in := r.record(inside)
		c.Inside = &pack.Inside{Actor: r.text(in.must("actor")), Since: r.moment(in.must("since"))}
		in.done()
	}
	n.done()
	return c
}

func (r *reader) oneCase(at *node) pack.Case {
	n := r.record(at)
	c := pack.Case{ID: r.text(n.must("id")), Seat: r.text(n.must("seat"))}
	if at := n.may("minutes"); at != nil {
		c.Minutes = r.number(at)
	}
	c.Older = r.flag(n.may("older"))
	c.Optional = r.flag(n.may("optional"))
	c.After = r.texts(n.may("after"))
	for _, step := range r.list(n.must("steps")) {
		c.Steps = append(c.Steps, r.step(step))
	}
	r.lookBack(n, &c)
	c.Tries = r.tries(n.may("tries"))
	c.Became = r.became(n.may("became"))
	n.done()
	return c
}

func (r *reader) step(at *node) pack.Step {
	n := r.record(at)
	s := pack.Step{
		ID:      r.text(n.must("id")),
		Kind:    pack.StepKind(r.text(n.must("kind"))),
		Date:    r.moment(n.must("date")),
		Actor:   r.text(n.must("actor")),
		Seat:    r.text(n.must("seat")),
		Reasons: r.texts(n.must("reasons")),
		Outcome: r.texts(n.may("outcome")),
		Sources: r.texts(n.may("sources")),
		Caveats: r.texts(n.may("caveats")),
		Ordered: r.flag(n.may("ordered")),
		Recap:   r.texts(n.may("recap")),
		Opening: r.texts(n.may("opening")),
		More:    r.flag(n.may("more")),
		Takes:   r.texts(n.may("takes")),
		Draw:    r.draw(n.may("draw")),
	}
	if happened := n.may("happened"); happened != nil || !s.Kind.Traits().Answered {
		s.Happened = r.text(happened)
	} else {
		n.must("happened")
	}
	for _, item := range r.list(n.must("known")) {
		fact := r.record(item)
		s.Known = append(s.Known, pack.Fact{ID: r.text(fact.must("id")), Claims: r.texts(fact.must("claims")), Early: r.texts(fact.may("early"))})
		fact.done()
	}
	for _, item := range r.list(n.must("options")) {
		s.Options = append(s.Options, r.option(item))
	}
	for _, item := range r.list(n.may("then")) {
		then := r.record(item)
		s.Then = append(s.Then, pack.Consequence{
			ID: r.text(then.must("id")), Date: r.moment(then.must("date")), Claims: r.texts(then.must("claims")),
		})
		then.done()
	}
	n.done()
	return s
}

// draw reads how an estimate is drawn.
func (r *reader) draw(at *node) *pack.Draw {
	if at == nil || r.newer(at) {
		return nil
	}
	n := r.record(at)
	d := &pack.Draw{From: r.moment(n.must("from")), Top: r.number(n.must("top")), Claims: r.texts(n.must("claims"))}
	n.done()
	return d
}

func (r *reader) option(at *node) pack.Option {
	n := r.record(at)
	o := pack.Option{
		ID:     r.text(n.must("id")),
		Ladder: r.number(n.must("ladder")),
		Match:  pack.Match(r.text(n.must("match"))),
		Does:   r.texts(n.may("does")),
		Serves: r.texts(n.may("serves")),
		Strain: r.texts(n.may("strains")),
	}
	n.done()
	return o
}
