package web

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/internal/export"
	"readout/internal/ledger"
	"readout/internal/phrase"
	"readout/internal/store"
)

// What the page of a search shows.
const (
	searchPage     = 20 // texts
	searchPassages = 3  // of each text
	searchContacts = 5
	searchNames    = 8
)

// searchView is the page of a search.
type searchView struct {
	Sel      *selection
	Typed    string // as it was typed
	Asked    bool   // there is a word to look for
	Cut      bool   // not all of it was looked for
	Max      int
	Names    []link // persons, states, organisations, topics and pairs of these names
	Contacts []contactLine
	Counts   []countedLink
	Texts    []searchText
	Pager    pager
}

// countedLink is a list that has entries with the words.
type countedLink struct {
	link
	Count int
}

// searchText is a text that has the words.
type searchText struct {
	documentLine
	Title    quote
	Passages []foundView
	Places   int
}

// foundView is the words in their surroundings.
type foundView struct {
	Quote quote
	Voice string // whose words they are, where somebody says them
}

// SearchRow is a document that has the words, and where they stand in it.
type SearchRow struct {
	ledger.DocumentRow
	Found []readout.Words `json:"found"`
}

// searched is what a search comes to: the documents, newest first.
type searched struct {
	now   *snapshot
	sel   *selection
	terms ledger.Terms
	rows  []ledger.DocumentRow
}

// operators are filters among the words: person:Putin since:2017.
var operators = regexp.MustCompile(`(?:^|\s)(person|country|pair|channel|status|topic|source|via|since|until):("[^"]+"|\S+)`)

// understood moves the filters among the words to their own place; what is no
// filter stays a word.
func (s *server) understood(q url.Values) url.Values {
	text := strings.Join(q[byWords], " ")
	for _, m := range operators.FindAllStringSubmatch(text, -1) {
		tried := url.Values{}
		for name, list := range q {
			tried[name] = slices.Clone(list)
		}
		tried.Add(m[1], strings.Trim(m[2], `"`))
		if _, err := s.selectionOf("/search", tried); err == nil {
			q, text = tried, strings.Replace(text, strings.TrimSpace(m[0]), "", 1)
		}
	}
	q.Set(byWords, strings.TrimSpace(text))
	return q
}

// search looks for what an address asks for.
func (s *server) search(r *http.Request) (*searched, error) {
	now, err := s.ledger.now(r.Context())
	if err != nil {
		return nil, err
	}
	sel, err := s.selectionOf("/search", s.understood(r.URL.Query()))
	if err != nil {
		return nil, err
	}
	found := &searched{now: now, sel: sel, terms: ledger.ParseTerms(sel.values.Get(byWords))}
	ids, err := s.Store.Search(r.Context(), found.terms)
	if err != nil {
		return nil, err
	}
	wider := sel.copy()
	wider.Del(byWords) // the store has looked for them
	others, err := s.selectionOf(sel.path, wider)
	if err != nil {
		return nil, err
	}
	for _, row := range now.Documents(others.filter) {
		if _, ok := slices.BinarySearch(ids, row.ID); ok {
			found.rows = append(found.rows, row)
		}
	}
	slices.SortStableFunc(found.rows, func(a, b ledger.DocumentRow) int { return cmp.Compare(b.Published.Day(), a.Published.Day()) })
	return found, nil
}

// searchPage shows what has the words: who and what is called so, contacts,
// statements and promises that have them, and the texts, newest first.
func (s *server) searchPage(w http.ResponseWriter, r *http.Request) error {
	f, err := s.search(r)
	if err != nil {
		return err
	}
	page := searchView{Sel: f.sel, Typed: r.URL.Query().Get(byWords), Asked: !f.terms.Empty(), Cut: f.terms.Cut, Max: ledger.MaxPhrases}
	if page.Asked {
		contacts := f.now.Select(f.sel.filter)
		page.Contacts = contactLines(contacts[:min(len(contacts), searchContacts)])
		for _, c := range []countedLink{
			{link{Text: "contact", Href: href("/timeline", f.sel.values)}, len(contacts)},
			{link{Text: "statement", Href: href("/statements", f.sel.values)}, len(f.now.Statements(f.sel.filter))},
			{link{Text: "promise", Href: href("/promises", f.sel.values)}, len(f.now.Promises(f.sel.filter))},
		} {
			if c.Count > 0 {
				c.Text = phrase.Count(c.Count, c.Text)
				page.Counts = append(page.Counts, c)
			}
		}
		page.Names = s.named(f.now, f.terms)
	}
	var rows []ledger.DocumentRow
	rows, page.Pager = cutAt(f.sel, f.rows, searchPage)
	for i := range rows {
		t, err := s.searchText(r.Context(), f, rows[i].ID)
		if err != nil {
			return err
		}
		page.Texts = append(page.Texts, t)
	}
	title := "Search"
	if page.Typed != "" {
		title = page.Typed
	}
	return s.show(w, "search", view{Title: title, Tab: "/search", Find: page.Typed, Page: page})
}

// searchText shows a text with the passages that have most of the words.
func (s *server) searchText(ctx context.Context, f *searched, id readout.DocID) (searchText, error) {
	reading := f.now.readings[id]
	places, err := s.Store.Places(ctx, f.terms, id)
	if err != nil {
		return searchText{}, err
	}
	t := searchText{documentLine: newDocumentLine(reading), Places: len(places)}
	for _, p := range bestPassages(reading, places) {
		t.Passages = append(t.Passages, f.now.passage(reading, p))
	}
	return t, nil
}

// searchRows are the documents with every place of the words.
func (s *server) searchRows(r *http.Request) ([]SearchRow, error) {
	f, err := s.search(r)
	if err != nil {
		return nil, err
	}
	out := make([]SearchRow, 0, len(f.rows))
	for _, row := range f.rows {
		places, err := s.Store.Places(r.Context(), f.terms, row.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, SearchRow{DocumentRow: row, Found: wordsAt(&f.now.readings[row.ID].Document, places)})
	}
	return out, nil
}

// wordsAt are the words at places of a document, with their quotes.
func wordsAt(d *readout.Document, places []store.Place) []readout.Words {
	out := []readout.Words{}
	for _, p := range places {
		if words, err := readout.WordsIn(p.In, p.Span).Quoted(d); err == nil {
			out = append(out, words)
		}
	}
	return out
}

// searchColumns are the columns of the table of a search; docs/export.md
// describes each.
var searchColumns = []export.Column[SearchRow]{
	{Name: "id", Value: func(r *SearchRow) string { return string(r.ID) }},
	{Name: "source", Value: func(r *SearchRow) string { return r.Source }},
	{Name: "url", Value: func(r *SearchRow) string { return r.URL }},
	{Name: "outlet", Value: func(r *SearchRow) string { return r.Outlet }},
	{Name: "title", Value: func(r *SearchRow) string { return r.Title }},
	{Name: "published", Value: func(r *SearchRow) string {
		if r.Published == nil {
			return ""
		}
		return r.Published.EDTF
	}},
	{Name: "places", Value: func(r *SearchRow) string { return strconv.Itoa(len(r.Found)) }},
	{Name: "quotes", Value: func(r *SearchRow) string { return r.joined(func(w *readout.Words) string { return w.Quote }) }},
	{Name: "fields", Value: func(r *SearchRow) string { return r.joined(func(w *readout.Words) string { return string(w.In) }) }},
	{Name: "starts", Value: func(r *SearchRow) string {
		return r.joined(func(w *readout.Words) string { return strconv.Itoa(w.From.First().Start) })
	}},
	{Name: "ends", Value: func(r *SearchRow) string {
		return r.joined(func(w *readout.Words) string { return strconv.Itoa(w.From.First().End) })
	}},
}

func (r *SearchRow) joined(of func(*readout.Words) string) string {
	parts := make([]string, len(r.Found))
	for i := range r.Found {
		parts[i] = of(&r.Found[i])
	}
	return strings.Join(parts, "; ")
}

// named are persons, states, topics and pairs whose names have the words.
func (s *server) named(now *snapshot, t ledger.Terms) []link {
	var out []link
	for _, p := range now.peopleNamed(t, searchNames) {
		out = append(out, link{Text: p.Name, Href: partyHref(p.ID)})
	}
	for _, p := range now.allStates() {
		if name := cmp.Or(p.Name, now.names.Of(p.ID)); t.In(name) {
			out = append(out, link{Text: name, Href: partyHref(p.ID)})
		}
	}
	for _, topic := range s.Lexicon.Topics.All {
		if t.In(topic.Name) {
			out = append(out, link{Text: "Topic: " + topic.Name, Href: topicHref(topic.ID)})
		}
	}
	if len(out) == 0 {
		if pair := s.pairNamed(now, t); pair != nil {
			out = append(out, *pair)
		}
	}
	return firstOf(out, searchNames)
}

// pairNamed is the pair that two names mean: "Trump Putin", "Trump-Putin".
func (s *server) pairNamed(now *snapshot, t ledger.Terms) *link {
	var names []string
	for _, group := range t.All {
		names = append(names, strings.FieldsFunc(group[0].Words, func(r rune) bool { return r == '-' || r == '–' })...)
	}
	if len(names) != 2 {
		return nil
	}
	a, errA := s.partyNamed(now, names[0])
	b, errB := s.partyNamed(now, names[1])
	if errA != nil || errB != nil || a == b {
		return nil
	}
	return &link{Text: cmp.Or(s.stateName(a), now.names.Of(a)) + " – " + cmp.Or(s.stateName(b), now.names.Of(b)), Href: pairHref(a, b)}
}
