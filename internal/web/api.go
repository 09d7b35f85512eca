package web

import (
	"fmt"
	"net/http"

	"readout"
	"readout/internal/export"
	"readout/internal/ledger"
)

const mediaJSON = "application/json; charset=utf-8"

// writeJSON writes one value, as the export does.
func writeJSON(w http.ResponseWriter, v any) error {
	w.Header().Set("Content-Type", mediaJSON)
	return export.Line(w, v)
}

// writeLinked writes one value with links to its words.
func writeLinked(w http.ResponseWriter, v any) error {
	w.Header().Set("Content-Type", mediaJSON)
	return linked(w, v)
}

// writeArray writes values as one array, a line each, with links to their words.
func writeArray[T any](w http.ResponseWriter, rows []T) error {
	w.Header().Set("Content-Type", mediaJSON)
	open := "["
	for i := range rows {
		if _, err := fmt.Fprint(w, open); err != nil {
			return err
		}
		if err := linked(w, &rows[i]); err != nil {
			return err
		}
		open = ","
	}
	if len(rows) == 0 {
		open = "[]"
	} else {
		open = "]"
	}
	_, err := fmt.Fprintln(w, open)
	return err
}

// compareJSON writes the comparison of a contact's accounts, or of two
// documents, as readout compare --json does.
func (s *server) compareJSON(w http.ResponseWriter, r *http.Request) error {
	now, err := s.ledger.now(r.Context())
	if err != nil {
		return err
	}
	q := r.URL.Query()
	if id := q.Get("contact"); id != "" {
		c, err := now.find(r.Context(), s.Store, id)
		if err != nil {
			return err
		}
		n, err := comparisonNumber(c, q.Get("n"))
		if err != nil {
			return err
		}
		return writeLinked(w, &c.Comparison[n])
	}
	a, b, err := now.pair(q)
	if err != nil {
		return err
	}
	c := ledger.Compare(a, b)
	return writeLinked(w, &c)
}

// comparePastedJSON compares two texts that were sent; nothing is stored.
func (s *server) comparePastedJSON(w http.ResponseWriter, r *http.Request) error {
	form, a, b, err := s.readPasted(r)
	if err != nil {
		return err
	}
	for _, p := range form.Sides {
		if p.Error != "" {
			return fmt.Errorf("%w: %s: %s", readout.ErrInvalid, p.Key, p.Error)
		}
	}
	c := ledger.Compare(a, b)
	return writeJSON(w, &c)
}

// health says that the server and its ledger answer.
func (s *server) health(w http.ResponseWriter, r *http.Request) error {
	revision, err := s.Store.Revision(r.Context())
	if err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	return writeJSON(w, map[string]string{"status": "ok", "revision": revision})
}
