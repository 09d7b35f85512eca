package mention

import (
	"strconv"
	"strings"
	"testing"

	"readout"
	"readout/internal/syntax"
)

// passage is the text that benchmarks repeat: an account, a report, a list.
const passage = `President Emmanuel Macron of France spoke by telephone with Prime Minister Fumio Kishida of Japan on Tuesday, the Élysée said. The two leaders discussed Ukraine and the G7 summit in Hiroshima. He thanked the prime minister for the invitation.

Kremlin spokesman Dmitry Peskov told Interfax that Moscow had been informed. “We took note,” he said. Nikolai Patrushev, the secretary of the Russian Security Council, called Jake Sullivan a day earlier, according to the State Department.

The delegation includes Deputy Foreign Minister Taras Holub, adviser Milena Horvat and Ms Okafor, all of whom had flown in from Vienna, London and Addis Ababa for the opening of the exhibition that neither side wanted to miss.

`

func run1(b *testing.B, text string) {
	lex := load(b)
	doc := &readout.Document{Outlet: "Coast Wire", Text: text}
	doc.Published = &readout.Published{EDTF: "2023-03-21", Words: readout.WordsIn(readout.InPublished, readout.Span{Start: 0, End: 10})}
	title, body := syntax.ParseTitle("", lex), syntax.Parse(readout.InText, text, paragraphs(text), lex)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		Find(title, body, doc)
	}
}

// Each text is twice the one before: the megabytes a second must not fall, since names
// and references are linear in the length of a text.
func BenchmarkFind(b *testing.B) {
	for _, n := range []int{64, 128, 256, 512} {
		b.Run(strconv.Itoa(n), func(b *testing.B) { run1(b, strings.Repeat(passage, n)) })
	}
}

// BenchmarkStrangers has a new name in every sentence, all of one family.
func BenchmarkStrangers(b *testing.B) {
	for _, n := range []int{1000, 2000, 4000} {
		var text strings.Builder
		for i := range n {
			text.WriteString("Adviser " + newName(i) + " Holub met Mr Holub and the minister. They left.\n\n")
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) { run1(b, text.String()) })
	}
}

// BenchmarkUnknown has a new place, institution and pair of persons in every sentence,
// for what a document shows of its own names.
func BenchmarkUnknown(b *testing.B) {
	for _, n := range []int{1000, 2000, 4000} {
		var text strings.Builder
		for i := range n {
			w := newName(i)
			text.WriteString("Renee " + w + ", who knew him, lived in " + w + "ville. The " + w + " Salt Commission (" + strings.ToUpper(w[:1]) + "SC) asked her, and the latter left.\n\n")
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) { run1(b, text.String()) })
	}
}

// newName makes another word for every number.
func newName(i int) string {
	return "A" + strings.Repeat("b", i%7) + strings.Repeat("c", i/7%11) + strings.Repeat("d", i/77%13) + strings.Repeat("e", i/1001)
}
