package ledger

import (
	"cmp"
	"slices"

	"readout"
)

// unit is one text of one voice in one document, as far as it tells of one
// contact: a readout quoted in somebody's page, an official's page, a press item.
type unit struct {
	src      *source
	voice    readout.EntityID // the issuer of its passages; "" for the document's own voice
	issuer   readout.EntityID
	side     string
	official bool
	excerpt  bool
	asked    bool // questions and answers: a transcript
	whole    bool // an official's own page
	spans    []readout.Span
	reports  []*readout.Report
	points   []readout.Point // quoted, without forecasts, in the order of the text
	who      []participant   // the contact's parties

	first, last  int                 // the passages that tell of the contact
	acknowledged map[string][]string // by point: other sides whose accounts have it too
}

// accounts finds the texts that tell of the contact as held.
func (w *world) accounts(d *draft) {
	var units []*unit
	var items []*item
	for _, it := range d.c.items {
		if it.held() && !it.rep.Headline {
			items = append(items, it)
		}
	}
	slices.SortFunc(items, (*item).position)
	for start := 0; start < len(items); {
		end := start
		for end < len(items) && items[end].src == items[start].src {
			end++
		}
		units = append(units, w.unitsOf(items[start:end])...)
		start = end
	}
	slices.SortStableFunc(units, func(a, b *unit) int {
		return cmp.Or(boolFirst(a.official, b.official), cmp.Compare(a.side, b.side), cmp.Compare(a.published(), b.published()))
	})
	for _, u := range units {
		if acc, ok := u.account(); ok {
			acc.CopyOf = d.copyOf[acc.Document]
			d.out.Accounts = append(d.out.Accounts, acc)
		}
	}
	d.units = slices.DeleteFunc(slices.Clone(units), func(u *unit) bool { return d.isCopy(u, units) })
	d.out.Comparison = w.compareUnits(d.units)
}

// isCopy reports whether the account is the copy of another of its own side: what
// both sides publish as one text is still an account of each.
func (d *draft) isCopy(u *unit, units []*unit) bool {
	of := d.copyOf[u.src.r.Document.ID]
	return of != "" && slices.ContainsFunc(units, func(o *unit) bool {
		return o != u && o.side == u.side && (o.src.r.Document.ID == of || d.copyOf[o.src.r.Document.ID] == of && firstPublished(o.src, u.src) < 0)
	})
}

// unitsOf are the accounts that one document gives of one contact, by issuer.
func (w *world) unitsOf(items []*item) []*unit {
	src := items[0].src
	byIssuer := map[readout.EntityID]*unit{}
	var units []*unit
	touch := func(words readout.Words) *unit {
		issuer := issuerAt(src.r, words)
		u := byIssuer[issuer]
		if u == nil {
			u = w.newUnit(src, issuer, items[0])
			byIssuer[issuer] = u
			units = append(units, u)
		}
		u.touch(passageIndex(src.r, words))
		return u
	}
	seen := map[string]bool{}
	for _, it := range items {
		u := touch(it.rep.Words)
		u.reports = append(u.reports, it.rep)
		if seen[it.rep.ID] {
			continue
		}
		seen[it.rep.ID] = true
		for _, p := range src.points[it.rep.ID] {
			if q, err := p.Words.Quoted(&src.r.Document); err == nil {
				u := touch(p.Words)
				u.points = append(u.points, quotedPoint(*p, q, &src.r.Document))
			}
		}
	}
	for _, u := range units {
		slices.SortStableFunc(u.points, func(a, b readout.Point) int { return cmp.Compare(a.From.First().Start, b.From.First().Start) })
		u.take()
	}
	return slices.DeleteFunc(units, func(u *unit) bool { return !u.tells(items) })
}

func (w *world) newUnit(src *source, issuer readout.EntityID, it *item) *unit {
	u := &unit{src: src, voice: issuer, issuer: issuer, who: it.who, first: -1, last: -1}
	if issuer == "" {
		u.issuer = src.outlet
	} else {
		u.official = true
		u.side = w.sideOf(issuer)
		if u.side == "" {
			u.side = string(issuer)
		}
	}
	return u
}

// issuerAt is whose words those are, where they are not the document's own.
func issuerAt(r *readout.Reading, words readout.Words) readout.EntityID {
	if p := passageAt(r, words); p != nil {
		return p.Issuer
	}
	return ""
}

// touch notes a passage in which the unit tells of the contact.
func (u *unit) touch(i int) {
	if i < 0 {
		return
	}
	if u.first < 0 {
		u.first, u.last = i, i
	}
	u.first, u.last = min(u.first, i), max(u.last, i)
}

// take gives the unit its passages: those that its reports and points stand
// in, and those of the same voice between them. An account in the document's
// own voice, and an official's own page, is the whole of that voice.
func (u *unit) take() {
	passages := u.src.r.Passages
	u.whole = u.official && slices.ContainsFunc(passages, func(p readout.Passage) bool { return u.speaks(&p) && p.Kind == readout.Body })
	for i := range passages {
		p := &passages[i]
		if !u.speaks(p) || u.official && !u.whole && (i < u.first || i > u.last) {
			continue
		}
		u.spans = append(u.spans, p.From.All()...)
		u.excerpt = u.excerpt || p.Excerpt
		u.asked = u.asked || p.Kind == readout.Question || p.Kind == readout.Answer
	}
}

// speaks reports whether the passage is in the unit's voice and part of a text
// that tells.
func (u *unit) speaks(p *readout.Passage) bool {
	if p.In != readout.InText {
		return false
	}
	if u.official {
		return p.Issuer == u.issuer && p.Kind.Reports() && p.Kind != readout.Headline
	}
	return p.Issuer == "" && p.Kind == readout.Body
}

// tells reports whether the unit is about the contact rather than mentioning
// it: it makes points of it, or it is the first contact that its text tells of.
func (u *unit) tells(items []*item) bool {
	if len(u.spans) == 0 {
		return false
	}
	if len(u.points) > 0 {
		return true
	}
	main := u.src.main[u.voice]
	return slices.ContainsFunc(items, func(it *item) bool { return it.rep == main })
}

func (u *unit) published() string {
	if len(u.spans) > 0 {
		if p := passageAt(u.src.r, readout.WordsAt(u.spans[0])); p != nil && p.Day.Day() != "" {
			return p.Day.EDTF
		}
	}
	if p := u.src.r.Document.Published; p != nil {
		return p.EDTF
	}
	return ""
}

// kind is the kind of account: what the page calls itself, where the account is
// the page; else what the shape of the text shows.
func (u *unit) kind() readout.AccountKind {
	form := u.src.r.Document.Form
	switch {
	case !u.official && form == readout.Post:
		return readout.Post
	case !u.official:
		return readout.PressAccount
	case u.asked && (form == "" || form == readout.ReadoutAccount):
		return readout.Transcript
	case u.whole && form != "" && form != readout.PressAccount:
		return form
	}
	return readout.ReadoutAccount
}

// complete says whether the text is known to be the whole of its account. Only
// a readout or a joint statement sets out to tell of the contact as a whole.
func (u *unit) complete() readout.Completeness {
	kind := u.kind()
	switch {
	case u.excerpt:
		return readout.Incomplete
	case u.official && !u.asked && (kind == readout.ReadoutAccount || kind == readout.JointStatement):
		return readout.Complete
	}
	return readout.Undetermined
}

// words is the number of words in the unit.
func (u *unit) words() int {
	n := 0
	text := u.src.r.Document.Text
	for _, s := range u.spans {
		if cut, err := readout.At(s).Cut(text); err == nil {
			n += readout.CountWords(cut)
		}
	}
	return n
}

func (u *unit) account() (readout.Account, bool) {
	if len(u.spans) == 0 {
		return readout.Account{}, false
	}
	doc := &u.src.r.Document
	from := readout.At(u.spans[0], u.spans[1:]...)
	quote, err := from.Cut(doc.Text)
	if err != nil {
		return readout.Account{}, false
	}
	return readout.Account{
		Issuer: u.issuer, Side: u.side, Kind: u.kind(), Official: u.official, Complete: u.complete(), URL: doc.URL,
		Published: u.published(), Words: u.words(), Language: doc.Language, Document: doc.ID, Source: doc.Source,
		From: from, Quote: quote, Points: u.points,
	}, true
}
