package trim

import "embed"

//go:embed whole
var whole embed.FS

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
// toEnd says so, to the end of the file; without either, only the mark, which
// each says is found any number of times.
type cut struct {
	from, to    string
	toEnd, each bool
	with        string
}

func drop(text string) cut            { return cut{from: text} }
func swap(text, with string) cut      { return cut{from: text, with: with} }
func each(text, with string) cut      { return cut{from: text, each: true, with: with} }
func until(from, to, with string) cut { return cut{from: from, to: to, with: with} }
func rest(from, with string) cut      { return cut{from: from, toEnd: true, with: with} }

// modules are the modules and what is left out of them.
func modules() []module {
	return []module{
		{path: engine, version: "v2.10.4", name: "ebiten", files: []file{
			// Shaders, written by text/template and compiled by go/parser and a
			// compiler of the engine's own: they come compiled (shaders.go), and
			// names stand for their sources.
			{path: "internal/builtinshader/shader.go", cuts: []cut{
				until("import (\n", "type Filter int", ""),
				rest("var (\n\tshaders  [", named("plain")+"\nconst ClearShaderSource = \"clear\"\n"),
			}},
			{path: "internal/colormshader/shader.go", cuts: []cut{
				until("import (\n", "type Filter int", ""),
				rest("var (\n\tshaders  [", named("coloured")),
			}},
			{path: "internal/legacyshader/legacyshader.go", whole: "legacyshader.go.txt"},
			{path: "internal/legacyshader/convert.go", whole: "nothing.go.txt"},
			{path: "internal/graphics/shader.go", whole: "nothing.go.txt"},
			{path: "internal/shaderir/program.go", cuts: []cut{
				swap("\tuniformFactors []uint32\n}\n", "\tuniformFactors []uint32\n}\n\n"+compiled),
			}},
			{path: "internal/graphicsdriver/opengl/shader.go", cuts: []cut{
				swap("\t\tvssrc, fssrc = glsl.Compile(s.ir, version)\n", "\t\treturn fmt.Errorf(\"opengl: the shader %s is not compiled\", s.ir.SourceID)\n"),
			}},
			{path: "internal/shaderir/glsl/glsl.go", cuts: []cut{until("import (\n", "type GLSLVersion", ""), rest("const utilFunctions", "")}},
			{path: "internal/shaderir/glsl/type.go", whole: "nothing.go.txt"},
			// The names of keys as values of JavaScript, made at every start.
			{path: "internal/ui/keys_js.go", cuts: []cut{
				drop("import (\n\t\"syscall/js\"\n)\n"), swap("map[Key]js.Value{", "[...]string{"),
				each("js.ValueOf(\"", "\""), each("\"),\n", "\",\n"),
			}},
			{path: "internal/ui/input_js.go", cuts: []cut{
				swap("\t\"math\"\n", "\t\"math\"\n\t\"sync\"\n"),
				until("\tfor uiKey, jsCode := range uiKeyToJSCode {\n", "\treturn -1\n}\n\nvar codeToMouseButton", `	name := code.String()
	for uiKey, jsCode := range uiKeyToJSCode {
		if jsCode != "" && jsCode == name {
			return Key(uiKey)
		}
	}
`),
				swap("range uiKeyToJSKey {", "range uiKeyToJSKey() {"),
				swap("var uiKeyToJSKey = map[Key]js.Value{", "var uiKeyToJSKey = sync.OnceValue(func() map[Key]js.Value { return map[Key]js.Value{"),
				swap("js.ValueOf(\"9\"),\n}\n", "js.ValueOf(\"9\"),\n}})\n"),
			}},
			// The place of a deprecated call, found by go/build.
			{path: "internal/debug/caller.go", whole: "caller.go.txt"},
			// Dumps of images, in archive/zip, for Ebitengine's own tests.
			{path: "internal/graphicscommand/image_js.go", cuts: []cut{
				drop("\t\"archive/zip\"\n"),
				rest("\tbuf := &bytes.Buffer{}\n\tzw := zip.NewWriter(buf)\n", "\treturn \"\", nil\n}\n"),
			}},
			// Commands that wait to be used again keep the buffers of old frames,
			// and each glyph keeps its uniforms until the frame ends, also where
			// it became part of the command before it.
			{path: "internal/graphicscommand/command.go", cuts: []cut{
				swap("\tif len(p.pool) >= 1024 {\n", "\t*v = drawTrianglesCommand{dstRegions: v.dstRegions[:0]}\n\tif len(p.pool) >= 1024 {\n"),
			}},
			{path: "internal/graphicscommand/commandqueue.go", cuts: []cut{
				swap("\t\t\t\t}\n\t\t\t\treturn\n", "\t\t\t\t}\n\t\t\t\tq.uint32sBuffer.buf = q.uint32sBuffer.buf[:len(q.uint32sBuffer.buf)-len(uniforms)]\n\t\t\t\treturn\n"),
			}},
			// Pixels on their way to the graphics card: large ones are not kept.
			{path: "internal/graphics/bytes.go", cuts: []cut{swap("\tif len(bs) == 0 {\n", "\tif len(bs) == 0 || len(bs) > 1<<16 {\n")}},
			// Shaped texts are kept for 60 frames, which here is for many screens,
			// as frames come only for a reason.
			{path: "text/v2/cache.go", cuts: []cut{swap("n-60 {", "n-2 {"), drop("\t\t\t\t// 60 is an arbitrary number.\n")}},
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
				swap("*goTextOutputCacheValue](512)", "*goTextOutputCacheValue](32)"), swap("[]chunk.Chunk](512)", "[]chunk.Chunk](32)"),
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
