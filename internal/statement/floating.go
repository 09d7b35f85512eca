package statement

import (
	"readout"
)

// bare makes statements of the quotations of a unit that no cue has claimed.
func (f *finder) bare(u tokens, found []*draft) []*draft {
	var out []*draft
	for i := u.first; i < u.last; i++ {
		n := f.inQuote[i]
		if n < 0 {
			continue
		}
		q := f.quotes[n]
		r := tokens{max(q.first, u.first), min(q.last, u.last)}
		i = r.last - 1
		if q.scare || f.claimed(r, found) || f.claimed(r, out) {
			continue
		}
		if d := f.quoted(u, r, append(found, out...)); d != nil {
			out = append(out, d)
		}
	}
	return out
}

func (f *finder) claimed(r tokens, list []*draft) bool {
	for _, d := range list {
		for _, c := range d.content {
			if c.first < r.last && r.first < c.last {
				return true
			}
		}
	}
	return false
}

// quoted finds the speaker of a quotation without a reporting verb: a name and a
// colon before it, a dash and a name after it, any verb with a colon, or, where
// nothing else stands in the unit, the last speaker.
func (f *finder) quoted(u, r tokens, found []*draft) *draft {
	d := &draft{unit: u, content: []tokens{r}, said: -1}
	if c, ok := f.signed(u, r); ok {
		d.source, d.aside = c, true
		d.speaker, d.medium = f.speakerOf(d.source), f.isMedium(d.source)
		return d
	}
	if f.alone(u) {
		if d = f.float(u, d); d == nil && f.quotes[f.inQuote[r.first]].continued && !f.claimed(r, f.drafts[max(0, len(f.drafts)-1):]) {
			f.waiting = append(f.waiting, r)
		}
		return d
	}
	if len(found) > 0 && f.Tokens[r.first-1*b2i(r.first > u.first)].Is(".", `"`) && r.last >= u.last-1 {
		return f.float(u, d)
	}
	if c, ok := f.afterQuote(u, r); ok {
		d.source, d.cue = c.subject, c.cueWords()
	} else if c, ok := f.beforeQuote(u, r); ok {
		d.source, d.cue = c.subject, c.cueWords()
	} else {
		return nil
	}
	d.aside = true
	d.speaker, d.medium = f.speakerOf(d.source), f.isMedium(d.source)
	return d
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (c *cue) cueWords() []tokens {
	if c.words.empty() {
		return nil
	}
	return []tokens{c.words}
}

// alone reports whether hardly a word of the unit stands outside quotations.
func (f *finder) alone(u tokens) bool {
	inside, outside := f.quotedWords(u)
	return outside*8 < inside || outside == 0
}

// quotedWords counts the words of the tokens inside and outside quotations.
func (f *finder) quotedWords(r tokens) (inside, outside int) {
	for i := r.first; i < r.last; i++ {
		switch {
		case f.class[i] == mark:
		case f.inQuote[i] >= 0:
			inside++
		default:
			outside++
		}
	}
	return inside, outside
}

// float gives a bare quotation to the last speaker: joined to the last statement
// where that one is quoted too and stands right before, else a statement of its
// own. Without a speaker before it the quotation is nobody's.
func (f *finder) float(u tokens, d *draft) *draft {
	if len(f.drafts) == 0 {
		return nil
	}
	last := f.drafts[len(f.drafts)-1]
	gap := f.paragraphOf(u.first) - f.paragraphOf(last.unit.first)
	if gap > 1 || last.source.empty() && last.speaker == "" || last.answer || !f.oneVoice(u, last.unit) {
		return nil
	}
	if f.speaks(last.content[len(last.content)-1]) && (gap == 0 || f.quotes[f.inQuote[d.content[0].first]].continues) && last.kind == readout.Said {
		last.content = append(last.content, d.content...)
		last.unit.last = u.last
		return nil
	}
	d.source, d.speaker, d.via = last.source, last.speaker, last.via
	return d
}

// goOn puts the waiting paragraphs of a quotation before the one that its speaker
// is named with, and forgets them otherwise.
func (f *finder) goOn(found []*draft) {
	if len(f.waiting) == 0 || len(found) == 0 {
		return
	}
	d := found[0]
	if n := f.inQuote[d.content[0].first]; n > 0 && f.quotes[n].continues && f.inQuote[f.waiting[len(f.waiting)-1].first] == n-1 {
		d.content = append(f.waiting, d.content...)
	}
	f.waiting = nil
}

// oneVoice reports whether two units stand in passages of one kind and issuer.
func (f *finder) oneVoice(a, b tokens) bool {
	p, q := f.passageAt(a.first), f.passageAt(b.first)
	return p.Kind == q.Kind && p.Issuer == q.Issuer
}

func (f *finder) passageAt(i int) *readout.Passage { return f.PassageOf(f.SentenceOf(i)) }

// signed finds the name after a quotation and a dash or in brackets: "“…” – X".
func (f *finder) signed(u, r tokens) (tokens, bool) {
	i := r.last
	if i+1 >= u.last || !f.dash(i) && !f.Tokens[i].Is("(") {
		return tokens{}, false
	}
	s, ok := f.phraseRight(i+1, u.last, true)
	if !ok || s.last < u.last && f.class[s.last] != mark || !f.sourceLike(s) {
		return tokens{}, false
	}
	return f.withApposition(s, u.last), true
}

// afterQuote finds "“…,” X verb" and "“…,” verb X" for any verb.
func (f *finder) afterQuote(u, r tokens) (*cue, bool) {
	i := r.last
	if i >= u.last {
		return nil, false
	}
	if !f.Tokens[f.inner(f.quotes[f.inQuote[r.first]]).last-1].Is(",", "?", "!") && !f.Tokens[i].Is(",") {
		return nil, false
	}
	if f.Tokens[i].Is(",") {
		i++
	}
	if i < u.last && (f.class[i] == verb) {
		if s, ok := f.phraseRight(i+1, u.last, true); ok && f.sourceLike(s) {
			return &cue{subject: f.withApposition(s, u.last), words: tokens{i, i + 1}}, true
		}
		return nil, false
	}
	s, ok := f.phraseRight(i, u.last, true)
	if !ok {
		return nil, false
	}
	s = f.withApposition(s, u.last)
	v := s.last
	for v < u.last && f.class[v] == adverb {
		v++
	}
	if v < u.last && (f.class[v] == verb || f.class[v] == aux) {
		return &cue{subject: s, words: tokens{v, v + 1}}, true
	}
	return nil, false
}

// beforeQuote finds "X: “…”" and "X verb …: “…”" for any verb.
func (f *finder) beforeQuote(u, r tokens) (*cue, bool) {
	i := r.first - 1
	if i < u.first || !f.Tokens[i].Is(":", ",") {
		return nil, false
	}
	colon := f.Tokens[i].Is(":")
	for v := u.first; v < i; v++ {
		if f.inQuote[v] >= 0 || f.class[v] != verb && f.class[v] != aux {
			continue
		}
		s, ok := f.leftSubject(v, u.first)
		if !ok || f.temporal(s) {
			continue
		}
		if !colon && v != i-1 {
			return nil, false
		}
		return &cue{subject: s, words: tokens{v, v + 1}}, true
	}
	if s, ok := f.phraseLeft(i-1, u.first); ok && colon && s.first <= u.first+1 && f.sourceLike(s) {
		return &cue{subject: s, words: tokens{i, i + 1}}, true
	}
	return nil, false
}

// answer makes each sentence of a transcript's answer a direct statement of its
// issuer, whose label before the colon is the source of all of them. It reports
// whether it did.
func (f *finder) answer(p int, units []tokens) bool {
	issuer := f.Passages[p].Issuer
	if issuer == "" || len(units) == 0 {
		return false
	}
	first := units[0]
	var source tokens
	for i := first.first; i < min(first.first+12, first.last); i++ {
		if f.Tokens[i].Is(":") {
			source = tokens{first.first, i}
			first.first = i + 1
			break
		}
	}
	found := false
	for n, r := range units {
		if n == 0 {
			r = first
		}
		if f.trim(r).empty() {
			continue
		}
		f.drafts = append(f.drafts, &draft{speaker: issuer, source: source, unit: r, said: -1, answer: true, content: []tokens{r}})
		found = true
	}
	return found
}
