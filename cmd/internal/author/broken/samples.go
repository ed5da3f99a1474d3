package broken

import "strings"

// Samples are the broken samples: one or more for each rule of the linter.
func Samples() []Sample {
	const p, en, fr = "pack.yaml", "en.yaml", "fr.yaml"
	return []Sample{
		{"yaml-syntax", "pack.yaml:13:51", []edit{{p, "actors: [company, record]", "actors: [company, record"}}},
		{"yaml-key-unknown", "pack.yaml:99:9", []edit{{p, "    caveats:", "    caveat:"}}},
		{"yaml-key-missing", "pack.yaml:78:9", []edit{{p, "        happened: b\n", ""}}},
		{"yaml-key-twice", "en.yaml:4:3", []edit{{en, "  title: The ferry\n", "  title: The ferry\n  title: The boat\n"}}},
		{"yaml-type", "pack.yaml:69:14", []edit{{p, "minutes: 5", "minutes: five"}}},
		{"yaml-date", "pack.yaml:48:12", []edit{{p, "since: 2020-03-06", "since: 2020-02-30"}}},
		{"yaml-locale", "fr.yaml:1:9", []edit{{fr, "locale: fr", "locale: en"}}},
		{"file-missing", "pack.yaml:9:19", []edit{{p, "locales: [en, fr]", "locales: [en, fr, de]"}}},
		{"file-stray", "fr.yaml:1:1", []edit{{p, "locales: [en, fr]", "locales: [en]"}}},

		{"id-odd", "pack.yaml:14:24", []edit{{p, "glossary: [inspection]", "glossary: [inspection, le bac]"}}},
		{"id-twice", "pack.yaml:100:9", []edit{{p, "- id: A2", "- id: A1"}}},
		{"head-missing", "pack.yaml:7:10", []edit{{p, "licence: CC0-1.0", "licence: \"\""}}},
		{"claim-missing", "pack.yaml:86:40", []edit{{p, "{id: f2, claims: [C-ROUTE]}", "{id: f2, claims: [C-ROUTE, C-RUOTE]}"}}},
		{"source-missing", "pack.yaml:98:41", []edit{{p, "sources: [S-COMPANY, S-GAZETTE]\n        caveats", "sources: [S-COMPANY, S-GAZETTE, S-RADIO]\n        caveats"}}},
		{"principle-missing", "pack.yaml:91:87", []edit{{p, "strains: [precedent]", "strains: [precedent, luck]"}}},
		{"layer-missing", "pack.yaml:104:15", []edit{{p, "seat: island", "seat: mainland"}}},
		{"actor-missing", "pack.yaml:103:16", []edit{{p, "actor: record", "actor: captain"}}},
		{"claim-unused", "pack.yaml:43:3", []edit{{p, "{id: f2, claims: [C-ROUTE]}", "{id: f2, claims: [C-CRACK]}"}}},
		{"source-unused", "pack.yaml:17:3", []edit{{p, "sources:\n", "sources:\n  S-RADIO: {title: Heard, publisher: Radio Lund, kind: press, confidence: copy}\n"}}},

		{"claim-no-source", "pack.yaml:42:14", []edit{{p, "    sources: [S-GAZETTE]\n", "    sources: []\n"}}},
		{"claim-no-since", "pack.yaml:43:3", []edit{{p, "    since: 2019-06-01\n", ""}}},
		{"claim-says", "pack.yaml:41:11", []edit{{p, "says: press", "says: everybody"}}},
		{"claim-of", "pack.yaml:52:3", []edit{{p, "    of: words                 # not what it did, nor why\n", ""}}},
		{"claim-seen", "pack.yaml:55:9", []edit{{p, "of: words                 # not what it did, nor why\n    sources: [S-COMPANY, S-GAZETTE]", "of: seen\n    sources: [S-COMPANY]"}}},
		{"source-no-title", "pack.yaml:25:12", []edit{{p, "title: Notice to passengers", "title: \"\""}}},
		{"source-no-publisher", "pack.yaml:24:3", []edit{{p, "    publisher: Lund Ferries\n", ""}}},
		{"source-kind", "pack.yaml:21:11", []edit{{p, "kind: press", "kind: paper"}}},
		{"source-confidence", "pack.yaml:29:17", []edit{{p, "confidence: copy", "confidence: sure"}}},

		{"no-hindsight", "pack.yaml:85:31", []edit{{p, "opening: [C-CRACK]", "opening: [C-ROUTE]"}, {p, "since: 2020-03-02         # the day", "since: 2020-03-03         # the day"}, {p, "    sources: [S-GAZETTE]\n", "    sources: [S-COMPANY]\n"}}},
		{"since-late", "pack.yaml:53:12", []edit{{p, "    sources: [S-COMPANY, S-GAZETTE]\n", "    sources: [S-GAZETTE]\n"}}},
		{"inside-late", "pack.yaml:57:37", []edit{{p, "    sources: [S-COMPANY, S-GAZETTE]\n", "    sources: [S-COMPANY, S-GAZETTE]\n    inside: {actor: company, since: 2020-03-05}\n"}}},
		{"plan-order", "pack.yaml:180:42", []edit{{p, "steps: [A1], older: [A2]", "steps: [A2, A1]"}}},
		{"since-vague", "pack.yaml:86:31", []edit{{p, "since: 2019-06-01", "since: 2020-03"}}},
		{"date-exact", "pack.yaml:97:28", []edit{{p, "since: 2020-04-20", "since: 2020-04"}}},
		{"early-source", "pack.yaml:85:49", []edit{{p, "{id: f1, claims: [C-CRACK]}", "{id: f1, claims: [C-CRACK], early: [S-COMPANY]}"}}},
		{"date-vague", "pack.yaml:80:15", []edit{{p, "kind: decision\n        date: 2020-03-02", "kind: decision\n        date: 2020-03"}}},
		{"step-order", "pack.yaml:102:15", []edit{
			{p, "date: 2020-12-31", "date: 2020-03-02"},
			{p, "draw: {from: 2020-03-03, top: 100, claims: [C-CALM]}", "draw: {from: 2020-03-02, top: 100, claims: [C-CRACK]}"},
			{p, "{id: f1, claims: [C-CALM]}", "{id: f1, claims: [C-CRACK]}"},
			{p, "{id: f2, claims: [C-STORM]}", "{id: f2, claims: [C-CRACK]}"},
			{p, "{id: f3, claims: [C-REPAIR]}", "{id: f3, claims: [C-CRACK]}"},
		}},
		{"then-early", "pack.yaml:96:28", []edit{{p, "{id: t1, date: 2020-03-06, claims: [C-STORM]}", "{id: t1, date: 2020-03-01, claims: [C-STORM]}"}}},
		{"outcome-early", "pack.yaml:94:27", []edit{{p, "outcome: [C-CALM]", "outcome: [C-CALM, C-ROUTE]"}}},
		{"spoiler", "pack.yaml:97:59", []edit{{p, "{id: t2, date: 2020-04-20, claims: [C-REPAIR]}", "{id: t2, date: 2020-04-20, claims: [C-REPAIR, C-COUNT]}"}}},

		{"step-kind", "pack.yaml:79:15", []edit{{p, "kind: decision", "kind: riddle"}}},
		{"known-count", "pack.yaml:84:9", []edit{
			{p, "          - {id: f3, claims: [C-STORM]}\n", ""},
			{en, "          f3: {first: \"A storm may come this week:\", more: the harbour office has told you so., rest: Nobody else knows yet.}\n", ""},
			{fr, "          f3: {first: \"Une tempête peut venir cette semaine\u202f:\", more: la capitainerie vous l’a dit., rest: Personne d’autre ne le sait encore.}\n", ""},
		}},
		{"reasons-count", "pack.yaml:88:18", []edit{{p, "reasons: [safety, service, openness, precedent]", "reasons: [safety, service, openness]"}}},
		{"reason-unserved", "pack.yaml:88:36", []edit{{p, "serves: [openness], strains: [precedent]", "strains: [precedent]"}}},
		{"then-count", "pack.yaml:95:9", []edit{
			{p, "          - {id: t2, date: 2020-04-20, claims: [C-REPAIR]}\n", ""},
			{en, "          t2: The repair took five weeks.\n", ""},
			{fr, "          t2: La réparation a pris cinq semaines.\n", ""},
		}},
		{"sources-count", "pack.yaml:120:18", []edit{{p, "sources: [S-INQUIRY, S-GAZETTE]", "sources: [S-INQUIRY]"}}},
		{"caveat", "en.yaml:59:7", []edit{{en, "        caveat: \"One side only: how the company decided is known from its own words.\"\n", ""}}},

		{"options-count", "pack.yaml:111:9", []edit{
			{p, "          - {id: c, ladder: 100, match: none}\n", ""},
			{en, "          c: {label: As many as before, short: as many as before, name: as before, why: There was a change.}\n", ""},
			{fr, "          c: {label: Autant qu’avant, short: autant qu’avant, name: autant qu’avant, why: Il y a eu un changement.}\n", ""},
		}},
		{"ladder-order", "pack.yaml:91:29", []edit{{p, "{id: b, ladder: 40,", "{id: b, ladder: 0,"}}},
		{"ladder-range", "pack.yaml:114:29", []edit{{p, "{id: c, ladder: 100, match: none}", "{id: c, ladder: 110, match: none}"}}},
		{"match-grade", "pack.yaml:92:41", []edit{{p, "ladder: 100, match: partial", "ladder: 100, match: half"}}},
		{"match-shared", "pack.yaml:90:39", []edit{
			{p, "match: none, serves: [service, precedent]", "match: none, does: [sails], serves: [service, precedent]"},
			{p, "match: full, serves: [openness]", "match: full, does: [sails], serves: [openness]"},
			{p, "match: partial, serves: [safety]", "match: partial, does: [sails], serves: [safety]"},
		}},
		{"match-full", "pack.yaml:93:19", []edit{{p, "happened: b", "happened: d"}}},
		{"serves-and-strains", "pack.yaml:92:87", []edit{{p, "strains: [service]", "strains: [service, safety]"}}},
		{"stands-out", "en.yaml:71:22", []edit{{en, "You say why, and decide each morning.", "You say why, and decide each morning with the harbour office, the captain and the crew."}}},

		{"key-step", "pack.yaml:70:10", []edit{{p, "key: A1", "key: A9"}}},
		{"voice-side", "pack.yaml:75:24", []edit{{p, "- {id: v2, side: far, claims: [C-COUNT]}", "- {id: v2, side: far, claims: [C-COUNT]}\n      - {id: v3, side: left}"}, {en, "    open:\n", "      v3: Somebody said something else.\n    open:\n"}, {fr, "    open:\n", "      v3: Quelqu’un a dit autre chose.\n    open:\n"}}},
		{"sides-unequal", "pack.yaml:72:5", []edit{{p, "side: far", "side: other"}}},

		{"round-third", "pack.yaml:153:16", []edit{{p, "kind: fault", "kind: sort"}}},
		{"round-odd", "pack.yaml:146:13", []edit{{p, "kind: fault", "kind: riddle"}}},
		{"round-answer", "pack.yaml:154:15", []edit{{p, "answer: a", "answer: b"}}},
		{"round-words", "pack.yaml:153:16", []edit{{p, "{id: c, judges: faulty}, {id: a, judges: faulty}, {id: b, judges: sound}]", "{id: b, judges: sound}, {id: c, judges: faulty}, {id: a, judges: faulty}]"}}},
		{"desk-balance", "pack.yaml:144:3", []edit{{p, "      sound: true\n      shows: clocks", "      sound: false\n      shows: clocks"}, {p, "      answer: b\n\ncheck", "      answer: a\n\ncheck"}}},
		{"check-parallel", "pack.yaml:173:11", []edit{{p, "{id: b2, sound: false, tests: number}", "{id: b2, sound: false, tests: clock}"}}},
		{"check-balance", "pack.yaml:167:7", []edit{
			{p, "{id: a2, sound: false,", "{id: a2, sound: true,"},
			{p, "    - id: b\n      items:\n        - {id: b1, sound: true, tests: attribution}\n        - {id: b2, sound: false, tests: number}\n", ""},
			{en, "    b:\n      b1: {text: \"The teacher says that the school trip is off, the Gazette reports.\", why: It says who says so.}\n      b2: {text: \"Most teachers will leave, said one who is leaving.\", why: One teacher cannot know.}\n", ""},
			{fr, "    b:\n      b1: {text: \"La sortie scolaire est annulée, dit l’institutrice, selon la Gazette.\", why: On sait qui le dit.}\n      b2: {text: \"La plupart des professeurs vont partir, a dit l’un d’eux, qui part.\", why: Un professeur ne peut pas le savoir.}\n", ""},
		}},

		{"plan-step", "pack.yaml:180:42", []edit{{p, "steps: [A1], older: [A2]", "steps: [A1, A4], older: [A2]"}}},
		{"plan-older", "pack.yaml:181:37", []edit{{p, "    seat: ferry\n    minutes: 5\n", "    seat: ferry\n    minutes: 5\n    older: true\n"}}},
		{"plan-opening", "pack.yaml:78:9", []edit{{p, "        opening: [C-CRACK]    # what a class must know that begins the case here\n", ""}, {en, "        opening: {who: \"You are the company that sails the ferry to Lund, the only one there is.\", news: A passenger has photographed a crack in your hull., why: An island waits for your answer., can: \"sail, wait or stop.\", cannot: close the port.}\n", ""}, {fr, "        opening: {who: \"Vous êtes la compagnie qui fait naviguer le bac de Lund, le seul qu’il y ait.\", news: Une passagère a photographié une fissure de votre coque., why: Une île attend votre réponse., can: \"partir, attendre ou arrêter.\", cannot: fermer le port.}\n", ""}}},
		{"way-length", "pack.yaml:77:5", []edit{{p, "      - id: A1\n        kind: decision\n", "      - id: A1\n        kind: decision\n        more: true\n"}}},
		{"minutes", "pack.yaml:69:14", []edit{{p, "minutes: 5", "minutes: 1"}}},
		{"words-briefing", "en.yaml:45:5", []edit{{en, "You run the ferry to Lund.", "You run the ferry to Lund." + many(25)}}},
		{"words-decision", "en.yaml:59:7", []edit{{en, "An inspection takes ten days.", "An inspection takes ten days." + many(80)}}},
		{"words-estimate", "en.yaml:83:7", []edit{{en, "Nobody had counted yet.", "Nobody had counted yet." + many(50)}}},
		{"words-reveal", "en.yaml:59:7", []edit{{en, "The ferry sailed on calm days. The", "The ferry sailed on calm days." + many(60) + " The"}}},
		{"words-debrief", "en.yaml:60:16", []edit{{en, "short: sail as always,", "short: sail as we did on all days of the year so far,"}}},
		{"words-far", "fr.yaml:59:7", []edit{{fr, "Une inspection prend dix jours.", "Une inspection prend dix jours." + many(150)}}},
		{"plan-pace", "pack.yaml:178:18", []edit{{p, "minutes: 20", "minutes: 4"}}},

		{"model-rule", "pack.yaml:182:1", []edit{{p, "  store: [C-NAMES]\n", ""}}},
		{"model-switch", "pack.yaml:125:9", []edit{{p, "switches: {name: [in-place, on-hold]}", "switches: {name: [in-place, moved]}"}, {p, "  store: [C-NAMES]\n", "  store: [C-NAMES]\n  new-name: [C-NAMES]\n"}}},
		{"model-shows", "pack.yaml:126:18", []edit{{p, "reached: 3 ", "reached: 4 "}}},
		{"model-event", "pack.yaml:183:16", []edit{{p, "directions: [C-NAMES]", "directions: [C-ROUTE]"}}},
		{"guess-answer", "pack.yaml:128:17", []edit{{p, "        answer: b\n        claims: [C-NAMES]", "        answer: d\n        claims: [C-NAMES]"}}},
		{"lane-order", "pack.yaml:137:26", []edit{{p, "{id: n3, date: 2021,", "{id: n3, date: 2019,"}}},
		{"lane-lost", "pack.yaml:137:32", []edit{{p, "lanes: {host: unknown}", "lanes: {host: lost}"}}},
		{"lane-end", "pack.yaml:130:5", []edit{{p, "      until: 2021             # the last day that is told of\n", ""}}},
		{"lane-long", "pack.yaml:136:47", []edit{{p, "until: 2021 ", "until: 2022 "}}},
		{"draw-from", "pack.yaml:110:22", []edit{{p, "draw: {from: 2020-03-03", "draw: {from: 2021-01"}}},
		{"lane-exact", "pack.yaml:137:26", []edit{{p, "{id: n3, date: 2021,", "{id: n3, date: 2021-01-15T09:30Z,"}}},

		{"gentle-words", "en.yaml:82:19", []edit{{en, "cases:\n", "gentle:\n  match: [doctor]\ncases:\n"}, {fr, "cases:\n", "gentle:\n  match: [docteur]\ncases:\n"}}},
		{"gentle-same", "en.yaml:80:24", []edit{{en, "        lost: Shops on the island\n", "        lost: Shops on the island\n        gentle: {lost: Shops on the island}\n"}, {fr, "        lost: Les commerces de l’île\n", "        lost: Les commerces de l’île\n        gentle: {lost: Des commerces}\n"}}},
		{"gentle-long", "en.yaml:80:24", []edit{{en, "        lost: Shops on the island\n", "        lost: Shops on the island\n        gentle: {lost: Some of the smaller shops on the island that live from visitors}\n"}, {fr, "        lost: Les commerces de l’île\n", "        lost: Les commerces de l’île\n        gentle: {lost: Des commerces}\n"}}},
		{"string-missing", "fr.yaml:83:7", []edit{{fr, "        unknown: Personne n’avait encore compté.\n", ""}}},
		{"distance-missing", "en.yaml:70:11", []edit{{en, ", why: The timetable changed.", ""}}},
		{"discuss-missing", "en.yaml:83:7", []edit{{en, "        discuss: What could have been counted instead?\n", ""}}},
		{"stakes-missing", "fr.yaml:83:7", []edit{{fr, "        lost: La compagnie du bac\n", ""}}},
		{"string-stale", "en.yaml:21:12", []edit{{en, "actors:\n", "actors:\n  captain: The captain\n"}}},
		{"too-long", "en.yaml:60:16", []edit{{en, "There is a crack in your hull. Do you sail tomorrow?", "A photographed crack in your hull. Notwithstanding the weather forecast, do you sail?"}}},
		{"quote-changed", "fr.yaml:37:11", []edit{{fr, "C-CALM: We would rather be slow than sorry.", "C-CALM: Mieux vaut tard que jamais."}}},

		{"claim-forbidden", "pack.yaml:29:17", []edit{{p, "confidence: copy", "confidence: memory"}}},
		{"forum-address", "pack.yaml:23:14", []edit{{p, "https://example.org/lund-ferry", `"https://8kun\x2ecc/"`}}},
		{"web-address", "en.yaml:6:9", []edit{{en, "Nobody is hurt.", "See example.org for more."}}},
		{"source-address", "pack.yaml:23:14", []edit{{p, "https://example.org/lund-ferry", "example.org/lund-ferry"}}},
		{"quote-long", "en.yaml:73:9", []edit{{en, "“We would rather be slow than sorry.”", "“We would rather be slow than sorry, and we ask all of our passengers for patience.”"}}},
		{"quote-open", "en.yaml:73:9", []edit{{en, "than sorry.”", "than sorry."}}},

		{"hidden-character", "en.yaml:91:15", []edit{{en, "The spring was stormy.", `"The spring was \u200bstormy."`}}},
		{"glyph-missing", "en.yaml:91:15", []edit{{en, "The spring was stormy.", "The spring was stormy ☂."}}},
		{"typography", "fr.yaml:60:16", []edit{{fr, "Partez-vous demain\u202f?", "Partez-vous demain ?"}}},
	}
}

// many is so many words more.
func many(n int) string { return strings.Repeat(" word", n) }
