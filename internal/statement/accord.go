package statement

import (
	"slices"

	"readout/lexicon"
)

// phrase is a cue phrase of a unit with the noun phrase that it names.
type phrase struct {
	cue    *lexicon.CuePhrase
	words  tokens // the cue phrase
	object tokens
	head   tokens // the object without an apposition
}

// findPhrases finds the cue phrases of a unit that stand outside quotations.
func (f *finder) findPhrases(u tokens) []phrase {
	var out []phrase
	for i := u.first; i < u.last; i++ {
		if f.inQuote[i] >= 0 {
			continue
		}
		if p, ok := f.phraseAt(i, u.last); ok {
			out = append(out, p)
			i = p.words.last - 1
		}
	}
	return out
}

func (f *finder) phraseAt(i, hi int) (phrase, bool) {
	for _, c := range f.Lex.Reporting.Phrases(f.Tokens[i].Fold) {
		e := i + len(c.Words)
		if e >= hi || !f.spells(i, c.Words) {
			continue
		}
		if f.inQuote[e] >= 0 && isQuoteMark(f.Tokens[e]) && f.quotes[f.inQuote[e]].scare { // “government circles”
			e++
		}
		r, ok := f.phraseRight(e, hi, true)
		if !ok || f.temporal(r) || len(c.Words) == 1 && !f.sourceLike(r) {
			continue
		}
		if c.Role == lexicon.CueOrigin && !f.sourceLike(r) || c.Role == lexicon.CueLink && !f.carrierLike(r) {
			continue
		}
		return phrase{cue: c, words: tokens{i, i + len(c.Words)}, object: f.withApposition(r, hi), head: r}, true
	}
	if p, ok := f.viewOf(i, hi); ok {
		return p, true
	}
	return f.speakingTo(i, hi)
}

// interviewed is the link of "speaking by phone to Reuters".
var interviewed = &lexicon.CuePhrase{Role: lexicon.CueLink}

// speakingTo recognises a participle of speaking with the outlet spoken to.
func (f *finder) speakingTo(i, hi int) (phrase, bool) {
	if !f.Tokens[i].Is("speaking", "talking") {
		return phrase{}, false
	}
	for j := i + 1; j < min(i+8, hi-1) && f.class[j] != mark; j++ {
		if !f.Tokens[j].Is("to", "with") {
			continue
		}
		if r, ok := f.phraseRight(j+1, hi, false); ok && f.carrierLike(r) {
			return phrase{cue: interviewed, words: tokens{i, j + 1}, object: r, head: r}, true
		}
	}
	return phrase{}, false
}

// view is the possessive form of "from the point of view of".
var view = &lexicon.CuePhrase{Role: lexicon.CueSource, Kind: "thought"}

// viewOf recognises "in Haas's view" and "from Oslo's point of view".
func (f *finder) viewOf(i, hi int) (phrase, bool) {
	if !f.Tokens[i].Is("in", "from") {
		return phrase{}, false
	}
	for j := i + 1; j < min(i+7, hi); j++ {
		ends := f.class[j] == poss || closed[f.Tokens[j].Fold] == det && j == i+1 && f.Tokens[j].Is("his", "her", "its", "their")
		if !ends || j+1 >= hi {
			continue
		}
		if f.Tokens[j+1].Is("view", "opinion", "words") || j+3 < hi && f.spells(j+1, []string{"point", "of", "view"}) {
			end := j + 2
			if f.Tokens[j+1].Is("point") {
				end = j + 4
			}
			last := j
			if j == i+1 {
				last = j + 1
			}
			return phrase{cue: view, words: tokens{i, end}, object: tokens{i + 1, last}, head: tokens{i + 1, last}}, true
		}
		return phrase{}, false
	}
	return phrase{}, false
}

func (f *finder) spells(i int, words []string) bool {
	for n, w := range words {
		if i+n >= len(f.Tokens) || f.Tokens[i+n].Fold != w {
			return false
		}
	}
	return true
}

// attachPhrases adds what the phrases say to the drafts of the unit.
func (f *finder) attachPhrases(u tokens, found []*draft, cues []*cue, phrases []phrase, stops map[int]bool) []*draft {
	for _, p := range phrases {
		host := f.host(p, found)
		switch p.cue.Role {
		case lexicon.CueLink:
			if host == nil && len(found) > 0 {
				host = found[0] // "In an interview with Reuters, Haas said"
			}
			if host == nil {
				host = f.lastDraft(u)
			}
			if host != nil {
				host.via = f.appendLink(host.via, p.object)
			}
		case lexicon.CueOrigin:
			if host == nil && len(found) > 0 && p.words.first <= u.first+1 {
				host = found[0]
			}
			if host != nil {
				f.origin(host, p)
			}
		case lexicon.CueSource:
			if inside := f.between(p, found, cues); inside != nil {
				inside.via = f.appendLink(inside.via, p.object)
				continue
			}
			if d := f.accords(u, p, stops); d != nil {
				found = append(found, d)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b *draft) int { return a.content[0].first - b.content[0].first })
	return found
}

// host is the draft that a link or origin belongs to: the last one whose cue
// stands before it.
func (f *finder) host(p phrase, found []*draft) *draft {
	var best *draft
	for _, d := range found {
		if len(d.cue) > 0 && d.source.last <= p.words.first && p.words.first < d.cue[0].first && d.source.first >= d.unit.first && !d.source.empty() {
			return d // "Reuters, citing an official, wrote"
		}
		if len(d.cue) > 0 && d.cue[0].first < p.words.first && (best == nil || d.cue[0].first > best.cue[0].first) {
			best = d
		}
	}
	return best
}

// lastDraft is the last draft of the paragraph so far, or nil.
func (f *finder) lastDraft(u tokens) *draft {
	if n := len(f.drafts); n > 0 && f.paragraphOf(f.drafts[n-1].unit.first) == f.paragraphOf(u.first) {
		return f.drafts[n-1]
	}
	return nil
}

func (f *finder) paragraphOf(i int) int { return f.Sentences[f.SentenceOf(i)].Paragraph }

// origin makes the noun phrase after "citing" the speaker of what an outlet
// carries; the outlet becomes a link.
func (f *finder) origin(d *draft, p phrase) {
	named := !d.source.empty() && d.speaker == "" && f.class[d.source.last-1] == name // an outlet that nobody knows
	if !d.medium && !named {
		return
	}
	d.via = f.appendLink(d.via, d.source)
	d.source, d.speaker, d.medium = p.object, f.speakerOf(p.object), f.isMedium(p.object)
	d.cue = append(d.cue, p.words)
}

// between finds the draft into whose clause a phrase is inserted between cue and
// content.
func (f *finder) between(p phrase, found []*draft, cues []*cue) *draft {
	for _, d := range found {
		if !d.aside && len(d.cue) > 0 && d.cue[0].first < p.words.first && p.words.first < d.content[0].first {
			return d
		}
	}
	return nil
}

// accords makes the draft of "according to X": its content follows it at the
// head of a unit and stands before it elsewhere.
func (f *finder) accords(u tokens, p phrase, stops map[int]bool) *draft {
	d := &draft{kind: p.cue.Kind, source: p.object, cue: []tokens{p.words}, unit: u, said: -1, aside: true, accord: true}
	d.speaker, d.medium = f.speakerOf(p.object), f.isMedium(p.object)
	lead := f.trim(tokens{u.first, p.words.first})
	if k := p.object.last; lead.len() <= 1 && f.Tokens[p.head.last].Is(",") && !f.Tokens[k-1].Is(",") {
		p.object, d.source = p.head, p.head // what follows the comma is the clause
	}
	if lead.len() <= 1 || f.date[lead.last-1] >= 0 && !f.has(lead, verb) {
		i := max(p.object.last, p.words.last)
		if i < u.last && f.Tokens[i].Is(",", ":") {
			i++
		}
		r := f.trim(tokens{i, f.clauseEnd(i, u.last, stops)})
		if r.empty() {
			return nil
		}
		d.content = []tokens{r}
		return d
	}
	d.content = []tokens{lead}
	i := p.object.last
	if i+1 < u.last && f.Tokens[i].Is(",") && f.goesOn(i+1) {
		if r := f.trim(tokens{i + 1, f.clauseEnd(i+1, u.last, stops)}); !r.empty() {
			d.content = append(d.content, r)
		}
	}
	return d
}

// carriage are verbs of an outlet that brought what somebody said: "Interfax
// carried it".
var carriage = map[string]bool{"carry": true, "publish": true, "broadcast": true, "quote": true, "cite": true, "run": true, "report": true, "print": true, "air": true}

// carried adds the outlet of "Interfax carried it" to the last statement of the
// paragraph.
func (f *finder) carried(u tokens) {
	for i := u.first + 1; i+1 < u.last; i++ {
		if f.class[i] != verb || f.inQuote[i] >= 0 || !f.Tokens[i+1].Is("it", "him", "her", "them") || f.Tokens[min(i+2, u.last-1)].Is("that", "as") {
			continue
		}
		d := f.lastDraft(u)
		if d == nil || d.unit.first >= i || !f.carries(i) {
			continue
		}
		if r, ok := f.leftSubject(i, u.first); ok && f.isMedium(r) {
			d.via = f.appendLink(d.via, r)
		}
	}
}

func (f *finder) carries(i int) bool {
	for _, v := range f.Lex.English.VerbForms(f.Tokens[i].Fold) {
		if carriage[v.Lemma] {
			return true
		}
	}
	return false
}
