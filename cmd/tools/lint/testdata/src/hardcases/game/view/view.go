package view

type Node struct {
	Role, ID, Text, Name, Mark string
	Children                   []Node
}

func say(key string) string { return key }

var n = Node{Role: "not shown here", Text: "Press commit", Children: []Node{ // want "Text is shown to players"
	{Name: "The road", Text: say("a.b.c")}, // want "Name is shown to players"
}}

var fine = Node{Text: say("home.start"), Name: "x", Mark: "+ 3"}

func set(n *Node) {
	n.Text, n.ID = say(`Step one of all cases`), `two words` // want "Text is shown to players"
}
