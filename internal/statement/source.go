package statement

import (
	"slices"

	"readout"
	"readout/lexicon"
)

// speakerOf resolves a source to the entity at its head; "" if it names nobody.
func (f *finder) speakerOf(r tokens) readout.EntityID {
	for i := r.first + 1; i < r.last; i++ {
		if f.Tokens[i].Is("who", "whom", "which", "whose") {
			r.last = i
		}
	}
	kind := f.nounKind(r)
	var voice readout.EntityID
	for i := r.first; i < r.last; i++ {
		m := f.mention[i]
		if m < 0 || i > r.first && f.mention[i-1] == m {
			continue
		}
		n := f.Mentions[m]
		if n.Entity == "" {
			continue
		}
		_, end := f.TokensIn(n.Span)
		owner := end < r.last && f.class[end] == poss
		governed := i > r.first && f.class[i-1] == prep
		if !owner && !governed && f.heads(n, end, r, kind) {
			k := n.Entity.Kind()
			indefinite := f.Tokens[r.first].Is("a", "an") && n.Form == readout.ByOffice
			if kind == lexicon.SpeakerNoun && (k == readout.Org || k == readout.State || indefinite) {
				return "" // a spokesman without a name is nobody
			}
			return n.Entity
		}
		if voice == "" && n.Entity.Kind() != readout.Place && n.Entity.Kind() != readout.Event {
			voice = n.Entity
		}
	}
	if kind == lexicon.VoiceNoun && voice.Kind() != readout.Person || kind == lexicon.DocumentNoun {
		return voice
	}
	return ""
}

// heads reports whether a mention that ends at token end is the head of r, not a
// word that describes it ("a Kremlin spokesman").
func (f *finder) heads(n readout.Mention, end int, r tokens, kind lexicon.SourceKind) bool {
	if n.Entity.Kind() == readout.Person || n.Form == readout.ByOffice || n.Form == readout.ByPronoun || n.Form == readout.ByGroup {
		return n.Entity.Kind() != readout.Place
	}
	if end < r.last && (f.class[end] == other || f.class[end] == name) {
		return n.Entity.Kind() == readout.Outlet && kind == lexicon.MediumNoun
	}
	return n.Entity.Kind() != readout.Place || true
}

// isMedium reports whether a source is an outlet, or is called one.
func (f *finder) isMedium(r tokens) bool {
	if id := f.speakerOf(r); id != "" {
		return id.Kind() == readout.Outlet || f.nounKind(r) == lexicon.MediumNoun && id.Kind() != readout.Person
	}
	for i := r.first; i < r.last; i++ {
		if m := f.mention[i]; m >= 0 && f.Mentions[m].Entity.Kind() == readout.Outlet {
			return true
		}
	}
	return f.nounKind(r) == lexicon.MediumNoun
}

// sourceLike reports whether a noun phrase can be a source: it is named, or has a
// noun of those who speak.
func (f *finder) sourceLike(r tokens) bool {
	return f.nounKind(r) != "" && f.nounKind(r) != lexicon.AudienceNoun || f.speakerOf(r) != "" || f.class[r.first] == name
}

// carrierLike reports whether a noun phrase can carry others' words: an outlet, or
// a name that nothing else claims.
func (f *finder) carrierLike(r tokens) bool {
	if f.isMedium(r) {
		return true
	}
	return f.class[r.last-1] == name && f.speakerOf(r) == "" && f.nounKind(r) == ""
}

// mediaOf adds the outlets that a cue's own words name: "wrote in Le Soir", "a
// deputy whom Le Soir quoted".
func (f *finder) mediaOf(d *draft, c *cue) {
	for _, a := range c.adjuncts {
		if r, ok := f.outletIn(a.object); ok && f.Tokens[a.words.first].Is("in", "on", "to", "for", "with") {
			d.via = f.appendLink(d.via, r)
		}
	}
	for i := d.source.first; i+2 < d.source.last; i++ {
		if !f.Tokens[i].Is("whom") {
			continue
		}
		r, ok := f.phraseRight(i+1, d.source.last, false)
		if ok && r.last < d.source.last && f.class[r.last] == verb && f.carrierLike(r) {
			d.via = f.appendLink(d.via, r)
		}
	}
}

// outletIn gives the words of a person told that name an outlet: the whole, or
// the outlet that a correspondent is of.
func (f *finder) outletIn(r tokens) (tokens, bool) {
	if r.empty() {
		return r, false
	}
	for i := r.first; i < r.last; i++ {
		m := f.mention[i]
		if m < 0 || f.Mentions[m].Entity.Kind() != readout.Outlet {
			continue
		}
		if f.nounKind(r) == lexicon.MediumNoun {
			return r, true
		}
		a, b := f.TokensIn(f.Mentions[m].Span)
		return tokens{a, b}, true
	}
	if f.nounKind(r) != lexicon.MediumNoun || f.speakerOf(r).Kind() == readout.Person {
		return r, false
	}
	if r.len() > 2 || f.class[r.first] != det {
		return r, true
	}
	if f.Tokens[r.last-1].Is("press", "media") {
		return r, false
	}
	return f.lastOutlet(r.first)
}

// antecedent is whom a pronoun that nothing resolved stands for, as the source of
// a cue; "" if it is not plain.
func (f *finder) antecedent(u tokens, i int, before []*draft) readout.EntityID {
	switch {
	case f.Tokens[i].Is("he", "she"):
		return f.lastPerson(u, before)
	case f.Tokens[i].Is("it"):
		return f.lastBody(u)
	}
	return ""
}

// lastBody is the institution, state or outlet that the sentence before u opens
// with ("The ministry published a note. It said").
func (f *finder) lastBody(u tokens) readout.EntityID {
	s := f.SentenceOf(u.first) - 1
	if s < 0 || f.Sentences[s].Paragraph != f.paragraphOf(u.first) {
		return ""
	}
	for i := f.Sentences[s].First; i < min(f.Sentences[s].First+3, f.Sentences[s].Last); i++ {
		if m := f.mention[i]; m >= 0 {
			switch id := f.Mentions[m].Entity; id.Kind() {
			case readout.Org, readout.State, readout.Outlet:
				return id
			}
			return ""
		}
	}
	return ""
}

// farthest is how many tokens back "the agency" is looked for.
const farthest = 120

// lastOutlet is the outlet named last before token i, for "told the agency".
func (f *finder) lastOutlet(i int) (tokens, bool) {
	for j := i - 1; j >= max(0, i-farthest); j-- {
		if m := f.mention[j]; m >= 0 && f.Mentions[m].Entity.Kind() == readout.Outlet {
			a, b := f.TokensIn(f.Mentions[m].Span)
			return tokens{a, b}, true
		}
	}
	return tokens{}, false
}

// lastPerson is the person who spoke last, for a pronoun that nothing resolved:
// in this unit, this paragraph or the one before.
func (f *finder) lastPerson(u tokens, before []*draft) readout.EntityID {
	list := slices.Concat(f.drafts[max(0, len(f.drafts)-1):], before)
	for _, d := range slices.Backward(list) {
		if f.paragraphOf(u.first)-f.paragraphOf(d.unit.first) > 1 || !f.oneVoice(u, d.unit) {
			break
		}
		if d.speaker.Kind() == readout.Person && !f.othersBetween(d.unit.first, u.last, d.speaker) {
			return d.speaker
		}
	}
	return ""
}

// othersBetween reports whether the tokens [a, b) speak of a person other than id.
func (f *finder) othersBetween(a, b int, id readout.EntityID) bool {
	for i := a; i < b; i++ {
		if m := f.mention[i]; m >= 0 && f.Mentions[m].Entity.Kind() == readout.Person && f.Mentions[m].Entity != id {
			return true
		}
	}
	return false
}

// sourceHead reports whether a phrase has a noun of those who speak in it.
func (f *finder) sourceHead(i, k int) bool {
	for j := i; j < k; j++ {
		if f.Lex.Reporting.Noun(f.Tokens[j].Fold) != "" {
			return true
		}
	}
	return false
}

// nounKind is the kind of the head of a noun phrase: its last known source noun
// before any preposition.
func (f *finder) nounKind(r tokens) lexicon.SourceKind {
	var out lexicon.SourceKind
	for i := r.first; i < r.last; i++ {
		if f.class[i] == prep && i > r.first || f.class[i] == mark && f.Tokens[i].Is(",") {
			break
		}
		n := f.Lex.Reporting.Noun(f.Tokens[i].Fold)
		if n == lexicon.MastheadNoun {
			n = ""
			if f.Tokens[i].Upper && i > r.first {
				n = lexicon.MediumNoun
			}
		}
		if n != "" {
			out = n
		}
	}
	return out
}
