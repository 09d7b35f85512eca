package web

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

// reviewView is the queue of what the rules are least sure of.
type reviewView struct {
	Sign    signView
	Kinds   []kindLink
	Entries []entryView
	Pager   pager
	Left    int // in all kinds
	JSON    string
}

// kindLink narrows the queue to one kind of doubt.
type kindLink struct {
	link
	Count int
}

// signView is the form that signs corrections: every button of the page belongs
// to it, so that a name is written once and all works without script.
type signView struct {
	By       string
	Back     string // where a correction leads back to
	Default  string // the value of the button that the Enter key presses; "" for the one that keeps the name
	Error    string
	ReadOnly bool
	Last     *correctionView // the last correction in effect, to take back
	Done     bool            // it was made just now
}

// entryView is one doubt as a question, with what can be answered.
type entryView struct {
	N        int
	Question string
	Ground   string // why it is asked
	Lines    []contactLine
	Evidence []evidence
	Answers  []answer
	Edit     string // the address of the whole form
	Ask      *askView
}

// evidence is somebody's words on the matter.
type evidence struct {
	Tag   tag
	Label string
	Quote quote
}

// answer is a button: what it does is written in its value.
type answer struct {
	Text, Value, Class string
	Key                string
}

// askView is a value that an answer takes along.
type askView struct {
	Label, Name, Hint string
	Value             string // of the button that takes it along
}

// doubtKinds are the kinds of doubt as questions.
var doubtKinds = map[ledger.DoubtKind]struct{ short, question string }{
	ledger.Twins:        {"One or two", "Is this one contact, or are these two?"},
	ledger.Joined:       {"Belongs here", "Does this report belong to this contact?"},
	ledger.Differing:    {"Disputed", "Voices differ. Which is right?"},
	ledger.UnsureDay:    {"Day not sure", "On which day was it?"},
	ledger.Silent:       {"Unreported", "It was planned, and its day has passed. Did it take place?"},
	ledger.UnmetPromise: {"Overdue promise", "The promise is overdue. What came of it?"},
}

// reviewPage shows the queue, or the doubts as JSON.
func (s *server) reviewPage(w http.ResponseWriter, r *http.Request) error {
	return s.queue(w, r, http.StatusOK, "")
}

// reviewJSON writes every doubt of the kind that is asked for.
func (s *server) reviewJSON(w http.ResponseWriter, r *http.Request) error {
	now, err := s.ledger.now(r.Context())
	if err != nil {
		return err
	}
	kind, err := askedKind(r.URL.Query())
	if err != nil {
		return err
	}
	return writeArray(w, ofKind(now.Doubts(), kind))
}

// askedKind is the kind of ?kind=; "" for all.
func askedKind(q url.Values) (ledger.DoubtKind, error) {
	kind := ledger.DoubtKind(q.Get("kind"))
	if kind != "" && !slices.Contains(ledger.DoubtKinds, kind) {
		return "", fmt.Errorf("%w: no kind %q; there are %v", readout.ErrInvalid, kind, ledger.DoubtKinds)
	}
	return kind, nil
}

func ofKind(doubts []ledger.Doubt, kind ledger.DoubtKind) []ledger.Doubt {
	out := []ledger.Doubt{}
	for _, d := range doubts {
		if kind == "" || d.Kind == kind {
			out = append(out, d)
		}
	}
	return out
}

// reviewSize is how many doubts a page shows.
const reviewSize = 10

// queue shows the queue; where something is wrong with what was sent, with that.
func (s *server) queue(w http.ResponseWriter, r *http.Request, status int, wrong string) error {
	now, err := s.ledgerAfter(r)
	if err != nil {
		return err
	}
	q := r.URL.Query()
	kind, err := askedKind(q)
	if err != nil {
		return err
	}
	q.Del("did")
	page := reviewView{Sign: s.sign(now, r, href("/review", q), wrong), JSON: href("/review.json", url.Values{"kind": q["kind"]})}
	all := now.Doubts()
	page.kinds(all, kind)
	doubts := ofKind(all, kind)
	page.Left = len(all)
	sel := &selection{path: "/review", values: url.Values{}}
	if kind != "" {
		sel.values.Set("kind", string(kind))
	}
	sel.page, _ = strconv.Atoi(q.Get("page")) // no number is the first page
	sel.page = max(1, sel.page)
	doubts, page.Pager = cutAt(sel, doubts, reviewSize)
	for i := range doubts {
		if e, ok := s.entry(now, &doubts[i], i+1); ok {
			page.Entries = append(page.Entries, e)
		}
	}
	return s.showStatus(w, status, "review", view{Title: "Review", Tab: "/review", Page: page})
}

// kinds counts the doubts of each kind.
func (v *reviewView) kinds(all []ledger.Doubt, chosen ledger.DoubtKind) {
	v.Kinds = append(v.Kinds, kindLink{link{"All", "/review", chosen == ""}, len(all)})
	for _, kind := range ledger.DoubtKinds {
		if n := len(ofKind(all, kind)); n > 0 || kind == chosen {
			v.Kinds = append(v.Kinds, kindLink{link{doubtKinds[kind].short, href("/review", url.Values{"kind": {string(kind)}}), kind == chosen}, n})
		}
	}
}

// entry makes the question of a doubt; not ok where its contact is gone.
func (s *server) entry(now *snapshot, d *ledger.Doubt, n int) (entryView, bool) {
	c, other := now.contact(d.Contact), now.contact(d.Other)
	if c == nil || d.Kind == ledger.Twins && other == nil {
		return entryView{}, false
	}
	v := entryView{N: n, Question: doubtKinds[d.Kind].question, Lines: []contactLine{newContactLine(c)}, Edit: correctHref(c.ID)}
	act := func(do string, more ...string) string {
		return actValue(do, c, append(more, "entry", strconv.Itoa(n))...)
	}
	switch d.Kind {
	case ledger.Twins:
		v.Lines = append(v.Lines, newContactLine(other))
		v.Evidence = append(now.claimsOf(c, 2), now.claimsOf(other, 2)...)
		seen := []string{"other", other.ID, "other-seen", digest(other)}
		v.Answers = []answer{{"Two contacts", act("apart", seen...), "do-accept do-split", "y"}, {"One contact", act("merge", seen...), "do-merge", "m"}}
	case ledger.Joined:
		now.joinedEntry(&v, c, d, act)
	case ledger.Differing:
		now.disputedEntry(&v, c, d, act)
	case ledger.UnsureDay:
		v.Evidence, v.Ground = now.claimsOf(c, 3), dayGround(c)
		v.Ask = &askView{Label: "The day", Name: fmt.Sprintf("when-%d", n), Hint: "2024-05-02"}
		v.Ask.Value = act("edit", "field", "when", "from", v.Ask.Name)
		v.Answers = []answer{{"Right as it stands", act("accept", "field", "when"), "do-accept", "y"}, {"Give this day", v.Ask.Value, "", ""}}
	case ledger.Silent:
		v.Evidence, v.Ground = now.claimsOf(c, 3), sentence(capital(phrase.Standing(c)))
		v.Answers = []answer{{"Not known: leave it", act("accept", "field", "status"), "do-accept", "y"}}
		for _, status := range []readout.Status{readout.Held, readout.Cancelled, readout.Postponed} {
			v.Answers = append(v.Answers, answer{"It was " + phrase.Status(status), act("edit", "field", "status", "value", string(status)), "", ""})
		}
	case ledger.UnmetPromise:
		return now.promiseEntry(v, c, d, act)
	}
	return v, true
}

func (s *snapshot) joinedEntry(v *entryView, c *readout.Contact, d *ledger.Doubt, act func(string, ...string) string) {
	claim := newClaim(s, c, &c.History[d.Claim-1])
	v.Ground = "It was taken for: " + d.Reason + "."
	v.Evidence = []evidence{{claim.Status, claim.Said + ", " + claim.Voice, claim.Quote}}
	at := []string{"claim", strconv.Itoa(d.Claim)}
	v.Answers = []answer{
		{"It belongs here", act("together", at...), "do-accept", "y"},
		{"Another contact", act("split", at...), "do-split", "s"},
		{"Misread: leave it out", act("reject", at...), "do-reject", "n"},
	}
}

func (s *snapshot) disputedEntry(v *entryView, c *readout.Contact, d *ledger.Doubt, act func(string, ...string) string) {
	i := slices.IndexFunc(c.Disputes, func(x readout.Dispute) bool { return x.Field == d.Field })
	v.Ground = capital(phrase.Field(d.Field)) + "."
	v.Answers = []answer{{"Right as it stands", act("accept", "field", d.Field), "do-accept", "y"}}
	var seen []string
	for _, claim := range c.Disputes[i].Claims {
		value := fieldWords(d.Field, claim.Value)
		v.Evidence = append(v.Evidence, evidence{tag{value, "plan"}, s.names.Voice(claim.Speaker, claim.Via), s.quote(claim.Words)})
		if !slices.Contains(seen, claim.Value) {
			seen = append(seen, claim.Value)
			v.Answers = append(v.Answers, answer{"It is: " + value, act("edit", "field", d.Field, "value", claim.Value), "", ""})
		}
	}
}

func (s *snapshot) promiseEntry(v entryView, c *readout.Contact, d *ledger.Doubt, act func(string, ...string) string) (entryView, bool) {
	if d.Promise > len(c.Commitments) {
		return v, false
	}
	p := &c.Commitments[d.Promise-1]
	label := "promised"
	if p.Due != nil {
		label = "due " + phrase.ShortDate(p.Due.EDTF)
	}
	v.Evidence = []evidence{{outcomeTag(p.Outcome), label, s.quote(p.Words)}}
	for _, o := range []readout.Outcome{readout.Lapsed, readout.Kept, readout.Contradicted, readout.Open} {
		a := answer{Text: map[readout.Outcome]string{readout.Lapsed: "Overdue, as it stands", readout.Kept: "It was kept", readout.Contradicted: "It was broken", readout.Open: "Still open"}[o],
			Value: act("promise", "promise", strconv.Itoa(d.Promise), "value", string(o))}
		if o == readout.Lapsed {
			a.Class, a.Key = "do-accept", "y"
		}
		v.Answers = append(v.Answers, a)
	}
	return v, true
}

// claimsOf are the first claims of a contact's history, those that say that it
// was held before the others.
func (s *snapshot) claimsOf(c *readout.Contact, n int) []evidence {
	var out []evidence
	for _, held := range []bool{true, false} {
		for i := range c.History {
			if (c.History[i].Status == readout.Held) == held && len(out) < n {
				claim := newClaim(s, c, &c.History[i])
				out = append(out, evidence{claim.Status, claim.Said + ", " + claim.Voice, claim.Quote})
			}
		}
	}
	return out
}

// dayGround says why the day of a contact is not sure.
func dayGround(c *readout.Contact) string {
	switch {
	case c.When == nil:
		return "No text gives its day."
	case c.When.Basis == "published":
		return capital(phrase.Date(c.When.EDTF)) + " is the day on which a text was published; no text gives the day itself."
	}
	return "The texts say: " + phrase.Date(c.When.EDTF) + "."
}

// fieldWords says the value of a field that people correct.
func fieldWords(field, value string) string {
	if field == "status" {
		return phrase.Status(readout.Status(value))
	}
	return cmp.Or(phrase.FieldValue(field, value), "none")
}
