// Package contact finds what a text says of contacts between leaders and
// ministers: who, by what channel, when, where, at whose initiative and, above
// all, in what status.
//
// Each sentence is searched for the words of lexicon/data/en/contacts.tsv. Around
// each, the parties are read from the subject, the object and the prepositions, and
// the status from tense, negation and the words of status.tsv. What several
// sentences say of one contact in one status is then one report.
package contact

import (
	"fmt"
	"slices"
	"sync"

	"readout"
	"readout/internal/syntax"
)

// Find gives the contact reports of a document: those of the body, and those of a
// title that stands apart where its status differs.
func Find(title, body syntax.Marked, doc *readout.Document, entities []readout.Entity) []readout.Report {
	known := make(map[readout.EntityID]*readout.Entity, len(entities))
	for i := range entities {
		known[entities[i].ID] = &entities[i]
	}
	var drafts []draft
	var clock *readout.When
	var pair []readout.Party
	author := author(title, known)
	for _, text := range []syntax.Marked{title, body} {
		f := newFinder(text, doc, known)
		f.firstPerson(author)
		f.leadersSpeak()
		f.thirdPerson()
		found := f.all()
		f.withoutOthers(found, pair)
		drafts, pair = append(drafts, found...), f.bilateral()
		clock = f.openingClock()
	}
	reports := join(drafts)
	for i := range reports {
		if r := &reports[i]; r.Headline && r.When == nil && r.Status == readout.Held && clock != nil && r.Channel != readout.Letter && r.Channel != readout.Visit {
			r.When = clock // "Remarks by Reyes and Holt before their meeting", begun at 10:56; not "Briefing on Reyes's Trip to Costava"
		}
		reports[i].ID = fmt.Sprintf("c%d", i+1)
	}
	return reports
}

// finder reads one text.
type finder struct {
	syntax.Marked
	doc        *readout.Document
	known      map[readout.EntityID]*readout.Entity
	owner      []int // token → mention that it belongs to, -1
	quoted     []bool
	inDate     []bool                   // token → stands in a time expression
	principals map[readout.EntityID]int // institution → mention of its head, -1 where there is none
	told       bool                     // an earlier sentence tells of a contact
	// the first mention of officials who stand for their state: from here on they are ours
	bodyFrom int
	// what stands in each sentence, so that no sentence looks through the whole text
	dates, mentions, statements [][]int
	// whether the text is a transcript: asked for seldom, and looked for once
	transcribed func() bool
}

// draft is one contact as one place of a text tells it.
type draft struct {
	readout.Report
	field       readout.Field
	sentence    int
	head        int             // token of the telling word
	definite    bool            // "the meeting": speaks of a contact told before
	lands       int             // of how many states its words say it to be: "your bilateral meeting"; 0 where they do not
	plural      bool            // "the meetings": speaks of several told before
	several     bool            // "in both calls", "the conversations": each was with one
	herald      bool            // "had several calls today": those that are told next
	left        int             // how many of the parties are the subject's
	solid       bool            // says who met whom
	explicit    bool            // a verb says the status
	before      int             // token of the counterpart that the words set apart
	after       int             // token after it, 0 if they do not
	ahead       bool            // a noun whose sentence speaks of the future
	past        bool            // its sentence speaks of the past
	longAgo     bool            // told of a time long gone, without a day
	foreseen    bool            // "would visit": a plan seen from the past
	stop        *readout.Locus  // the one of several places that a journey goes to
	oneOf       bool            // of several meetings, each with a place of its own
	agreed      bool            // "agreed to meet"
	unnamed     bool            // of a title that ends with "counterparts", whom the body names
	oneEach     bool            // one of several that a title's plural tells: "Meetings with Holt and Orsi"
	written     bool            // of the title of a joint statement on some matter: whether they met is for the body to tell
	context     []readout.Party // leaders of two states who act together before "the dinner" in its sentence
	begun       string          // country of the side at whose request it was, for a draft without parties
	passedOn    bool            // "informed Brell of her talks with Holt": told before, or past
	departure   bool            // of a verb of leaving: its day is not the day of arrival
	anew        bool            // "will welcome Holt to Tollen and will also welcome him to Velmora"
	further     bool            // "met President Holt and also held meetings with Costavan officials"
	recalled    bool            // "a continuation of the recent talks between Brell and Lorne"
	later       bool            // told as what comes after another: "before flying to Costava"
	turn        int             // of a talk: the first byte of its turn; 0 elsewhere
	sequel      bool            // "in the evening they spoke again"
	also        bool            // "she also met Holt"
	here        bool            // "this meeting" in the words of one who takes part in it
	besides     bool            // "will also have a meeting with each": beside the one of all
	again       bool            // "then she spoke with Holt again"
	summits     bool            // its ordinal counts summits
	hosts       bool            // "invited Holt for a visit": the first party is not the traveller
	purpose     bool            // only the purpose of a journey: its status is the journey's
	outing      *outing         // of a journey to a gathering
	eve         readout.Channel // "in advance of the call": what a plan is to come before
	follows     *anchor         // "immediately after that call": upon which it followed at once
	ownName     bool            // "the Harbour Summit": a name that its parties do not give
	label       string          // of the labelled item that tells of it
	forum       string          // the name with capitals that its noun ends
	paragraph   int
	process     bool // "the negotiations": of delegations, never a call
	wasVisit    bool // told of as a journey first
	joined      bool // "was joined by": says who else was at the gathering
	ofOfficials bool // of officials of both states, whom no name names
	feast       bool // a meal in the evening, in a house of its own
}

func newFinder(text syntax.Marked, doc *readout.Document, known map[readout.EntityID]*readout.Entity) *finder {
	f := &finder{Marked: text, doc: doc, known: known, owner: make([]int, len(text.Tokens)), quoted: text.Quoted(), bodyFrom: len(text.Mentions), principals: map[readout.EntityID]int{}}
	for i := range f.owner {
		f.owner[i] = -1
	}
	for m, mention := range f.Mentions {
		first, last := f.TokensIn(mention.Span)
		for i := first; i < last; i++ {
			if f.owner[i] < 0 || f.Mentions[f.owner[i]].Form == readout.ByPronoun {
				f.owner[i] = m
			}
		}
	}
	f.bodies()
	f.index()
	f.transcribed = sync.OnceValue(f.hasSpeakers)
	return f
}

// index files dates, mentions and statements under the sentences that they touch.
func (f *finder) index() {
	n := len(f.Sentences)
	f.inDate = make([]bool, len(f.Tokens))
	f.dates, f.mentions, f.statements = make([][]int, n), make([][]int, n), make([][]int, n)
	under := func(index [][]int, span readout.Span, i int) {
		for s := f.SentenceAt(span.Start); s < n && f.SentenceSpan(s).Start < span.End; s++ {
			index[s] = append(index[s], i)
		}
	}
	for i, d := range f.Dates {
		under(f.dates, d.From.Hull(), i)
		first, last := f.TokensIn(d.From.Hull())
		for t := first; t < last; t++ {
			f.inDate[t] = true
		}
	}
	for i, m := range f.Mentions {
		under(f.mentions, m.Span, i)
	}
	for i, s := range f.Statements {
		hull := s.Content.Hull()
		if !s.Cue.IsZero() {
			hull = readout.Span{Start: min(hull.Start, s.Cue.Hull().Start), End: max(hull.End, s.Cue.Hull().End)}
		}
		under(f.statements, hull, i)
	}
}

// mentionsIn lists the mentions that overlap a span.
func (f *finder) mentionsIn(span readout.Span) []int {
	var out []int
	for s := f.SentenceAt(span.Start); s < len(f.Sentences) && f.SentenceSpan(s).Start < span.End; s++ {
		for _, m := range f.mentions[s] {
			if f.Mentions[m].Span.Overlaps(span) {
				out = append(out, m)
			}
		}
	}
	return out
}

// all reads every sentence in a voice that reports.
func (f *finder) all() []draft {
	var out []draft
	for s := range f.Sentences {
		kind := f.PassageOf(s).Kind
		if !kind.Reports() || kind == readout.Question || f.asks(s) {
			continue
		}
		f.told = len(out) > 0
		found := f.read(s)
		if d, ok := f.participants(s, out); d.solid {
			found = slices.DeleteFunc(found, func(o draft) bool { return within(d, o) || listed(d, o) })
			if ok {
				found = append(found, d)
			}
		} else if len(found) == 0 {
			f.attendance(s, out)
			f.lasting(s, out)
			f.stays(s, out)
			out = f.ledBy(s, f.eachLeader(s, out))
		}
		out = append(out, found...)
		if d, ok := f.again(s, out); ok {
			out = append(out, d)
		}
		if kind == readout.Headline {
			out = append(out, f.joint(s)...)
		}
	}
	f.voices(out)
	f.daysOfJourneys(out)
	f.beforeTheCall(out)
	f.daysAfterwards(out)
	fulfilled(out)
	return out
}

// asks reports whether the sentence is a question.
func (f *finder) asks(s int) bool {
	last := f.Sentences[s].Last - 1
	for last > f.Sentences[s].First && f.Tokens[last].Quote() {
		last--
	}
	return f.Tokens[last].Is("?")
}

// read gives the contacts that one sentence tells of.
func (f *finder) read(s int) []draft {
	var cues []cue
	var told [][]draft
	some := false
	for _, c := range f.cues(s) {
		list := f.contacts(c)
		if some = some || len(list) > 0; len(list) > 0 || f.ownObject(c) {
			cues, told = append(cues, c), append(told, list)
		}
	}
	told = ofTalk(cues, told)
	if !some {
		cues, told = nil, nil
		for _, by := range []func(int) (cue, []draft){f.byManner, f.congratulated, f.byInvitation} {
			if c, list := by(s); len(list) > 0 {
				cues, told = append(cues, c), append(told, list)
				break
			}
		}
	}
	var out []draft
	for i, c := range cues {
		for _, d := range told[i] {
			f.tell(&d, c, cues, i)
			f.goesOn(&d, c, out)
			f.voice(&d, c)
			if d.Status == readout.Declined && d.Channel == readout.Call { // "called Holt, who did not answer": no call was held
				if attempt(out, d) {
					continue
				}
			}
			if d.Status != "" {
				out = append(out, f.movedPlan(d, c)...)
			}
		}
	}
	return out
}

// tell notes where a contact is told and with what details: by the cue i of its sentence's.
func (f *finder) tell(d *draft, c cue, cues []cue, i int) {
	s := c.sentence
	d.field, d.sentence, d.head, d.paragraph = f.Field, s, c.head, f.Sentences[s].Paragraph
	d.Headline = f.PassageOf(s).Kind == readout.Headline
	d.oneEach = d.Headline && f.at(c.head).Is("meetings", "calls", "conversations")
	d.unnamed = d.Headline && f.says(c.last, f.Sentences[s].Last, "counterpart", "counterparts")
	d.explicit = d.explicit || d.Headline && f.says(f.Sentences[s].First, f.Sentences[s].Last, "readout", "readouts")
	if f.inTalk(s) {
		d.turn = 1 + f.PassageOf(s).From.First().Start
	}
	d.outing = f.outing(c, d)
	d.process, d.feast = f.at(c.head).Is("negotiations", "negotiation"), f.feast(c)
	d.label, d.forum = f.label(s), f.forumName(c)
	f.detail(d, c, cues, i)
	if d.forum != "" && d.Occasion == nil && d.Channel == readout.Talks {
		d.Occasion = f.locusAt(f.forumFrom(c), c.last)
	}
	f.ofHosts(c, d)
	f.goesFor(d, c)
	if d.outing != nil && d.When == nil && planned(d.Status) {
		d.When = d.outing.day
	}
	d.eve, d.follows = f.eveOf(c), f.followsOn(c)
	f.officersOf(c, d)
	d.Background = d.Status == readout.Held && (f.background(c) || (f.home(s) != "" || ofYear(d.When)) && f.longPast(d.When))
	d.passedOn = d.Status == readout.Held && !c.verb() && f.passedOn(c)
	d.foreseen = c.verb() && c.group.Modal == "would" && d.Status == readout.Scheduled
	d.longAgo = d.Background && d.When == nil && f.timeGone(c)
	if f.beforeTheirTime(d) || f.onlyRemembered(d, c) { // "had a chance to speak with him after he formed his government"
		d.Status = ""
	}
	d.Words = f.Words(f.clause(c, cues, i))
}

// ownObject reports whether a noun that tells of nobody's contact is still the
// object of a verb, so that the day and place after it are its own: "proposed a
// meeting at the White House".
func (f *finder) ownObject(c cue) bool {
	start := f.Sentences[c.sentence].First
	if f.inserted(c) {
		return false
	}
	return !c.verb() && c.word.Channel != string(readout.Summit) && f.light(f.nounPhrase(c, start), start) != nil
}

// inserted reports whether a noun stands in a relative clause between commas, after
// which its sentence goes on: "a state visit, which will include a dinner, on 5 May".
func (f *finder) inserted(c cue) bool {
	if !f.at(c.last).Is(",") {
		return false
	}
	for i := c.first - 1; i > f.Sentences[c.sentence].First && i > c.first-8; i-- {
		if f.at(i).Is("which", "who") {
			return f.at(i - 1).Is(",")
		}
		if f.at(i).Is(",") {
			return false
		}
	}
	return false
}

// attempt turns the call that the sentence told first into one that was declined, where
// d says that nobody took it; false if there is none.
func attempt(told []draft, d draft) bool {
	found := false
	for i := range told {
		if o := &told[i]; o.Status == readout.Held && o.Channel == readout.Call && (sameParties(o.Parties, d.Parties) || !d.solid) {
			o.Status, found = readout.Declined, true
		}
	}
	return found
}
