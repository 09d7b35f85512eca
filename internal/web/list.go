package web

import (
	"fmt"
	"net/http"
	"slices"

	"readout/internal/export"
	"readout/internal/ledger"
)

// exported is a list that is given as JSON, JSON Lines and CSV beside its page.
type exported[T any] struct {
	path    string // of the page
	name    string // of the saved file
	rows    func(*http.Request) ([]T, error)
	columns []export.Column[T]
}

// routes are the addresses of the list's files.
func (l exported[T]) routes() []route {
	return []route{
		{"GET " + l.path + ".json", l.array},
		{"GET " + l.path + ".jsonl", l.file("jsonl", "application/jsonl; charset=utf-8", func(w http.ResponseWriter, rows []T) error {
			return export.Lines(w, rows)
		})},
		{"GET " + l.path + ".csv", l.file("csv", "text/csv; charset=utf-8", func(w http.ResponseWriter, rows []T) error {
			return export.Table(w, l.columns, slices.Values(rows))
		})},
	}
}

// array answers with all rows as one array.
func (l exported[T]) array(w http.ResponseWriter, r *http.Request) error {
	rows, err := l.rows(r)
	if err != nil {
		return err
	}
	return writeArray(w, rows)
}

// file answers with all rows as a file to save.
func (l exported[T]) file(format, media string, write func(http.ResponseWriter, []T) error) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		rows, err := l.rows(r)
		if err != nil {
			return err
		}
		w.Header().Set("Content-Type", media)
		w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", l.name+"."+format))
		return write(w, rows)
	}
}

// selected makes the rows of a list out of the ledger and what an address asks of it.
func selected[T any](s *server, rows func(*snapshot, *ledger.Filter) []T) func(*http.Request) ([]T, error) {
	return func(r *http.Request) ([]T, error) {
		now, sel, err := s.asked(r, "")
		if err != nil {
			return nil, err
		}
		return rows(now, sel.filter), nil
	}
}

// lists are the files beside the pages of lists.
func (s *server) lists() []route {
	var out []route
	add := func(routes []route) { out = append(out, routes...) }
	add(exported[ledger.StatementRow]{"/statements", "statements", selected(s, func(n *snapshot, f *ledger.Filter) []ledger.StatementRow { return n.Statements(f) }), export.Statements}.routes())
	add(exported[ledger.PromiseRow]{"/promises", "promises", selected(s, func(n *snapshot, f *ledger.Filter) []ledger.PromiseRow { return n.Promises(f) }), export.Promises}.routes())
	add(exported[ledger.DocumentRow]{"/documents", "documents", selected(s, func(n *snapshot, f *ledger.Filter) []ledger.DocumentRow { return n.Documents(f) }), export.Documents}.routes())
	add(exported[ledger.PartyRow]{"/people", "people", selected(s, func(n *snapshot, f *ledger.Filter) []ledger.PartyRow { return n.Persons(f) }), export.Parties}.routes())
	add(exported[ledger.PartyRow]{"/states", "states", selected(s, s.stateRows), export.Parties}.routes())
	add(exported[ledger.TopicRow]{"/topics", "topics", selected(s, func(n *snapshot, f *ledger.Filter) []ledger.TopicRow { return n.Topics(f) }), export.Topics}.routes())
	add(exported[ledger.PairRow]{"/pairs", "pairs", s.pairRows, export.Pairs}.routes())
	add(exported[ledger.Omission]{"/left-out", "left-out", s.omissionRows, export.Omissions}.routes())
	add(exported[SearchRow]{"/search", "search", s.searchRows, searchColumns}.routes())
	return out
}
