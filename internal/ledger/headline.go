package ledger

import (
	"slices"
	"strings"

	"readout"
)

// itemsOf are the reports of a document that can be filed, its headlines with
// the contact that they stand over.
func (w *world) itemsOf(s *source) []*item {
	var out []*item
	for i := range s.r.Contacts {
		if it, ok := w.newItem(s, &s.r.Contacts[i]); ok {
			out = append(out, it)
		}
	}
	first := opening(out)
	for _, it := range first {
		it.opens = true
		it.chief = !slices.ContainsFunc(out, func(h *item) bool { return h.rep.Headline && !slices.Equal(h.sides, it.sides) })
	}
	noteAsides(out)
	for _, it := range out {
		if it.rep.Headline {
			it.standOver(first)
		}
	}
	return out
}

// standOver finds the contact that a headline of something held, which gives no
// day, stands over: the one held contact that its text begins with, whatever word
// the two use for it. Where the headline names states, bodies or other people than
// the text, it stands for those whom the text names.
func (head *item) standOver(first []*item) {
	if !head.held() || head.dated || head.src.talk() {
		return
	}
	var fit []*item
	for _, it := range first {
		if (it.rep.Scope == readout.Press) == (head.rep.Scope == readout.Press) && !putApart(head, it) && ordinalFit(head.rep.Ordinal, it.rep.Ordinal) >= 0 && head.namesThoseOf(it) {
			fit = append(fit, it)
		}
	}
	same := slices.IndexFunc(fit, func(it *item) bool { return channelFit(head.rep.Channel, it.rep.Channel) > 1 })
	switch {
	case len(fit) == 1:
		head.over = fit[0]
	case same >= 0:
		head.over = fit[same]
	default:
		return
	}
	others := slices.ContainsFunc(head.who, func(p participant) bool {
		return p.level == personLevel && !slices.ContainsFunc(head.over.who, func(q participant) bool { return samePerson(p, q) })
	})
	if others || !slices.Equal(head.sides, head.over.sides) {
		head.named, head.who, head.sides = head.who, head.over.who, head.over.sides
	}
}

// opening are the held contacts that the first words of a text which tell of one
// tell of, as its news.
func opening(items []*item) []*item {
	var first *item
	news := func(it *item) bool {
		return !it.rep.Headline && it.rep.In == readout.InText && it.held() && !it.past && (!it.dated || it.recent())
	}
	for _, it := range items {
		if news(it) && (first == nil || it.position(first) < 0) {
			first = it
		}
	}
	if first == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(items), func(it *item) bool {
		return !news(it) || !it.rep.From.Overlaps(first.rep.From.First())
	})
}

// talk reports whether the document is what was said aloud: its title names those
// who speak, and what they speak of is not what the title tells.
func (s *source) talk() bool {
	switch s.r.Document.Form {
	case readout.Transcript, readout.Briefing, readout.Remarks:
		return true
	}
	return false
}

// namesThoseOf reports whether a headline is about those of a report: it names
// somebody of them, and all other sides too or what they belong to; or all of them, and
// somebody besides ("call with Brell, adviser to Prime Minister Reyes").
func (head *item) namesThoseOf(it *item) bool {
	sides := map[string]bool{} // of the report that the headline names
	named, missed := 0, 0
	bodies, whole := false, false
	for i, p := range head.who {
		stands := i >= len(head.rep.Parties) || p.level != personLevel || !head.writesOut(i)
		found := false
		for _, q := range it.who {
			same := p.id != "" && p.id == q.id || p.level == personLevel && !stands && q.level == personLevel && samePerson(p, q)
			if same || stands && p.side == q.side {
				sides[q.side], found = true, true
			}
			if same {
				named++
			}
		}
		bodies = bodies || stands
		switch {
		case !found && stands && strings.HasPrefix(p.side, string(readout.Org)+"/"):
			whole = true // of several states
		case !found:
			missed++
		}
	}
	left := slices.ContainsFunc(it.who, func(q participant) bool {
		return !sides[q.side] && !whole && !(bodies && strings.HasPrefix(q.side, "?"))
	})
	return named > 0 && !left && (missed == 0 || named == len(it.who))
}

// writesOut reports whether the words of a title have a part of the person's
// name, and not only an office that the reading knows the holder of. (A headline
// inside the text counts as one that does: linking keeps no texts.)
func (head *item) writesOut(i int) bool {
	if head.rep.Parties[i].In != readout.InTitle {
		return true
	}
	words, err := head.rep.Parties[i].Words.Quoted(&head.src.r.Document)
	if err != nil {
		return false
	}
	written := foldedWords(words.Quote)
	return slices.ContainsFunc(head.who[i].words, func(part string) bool { return slices.Contains(written, part) })
}

// underHeadline joins a headline that nothing else of its text goes with, and
// that gives no day ("Statement on the meeting of Reyes and Holt", "Call of two
// ministers due"), to the one thread of its text that has the same word for it: a
// noun in a headline does not say that something was held.
func underHeadline(threads [][]*item) [][]*item {
	var out [][]*item
	for i, t := range threads {
		head := t[0]
		if len(t) > 1 || !head.rep.Headline || head.dated {
			out = append(out, t)
			continue
		}
		under := threadOver(threads, i)
		if under < 0 {
			out = append(out, t)
			continue
		}
		head.echo = true
		threads[under] = append(threads[under], head)
		if under < i { // it is in out already
			at := slices.IndexFunc(out, func(o []*item) bool { return o[0] == threads[under][0] })
			out[at] = threads[under]
		}
	}
	return out
}

// threadOver is the index of the thread that the headline alone in thread i is
// about, or -1.
func threadOver(threads [][]*item, i int) int {
	head, found := threads[i][0], -1
	for j, o := range threads {
		if j == i || !slices.ContainsFunc(o, func(it *item) bool { return !it.rep.Headline }) || slices.ContainsFunc(o, func(it *item) bool { return !announces(head, it) }) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = j
	}
	return found
}

// announces reports whether a headline can be about a report of its text, whatever
// its status: who, how and where agree, a state standing for somebody.
func announces(head, it *item) bool {
	_, _, ok := partyFit(head, it)
	same := head.rep.Channel == it.rep.Channel || head.rep.Channel == readout.Meeting && it.rep.Channel == readout.Video && it.plan()
	return ok && !putApart(head, it) && same && head.place.agreement(it.place) >= 0 &&
		head.event.agreement(it.event) >= 0 && ordinalFit(head.rep.Ordinal, it.rep.Ordinal) >= 0
}
