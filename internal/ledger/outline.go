package ledger

import (
	"slices"
	"strings"

	"readout"
)

// Outline is a reading as far as linking looks at it: its reports, who is named,
// how their times are counted, and whose words the reports are in; without the words themselves. It is a tenth
// of the reading, so that many are looked through quickly.
type Outline struct {
	Length int             `json:"length"` // of the text, in bytes
	Bare   readout.Reading `json:"reading"`
}

// OutlineOf makes the outline of a reading.
func OutlineOf(r *readout.Reading) Outline {
	out := Outline{Length: len(r.Document.Text), Bare: readout.Reading{Document: r.Document, Contacts: r.Contacts}}
	out.Bare.Document.Text = ""
	for _, e := range r.Entities {
		e.Mentions, e.Candidates = nil, nil
		out.Bare.Entities = append(out.Bare.Entities, e)
	}
	passages, statements := map[int]bool{}, map[string]bool{}
	for i := range r.Contacts {
		rep := &r.Contacts[i]
		statements[rep.AssertedBy] = true
		for _, also := range rep.Also {
			statements[also.AssertedBy] = true
		}
		for _, words := range voices(rep) {
			passages[passageIndex(r, words)] = true
		}
	}
	for _, d := range r.Dates {
		if slices.ContainsFunc(r.Contacts, func(rep readout.Report) bool { return isTimeOf(d, rep.When) }) {
			out.Bare.Dates = append(out.Bare.Dates, readout.Date{EDTF: d.EDTF, Words: d.Words, Rule: d.Rule})
		}
	}
	for i, p := range r.Passages {
		if passages[i] {
			out.Bare.Passages = append(out.Bare.Passages, p)
		}
	}
	for _, s := range r.Statements {
		if s.ID != "" && statements[s.ID] {
			out.Bare.Statements = append(out.Bare.Statements, s)
		}
	}
	return out
}

// blank is the text of outlines.
var blank = strings.Repeat(" ", 1<<16)

// Reading is what linking takes for the reading: its text is as long as the
// document's, and blank.
func (o *Outline) Reading() readout.Reading {
	r := o.Bare
	if o.Length <= len(blank) {
		r.Document.Text = blank[:o.Length]
	} else {
		r.Document.Text = strings.Repeat(" ", o.Length)
	}
	return r
}

// outlines are those of documents, each once.
func outlines(docs []*source, of func(readout.DocID) bool) []Outline {
	var out []Outline
	for _, s := range docs {
		if of(s.r.Document.ID) {
			out = append(out, OutlineOf(s.r))
		}
	}
	return out
}
