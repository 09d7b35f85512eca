package statement

import (
	"slices"

	"readout"
	"readout/lexicon"
)

// chains settles which drafts of a unit stand inside others. What an outlet only
// carries is the statement of whoever it names, and the outlet a link; so is
// "according to X" round words that have a speaker. Other nested statements stay
// beside the outer one, which is a link of theirs.
func (f *finder) chains(u tokens, found []*draft) []*draft {
	drop := make([]bool, len(found))
	for i, inner := range found {
		for _, o := range f.outers(found, i) {
			outer := found[o]
			carries := (outer.medium || outer.aside) && f.leads(inner, outer)
			if f.same(inner, outer) || !carries && (inner.kind == readout.Thought || inner.form == noun || inner.form == infinitive) {
				drop[i] = drop[i] || !carries
				continue
			}
			inner.via = f.appendLink(inner.via, outer.source)
			for _, l := range outer.via {
				inner.via = append(inner.via, l)
			}
			if carries {
				drop[o] = true
			}
		}
	}
	var out []*draft
	for i, d := range found {
		if !drop[i] {
			out = append(out, d)
		}
	}
	return out
}

// outers lists the drafts whose content holds draft i, innermost first.
func (f *finder) outers(found []*draft, i int) []int {
	var out []int
	hull := f.hull(found[i])
	for o, d := range found {
		if o == i || len(d.cue) == 0 || len(found[i].cue) == 0 {
			continue
		}
		for _, c := range d.content {
			if c.covers(hull) && !(d.content[0] == found[i].content[0] && d.cue[0].first < found[i].cue[0].first) {
				out = append(out, o)
				break
			}
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return found[a].content[0].len() - found[b].content[0].len() })
	return out
}

// hull is everything from the first to the last word of a draft's cue and
// content.
func (f *finder) hull(d *draft) tokens {
	h := d.content[0]
	for _, r := range slices.Concat(d.content, d.cue) {
		h.first, h.last = min(h.first, r.first), max(h.last, r.last)
	}
	return h
}

// leads reports whether the outer content begins with the inner statement, so
// that the outer one says nothing of its own.
func (f *finder) leads(inner, outer *draft) bool {
	h := f.hull(inner)
	if !inner.source.empty() {
		h.first = min(h.first, inner.source.first)
	}
	return h.first <= outer.content[0].first+2
}

func (f *finder) same(a, b *draft) bool {
	return a.speaker != "" && a.speaker == b.speaker || a.source == b.source
}

func (f *finder) pronominal(d *draft) bool {
	return d.source.len() == 1 && f.class[d.source.first] == pron
}

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

// appendLink adds the link that a noun phrase names, unless it is no outlet of
// another house: the document's own and the passage's issuer are no links.
func (f *finder) appendLink(via []readout.Link, r tokens) []readout.Link {
	l := f.link(r)
	if l.Name == "" || f.own(r, l) || r.len() == 1 && l.Entity == "" && closed[f.Tokens[r.first].Fold] != other {
		return via
	}
	for _, v := range via {
		if v.Name == l.Name {
			return via
		}
	}
	return append(via, l)
}

func (f *finder) link(r tokens) readout.Link {
	for r.first < r.last && (f.class[r.first] == det && f.mention[r.first] < 0 || f.class[r.first] == mark) {
		r.first++
	}
	for r.first < r.last && f.class[r.last-1] == mark {
		r.last--
	}
	if r.empty() {
		return readout.Link{}
	}
	l := readout.Link{Name: f.Cut(f.Span(r.first, r.last)), Words: f.Words(f.Span(r.first, r.last))}
	id := f.speakerOf(r)
	if id == "" {
		for i := r.first; i < r.last && id == ""; i++ {
			if m := f.mention[i]; m >= 0 && f.Mentions[m].Entity.Kind() == readout.Outlet {
				id = f.Mentions[m].Entity
			}
		}
	}
	if e := f.entities[id]; e != nil {
		l.Entity, l.Name = id, e.Name
	}
	return l
}
