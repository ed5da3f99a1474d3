package trim

// engine is the module that has shaders.
const engine = "github.com/hajimehoshi/ebiten/v2"

// modules are the modules that are copied, and what the browser's build leaves
// out of them. The patches are in files of their own.
func modules() []module {
	return []module{
		{path: engine, version: "v2.10.4", name: "ebiten", files: []file{
			// Shaders, written by text/template and compiled by go/parser and a
			// compiler of the engine's own: they come compiled (shaders.go), and
			// names stand for their sources.
			{path: "internal/builtinshader/shader.go", cuts: []cut{
				until("0913fa62ad172009", "import (\n", "type Filter int", ""),
				rest("97685d91ee5abd63", "var (\n\tshaders  [", named("plain")+"\nconst ClearShaderSource = \"clear\"\n"),
			}},
			{path: "internal/colormshader/shader.go", cuts: []cut{
				until("cd4873baf8b9c48a", "import (\n", "type Filter int", ""),
				rest("d48b7f6e436351cb", "var (\n\tshaders  [", named("coloured")),
			}},
			instead("c7fd4caa2671f0cd", "internal/legacyshader/legacyshader.go", "legacyshader.go.txt"),
			instead("ba0edd363441e00f", "internal/legacyshader/convert.go", "nothing.go.txt"),
			instead("7edded0133e4f78d", "internal/graphics/shader.go", "nothing.go.txt"),
			{path: "internal/shaderir/program.go", cuts: []cut{
				swap("\tuniformFactors []uint32\n}\n", "\tuniformFactors []uint32\n}\n\n"+compiled),
			}},
			{path: "internal/graphicsdriver/opengl/shader.go", cuts: []cut{
				swap("\t\tvssrc, fssrc = glsl.Compile(s.ir, version)\n", "\t\treturn fmt.Errorf(\"opengl: the shader %s is not compiled\", s.ir.SourceID)\n"),
			}},
			{path: "internal/shaderir/glsl/glsl.go", cuts: []cut{until("fc6b0f8c200a41d9", "import (\n", "type GLSLVersion", ""), rest("c12bd0cee3a19251", "const utilFunctions", "")}},
			instead("1b6491f459989448", "internal/shaderir/glsl/type.go", "nothing.go.txt"),
			// The place of a deprecated call, found by go/build.
			instead("3399bb9882b1954d", "internal/debug/caller.go", "caller.go.txt"),
			// Dumps of images, in archive/zip, for Ebitengine's own tests.
			{path: "internal/graphicscommand/image_js.go", cuts: []cut{
				drop("\t\"archive/zip\"\n"),
				rest("ad392b64e2b21e40", "\tbuf := &bytes.Buffer{}\n\tzw := zip.NewWriter(buf)\n", "\treturn \"\", nil\n}\n"),
			}},
			// Debugging through log/slog, which links encoding/json.
			{path: "internal/thread/thread.go", cuts: []cut{
				drop("\t\"fmt\"\n"), drop("\t\"log/slog\"\n"), drop("\t\"github.com/hajimehoshi/ebiten/v2/internal/debug\"\n"),
				rest("b1e95e6ccebf28b6", "func logDiscardedCall() {\n", "func logDiscardedCall() {}\n"),
			}},
			{path: "internal/atlas/gpuresources.go", cuts: logging()},
			// Running in another process, by encoding/gob: not in a browser.
			{path: "internal/vmguest/vmguest.go", cuts: []cut{
				drop("\t\"sync\"\n"), drop("\n\t\"github.com/hajimehoshi/ebiten/v2/internal/vmprotocol\"\n"),
				rest("4e560aa8d49f5440", "var (\n\tpostTickHooksMu ", ""),
			}},
			// Colour glyphs: the game's typefaces have none.
			instead("93b1cce9074cc3bd", "text/v2/gotextsvg.go", "svg.go.txt"),
			instead("94d815f415833df1", "text/v2/gotextsvgdoc.go", "svgdoc.go.txt"),
			{path: "text/v2/gotextfacesource.go", cuts: []cut{
				drop("\t\"image/jpeg\"\n"), drop("\t\"golang.org/x/image/tiff\"\n"), drop("\txdraw \"golang.org/x/image/draw\"\n"),
				until("086744d4a7638a21", "\tscaled := image.NewRGBA(image.Rect(0, 0, w, h))\n", "}\n", "\treturn img\n"),
				until("cc414a34266e8641", "\tcase font.JPG:\n\t\timg", "\t}\n\treturn nil\n}\n\ntype singleFontmap", ""),
			}},
		}},
		{path: "github.com/go-text/typesetting", version: "v0.3.5", name: "typesetting", files: []file{
			{path: "font/svg.go", cuts: []cut{
				drop("\t\"bytes\"\n"), drop("\t\"encoding/xml\"\n"),
				rest("0b2d46886ab10b6f", "\tdec := xml.NewDecoder(bytes.NewReader(doc))\n", "\treturn \"\", \"\", \"\", false\n}\n"),
			}},
			{path: "font/glyphs.go", cuts: []cut{
				drop("\t\"image/jpeg\"\n"), drop("\t\"golang.org/x/image/tiff\"\n"),
				until("9653dab3d2194244", "\tcase tagTIFF:\n\t\tformat", "\tdefault:\n", ""),
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

// named gives names instead of the sources of shaders.
func named(kind string) string {
	return `// ShaderSource gives the name that stands for a shader's source.
func ShaderSource(filter Filter, address Address) []byte {
	return append([]byte("` + kind + ` "), '0'+byte(filter), ' ', '0'+byte(address))
}
`
}

// compiled makes a program of what is known of a compiled shader.
const compiled = `// Compiled makes a program of what is known of a compiled shader.
func Compiled(id SourceID, uniforms []string, types []Type, used []uint32) *Program {
	return &Program{SourceID: id, UniformNames: uniforms, Uniforms: types, uniformFactors: used}
}
`

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
