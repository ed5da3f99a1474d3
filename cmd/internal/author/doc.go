// Package author turns what authors write into what players load: a folder of
// YAML into a pack, and the interface strings into their catalogue. Whatever is
// wrong is said with file, line and column, all of it at once.
//
// A pack's folder holds pack.yaml, the structure, and one file of text for each
// language, such as en.yaml.
package author

//go:generate go test -run=TestCompiledSampleIsUpToDate . -update
