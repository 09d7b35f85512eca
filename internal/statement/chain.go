package statement

import (
	"slices"

	"readout"
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
			carries := f.carriesInner(outer, inner)
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

// carriesInner reports whether the outer draft only carries the inner one: it is
// an outlet's or an "according to", and has no more to say than what the inner one
// says.
func (f *finder) carriesInner(outer, inner *draft) bool {
	if !outer.medium && !outer.accord || inner.form == noun || inner.form == infinitive && f.mode(inner) == readout.Indirect {
		return false
	}
	return f.leads(inner, outer)
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

// leads reports whether the outer content begins with the inner statement, or
// the outer cue follows right on it, so that the outer one says nothing of its own.
func (f *finder) leads(inner, outer *draft) bool {
	h := f.hull(inner)
	if !inner.source.empty() {
		h.first = min(h.first, inner.source.first)
	}
	follows := outer.accord && inner.kind == readout.Said && len(outer.content) == 1 && h.last+3 >= outer.content[0].last
	return h.first <= outer.content[0].first+2 || follows
}

func (f *finder) same(a, b *draft) bool {
	return a.speaker != "" && a.speaker == b.speaker || a.source == b.source
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
