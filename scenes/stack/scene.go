package stack

import (
	"hardcases/game/network"
	"hardcases/scenes/theme"
)

// Part is a part of the drawing that can move, or that lies in a certain order.
type Part uint8

// The parts, from the lowest to the highest.
const (
	Ground   Part = iota // what lies under everything
	Low                  // a flood that the shield holds: under the roads
	Roads                // roads, signpost, host, archive's road
	Traffic              // requests and pages on their way
	High                 // a flood that was let through: over the roads
	Outline              // where a shield was, or would be
	Guard                // the shield
	Stands               // the address, the archive, bars and locks
	People               // visitors
	Country              // a rule of theirs
	AllParts             // how many there are
)

// Draw is one part of the picture, standing still.
func Draw(size Size, p Picture, part Part) []Shape {
	var d drawing
	switch part {
	case Ground:
		d.lookup(size, p)
	case Low:
		if p.Tide() == Held {
			d.flood(NewFlood(size, p, p))
		}
	case Roads:
		d.roads(size)
		d.signpost(size, p)
		d.host(size, p)
	case Traffic:
		for _, m := range Movers(size, p) {
			d = append(d, m.Shapes(size)...)
		}
	case High:
		if p.Tide() == Through {
			d.flood(NewFlood(size, p, p))
		}
	case Outline:
		d.outline(size, p)
	case Guard:
		d.guard(size, p)
	case Stands:
		d.bars(size, p)
		d.archive(size, p)
	case People:
		for i := range p.Report.Fates {
			d = append(d, Visit(size, p, i)...)
		}
	case Country:
		d.country(size, p)
	case AllParts:
	}
	return d
}

// Visit is one visitor at its place.
func Visit(size Size, p Picture, visitor int) []Shape {
	var d drawing
	at := size.Place(visitor)
	d.put(Someone(p.Report.Fates[visitor].Gets()), at.X, at.Y, size.Person())
	return d
}

// Someone is a visitor: filled and with a page, or waiting in vain.
func Someone(gets bool) []Shape {
	if !gets {
		return person(theme.None, theme.Edge)
	}
	var d drawing
	d.put(person(theme.Ink, theme.None), 0, 0, 1)
	d.put(page(theme.Ink), 5, -6, 0.85)
	return d
}

// lookup is the way to the signpost: visitors ask for directions before they go.
func (d *drawing) lookup(size Size, p Picture) {
	pl := size.plan()
	if size == Wide {
		a, end := Point{72, 96}, Point{146, 52}
		d.dashed(theme.Edge, 2, 2, 6, append([]Point{a}, cubic(a, Point{92, 58}, Point{118, 52}, end)...)...)
	}
	x := pl.host[0] + pl.host[2]/3
	d.dashed(theme.Edge, 2, 2, 6, Point{x, pl.host[1] + pl.host[3] + 7}, Point{x, pl.shelf[1] - 24})
}

func (d *drawing) roads(size Size) {
	pl := size.plan()
	for road := range 2 {
		points := size.Road(road)
		d.line(theme.Edge, pl.roadWide, points...)
	}
	for road := range 2 {
		points := size.Road(road)
		d.line(theme.Road, pl.roadWide-2, points...)
		d.dashed(theme.Edge, 1.2, 7, 7, points...)
	}
}

// signpost is the name: a board that points along the road.
func (d *drawing) signpost(size Size, p Picture) {
	pl := size.plan()
	x, y, w, h := pl.board[0], pl.board[1], pl.board[2], pl.board[3]
	edge := theme.Ink
	if p.Seat == Name {
		edge = theme.You
	}
	d.line(edge, 3, Point{pl.post, y + h}, Point{pl.post, pl.road[0] - pl.roadWide/2 - 1})
	board := []Point{{x, y}, {x + w, y}, {x + w + h*0.45, y + h/2}, {x + w, y + h}, {x, y + h}}
	fill := theme.Card
	if p.Seat == Name {
		fill = theme.YouBack
	}
	d.area(fill, theme.None, 0, board...)
	if p.Setting[network.Name] == network.InPlace {
		d.line(edge, 2, append(board, board[0])...)
	} else {
		d.dashed(edge, 2, 3, 5, append(board, board[0])...)
	}
}

// host is a rack of drawers with pages beside it; locked, a dashed box with a
// padlock.
func (d *drawing) host(size Size, p Picture) {
	pl := size.plan()
	x, y, w, h := pl.host[0], pl.host[1], pl.host[2], pl.host[3]
	edge := theme.Ink
	if p.Seat == Host {
		edge = theme.You
	}
	if p.Setting[network.Host] == network.Locks {
		outline := rounded(x, y, w, h, 6)
		d.area(theme.Card, theme.None, 0, outline...)
		d.dashed(edge, 2, 3, 5, append(outline, outline[0])...)
		d.padlock(edge, x+w/2, y+h/2, w*0.36)
		return
	}
	d.area(theme.Card, edge, 2.5, rounded(x, y, w, h, 6)...)
	each := h / float64(pl.drawers)
	for i := range pl.drawers {
		middle := y + each*(float64(i)+0.5)
		d.disc(edge, x+w-w*0.14-2, middle, 3.8)
		d.line(theme.Muted, 2.5, Point{x + 9, middle}, Point{x + 9 + w*0.4, middle})
		if i > 0 {
			d.line(edge, 1.5, Point{x, y + each*float64(i)}, Point{x + w, y + each*float64(i)})
		}
	}
	for _, at := range pl.sheets {
		if at.X > 0 {
			d.put(page(theme.Ink), at.X, at.Y, pl.sheet)
		}
	}
}

func (d *drawing) padlock(k theme.Token, x, y, r float64) {
	d.line(k, 3, arc(x, y-r*0.3, r*0.55, -3.1416, 0)...)
	d.line(k, 3, box(x-r*0.8, y-r*0.3, r*1.6, r*1.2)...)
	d.line(k, 3, Point{x - r*0.8, y + r*0.9}, Point{x - r*0.8, y - r*0.3})
}

// shieldToken is the colour of the shield that the case begins with.
func shieldToken(p Picture) theme.Token {
	if p.Seat == Shield {
		return theme.You
	}
	return theme.Muted
}

// outline is where a shield was that stepped aside, or that another one replaced.
func (d *drawing) outline(size Size, p Picture) {
	switch {
	case p.Setting[network.Shield] == network.Aside:
		d.dashed(shieldToken(p), 2.5, 3, 7, size.Arc(0)...)
	case p.Setting[network.Shield] == network.Another && p.Seat == Shield:
		d.dashed(theme.You, 2.5, 3, 7, size.Arc(-size.plan().arcWide*2.7)...)
	}
}

// guard is the shield: the player's, or somebody else's.
func (d *drawing) guard(size Size, p Picture) {
	pl := size.plan()
	points := size.Arc(0)
	thick := func(k theme.Token) {
		d.line(theme.Card, pl.arcWide+6, points...)
		d.line(k, pl.arcWide, points...)
	}
	switch p.Setting[network.Shield] {
	case network.Aside:
	case network.Another:
		thick(theme.Ink)
		d.line(theme.Card, pl.arcWide*0.3, points...)
	case network.Notice:
		thick(shieldToken(p))
		x, y := size.arcAt(pl.meet), pl.meet
		d.area(theme.Card, theme.Ink, 2, rounded(x-pl.roadWide*0.8, y-pl.roadWide*1.1, pl.roadWide*1.6, pl.roadWide*2.2, 3)...)
		d.line(theme.Ink, 3, Point{x, y - pl.roadWide*0.6}, Point{x, y + pl.roadWide*0.15})
		d.disc(theme.Ink, x, y+pl.roadWide*0.6, 1.9)
	default:
		thick(shieldToken(p))
	}
}

// bars stand on the road that a carrier refuses.
func (d *drawing) bars(size Size, p Picture) {
	if p.Setting[network.Carrier] != network.Refuses {
		return
	}
	pl := size.plan()
	k := theme.Ink
	if p.Seat == Carrier {
		k = theme.You
	}
	for i := range 2 {
		x := pl.bars + 8*float64(i)
		d.line(k, 3.5, Point{x, pl.road[1] - pl.roadWide}, Point{x, pl.road[1] + pl.roadWide})
	}
}

// archive is a shelf below and aside, on ground that the flood leaves free.
func (d *drawing) archive(size Size, p Picture) {
	pl := size.plan()
	if p.Tide() == Through {
		x, y := pl.cut[0], pl.cut[1]
		edge := append([]Point{{x, pl.height}, {x, y + 12}}, arc(x+12, y+12, 12, 3.1416, 4.7124)...)
		edge = append(edge, Point{pl.width, y})
		d.area(theme.Card, theme.None, 0, append(edge, Point{pl.width, pl.height})...)
		d.line(theme.Edge, 1.5, edge...)
	}
	x, y, w := pl.shelf[0], pl.shelf[1], pl.shelf[2]
	k := theme.Ink
	if p.Seat == Archive {
		k = theme.You
	}
	sheets := k
	if p.Setting[network.Archive] == network.Hides {
		sheets = theme.Edge
	}
	for i := range pl.copies {
		d.put(page(sheets), x+4+17*float64(i), y-18, 1)
	}
	d.line(k, 2.5, Point{x, y}, Point{x + w, y})
	d.line(k, 2.5, Point{x + 4, y}, Point{x + 4, y + 7})
	d.line(k, 2.5, Point{x + w - 4, y}, Point{x + w - 4, y + 7})
	if p.Setting[network.Archive] == network.Hides {
		d.line(k, 2.5, Point{x - 3, y - 22}, Point{x + w + 3, y + 6})
		d.line(k, 2.5, Point{x - 3, y + 6}, Point{x + w + 3, y - 22})
	}
}

// country is a dashed line round those whose networks refuse by a rule.
func (d *drawing) country(size Size, p Picture) {
	for i, f := range p.Report.Fates {
		if f == network.Forbidden {
			at, r := size.Place(i), 17*size.Person()
			corners := rounded(at.X-r, at.Y-24*size.Person(), 2*r, 36*size.Person(), 4)
			d.dashed(theme.Muted, 1.8, 4, 4, append(corners, corners[0])...)
		}
	}
}
