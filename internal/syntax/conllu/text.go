package conllu

import (
	"strings"
)

// Place is where a word or sentence stands in a text: bytes [Start, End).
type Place struct{ Start, End int }

// Document is the text of some sentences, put together again: sentences part by a
// space, paragraphs by an empty line. Words has the places of each sentence's words.
type Document struct {
	Text      string
	Sentences []Place
	Words     [][]Place
}

// Documents puts the texts of a treebank together, one for each "# newdoc".
func Documents(bank []Sentence) (docs []Document, of [][]Sentence) {
	first := 0
	for i := 1; i <= len(bank); i++ {
		if i == len(bank) || bank[i].begins("newdoc") {
			docs, of = append(docs, document(bank[first:i])), append(of, bank[first:i])
			first = i
		}
	}
	return docs, of
}

func document(bank []Sentence) Document {
	var d Document
	var text strings.Builder
	for i := range bank {
		s := &bank[i]
		switch {
		case i == 0:
		case s.begins("newpar"):
			text.WriteString("\n\n")
		default:
			text.WriteString(" ")
		}
		start := text.Len()
		words := s.places(&text)
		d.Sentences = append(d.Sentences, Place{start, text.Len()})
		d.Words = append(d.Words, words)
	}
	d.Text = text.String()
	return d
}

// begins reports whether a comment of this key, with or without a value, stands
// before the sentence.
func (s *Sentence) begins(key string) bool {
	for _, line := range s.Lines {
		if rest, ok := strings.CutPrefix(line, "# "+key); ok && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// places writes the sentence's text and gives the places of its words. The words of
// a range ("don't") lie in it one after another if they spell it, else each is all of it.
func (s *Sentence) places(text *strings.Builder) []Place {
	var out []Place
	var whole Place
	until, at, word := 0, 0, 0
	spells, space := false, false
	write := func(col []string) Place {
		if space {
			text.WriteString(" ")
		}
		space = !strings.Contains(col[9], "SpaceAfter=No")
		start := text.Len()
		text.WriteString(col[1])
		return Place{start, text.Len()}
	}
	for _, line := range s.Lines {
		col := strings.Split(line, "\t")
		if line[0] == '#' || strings.Contains(col[0], ".") {
			continue
		}
		if first, last, ok := strings.Cut(col[0], "-"); ok {
			whole = write(col)
			at, until = whole.Start, number(last)
			spells = s.spell(number(first), until) == col[1]
			continue
		}
		word++
		switch {
		case word > until:
			out = append(out, write(col))
		case spells:
			out = append(out, Place{at, at + len(col[1])})
			at += len(col[1])
		default:
			out = append(out, whole)
		}
	}
	return out
}

// spell joins the forms of the words first to last, counted from 1.
func (s *Sentence) spell(first, last int) string {
	out := ""
	for i := max(1, first); i <= min(last, len(s.Words)); i++ {
		out += s.Words[i-1].Form
	}
	return out
}

func number(digits string) (n int) {
	for _, d := range digits {
		if d < '0' || d > '9' {
			return 0
		}
		n = n*10 + int(d-'0')
	}
	return n
}
