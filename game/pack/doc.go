// Package pack is the format in which Hard Cases are stored: sources, claims,
// cases with their steps, and one table of text per language.
//
// A pack file is a small head, its SHA-256, and a list of sections, all
// MessagePack. The head names each section with its size and SHA-256, so that
//
//   - opening a pack reads the head only, and costs the same for ten steps as
//     for ten thousand;
//   - a section is decoded when it is first wanted, and a damaged one is
//     noticed then, by its sum;
//   - the sum of the head stands for the whole file: it is the pack's identity.
//
// Decoding is bounded: by the limits on every field, by the size of each
// section, and by the size of the file (see the Max constants); all that a file
// unpacks to is at most about three times its size and 16 MiB. What comes out
// holds what Validate promises. Nothing in this package panics on bad bytes.
package pack
