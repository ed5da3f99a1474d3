package kit

import (
	"strings"

	"hardcases/game/element"
)

// page writes one paper: its head, and what write adds.
func (k *maker) page(title string, write func()) string {
	k.at = element.New("main")
	write()
	d := element.Document{
		Lang: k.Strings.Locale(), Title: k.t(title) + " · " + k.lessonName(), Style: style, Body: []*element.Element{k.at},
	}
	if k.options.Paper != "" {
		d.Style += "@page{size:" + string(k.options.Paper) + ";margin:8mm 10mm}"
	}
	return d.HTML()
}

// el adds one element of text; class may be "".
func (k *maker) el(tag, class, text string) { k.at.Add(element.Of(tag, class, text)) }

// words adds bare text, beside elements.
func (k *maker) words(text string) { k.at.Add(element.Words(text)) }

// in adds an element around those that write adds.
func (k *maker) in(tag, class string, write func()) {
	around := k.at
	k.at = element.Of(tag, class, "")
	around.Add(k.at)
	write()
	k.at = around
}

// prose writes paragraphs, which an empty line divides.
func (k *maker) prose(text string) {
	for _, p := range strings.Split(strings.TrimSpace(text), "\n\n") {
		k.el("p", "", strings.ReplaceAll(p, "\n", " "))
	}
}

// list writes the lines of a text of the interface as a list.
func (k *maker) list(tag, key string) {
	k.in(tag, "", func() {
		for _, line := range strings.Split(strings.TrimSpace(k.t(key)), "\n") {
			k.el("li", "", line)
		}
	})
}

// labelled writes a paragraph that begins with bold words.
func (k *maker) labelled(class, label, text string) {
	k.in("p", class, func() {
		k.el("strong", "", label)
		k.words(" " + text)
	})
}

// table writes rows; the first holds the headings.
func (k *maker) table(class string, rows [][]string) {
	k.in("table", class, func() {
		for r, row := range rows {
			k.in("tr", "", func() {
				for c, cell := range row {
					tag := "td"
					if r == 0 || c == 0 {
						tag = "th"
					}
					k.el(tag, "", cell)
				}
			})
		}
	})
}

// lines leaves room to write by hand.
func (k *maker) lines(n int) {
	for range n {
		k.el("div", "line", "")
	}
}

// style is for paper: no colour carries meaning, and nothing is cut that belongs
// together.
const style = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{font:11pt/1.33 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",Verdana,"DejaVu Sans",sans-serif;color:#111;background:#fff;margin:0}
main{max-width:180mm;margin:10mm auto;padding:0 4mm}
h1,h2,h3{font-family:Newsreader,Georgia,"DejaVu Serif",serif;line-height:1.15;break-after:avoid;break-inside:avoid;margin:.9em 0 .3em}
h1{font-size:19pt;margin-top:0}h2{font-size:14.5pt}h3{font-size:12pt}
p{margin:.35em 0;orphans:3;widows:3}
ul,ol{margin:.3em 0;padding-left:1.9em}
li{margin:.15em 0;break-inside:avoid}
section,figure,.keep{break-inside:avoid}
table{border-collapse:collapse;width:100%;margin:.5em 0;break-inside:avoid}
tr{break-inside:avoid}
thead{display:table-header-group}
th,td{text-align:left;vertical-align:top;border:1px solid #777;padding:.25em .5em;font-weight:400}
th{font-weight:700}
.meta,.note{color:#333;font-size:9pt;line-height:1.25}
.meta,.joins{break-after:avoid}
.facts li{margin:.2em 0}
.option{border:1.2pt solid #222;border-radius:2mm;padding:1.2mm 3mm;margin:1.2mm 0;break-inside:avoid;display:flex;gap:3mm}
.option .words{flex:1}
.box{flex:none;width:4.5mm;height:4.5mm;border:1.2pt solid #222;border-radius:1mm;margin-top:.6mm}
.row{display:flex;flex-wrap:wrap;gap:1.5mm 6mm;margin:1.5mm 0}
.tick::before{content:"";display:inline-block;width:3.6mm;height:3.6mm;border:1pt solid #222;border-radius:50%;margin-right:1.6mm;vertical-align:-.4mm}
.front{font-size:11pt;line-height:1.32}
.front h1{font-size:17pt}
.front h3{font-size:12pt;margin:.6em 0 .2em}
.front .option{padding:1mm 2.5mm;margin:1.2mm 0}
.front p{margin:.2em 0}
.front .foot{margin-top:2.5mm}
.back{font-size:10.5pt;line-height:1.32}
figure{margin:2mm 0}
figure svg{display:block;width:125mm;max-width:100%;height:auto;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.side table{font-size:9pt;line-height:1.2}
.side{break-after:page}
.side:last-child{break-after:auto}
.foot{border-top:1pt solid #222;padding-top:1.5mm;margin-top:4mm;font-weight:700}
.line{border-bottom:1px solid #888;height:8.5mm}
.address{overflow-wrap:anywhere;font-size:9pt;color:#333}
.ticket{border:1.2pt dashed #444;padding:5mm;margin:0 0 7mm;break-inside:avoid}
.letter{max-width:165mm}
.timed{font-size:10pt;line-height:1.25}
.wide td:last-child{width:38%}
@page{margin:13mm 15mm}
@media print{main{margin:0;padding:0;max-width:none}}
`
