package mirror

import (
	"hardcases/game/play"
	"hardcases/game/view"
)

// screen is a small decision with one of everything.
func screen(id string, more ...view.Node) *view.Node {
	return &view.Node{ID: id, Role: view.Document, Name: "A decision", Children: append([]view.Node{
		{ID: "bar", Role: view.Banner, Children: []view.Node{
			{ID: "log", Role: view.Button, Text: "Log", Name: "Open the log", On: play.Show{Screen: play.Log}, Keys: []string{"l"}},
		}},
		{ID: "main", Role: view.Main, Children: []view.Node{
			{ID: "title", Role: view.Heading, Level: 1, Look: view.Title, Text: "What do you say?"},
			{ID: "facts", Role: view.List, Children: []view.Node{
				{ID: "fact-1", Role: view.ListItem, Mark: "1", Children: []view.Node{
					{ID: "fact-1-text", Role: view.Paragraph, Children: []view.Node{
						{ID: "fact-1-a", Role: view.TextRole, Text: "A "},
						{ID: "fact-1-b", Role: view.Button, Look: view.Term, Text: "registrar", On: play.OpenTerm{Term: "registrar"}},
						{ID: "fact-1-c", Role: view.TextRole, Text: " acts."},
					}},
				}},
			}},
			{ID: "quote", Role: view.Paragraph, Text: "bonjour", Lang: "fr"},
			{ID: "options", Role: view.RadioGroup, Name: "Options", Children: []view.Node{
				{ID: "option-a", Role: view.Radio, Mark: "A", Checked: true, On: play.Choose{Option: "a"}, Keys: []string{"a", "1"}, Children: []view.Node{
					{ID: "option-a-label", Role: view.Strong, Text: "Wait"},
				}},
				{ID: "option-b", Role: view.Radio, Mark: "B", On: play.Choose{Option: "b"}, Keys: []string{"b", "2"}, Children: []view.Node{
					{ID: "option-b-label", Role: view.Strong, Text: "Act"},
				}},
			}},
			{ID: "ladder", Role: view.Figure, Name: "The ladder", Text: "You stand at 20.", Chart: &view.Chart{
				Kind:   view.Ladder,
				Series: []view.Series{{Kind: view.You, Name: "You", Points: []view.Point{{X: 20}}}},
				Table:  [][]string{{"Option", "Place"}, {"Wait", "20"}},
			}},
			{ID: "commit", Role: view.Button, Look: view.Primary, Text: "Commit", On: play.Commit{}, Disabled: true, Keys: []string{"Enter"}},
			{ID: "back", Role: view.Button, Text: "Back", On: play.Back{}, Keys: []string{"Escape"}},
			{ID: "still", Role: view.Status, Text: "Choose a reason."},
		}},
	}, more...)}
}

func sheet(id string) view.Node {
	return view.Node{ID: id, Role: view.Dialog, Name: id, Children: []view.Node{
		{ID: id + "-title", Role: view.Heading, Level: 2, Text: "Who says so?"},
		{ID: id + "-close", Role: view.Button, Text: "Close", On: play.Back{}, Keys: []string{"Escape"}},
	}}
}
