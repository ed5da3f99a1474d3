package main

// Claims are ids of claims.
type Claims []string

// Turns are switches of the working model, each with a position of it.
type Turns map[string]string

// Try is a question that players guess, and then try in the working model.
type Try struct {
	ID       string              `json:"id"`
	Start    Turns               `json:"start,omitempty" jsonschema:"description=How the switches stand at first\\, such as flood: heavy. All others stand as on a quiet day."`
	Switches map[string][]string `json:"switches" jsonschema:"description=The switches that players can turn\\, in order\\, each with its positions. shield: yours\\, none\\, another\\, notice. name: in-place\\, on-hold\\, moved. carrier: open\\, refuses. host: keeps\\, locks. size: small\\, large. archive: shows\\, hides. flood: none\\, moderate\\, heavy. law: none\\, one-country."`
	Turns    Turns               `json:"turns" jsonschema:"description=What the question asks to be turned\\, in order."`
	Hours    int                 `json:"hours,omitempty" jsonschema:"minimum=0,maximum=1000,description=How many hours are then let pass."`
	Reached  int                 `json:"reached" jsonschema:"minimum=0,maximum=10,description=How many of ten visitors then get the page. The check runs the model."`
	Options  []string            `json:"options" jsonschema:"minItems=2,maxItems=6"`
	Answer   string              `json:"answer" jsonschema:"description=Id of the right option."`
	Claims   []string            `json:"claims" jsonschema:"minItems=1,maxItems=16,description=What the answer rests on."`
}

// Became is what became of a site.
type Became struct {
	Options []string `json:"options" jsonschema:"minItems=2,maxItems=6,description=Of the question that is asked before it is shown."`
	Answer  string   `json:"answer" jsonschema:"description=Id of the right option."`
	Breaks  []Moment `json:"breaks,omitempty" jsonschema:"maxItems=16,description=Days from which the line of time has another scale."`
	Changes []Change `json:"changes" jsonschema:"minItems=1,maxItems=64,description=In the order of their dates."`
	Until   Moment   `json:"until,omitempty" jsonschema:"description=The last day that is told of: there the lanes end."`
}

// Change is something that changed.
type Change struct {
	ID     string            `json:"id"`
	Date   Moment            `json:"date"`
	Step   bool              `json:"step,omitempty" jsonschema:"description=Somebody took a step. It is marked in the first lane."`
	Lanes  map[string]string `json:"lanes" jsonschema:"description=name\\, lookup\\, shield\\, host\\, carrier\\, archive\\, visitors: in-place\\, partly\\, gone or unknown from then on."`
	Claims []string          `json:"claims" jsonschema:"minItems=1,maxItems=16"`
}
