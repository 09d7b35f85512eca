// Package samples holds the texts that ship with the program, to try it on. All
// are our own (README.md); licence CC0.
package samples

import "embed"

// Files are the folders press and official, which hold the documents, and
// lexicon, which holds what the program must know to read those of the two
// fictional states.
//
//go:embed press official lexicon
var Files embed.FS
