package statement

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
)

// statements turns the drafts into statements, in order of their content.
func (f *finder) statements() []readout.Statement {
	out := make([]readout.Statement, 0, len(f.drafts))
	for _, d := range f.drafts {
		if s, ok := f.statement(d); ok {
			out = append(out, s)
		}
	}
	slices.SortStableFunc(out, func(a, b readout.Statement) int { return a.Content.First().Start - b.Content.First().Start })
	return out
}

func (f *finder) statement(d *draft) (readout.Statement, bool) {
	s := readout.Statement{Kind: d.kind, Negated: d.negated, In: f.Field, Content: f.spans(d.content), Mode: f.mode(d)}
	if s.Content.IsZero() {
		return s, false
	}
	if d.speaker != "" {
		id := d.speaker
		s.Speaker = &id
	}
	if !d.source.empty() {
		s.SpeakerFrom = f.spans([]tokens{d.source})
	}
	s.Cue = f.spans(d.cue)
	if !d.addressee.empty() {
		span := f.Span(d.addressee.first, d.addressee.last)
		s.Addressee = &readout.Named{Name: f.Cut(span), Words: f.Words(span)}
	}
	s.Via = f.notSpeaker(d)
	if d.said >= 0 {
		date := f.Dates[d.said]
		edtf, _, _ := strings.Cut(date.EDTF, "T")
		s.Said = &readout.Day{EDTF: edtf, Words: date.Words}
	}
	return s, true
}

// notSpeaker are the links of a draft without its own speaker.
func (f *finder) notSpeaker(d *draft) []readout.Link {
	var out []readout.Link
	for _, l := range d.via {
		if l.Entity == "" || l.Entity != d.speaker {
			out = append(out, l)
		}
	}
	return out
}

func (f *finder) spans(list []tokens) readout.Spans {
	var out []readout.Span
	for _, r := range list {
		if !r.empty() {
			out = append(out, f.Span(r.first, r.last))
		}
	}
	if len(out) == 0 {
		return readout.Spans{}
	}
	return readout.At(out[0], out[1:]...)
}

// mode is direct where all words stand in quotation marks but a bracket or two,
// mixed where some do.
func (f *finder) mode(d *draft) readout.Mode {
	if d.answer {
		return readout.Direct
	}
	inside, outside := 0, 0
	for _, r := range d.content {
		in, out := f.quotedWords(r)
		inside, outside = inside+in, outside+out
	}
	switch {
	case inside == 0:
		return readout.Indirect
	case outside*10 <= inside:
		return readout.Direct
	}
	return readout.Mixed
}

// ownOutlet is the folded words of the document's outlet.
func (f *finder) ownOutlet() []string {
	var out []string
	for _, t := range token.Cut(f.doc.Outlet, f.Lex.English.Abbreviation) {
		if t.Kind != token.Mark && t.Fold != "the" {
			out = append(out, t.Fold)
		}
	}
	return out
}

// own reports whether a link is the document's own outlet or the issuer of the
// passage that it stands in.
func (f *finder) own(r tokens, l readout.Link) bool {
	issuer := f.Passages[f.Sentences[f.SentenceOf(r.first)].Passage].Issuer
	if issuer != "" && issuer == l.Entity {
		return true
	}
	if len(f.outlet) == 0 {
		return false
	}
	var words []string
	for _, t := range token.Cut(l.Name, f.Lex.English.Abbreviation) {
		if t.Kind != token.Mark && t.Fold != "the" {
			words = append(words, t.Fold)
		}
	}
	if slices.Equal(words, f.outlet) {
		return true
	}
	for _, e := range f.Lex.Names.Find(f.doc.Outlet, f.Lex.English.Abbreviation) {
		if e.Entity == l.Entity && l.Entity != "" {
			return true
		}
	}
	return false
}
