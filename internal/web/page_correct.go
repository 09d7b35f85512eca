package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/internal/export"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

// correctView is the form in which everything of one contact can be corrected.
type correctView struct {
	Sign          signView
	Line          contactLine
	Checked       bool
	Fields        []correctField
	Claims        []claimChoice
	Near          []contactLine // entries that may be the same contact
	NearIDs       []string
	Promises      []promiseChoice
	Corrections   []correctionView
	Save, Accept  string // the values of the buttons
	Reject, Split string
	Merge, Note   string
}

// correctField is one field with its value, as corrections write it.
type correctField struct {
	Name, Label, Value string
	Choices            []choice // nil: it is written
	Hint               string
	Said               string // what a person has said of it
}

type choice struct {
	Value, Text string
	Chosen      bool
}

// claimChoice is a claim that can be chosen.
type claimChoice struct {
	N     int
	Claim claimView
}

// promiseChoice is a promise with what can be said of it.
type promiseChoice struct {
	Promise promiseView
	Answers []answer
}

func correctHref(id string) string { return "/review/" + url.PathEscape(id) }

// ledgerAfter gives the ledger to a page that a form may lead to: with what was
// just done in it, however long that takes, where something was.
func (s *server) ledgerAfter(r *http.Request) (*snapshot, error) {
	if r.URL.Query().Has("did") {
		return s.ledger.latest(r.Context())
	}
	return s.ledger.now(r.Context())
}

// correctPage shows the form of one contact.
func (s *server) correctPage(w http.ResponseWriter, r *http.Request) error {
	now, err := s.ledgerAfter(r)
	if err != nil {
		return err
	}
	c, err := now.find(r.Context(), s.Store, r.PathValue("id"))
	if err != nil {
		return err
	}
	if c.ID != r.PathValue("id") {
		http.Redirect(w, r, href(correctHref(c.ID), r.URL.Query()), http.StatusFound)
		return nil
	}
	line := newContactLine(c)
	return s.show(w, "correct", view{Title: "Correct: " + line.Who + ", " + line.Channel + ", " + line.Day, Tab: "/review", Page: s.correctView(now, c, r)})
}

func (s *server) correctView(now *snapshot, c *readout.Contact, r *http.Request) *correctView {
	v := &correctView{Sign: s.sign(now, r, correctHref(c.ID), ""), Line: newContactLine(c), Checked: c.Review == "checked",
		Save: actValue("edit", c), Accept: actValue("accept", c), Reject: actValue("reject", c), Split: actValue("split", c), Merge: actValue("merge", c), Note: actValue("note", c)}
	v.Sign.Default = v.Save
	for _, name := range ledger.Fields() {
		v.Fields = append(v.Fields, now.correctField(c, name))
	}
	for i := range c.History {
		v.Claims = append(v.Claims, claimChoice{i + 1, newClaim(now, c, &c.History[i])})
	}
	for i := range c.Commitments {
		p := promiseChoice{Promise: s.newPromise(now, c, &c.Commitments[i])}
		for _, o := range readout.Outcomes {
			if o != c.Commitments[i].Outcome {
				p.Answers = append(p.Answers, answer{Text: outcomeTag(o).Text, Value: actValue("promise", c, "promise", strconv.Itoa(i+1), "value", string(o))})
			}
		}
		v.Promises = append(v.Promises, p)
	}
	for _, other := range now.near(c) {
		v.Near, v.NearIDs = append(v.Near, newContactLine(other)), append(v.NearIDs, other.ID)
	}
	for i := range slices.Backward(now.Corrections) {
		if row := &now.Corrections[i]; row.Contact == c.ID {
			v.Corrections = append(v.Corrections, now.newCorrection(row))
		}
	}
	return v
}

// fieldHints say how a value is written.
var fieldHints = map[string]string{
	"parties": "ids or names, with semicolons between them", "attendees": "ids or names, with semicolons between them", "when": "2024-05-02, 2024-05, or 2024-05-02/2024-05-03",
	"duration": "PT1H30M is an hour and a half", "place": "an id or a name", "occasion": "an id or a name",
}

// fieldLabels are the fields that a comparison does not have.
var fieldLabels = map[string]string{"parties": "who", "occasion": "on what occasion", "scope": "scope", "status": "status"}

func (s *snapshot) correctField(c *readout.Contact, name string) correctField {
	f := correctField{Name: name, Label: capital(cmp.Or(fieldLabels[name], phrase.Field(name))), Value: ledger.FieldOf(c, name), Hint: fieldHints[name]}
	add := func(value, text string) {
		f.Choices = append(f.Choices, choice{value, text, value == f.Value})
	}
	switch name {
	case "channel":
		for _, ch := range readout.Channels {
			add(string(ch), phrase.Channel(ch))
		}
	case "status":
		for _, st := range readout.Statuses {
			add(string(st), phrase.Status(st))
		}
	case "scope":
		add("", "between states or organisations")
		for _, scope := range []readout.Scope{readout.Domestic, readout.Press, readout.Private} {
			add(string(scope), string(scope))
		}
	case "initiator":
		add("", "not known")
		for _, p := range c.Parties {
			add(cmp.Or(string(p.Entity), p.Name), p.Name)
		}
	}
	for i := range c.Reviews {
		if c.Reviews[i].Field == name {
			f.Said = s.names.Review(&c.Reviews[i])
		}
	}
	return f
}

// maxNear is how many entries are offered for a merge.
const maxNear = 12

// near are the other entries of the same sides, the nearest in the ledger first.
func (s *snapshot) near(c *readout.Contact) []*readout.Contact {
	key := partiesKey(c)
	at := slices.IndexFunc(s.Contacts, func(o readout.Contact) bool { return o.ID == c.ID })
	var out []*readout.Contact
	for step := 1; step < len(s.Contacts) && len(out) < maxNear; step++ {
		for _, i := range []int{at - step, at + step} {
			if i >= 0 && i < len(s.Contacts) && key != "" && partiesKey(&s.Contacts[i]) == key {
				out = append(out, &s.Contacts[i])
			}
		}
	}
	return out
}

// correctionsView lists every correction, the last first.
type correctionsView struct {
	Sign  signView
	Rows  []correctionView
	Pager pager
}

// correctionsPage shows what people have said of the ledger.
func (s *server) correctionsPage(w http.ResponseWriter, r *http.Request) error {
	now, err := s.ledgerAfter(r)
	if err != nil {
		return err
	}
	sel := &selection{path: "/corrections", values: url.Values{}}
	sel.page, _ = strconv.Atoi(r.URL.Query().Get("page")) // no number is the first page
	sel.page = max(1, sel.page)
	rows := slices.Clone(now.Corrections)
	slices.Reverse(rows)
	page := correctionsView{Sign: s.sign(now, r, "/corrections", "")}
	rows, page.Pager = cut(sel, rows)
	for i := range rows {
		page.Rows = append(page.Rows, now.newCorrection(&rows[i]))
	}
	return s.show(w, "corrections", view{Title: "Corrections", Tab: "/review", Page: page})
}

// correctionsJSON writes all corrections, in the order in which they count.
func (s *server) correctionsJSON(w http.ResponseWriter, r *http.Request) error {
	now, err := s.ledger.now(r.Context())
	if err != nil {
		return err
	}
	return writeArray(w, now.Corrections)
}

// correctionsFile writes them as a file that readout apply replays.
func (s *server) correctionsFile(w http.ResponseWriter, r *http.Request) error {
	now, err := s.ledger.now(r.Context())
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/jsonl; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="corrections.jsonl"`)
	return export.Lines(w, now.Corrections)
}

// reviewLines are what people have said of a contact, as its page shows it.
func (s *snapshot) reviewLines(c *readout.Contact) []reviewLine {
	var out []reviewLine
	for i := range c.Reviews {
		r := &c.Reviews[i]
		day, _, _ := strings.Cut(r.At, "T")
		out = append(out, reviewLine{Day: phrase.ShortDate(day), Text: s.names.Review(r), ID: r.Correction})
	}
	return out
}

// reviewLine is one thing that somebody has said of a contact.
type reviewLine struct{ Day, Text, ID string }
