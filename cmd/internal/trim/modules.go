package trim

import (
	"embed"
	"strings"
)

//go:embed whole
var whole embed.FS

//go:embed expand.go
var expander string

// module is a module of which parts are left out.
type module struct {
	path, version string
	name          string // of its folder
	files         []file
	added         []file // that the module does not have
}

// file is a changed file of a module.
type file struct {
	path string
	// whole is the file that stands in its place; "" where only cuts are made.
	whole string
	cuts  []cut
}

// cut replaces the text from a mark, found once, up to the next mark or, where
// toEnd says so, to the end of the file; without either, only the mark.
type cut struct {
	from, to string
	toEnd    bool
	with     string
}

func drop(text string) cut            { return cut{from: text} }
func swap(text, with string) cut      { return cut{from: text, with: with} }
func until(from, to, with string) cut { return cut{from: from, to: to, with: with} }
func rest(from, with string) cut      { return cut{from: from, toEnd: true, with: with} }

// modules are the modules and what is left out of them.
func modules() []module {
	return []module{
		{path: "github.com/hajimehoshi/ebiten/v2", version: "v2.10.4", name: "ebiten", files: []file{
			// Shaders are written by text/template, which links reflection by
			// name: a few lines do for its ifs.
			shader("internal/builtinshader/shader.go"),
			shader("internal/colormshader/shader.go"),
			// The place of a deprecated call, found by go/build.
			{path: "internal/debug/caller.go", whole: "caller.go.txt"},
			// Shaders in the old unit, converted by go/printer: there are none.
			{path: "internal/legacyshader/convert.go", whole: "convert.go.txt"},
			// Dumps of images, in archive/zip, for Ebitengine's own tests.
			{path: "internal/graphicscommand/image_js.go", cuts: []cut{
				drop("\t\"archive/zip\"\n"),
				rest("\tbuf := &bytes.Buffer{}\n\tzw := zip.NewWriter(buf)\n", "\treturn \"\", nil\n}\n"),
			}},
			// Debugging through log/slog, which links encoding/json.
			{path: "internal/thread/thread.go", cuts: []cut{
				drop("\t\"fmt\"\n"), drop("\t\"log/slog\"\n"), drop("\t\"github.com/hajimehoshi/ebiten/v2/internal/debug\"\n"),
				rest("func logDiscardedCall() {\n", "func logDiscardedCall() {}\n"),
			}},
			{path: "internal/atlas/gpuresources.go", cuts: logging()},
			// Running in another process, by encoding/gob: not in a browser.
			{path: "internal/vmguest/vmguest.go", cuts: []cut{
				drop("\t\"sync\"\n"), drop("\n\t\"github.com/hajimehoshi/ebiten/v2/internal/vmprotocol\"\n"),
				rest("var (\n\tpostTickHooksMu ", ""),
			}},
			// Colour glyphs: the game's typefaces have none.
			{path: "text/v2/gotextsvg.go", whole: "svg.go.txt"},
			{path: "text/v2/gotextsvgdoc.go", whole: "svgdoc.go.txt"},
			{path: "text/v2/gotextfacesource.go", cuts: []cut{
				drop("\t\"image/jpeg\"\n"), drop("\t\"golang.org/x/image/tiff\"\n"), drop("\txdraw \"golang.org/x/image/draw\"\n"),
				until("\tscaled := image.NewRGBA(image.Rect(0, 0, w, h))\n", "}\n", "\treturn img\n"),
				until("\tcase font.JPG:\n\t\timg", "\t}\n\treturn nil\n}\n\ntype singleFontmap", ""),
			}},
		}},
		{path: "github.com/go-text/typesetting", version: "v0.3.5", name: "typesetting", files: []file{
			{path: "font/svg.go", cuts: []cut{
				drop("\t\"bytes\"\n"), drop("\t\"encoding/xml\"\n"),
				rest("\tdec := xml.NewDecoder(bytes.NewReader(doc))\n", "\treturn \"\", \"\", \"\", false\n}\n"),
			}},
			{path: "font/glyphs.go", cuts: []cut{
				drop("\t\"image/jpeg\"\n"), drop("\t\"golang.org/x/image/tiff\"\n"),
				until("\tcase tagTIFF:\n\t\tformat", "\tdefault:\n", ""),
			}},
		}},
		// Numbers from JSON, of which no message has any.
		{path: "github.com/tinylib/msgp", version: "v1.6.5", name: "msgp",
			files: withoutJSON("json.go", "json_bytes.go", "read.go", "read_bytes.go", "write.go", "write_bytes.go"),
			added: []file{{path: "msgp/json/json.go", whole: "json.go.txt"}}},
	}
}

// withoutJSON has files of msgp use a package of its own for encoding/json.
func withoutJSON(names ...string) []file {
	var files []file
	for _, name := range names {
		files = append(files, file{path: "msgp/" + name, cuts: []cut{swap("\t\"encoding/json\"\n", "\t\"github.com/tinylib/msgp/msgp/json\"\n")}})
	}
	return files
}

// shader fills the templates of shaders by a few lines instead of a package.
func shader(path string) file {
	return file{path: path, cuts: []cut{
		drop("\t\"bytes\"\n"), swap("\t\"fmt\"\n", "\t\"strings\"\n"), drop("\t\"text/template\"\n"),
		swap("template.Must(template.New(\"tmpl\").Parse(`", "(`"), swap("`))\n", "`)\n\n"+expander[strings.Index(expander, "func expand("):]),
		until("\tvar buf bytes.Buffer\n", "\tshaders[filter]", `	b := []byte(expand(tmpl, map[string]int{
		".Filter": int(filter), ".FilterNearest": int(FilterNearest), ".FilterLinear": int(FilterLinear), ".FilterPixelated": int(FilterPixelated),
		".Address": int(address), ".AddressUnsafe": int(AddressUnsafe), ".AddressClampToZero": int(AddressClampToZero), ".AddressRepeat": int(AddressRepeat),
	}))
`),
	}}
}

// logging is what stands in the place of log/slog: what is saved of the graphics
// card is a matter of phones.
func logging() []cut {
	return []cut{
		drop("\t\"log/slog\"\n"),
		swap("type gpuResourcesStatePhase int\n", `type gpuResourcesStatePhase int

type quiet struct{}

func (quiet) Debug(string, ...any) {}
func (quiet) Error(string, ...any) {}

var slog quiet
`),
	}
}
