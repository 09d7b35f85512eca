package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

// topicData is the page of a topic as JSON.
type topicData struct {
	ID       string               `json:"id"`
	Name     string               `json:"name"`
	Contacts []string             `json:"contacts"` // ids, in the order of the ledger
	Pairs    []ledger.PairRow     `json:"pairs"`
	LeftOut  []ledger.Omission    `json:"left_out"`
	Promises []readout.Commitment `json:"promises"` // that are about it
}

// topicPage shows a topic, or its JSON.
func (s *server) topicPage(w http.ResponseWriter, r *http.Request) error {
	now, err := s.ledger.now(r.Context())
	if err != nil {
		return err
	}
	id, asJSON := strings.CutSuffix(r.PathValue("id"), ".json")
	sel, err := s.selectionOf(topicHref(id), r.URL.Query())
	if err != nil {
		return err
	}
	values := with(sel.values, byTopic, id)
	own, err := s.selectionOf(sel.path, values)
	if err != nil {
		return err
	}
	contacts := now.Select(own.filter)
	if len(contacts) == 0 && !sel.Any() && s.Lexicon.Topics.Get(id) == nil {
		return fmt.Errorf("%w: there is no topic %s", readout.ErrNotFound, id)
	}
	silent := now.Omissions(own.filter, "")
	if asJSON {
		d := topicData{ID: id, Name: s.topic(id), Contacts: []string{}, Pairs: orEmpty(now.PersonPairs(own.filter)), LeftOut: orEmpty(silent), Promises: orEmpty(promisesAbout(contacts, id))}
		for i := range contacts {
			d.Contacts = append(d.Contacts, contacts[i].ID)
		}
		return writeLinked(w, &d)
	}
	v := &partyView{Kind: "topic", Name: s.topic(id), Sel: sel, JSON: href(sel.path+".json", sel.values)}
	v.Lede = phrase.Count(len(contacts), "contact") + " here with an account that speaks of it."
	v.lists(now, own.filter, values, contacts)
	for _, p := range firstOf(now.PersonPairs(own.filter), partyOthers) {
		v.Others = append(v.Others, countedLink{link{Text: partyName(now.names, p.A) + " – " + partyName(now.names, p.B), Href: pairHref(p.A.ID, p.B.ID) + "?topic=" + id}, p.Contacts})
	}
	v.LeftOut = shortList[leftOutContact]{len(silent), s.leftOut(now, firstOf(silent, partySilent)), href("/left-out", values)}
	for i := range contacts {
		for j := range contacts[i].Commitments {
			if p := &contacts[i].Commitments[j]; isAbout(&contacts[i], p, id) {
				v.Promises.Total++
				if len(v.Promises.Rows) < partyPromises {
					row, err := s.promiseOf(r, now, &ledger.PromiseRow{MadeIn: contacts[i].ID, Commitment: *p})
					if err != nil {
						return err
					}
					v.Promises.Rows = append(v.Promises.Rows, row)
				}
			}
		}
	}
	v.Promises.Href = href("/promises", values)
	return s.show(w, "party", view{Title: v.Name, Tab: "/topics", Page: v})
}

// promisesAbout are the promises that are about a topic.
func promisesAbout(contacts []readout.Contact, topic string) []readout.Commitment {
	var out []readout.Commitment
	for i := range contacts {
		for j := range contacts[i].Commitments {
			if p := &contacts[i].Commitments[j]; isAbout(&contacts[i], p, topic) {
				out = append(out, *p)
			}
		}
	}
	return out
}

// isAbout reports whether the point in which a promise was made has the topic.
func isAbout(c *readout.Contact, p *readout.Commitment, topic string) bool {
	for i := range c.Accounts {
		for j := range c.Accounts[i].Points {
			if q := &c.Accounts[i].Points[j]; q.ID == p.Point && q.Document == p.Document {
				return slices.Contains(q.Topics, topic)
			}
		}
	}
	return false
}
