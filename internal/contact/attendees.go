package contact

import (
	"slices"

	"readout"
)

// attendance reads a sentence that only says who else was there: "The president was
// flanked by …". They attended the contact told last in the paragraph or the one
// before, if it has the sentence's subject as a party.
func (f *finder) attendance(s int, drafts []draft) {
	first, last := f.Sentences[s].First, f.Sentences[s].Last
	if len(drafts) == 0 || f.Sentences[s].Paragraph-drafts[len(drafts)-1].paragraph > 1 {
		return
	}
	d := &drafts[len(drafts)-1]
	for i := first; i < last; i++ {
		if f.at(i).Is("joined") && (f.at(i+1).Is("them") || f.at(i+1).Is("the") && f.at(i+2).Is("two", "leaders", "talks", "meeting", "call", "presidents")) {
			f.attend(d, f.subject(i, first), false)
			return
		}
		if f.at(i).Is("flanked", "accompanied", "joined") && f.at(i+1).Is("by") {
			subject := f.parties(f.subject(i-1, first))
			if len(subject) == 1 && hasParty(d, subject[0].Entity) {
				f.attendees(d, first, last)
			}
			return
		}
	}
}

// attendees are those who join or accompany the parties, by the sentence's own
// words: "accompanied by Brell", "with Brell looking on", "as Brell looked on", "Brell
// joined them". They are no parties.
func (f *finder) attendees(d *draft, first, last int) {
	for i := first; i < last; i++ {
		var list []int
		switch {
		case f.at(i).Is("presence") && f.at(i+1).Is("of") && i > first && f.at(i-1).Is("the", "in"), f.at(i).Is("flanked", "accompanied", "joined") && f.at(i+1).Is("by"):
			list, _, _ = f.listRight(i+2, last)
			f.attend(d, list, false)
		case f.at(i).Is("with") && f.owner[i] < 0:
			var after int
			if list, after, _ = f.listRight(i+1, last); len(list) > 0 && f.beside(after) {
				f.attend(d, list, true)
			}
		case f.joins(i):
			f.attend(d, f.subject(i, first), true)
		}
	}
}

// attend adds those of the list who are no parties to the attendees. present says that
// the words set them apart from the parties, so that none of them is one where two
// others are.
func (f *finder) attend(d *draft, list []int, present bool) {
	for _, p := range f.parties(list) {
		if present && len(d.Parties) > 2 && d.Initiator == nil {
			d.Parties = slices.DeleteFunc(slices.Clone(d.Parties), func(q readout.Party) bool { return q.Entity == p.Entity })
		}
		if !hasParty(d, p.Entity) && !slices.ContainsFunc(d.Attendees, func(q readout.Party) bool { return q.Entity == p.Entity }) {
			d.Attendees = append(d.Attendees, p)
		}
	}
}

// beside reports whether the words at token i say that those named before them, after
// "with", only were there: "looking on", "at his side", "also present".
func (f *finder) beside(i int) bool {
	if f.at(i).Is("also") {
		i++
	}
	switch {
	case f.at(i).Is("looking", "sitting") && f.at(i+1).Is("on", "in"), f.at(i).Is("watching", "present", "listening"), f.at(i).Is("in") && f.at(i+1).Is("attendance"):
		return true
	case f.at(i).Is("joining"):
		return f.at(i+1).Is("them", "him", "her", "in", "for", "the")
	}
	return f.at(i).Is("at", "by") && f.at(i+1).Is("his", "her", "their") && f.at(i+2).Is("side", "sides")
}

// joins reports whether the verb at token i says of its subject that it only was there:
// "Brell looked on", "Brell also took part", "Brell joined them".
func (f *finder) joins(i int) bool {
	also := f.at(i - 1).Is("also")
	switch {
	case f.at(i).Is("looked", "sat") && f.at(i+1).Is("on", "in") && !f.at(i+2).Is("the", "a"):
		return true
	case f.at(i).Is("watched"):
		return f.at(i+1).Is(".", ",", ";")
	case f.at(i).Is("joined"):
		return f.at(i+1).Is("them") || f.at(i+1).Is("the") && f.at(i+2).Is("two", "leaders", "talks", "meeting", "call", "presidents", "ministers", "pair")
	case also && f.at(i).Is("took"):
		return f.at(i + 1).Is("part")
	}
	return also && f.at(i).Is("attended", "participated") || f.at(i).Is("present", "there") && f.at(i-1).Is("also") && f.at(i-2).Is("was", "were")
}

// spouse reports whether the person holds no office but that of a first lady on
// the document's day.
func (f *finder) spouse(id readout.EntityID) bool {
	if id.Kind() != readout.Person {
		return false
	}
	held := f.Lex.OfficesOn(string(id)[len("person/"):], f.doc.Published.Day())
	for _, t := range held {
		if o := f.Lex.Offices[t.Office]; o != nil && o.Kind != "first-lady" {
			return false
		}
	}
	return len(held) > 0
}

// mrsBeside reports whether a party is only the wife of the one named before: "Prime Minister Holt
// and Mrs. Holt".
func (f *finder) mrsBeside(p readout.Party) bool {
	first, _ := f.TokensIn(p.Words.From.Hull())
	if f.at(first).Is("mrs", "mrs.") {
		first++
	}
	if f.at(first - 1).Is(".") {
		first--
	}
	if p.Entity.Kind() != readout.Person || !f.at(first-1).Is("mrs", "mrs.") || !f.at(first-2).Is("and") || first < 3 {
		return false
	}
	m := f.owner[first-3]
	return m >= 0 && f.persons([]int{m}) && f.landOf(m) != "" && (p.Country == "" || p.Country == f.landOf(m))
}

// ladyBeside reports whether a party is only the first lady or gentleman who comes with the
// person named before: "President Holt and First Lady Ana Holt".
func (f *finder) ladyBeside(p readout.Party) bool {
	first, last := f.TokensIn(p.Words.From.Hull())
	if p.Entity.Kind() != readout.Person {
		return false
	}
	for i := first; i > first-2 && i >= 0; i-- {
		if !f.at(i-1).Is("lady", "gentleman") || !f.at(i-2).Is("first", "second") {
			continue
		}
		and := f.skipDeterminers(i-2) - 1
		return f.at(and).Is("and") && and > 0 && !f.says(and-6, and, "lady", "gentleman")
	}
	return f.says(first, last, "lady", "gentleman") && f.at(f.skipDeterminers(first)-1).Is("and")
}
