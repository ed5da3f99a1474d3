package network

import "slices"

// Switch is one thing in the network that can be otherwise.
type Switch uint8

// The switches, in the order in which a request meets what they change; the flood
// and the rule of law, which come from outside, stand last.
const (
	Shield Switch = iota
	Name
	Carrier
	Host
	Size // of the host's line
	Archive
	Flood
	Law
	switches
)

// Value is one position of a switch. Zero is that of a quiet day.
type Value uint8

// Positions of Shield. The site is a customer of the player's at first.
const (
	Yours   Value = iota // stands in front of the host, filters, keeps copies
	Aside                // stepped aside: what comes is passed on to the host's own address
	Another              // another firm stands there in your place
	Notice               // answers every request with a notice in place of the page
)

// Positions of Name.
const (
	InPlace Value = iota
	Held          // taken out of the name service
	Moved         // held, and the site goes by another name, which visitors must learn
)

// Positions of Carrier: one of the two roads.
const (
	Open Value = iota
	Refuses
)

// Positions of Host.
const (
	Keeps Value = iota
	Locks
)

// Positions of Size.
const (
	Small Value = iota
	Large
)

// Positions of Archive.
const (
	Shows Value = iota
	Hides
)

// Positions of Flood.
const (
	Calm Value = iota
	Heavy
	Moderate
)

// Positions of Law.
const (
	NoRule     Value = iota
	OneCountry       // networks in one country must not carry the site
)

// known is one switch as packs and saved games write it.
type known struct {
	id     string
	values []string
}

// table has the names of switches and values, each in the order of its constants.
func table() [switches]known {
	return [switches]known{
		Shield:  {"shield", []string{"yours", "none", "another", "notice"}},
		Name:    {"name", []string{"in-place", "on-hold", "moved"}},
		Carrier: {"carrier", []string{"open", "refuses"}},
		Host:    {"host", []string{"keeps", "locks"}},
		Size:    {"size", []string{"small", "large"}},
		Archive: {"archive", []string{"shows", "hides"}},
		Flood:   {"flood", []string{"none", "heavy", "moderate"}},
		Law:     {"law", []string{"none", "one-country"}},
	}
}

// ID is what packs and saved games call a switch, "" for none of this model's.
func (w Switch) ID() string {
	if w >= switches {
		return ""
	}
	return table()[w].id
}

// Values are the names of a switch's positions, in the order of their constants.
func (w Switch) Values() []string {
	if w >= switches {
		return nil
	}
	return table()[w].values
}

// Parse finds a switch and a position of it by their names.
func Parse(id, value string) (w Switch, v Value, ok bool) {
	w, ok = ByID(id)
	if !ok {
		return 0, 0, false
	}
	i := slices.Index(w.Values(), value)
	return w, Value(max(i, 0)), i >= 0
}

// ByID finds a switch by its name.
func ByID(id string) (w Switch, ok bool) {
	all := table()
	i := slices.IndexFunc(all[:], func(k known) bool { return k.id == id })
	return Switch(max(i, 0)), i >= 0
}

// ID is the name of a switch's position.
func (s Setting) ID(w Switch) string { return w.Values()[s[w]] }

// Valid says whether every switch has one of its positions.
func (s Setting) Valid() bool {
	for i, v := range s {
		if int(v) >= len(Switch(i).Values()) {
			return false
		}
	}
	return true
}
