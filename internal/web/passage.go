package web

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"readout"
	"readout/internal/phrase"
	"readout/internal/store"
)

// passageBytes is about how much of a text stands around found words.
const passageBytes = 360

// passage is a stretch of a document's title or text, and the found words in it.
type passage struct {
	in       readout.Field
	span     readout.Span
	found    []readout.Span
	distinct int // how many different words were found in it
}

// bestPassages are the stretches around found words that have most of them, in
// the order of the text.
func bestPassages(r *readout.Reading, places []store.Place) []passage {
	var all []passage
	for _, p := range places {
		text := r.Document.Field(p.In)
		if p.Span.End > len(text) {
			continue
		}
		if n := len(all) - 1; n >= 0 && all[n].in == p.In && all[n].span.Contains(p.Span) {
			all[n].found = append(all[n].found, p.Span)
			continue
		}
		all = append(all, passage{in: p.In, span: around(text, p.Span), found: []readout.Span{p.Span}})
	}
	for i := range all {
		words := map[string]bool{}
		for _, span := range all[i].found {
			words[strings.ToLower(r.Document.Field(all[i].in)[span.Start:span.End])] = true
		}
		all[i].distinct = len(words)
	}
	best := slices.Clone(all)
	slices.SortStableFunc(best, func(a, b passage) int { return cmp.Compare(b.distinct, a.distinct) })
	best = best[:min(len(best), searchPassages)]
	slices.SortStableFunc(best, func(a, b passage) int {
		return cmp.Or(cmp.Compare(b.in, a.in), cmp.Compare(a.span.Start, b.span.Start)) // the title first
	})
	return best
}

// around is the paragraph of a span, or the part of a long one that is near it,
// cut between words.
func around(text string, at readout.Span) readout.Span {
	s := readout.Span{Start: strings.LastIndex(text[:at.Start], "\n\n") + 1, End: len(text)}
	if i := strings.Index(text[at.End:], "\n\n"); i >= 0 {
		s.End = at.End + i
	}
	if room := passageBytes / 3; at.Start-s.Start > room {
		s.Start = at.Start - room
		if i := strings.IndexAny(text[s.Start:at.Start], " \n"); i >= 0 {
			s.Start += i
		}
	}
	if s.End-s.Start > passageBytes {
		s.End = max(at.End, s.Start+passageBytes)
		if i := strings.LastIndexAny(text[at.End:s.End], " \n"); i >= 0 {
			s.End = at.End + i
		}
	}
	for s.Start < at.Start && !utf8.RuneStart(text[s.Start]) {
		s.Start++
	}
	for s.End > at.End && s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		s.End--
	}
	return s.Trim(text)
}

// passage shows a passage with its words marked; its link leads to them.
func (s *snapshot) passage(r *readout.Reading, p passage) foundView {
	text := r.Document.Field(p.in)
	var marks []mark
	for _, span := range p.found {
		marks = append(marks, mark{span: span, class: "asked"})
	}
	q := quote{Text: markup(text, p.span, marks), Lang: r.Document.Language, Quoted: true}
	if p.span.Start > 0 && text[p.span.Start-1] != '\n' {
		q.Text = "… " + q.Text
	}
	if p.span.End < len(text) && text[p.span.End] != '\n' {
		q.Text += " …"
	}
	words := readout.WordsIn(p.in, p.found[0], p.found[1:]...)
	words.Document = r.Document.ID
	q.Href = markHref(words)
	if p.in != readout.InText {
		q.Href = docHref(r.Document.ID) // a title heads its page
	}
	return foundView{Quote: q, Voice: s.voiceAt(r, p.in, p.found[0])}
}

// voiceAt says who says the words at a place, where a statement has them.
func (s *snapshot) voiceAt(r *readout.Reading, in readout.Field, at readout.Span) string {
	for i := range r.Statements {
		st := &r.Statements[i]
		if st.In != in || !st.Content.Overlaps(at) || st.Speaker == nil {
			continue
		}
		text := s.names.Of(*st.Speaker) + " " + phrase.Verb(st)
		for _, l := range st.Via {
			text += ", through " + l.Name
		}
		return text
	}
	return ""
}
