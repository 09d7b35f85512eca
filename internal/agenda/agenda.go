// Package agenda finds the points of an account: the clauses that say what was
// discussed, agreed, promised or urged, by whom, on which topic.
package agenda

import (
	"fmt"

	"readout"
	"readout/internal/syntax"
)

// Find gives the points of a document's accounts in order: of each embedded
// readout, and of the document's own report of a contact. reports are the
// document's contacts; a text without any has no points.
func Find(body syntax.Marked, doc *readout.Document, entities []readout.Entity, reports []readout.Report) []readout.Point {
	f := &finder{Marked: body, doc: doc, reports: reports, known: map[readout.EntityID]*readout.Entity{}, owner: make([]int, len(body.Tokens)), quoted: body.Quoted()}
	for i := range entities {
		f.known[entities[i].ID] = &entities[i]
	}
	for i := range f.owner {
		f.owner[i] = -1
	}
	for m, x := range f.Mentions {
		first, last := f.TokensIn(x.Span)
		for i := first; i < last; i++ {
			if f.owner[i] < 0 || f.Mentions[f.owner[i]].Form == readout.ByPronoun {
				f.owner[i] = m
			}
		}
	}
	f.official, f.shared = f.institution(), f.jointStatement()
	return f.all()
}

// finder reads one document's accounts.
type finder struct {
	syntax.Marked
	doc      *readout.Document
	reports  []readout.Report
	known    map[readout.EntityID]*readout.Entity
	owner    []int // token → mention, -1
	quoted   []bool
	shared   bool             // the document is a joint statement
	official readout.EntityID // the institution whose own page this is, or ""
	topics   []string         // of the clause before, in the same paragraph
	list     listed           // the list whose items follow
	own      teller           // of the document's own voice
	embedded teller           // of the readout that it quotes
	announced
	runs     []int         // passage → run of passages in one voice
	byReport map[int][]int // sentence → reports told in it
}

// all reads every sentence that belongs to an account.
func (f *finder) all() []readout.Point {
	if len(f.reports) == 0 {
		return nil
	}
	f.index()
	remarks := f.remarks()
	var out []readout.Point
	paragraph := -1
	for s := range f.Sentences[:remarks] {
		p := f.PassageOf(s)
		if p.Kind != readout.Body && p.Kind != readout.Readout || f.question(s) || f.number(s) {
			continue
		}
		item, listed := f.bullet(s)
		if f.Sentences[s].Paragraph != paragraph && !listed {
			paragraph, f.topics = f.Sentences[s].Paragraph, nil
		}
		list := f.clauses(s)
		if listed && len(list) == 0 {
			list = []clause{item}
		} else if !listed {
			f.heading(s, list)
		}
		a := f.account(s, list)
		if len(list) == 0 && a.official && a.report != nil {
			list = f.whole(s, a)
		}
		for _, c := range list {
			for _, point := range f.points(c, a) {
				point.ID = fmt.Sprintf("p%d", len(out)+1)
				out = append(out, point)
			}
		}
	}
	return out
}

// remarks is the sentence with which the spoken words of a page begin that prints
// what was said below its summary: the first one in the first person or to "you",
// if two sentences or more speak to "you". Accounts do not.
func (f *finder) remarks() int {
	first, spoken := len(f.Sentences), 0
	for s, x := range f.Sentences {
		if k := f.PassageOf(s).Kind; k != readout.Body {
			continue
		}
		you := false
		for i := x.First; i < x.Last; i++ {
			if f.quoted[i] || !f.at(i).Is("you", "your", "i", "my", "we", "our") {
				continue
			}
			first, you = min(first, s), you || f.at(i).Is("you", "your")
		}
		if you {
			spoken++
		}
	}
	if spoken < 2 {
		return len(f.Sentences)
	}
	return first
}

func (f *finder) question(s int) bool {
	return f.Tokens[f.Sentences[s].Last-1].Is("?")
}
