package view

import (
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// openFrom is where on a lane its beginning ends, while its end is to be guessed.
const openFrom = 40

// laneEnds asks how each lane stood at the end: as it began, its end open, with the
// choices at that.
func (w *writer) laneEnds(b *pack.Became) []Node {
	asked := b.Asked()
	if len(asked) == 0 {
		return nil
	}
	chart := &Chart{
		Kind: LaneChart, Key: w.laneKey(YourEnd),
		XTicks: []Tick{{0, w.Strings.ShortDate(b.Changes[0].Date)}, {100, w.Strings.ShortDate(b.Last())}},
		Table:  [][]string{{w.t("became.layer"), w.t("became.first")}},
	}
	figure := Node{ID: "lanes", Role: Figure, Name: w.t("became.lanes"), Chart: chart}
	for _, lane := range asked {
		name, group := w.t("became.lane-"+string(lane)), "end-"+string(lane)
		first, _ := b.Stood(lane)
		stand := standOf(lane, first)
		yours, guessed := w.endGuess(lane)
		choices := Node{ID: group, Role: RadioGroup, Look: Chips, Name: w.t("became.end", locale.A("lane", name)),
			Children: []Node{heading(group+"-name", 3, Label, name)}}
		for _, s := range pack.Stands() {
			choices.Children = append(choices.Children, Node{
				ID: group + "-" + string(s), Role: Radio, Look: Chip, Text: w.endStand(lane, s),
				Checked: guessed && s == yours, On: play.Guess{Try: play.EndGuess(lane), Option: string(s)},
			})
		}
		figure.Children = append(figure.Children, choices)
		row := Lane{Name: name, Pieces: []LanePiece{{0, openFrom, stand}, {openFrom, 100, Open}}, Yours: Open, Choices: group}
		if guessed {
			row.Yours = standOf(lane, yours)
		}
		chart.Lanes = append(chart.Lanes, row)
		chart.Table = append(chart.Table, []string{name, w.t("became.key-" + string(stand))})
	}
	return []Node{card("ends", w.t("became.ends", locale.A("date", w.Strings.Date(b.Last()))), figure, para("ends-hint", Small, w.t("became.ends-hint")))}
}

// besideEnds puts the ends that the player guessed beside those that it came to.
func (w *writer) besideEnds(card *Node, b *pack.Became) {
	lanes := Find(card, "lanes")
	for i, lane := range pack.Lanes() {
		yours, guessed := w.endGuess(lane)
		if !guessed {
			continue
		}
		if len(card.Children) == 1 {
			lanes.Chart.Key = append(lanes.Chart.Key, w.signKey(YourEnd))
		}
		lanes.Chart.Lanes[i].Yours = standOf(lane, yours)
		was := w.t("became.end-unknown")
		if _, end := b.Stood(lane); end != pack.Unknown {
			was = w.t("became.end-was", locale.A("stand", w.endStand(lane, end)))
		}
		id := "ended-" + string(lane)
		card.Children = append(card.Children, Node{ID: id, Role: Paragraph, Look: Body, Children: []Node{
			{ID: id + "-lane", Role: Strong, Text: lanes.Chart.Lanes[i].Name},
			{ID: id + "-dot", Role: TextRole, Text: " · "},
			{ID: id + "-yours", Role: TextRole, Look: YourWords, Text: w.t("became.end-yours", locale.A("stand", w.endStand(lane, yours)))},
			{ID: id + "-was", Role: TextRole, Text: " " + was},
		}})
	}
}

// endGuess is what the player guessed of a lane's end; ok is false for nothing.
func (w *writer) endGuess(lane pack.Lane) (yours pack.Stand, ok bool) {
	option, ok := w.state.Guessed(w.theCase.ID, play.EndGuess(lane))
	return pack.Stand(option), ok
}

// endStand is a stand in a word or two.
func (w *writer) endStand(lane pack.Lane, s pack.Stand) string {
	key := string(standOf(lane, s))
	if lane == pack.VisitorsLane && s == pack.Gone {
		key = "unreached"
	}
	return w.t("became.end-" + key)
}
