package ledger

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"readout"
)

// item is a report with everything that linking asks of it.
type item struct {
	src     *source
	rep     *readout.Report
	who     []participant
	sides   []string // distinct, sorted; the bucket's key
	body    string   // of a gathering of a large body: the side of that body
	time    interval
	dated   bool // the text gives a time
	ago     bool // the time is counted back from the day on which it was said: "two weeks ago"
	filled  bool // some of its sides are there as members of a body that the text names
	clock   int  // time of day in minutes, or -1
	nth     int  // its place among the contacts of its day that its document tells apart, from 1; 0 where it is the only one
	said    int  // day on which it was said
	hasSaid bool
	speaker readout.EntityID
	via     []readout.ClaimLink
	side    string // what the voice belongs to
	issuer  readout.EntityID
	own     bool // the voice belongs to a party of the contact
	place   spot
	event   spot
	past    bool            // told as past from where its text stands, or in passing
	passing bool            // mentioned in a talk, without a day
	aside   bool            // told in a statement that begins with another contact
	topic   bool            // told as held, without a day, in the account of a call with others
	echo    bool            // says again, in looser words, what another report of its document says
	tour    bool            // a journey to several people of one state, whom its document names
	forums  []*item         // of its document and sides, what has a name of its own that no file knows
	opens   bool            // it is the news with which its text begins
	chief   bool            // and no headline tells of others
	over    *item           // of a headline: the contact of its text that it stands over
	named   []participant   // of a headline that stands for those of that contact: whom it names itself
	apart   []part          // splits that put it on one side
	muted   []readout.Spans // further voices that a person rejected
	linked
}

// level is how precisely a party is named.
type level int

const (
	stateLevel level = iota + 1
	officeLevel
	personLevel
)

// participant is a party reduced to what linking compares.
type participant struct {
	id    readout.EntityID
	level level
	side  string
	words []string // of a person's name
}

// spot is a place or an occasion reduced to what linking compares.
type spot struct {
	id      readout.EntityID
	country string
	words   []string
}

func (s spot) known() bool { return s.id != "" || len(s.words) > 0 }

// counts is the status that the report counts as: what is told as held before
// its day can only be a plan.
func (it *item) counts() readout.Status {
	if it.rep.Status == readout.Held && it.dated && it.hasSaid && it.time.lo > it.said+1 {
		return readout.Scheduled
	}
	return it.rep.Status
}

func (it *item) plan() bool {
	switch it.counts() {
	case readout.Scheduled, readout.Arranging, readout.Proposed, readout.Expected:
		return true
	}
	return false
}

// breaks reports whether the status says that a plan, or a report, does not hold.
func (it *item) breaks() bool {
	switch it.rep.Status {
	case readout.Postponed, readout.Cancelled, readout.Declined, readout.Denied, readout.Unplanned:
		return true
	}
	return false
}

func (it *item) held() bool { return it.counts() == readout.Held }

// newItem prepares report i of a document. ok is false where there is nobody
// to file it under.
func (w *world) newItem(src *source, rep *readout.Report) (*item, bool) {
	it := &item{src: src, rep: rep, clock: -1}
	if w.review != nil {
		if w.review.rejected[rep] {
			return nil, false
		}
		it.apart, it.muted = w.review.apart[rep], w.review.muted[rep]
	}
	for _, p := range rep.Parties {
		it.who = append(it.who, w.participant(p))
	}
	it.place, it.event = w.spot(rep.Place), w.spot(rep.Occasion)
	if it.event.id == "" {
		for i, word := range it.event.words {
			it.event.words[i] = stem(word) // "Technology Dialogue", "Technologies Dialogue"
		}
	}
	it.atInviter()
	it.addHost()
	it.addMembers()
	it.sides = sidesOfAll(it.who)
	if members := it.gathering(); len(members) > 0 {
		it.sides = slices.DeleteFunc(it.sides, func(side string) bool { return side == it.body || slices.Contains(members, side) })
		it.sides = append(it.sides, it.body)
		slices.Sort(it.sides)
	}
	if rep.When != nil {
		it.time, it.dated = parseEDTF(rep.When.EDTF)
		it.clock = clockMinutes(rep.When.EDTF)
		it.ago = src.countsBack(rep.When)
	}
	w.voiceOf(it)
	it.passing = !rep.Background && it.inPassing()
	it.past = rep.Background || it.passing
	if it.dayOfPlanning() {
		it.time, it.dated, it.clock = interval{}, false, -1
	}
	return it, len(it.sides) > 0
}

// The rules by which readings count time back or on: "two weeks ago", "last week".
const (
	countedBack = "offset"
	lastUnit    = "unit-last"
)

// countsBack reports whether the words of a time count it so.
func (s *source) countsBack(w *readout.When) bool {
	return slices.ContainsFunc(s.r.Dates, func(d readout.Date) bool {
		return (d.Rule == countedBack || d.Rule == lastUnit) && isTimeOf(d, w)
	})
}

// isTimeOf reports whether a time expression stands in the words of a contact's time.
func isTimeOf(d readout.Date, w *readout.When) bool {
	return w != nil && d.In == w.In && d.EDTF == w.EDTF && w.From.Overlaps(d.From.Hull())
}

// dayOfPlanning reports whether the time of a plan is the day on which it was
// proposed or arranged ("it was agreed last month"), or that of something else
// ("will meet, to follow up on last autumn's summit"), not the day that it is
// for: nobody proposes what lies behind, or plans for a season long past.
func (it *item) dayOfPlanning() bool {
	if !it.dated || !it.hasSaid || it.time.hi >= it.said {
		return false
	}
	switch it.rep.Status {
	case readout.Proposed, readout.Arranging:
		return true
	case readout.Scheduled, readout.Expected:
		return !it.time.exact() && it.time.hi < it.said-planDays
	}
	return false
}

// inPassing reports whether a contact that was held is only mentioned, without a day,
// in a talk: what comes up there may be months old, and the day of the talk is not its day.
func (it *item) inPassing() bool {
	return !it.dated && it.rep.Status == readout.Held && it.talkedOf()
}

func (w *world) participant(p readout.Party) participant {
	out := participant{id: p.Entity, side: cmp.Or(p.Country, string(p.Organisation)), level: stateLevel}
	switch p.Entity.Kind() {
	case readout.Person:
		out.level, out.words = personLevel, idWords(p.Entity)
		if c := w.told(p.Entity); len(out.words) > 1 && c != "" && p.Organisation == "" {
			out.side = c // a full name is one person, wherever one text takes it to belong
		}
	case readout.Office:
		out.level = officeLevel
	case "":
		out.level, out.words = personLevel, foldedWords(p.Name)
	}
	if out.side == "" {
		out.side = w.sideOf(p.Entity)
	}
	if out.side == "" && p.Entity == "" && len(out.words) > 0 {
		out.side = w.countryByName(out.words)
	}
	if out.side == "" {
		out.side = strings.Join(append([]string{"?"}, w.fullest(out.words)...), " ")
		if len(out.words) == 0 {
			out.side = string(p.Entity)
		}
	}
	return out
}

func (w *world) spot(l *readout.Locus) spot {
	if l == nil {
		return spot{}
	}
	s := spot{id: l.Entity, words: foldedWords(l.Name)}
	if l.Entity != "" {
		s.country = w.countryOf(l.Entity)
	}
	return s
}

// voiceOf finds who asserts the report, through whom, and on what day.
func (w *world) voiceOf(it *item) {
	v := it.src.voiceAt(it.rep.Words, it.rep.AssertedBy)
	it.speaker, it.via, it.said, it.hasSaid = v.speaker, v.via, v.said, v.hasSaid
	it.issuer = issuerAt(it.src.r, it.rep.Words)
	it.side = w.sideOf(it.speaker)
	it.own = it.side != "" && slices.Contains(it.sides, it.side)
}

// spoken is who says a statement, through whom and when.
type spoken struct {
	speaker readout.EntityID
	via     []readout.ClaimLink
	said    int
	hasSaid bool
}

func voice(st *readout.Statement) spoken {
	var v spoken
	if st.Speaker != nil {
		v.speaker = *st.Speaker
	}
	for _, l := range st.Via {
		v.via = append(v.via, readout.ClaimLink{Entity: l.Entity, Name: l.Name})
	}
	if st.Said != nil {
		t, ok := parseEDTF(st.Said.EDTF)
		v.said, v.hasSaid = t.hi, ok && t.length() == 1
	}
	return v
}

// voiceAt is who asserts words of the document, and on what day: whoever makes the
// statement, else the issuer of their passage, else the outlet.
func (s *source) voiceAt(w readout.Words, statement string) spoken {
	v := spoken{speaker: s.outlet, said: s.day, hasSaid: s.hasDay}
	if p := passageAt(s.r, w); p != nil {
		v.speaker = cmp.Or(p.Issuer, v.speaker)
		if day, ok := parseDay(p.Day.Day()); ok {
			v.said, v.hasSaid = day, true
		}
	}
	if st := s.statement(statement); st != nil {
		told := voice(st)
		v.speaker, v.via = told.speaker, told.via
		if told.hasSaid {
			v.said, v.hasSaid = told.said, true
		}
	}
	return v
}

// passageAt is the passage of the document's text where the words begin.
func passageAt(r *readout.Reading, w readout.Words) *readout.Passage {
	if i := passageIndex(r, w); i >= 0 {
		return &r.Passages[i]
	}
	return nil
}

// passageIndex is the index of that passage, or -1. Passages tile the text in order.
func passageIndex(r *readout.Reading, w readout.Words) int {
	if w.In != readout.InText || w.From.IsZero() {
		return -1
	}
	at := w.From.First()
	i := sort.Search(len(r.Passages), func(i int) bool { return r.Passages[i].From.Hull().End > at.Start })
	if i < len(r.Passages) && r.Passages[i].From.Overlaps(at) {
		return i
	}
	return -1
}

// before orders items by what they are, not by how they came: time, day said,
// document, position.
func (it *item) before(o *item) int {
	for _, d := range []int{it.time.lo - o.time.lo, it.time.hi - o.time.hi, it.clock - o.clock, it.said - o.said} {
		if d != 0 {
			return d
		}
	}
	return it.position(o)
}

// position orders items by document and place in it.
func (it *item) position(o *item) int {
	if c := strings.Compare(string(it.src.r.Document.ID), string(o.src.r.Document.ID)); c != 0 {
		return c
	}
	if c := strings.Compare(string(it.rep.In), string(o.rep.In)); c != 0 {
		return c
	}
	if d := it.rep.From.First().Start - o.rep.From.First().Start; d != 0 {
		return d
	}
	return strings.Compare(it.rep.ID, o.rep.ID)
}
