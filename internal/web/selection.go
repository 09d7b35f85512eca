package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"readout/internal/ledger"
)

// The filters of a list, by the name that they have in an address.
const (
	byPerson  = "person"
	byCountry = "country"
	byPair    = "pair"
	byChannel = "channel"
	byStatus  = "status"
	byTopic   = "topic"
	byOutcome = "outcome"
	bySince   = "since"
	byUntil   = "until"

	byDisputed = "disputed" // "yes"
	byPassing  = "passing"  // "yes"
	bySource   = "source"
	byVia      = "via"
	byWords    = "q"
)

// What is asked of single lists besides: whose pairs, and who leaves out.
const (
	askedOf   = "of"   // persons or states
	askedSide = "side" // a country or an organisation
)

var filterNames = []string{byPerson, byCountry, byPair, byChannel, byStatus, byTopic, byOutcome, bySource, byVia, bySince, byUntil, byDisputed, byPassing, byWords}

// selection is what a list is asked for: its filters, as they stand in the
// address, and the page.
type selection struct {
	path   string // of the list
	values url.Values
	filter *ledger.Filter
	page   int // from 1
}

// selectionOf understands the filters of an address. Given twice, persons and
// countries must both match, and through both of two outlets it must have come; of
// the others one must. Empty filters, and words without a letter, are none.
func (s *server) selectionOf(path string, q url.Values) (*selection, error) {
	sel := &selection{path: path, values: url.Values{}, page: 1}
	for _, name := range filterNames {
		for _, v := range q[name] {
			if v = strings.TrimSpace(v); v != "" && (name != byWords || !ledger.ParseTerms(v).Empty()) {
				sel.values.Add(name, v)
			}
		}
	}
	if side := strings.TrimSpace(q.Get(askedSide)); side != "" {
		sel.values.Set(askedSide, side)
	}
	if q.Get(askedOf) == ofStates {
		sel.values.Set(askedOf, ofStates)
	}
	if n, err := strconv.Atoi(q.Get("page")); err == nil && n > 0 {
		sel.page = n
	}
	var err error
	sel.filter, err = ledger.Query{
		Persons: sel.values[byPerson], Countries: sel.values[byCountry], Pair: sel.values.Get(byPair),
		Channels: commas(sel.values[byChannel]), Statuses: commas(sel.values[byStatus]), Topics: commas(sel.values[byTopic]),
		Outcomes: commas(sel.values[byOutcome]), Since: sel.values.Get(bySince), Until: sel.values.Get(byUntil),
		Disputed: sel.values.Has(byDisputed), Passing: sel.values.Has(byPassing), Sources: sel.values[bySource], Via: sel.values[byVia], Words: strings.Join(sel.values[byWords], " "),
		Country: s.Lexicon.StateNamed,
	}.Filter()
	return sel, err
}

// asked gives the ledger as it stands and what an address asks of it.
func (s *server) asked(r *http.Request, path string) (*snapshot, *selection, error) {
	now, err := s.ledger.now(r.Context())
	if err != nil {
		return nil, nil, err
	}
	sel, err := s.selectionOf(path, r.URL.Query())
	return now, sel, err
}

// commas splits values that hold several.
func commas(values []string) []string {
	var out []string
	for _, v := range values {
		for part := range strings.SplitSeq(v, ",") {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}

// Get is the value of a filter, for a form.
func (sel *selection) Get(name string) string { return sel.values.Get(name) }

// Values are all values of a filter.
func (sel *selection) Values(name string) []string { return sel.values[name] }

// Any reports whether anything is filtered.
func (sel *selection) Any() bool {
	for name := range sel.values {
		if name != askedOf {
			return true
		}
	}
	return false
}

// href is the address of a list with these filters.
func href(path string, values url.Values) string {
	if len(values) == 0 {
		return path
	}
	return path + "?" + values.Encode()
}

// File is the same selection as a file: "csv", "jsonl", "json".
func (sel *selection) File(format string) string { return href(sel.path+"."+format, sel.values) }

// All is the address of the whole list.
func (sel *selection) All() string { return sel.path }

// with is the address with a filter set to one value, or added to it.
func (sel *selection) with(name, value string, add bool) string {
	values := sel.copy()
	if !add {
		values.Del(name)
	}
	values.Add(name, value)
	return href(sel.path, values)
}

// without is the address without one value of a filter.
func (sel *selection) without(name, value string) string {
	values := sel.copy()
	values.Del(name)
	for _, v := range sel.values[name] {
		if v != value {
			values.Add(name, v)
		}
	}
	return href(sel.path, values)
}

// between is the address for a stretch of time.
func (sel *selection) between(since, until string) string {
	values := sel.copy()
	values.Set(bySince, since)
	values.Set(byUntil, until)
	return href(sel.path, values)
}

func (sel *selection) copy() url.Values {
	out := url.Values{}
	for name, list := range sel.values {
		out[name] = append([]string(nil), list...)
	}
	return out
}

// Chips are the filters that are set, each with the address without it.
func (sel *selection) Chips() []link {
	var out []link
	for _, name := range append(filterNames, askedSide) {
		for _, v := range sel.values[name] {
			if name == byWords && sel.path == "/search" {
				continue // they stand in the box
			}
			text := name + ": " + v
			switch name {
			case byWords:
				text = "words: " + v
			case byDisputed:
				text = name
			case byPassing:
				text = "also in passing"
			}
			out = append(out, link{Text: text, Href: sel.without(name, v)})
		}
	}
	return out
}

// pageSize is how many entries a page of a list has.
const pageSize = 50

// pager leads from page to page of a list.
type pager struct {
	From, To, Total int // the entries shown, from 1
	Page, Pages     int
	Previous, Next  string
}

// cut gives the entries of the page that is asked for; a page behind the last
// is the last.
func cut[T any](sel *selection, rows []T) ([]T, pager) { return cutAt(sel, rows, pageSize) }

// cutAt is cut for pages of another size.
func cutAt[T any](sel *selection, rows []T, size int) ([]T, pager) {
	p := pager{Total: len(rows), Pages: max(1, (len(rows)+size-1)/size)}
	p.Page = min(sel.page, p.Pages)
	from, to := (p.Page-1)*size, min(p.Page*size, len(rows))
	p.From, p.To = min(from+1, len(rows)), to
	if p.Page > 1 {
		p.Previous = sel.at(p.Page - 1)
	}
	if p.Page < p.Pages {
		p.Next = sel.at(p.Page + 1)
	}
	return rows[from:to], p
}

func (sel *selection) at(page int) string {
	values := sel.copy()
	if page > 1 {
		values.Set("page", strconv.Itoa(page))
	}
	return href(sel.path, values)
}
