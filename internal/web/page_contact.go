package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/internal/phrase"
)

// contactView is the page of one contact.
type contactView struct {
	ID, Who, What string
	Status        tag
	Lede          []string
	Pair          *link // the list of contacts of the same parties
	Nth, Of       int
	Older, Newer  *link
	Facts         []factView
	Comparison    *comparisonView
	Others        []link
	Accounts      []accountView
	Promises      []promiseView
	History       []claimView
	Line          *claimLine
	Disputes      []disputeView
	Statements    []statementView
	MoreStated    int // statements that are not shown
	Documents     []documentLine
	Why           []string // why its reports were joined
	JSON          string
	Cite          citeView
	Checked       bool         // by a person
	Reviews       []reviewLine // what people have said of it
	Correct       string       // where it is corrected
}

// factView is a field of the contact with its words.
type factView struct {
	Name, Value string
	Note        string
	Quote       quote
}

// claimView is a line of the history.
type claimView struct {
	ID               string
	Said, For, Voice string
	SaidDate         string
	Status           tag
	Headline         bool
	Chain            []string
	Quote            quote
}

// disputeView is a field on which voices differ.
type disputeView struct {
	Field  string
	Claims []disputeClaim
}

type disputeClaim struct {
	Value, Voice string
	Quote        quote
}

// accountView is one text about the contact.
type accountView struct {
	Name, URL string
	Href      string
	Official  bool
	Points    []pointView
	Count     int // of its points, not all of which are shown
	More      int
}

// What a contact's page shows of an account's points and of the statements; the
// documents and the JSON have them all.
const (
	accountPoints     = 12
	contactStatements = 40
)

// contactPage shows one contact, its JSON, or the references to its texts. An id that it had before, or the
// beginning of one, leads to the id that it has.
func (s *server) contactPage(w http.ResponseWriter, r *http.Request) error {
	now, err := s.ledger.now(r.Context())
	if err != nil {
		return err
	}
	id, ext := cutExtension(r.PathValue("id"))
	c, err := now.find(r.Context(), s.Store, id)
	if err != nil {
		return err
	}
	if c.ID != id {
		http.Redirect(w, r, contactHref(c.ID)+ext, http.StatusFound) // not for ever: the id may come back
		return nil
	}
	if ext == ".json" {
		return writeLinked(w, c)
	}
	if ours, err := writeCitation(w, ext, c.ID, now.references(c)); ours || err != nil {
		return err
	}
	page := s.contactView(now, c, onlyDifferences(r.URL.Query()))
	page.Cite = now.citeContact(c, s.base(r))
	if page.Why, err = now.Why(c.ID); err != nil {
		return err
	}
	return s.show(w, "contact", view{Title: page.Who + ", " + page.What, Tab: "/timeline", Page: page})
}

func (s *server) contactView(now *snapshot, c *readout.Contact, only bool) *contactView {
	v := &contactView{ID: c.ID, Who: phrase.Parties(c.Parties), Status: statusTag(c.Status), JSON: contactHref(c.ID) + ".json"}
	v.What = capital(phrase.Channel(c.Channel)) + ", " + phrase.When(c.When)
	if v.Comparison = s.ledgerComparison(now, c, 0, only); v.Comparison != nil {
		v.Comparison.toggle(contactHref(c.ID), nil)
	}
	v.Others = s.otherComparisons(now, c, 0)
	v.Lede = v.lede(c)
	if c.Passing {
		v.Lede = append(v.Lede, phrase.InPassing)
	}
	v.Checked, v.Reviews, v.Correct = c.Review == "checked", now.reviewLines(c), correctHref(c.ID)
	v.neighbours(now, c)
	v.Facts = s.facts(now, c)
	for i := range c.History {
		v.History = append(v.History, newClaim(now, c, &c.History[i]))
		v.History[i].ID = fmt.Sprintf("claim-%d", i+1)
	}
	v.Line = drawClaims(c, v.History)
	for i := range c.Accounts {
		v.Accounts = append(v.Accounts, newAccount(now, &c.Accounts[i]))
	}
	for i := range c.Disputes {
		v.Disputes = append(v.Disputes, newDispute(now, &c.Disputes[i]))
	}
	for i := range c.Commitments {
		v.Promises = append(v.Promises, s.newPromise(now, c, &c.Commitments[i]))
	}
	v.MoreStated = max(0, len(c.Statements)-contactStatements)
	for i := range c.Statements[:len(c.Statements)-v.MoreStated] {
		v.Statements = append(v.Statements, newStatement(now, &c.Statements[i], nil))
	}
	for _, id := range c.Documents {
		if r := now.readings[id]; r != nil {
			v.Documents = append(v.Documents, newDocumentLine(r))
		}
	}
	slices.SortStableFunc(v.Documents, func(a, b documentLine) int { return strings.Compare(a.Date, b.Date) })
	return v
}

// lede says in words how the contact stands and who tells of it.
func (v *contactView) lede(c *readout.Contact) []string {
	official := 0
	for i := range c.Accounts {
		if c.Accounts[i].Official {
			official++
		}
	}
	standing := sentence(capital(phrase.Standing(c)))
	if c.Status == readout.Held {
		standing = "It took place."
	}
	texts := phrase.Count(len(c.Documents), "text") + " here " + map[bool]string{true: "tells", false: "tell"}[len(c.Documents) == 1] + " of it"
	if c.Independent < len(c.Documents) {
		texts += ", " + strconv.Itoa(c.Independent) + " independent: the rest are copies"
	}
	switch official {
	case 0:
		texts += "; none is an official account."
	case 1:
		texts += "; one is an official account."
	default:
		texts += "; " + phrase.Count(official, "official account") + " among them."
	}
	out := []string{standing + " " + texts}
	if v.Comparison != nil {
		out = append(out, v.Comparison.Lede)
	}
	return out
}

// neighbours finds the contacts of the same parties before and after.
func (v *contactView) neighbours(now *snapshot, c *readout.Contact) {
	key := partiesKey(c)
	if key == "" || len(c.Parties) != 2 || c.Passing {
		return
	}
	var same []*readout.Contact
	at := 0
	for i := range now.Contacts {
		if partiesKey(&now.Contacts[i]) == key && !now.Contacts[i].Passing {
			if now.Contacts[i].ID == c.ID {
				at = len(same)
			}
			same = append(same, &now.Contacts[i])
		}
	}
	values := url.Values{byPair: {key}}
	v.Pair = &link{Text: v.Who, Href: href("/timeline", values)}
	v.Nth, v.Of = len(same)-at, len(same)
	if at > 0 {
		v.Newer = neighbour(same[at-1])
	}
	if at+1 < len(same) {
		v.Older = neighbour(same[at+1])
	}
}

func neighbour(c *readout.Contact) *link {
	l := newContactLine(c)
	return &link{Text: l.Day + ", " + l.Channel, Href: l.Href}
}

// partiesKey names the parties of a contact, whatever their order; "" where one
// is not known by an id.
func partiesKey(c *readout.Contact) string {
	var ids []string
	for _, p := range c.Parties {
		if p.Entity == "" {
			return ""
		}
		ids = append(ids, string(p.Entity))
	}
	slices.Sort(ids)
	return strings.Join(ids, ",")
}

// facts are the fields of the contact, each with its words.
func (s *server) facts(now *snapshot, c *readout.Contact) []factView {
	var out []factView
	add := func(name, value, note string, w readout.Words) {
		out = append(out, factView{name, value, note, now.quote(w)})
	}
	for i, p := range c.Parties {
		add(map[bool]string{true: "Between", false: "and"}[i == 0], p.Name, s.ofWhom(&p), p.Words)
	}
	if c.When != nil {
		add("When", phrase.When(c.When), "", c.When.Words)
	}
	if c.Place != nil {
		add("Where", c.Place.Name, "", c.Place.Words)
	}
	if c.Occasion != nil {
		add("Occasion", c.Occasion.Name, "", c.Occasion.Words)
	}
	if c.Duration != nil {
		add("Lasted", phrase.Duration(c.Duration.Value), "", c.Duration.Words)
	}
	if c.Initiator != nil && *c.Initiator >= 0 && *c.Initiator < len(c.Parties) {
		out = append(out, factView{Name: "Begun by", Value: c.Parties[*c.Initiator].Name})
	}
	for i, p := range c.Attendees {
		add(map[bool]string{true: "Also there", false: "and"}[i == 0], p.Name, s.ofWhom(&p), p.Words)
	}
	if c.Scope != "" {
		out = append(out, factView{Name: "Scope", Value: string(c.Scope)})
	}
	later := "No later text here names both."
	if n := c.Coverage.Documents; n > 0 {
		later = phrase.Count(n, "later text") + " here name both, the last of " + phrase.ShortDate(c.Coverage.LastPublished) + "."
	}
	return append(out, factView{Name: "Later texts", Value: later})
}

func newClaim(now *snapshot, c *readout.Contact, claim *readout.Claim) claimView {
	v := claimView{Said: "day not known", Voice: now.names.Voice(claim.Speaker, nil), Status: statusTag(claim.Status), Headline: claim.Headline, Quote: now.quote(claim.Words)}
	if claim.Said != "" {
		v.Said, v.SaidDate = phrase.ShortDate(claim.Said), claim.Said
	}
	if claim.When != nil && (c.When == nil || claim.When.EDTF != c.When.EDTF) {
		v.For = phrase.ShortDate(claim.When.EDTF)
	}
	for _, l := range claim.Via {
		v.Chain = append(v.Chain, l.Name)
	}
	return v
}

func newAccount(now *snapshot, a *readout.Account) accountView {
	v := accountView{Name: now.names.Account(a), URL: webAddress(a.URL), Official: a.Official, Href: docHref(a.Document), Count: len(a.Points), More: max(0, len(a.Points)-accountPoints)}
	for i := range a.Points[:len(a.Points)-v.More] {
		p := &a.Points[i]
		v.Points = append(v.Points, pointView{Act: phrase.Act(p.Act), Quote: now.quote(p.Words), Tags: pointTags(p)})
	}
	return v
}

func newDispute(now *snapshot, d *readout.Dispute) disputeView {
	v := disputeView{Field: capital(phrase.Field(d.Field))}
	for i := range d.Claims {
		claim := &d.Claims[i]
		v.Claims = append(v.Claims, disputeClaim{phrase.FieldValue(d.Field, claim.Value), now.names.Voice(claim.Speaker, claim.Via), now.quote(claim.Words)})
	}
	return v
}
