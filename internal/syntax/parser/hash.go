package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A feature is a 32-bit hash of a template's number and of the values that fill
// it. Weights lie in a table at the hash, one after another for the classes that
// it speaks for; two features that meet there share a weight, which costs little
// while most of the table is empty.

// mix adds a value to a hash.
func mix(h, v uint32) uint32 {
	h = (h ^ v) * 0x9E3779B1
	return h ^ h>>15
}

// hashString is FNV-1a over the bytes of s.
func hashString(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// plainMarks makes typographic marks plain, as treebanks mostly have them.
var plainMarks = strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "—", "-", "–", "-")

// Normal is the form under which a word is known: lower case, every digit 0,
// plain marks.
func Normal(form string) string {
	plain := true
	for i := range len(form) {
		c := form[i]
		if c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' || c >= '1' && c <= '9' {
			plain = false
			break
		}
	}
	if plain {
		return form
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return unicode.ToLower(r)
	}, plainMarks.Replace(form))
}

// What a shape is made of.
const (
	upperFirst = 1 << iota
	upperInside
	lower
	digit
	hyphen
	period
	otherMark
	single // one letter
)

// shape says what a word looks like: its kinds of characters, not which they are.
func shape(form string) uint32 {
	var s uint32
	letters := 0
	first := true
	for _, r := range form {
		switch {
		case unicode.IsUpper(r) && first:
			s |= upperFirst
			letters++
		case unicode.IsUpper(r):
			s |= upperInside
			letters++
		case unicode.IsLetter(r):
			s |= lower
			letters++
		case unicode.IsDigit(r):
			s |= digit
		case r == '-' || r == '–':
			s |= hyphen
		case r == '.':
			s |= period
		default:
			s |= otherMark
		}
		first = false
	}
	if letters == 1 {
		s |= single
	}
	return s
}

// suffix and prefix are the hashes of the last and first n characters of a word,
// of the whole word where it is shorter.
func suffix(w string, n int) uint32 {
	at := len(w)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(w[:at])
		at -= size
	}
	return hashString(w[at:])
}

func prefix(w string, n int) uint32 {
	at := 0
	for ; n > 0 && at < len(w); n-- {
		_, size := utf8.DecodeRuneInString(w[at:])
		at += size
	}
	return hashString(w[:at])
}
