package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/internal/ingest"
	"readout/internal/ledger"
	"readout/internal/source"
)

// pasteForm is the form with the two boxes, filled with what was sent.
type pasteForm struct {
	A, B  pasted
	Sides []pasted // A and B, for the template
}

// pasted is one box and what is known of its text.
type pasted struct {
	Key, Name        string
	Text             string
	Outlet, URL, Day string
	Error            string
}

// comparePage is the page of one comparison.
type comparePage struct {
	Comparison *comparisonView
	Form       pasteForm
	Pasted     bool
	Contact    string // address of the contact
	Others     []link // further pairs of accounts of the same contact
	JSON       string
	Error      string
	Pick       *pickView
}

// link is a link with its words.
type link struct {
	Text, Href string
	Current    bool
}

// comparePage shows the comparison of a contact's accounts, or of two
// documents; without either it offers the two boxes.
func (s *server) comparePage(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	now, err := s.ledger.now(r.Context())
	if err != nil {
		return err
	}
	if q.Get("contact") == "" && q.Get("a") == "" && q.Get("b") == "" {
		return s.show(w, "compare", view{Title: "Compare", Tab: "/compare", Page: comparePage{Form: emptyForm(), Pick: now.pick(q.Get("find"))}})
	}
	page := comparePage{JSON: "/compare.json?" + q.Encode()}
	if id := q.Get("contact"); id != "" {
		err = s.compareContact(now, r, id, &page)
	} else {
		page.Comparison, err = s.compareDocuments(now, q)
	}
	if err != nil {
		return err
	}
	if page.Comparison != nil {
		page.Comparison.toggle("/compare", q)
	}
	return s.show(w, "compare", view{Title: "Compared", Tab: "/compare", Page: page})
}

func (s *server) compareContact(now *snapshot, r *http.Request, id string, page *comparePage) error {
	c, err := now.find(r.Context(), s.Store, id)
	if err != nil {
		return err
	}
	n, err := comparisonNumber(c, r.URL.Query().Get("n"))
	if err != nil {
		return err
	}
	page.Comparison, page.Contact = s.ledgerComparison(now, c, n, onlyDifferences(r.URL.Query())), contactHref(c.ID)
	page.Others = s.otherComparisons(now, c, n)
	return nil
}

// comparisonNumber is which of a contact's comparisons is asked for, from 0.
func comparisonNumber(c *readout.Contact, n string) (int, error) {
	if len(c.Comparison) == 0 {
		return 0, fmt.Errorf("contact %s: %w: there are no official accounts of two sides", c.ID, readout.ErrNotFound)
	}
	if n == "" {
		return 0, nil
	}
	i, err := strconv.Atoi(n)
	if err != nil || i < 1 || i > len(c.Comparison) {
		return 0, fmt.Errorf("contact %s: %w: it has %d comparisons, and no number %q", c.ID, readout.ErrNotFound, len(c.Comparison), n)
	}
	return i - 1, nil
}

// otherComparisons links to every pair of accounts, where there are several.
func (s *server) otherComparisons(now *snapshot, c *readout.Contact, current int) []link {
	if len(c.Comparison) < 2 {
		return nil
	}
	var out []link
	for i := range c.Comparison {
		text := now.sideName(&c.Comparison[i].A) + " and " + now.sideName(&c.Comparison[i].B)
		out = append(out, link{text, fmt.Sprintf("/compare?contact=%s&n=%d", url.QueryEscape(c.ID), i+1), i == current})
	}
	return out
}

// sideName names a side and, where somebody else published its words, where
// they stand.
func (s *snapshot) sideName(side *readout.Side) string {
	name := s.names.Of(side.Issuer)
	if r := s.readings[side.Document]; r != nil && mainIssuer(r) != side.Issuer {
		name += " (in “" + shorten(documentName(r), chipRunes) + "”)"
	}
	return name
}

// chipRunes is how much of a title a link to a comparison shows.
const chipRunes = 32

// compareDocuments compares two documents of the ledger.
func (s *server) compareDocuments(now *snapshot, q url.Values) (*comparisonView, error) {
	a, b, err := now.pair(q)
	if err != nil {
		return nil, err
	}
	c := ledger.Compare(a, b)
	return s.compareView(&c, account{reading: a, kept: true}, account{reading: b, kept: true}, onlyDifferences(q)), nil
}

// pair finds the documents of ?a= and ?b=.
func (s *snapshot) pair(q url.Values) (a, b *readout.Reading, err error) {
	if q.Get("a") == "" || q.Get("b") == "" {
		return nil, nil, fmt.Errorf("%w: choose a text for each side", readout.ErrInvalid)
	}
	if a, err = s.document(q.Get("a")); err != nil {
		return nil, nil, err
	}
	if b, err = s.document(q.Get("b")); err == nil && a == b {
		err = fmt.Errorf("%w: both are %s; choose two different texts", readout.ErrInvalid, documentName(a))
	}
	return a, b, err
}

// comparePasted compares two texts that were pasted; nothing is stored.
func (s *server) comparePasted(w http.ResponseWriter, r *http.Request) error {
	form, a, b, err := s.readPasted(r)
	if err != nil {
		return err
	}
	page := comparePage{Form: form, Pasted: true}
	if form.A.Error != "" || form.B.Error != "" {
		page.Error = "Nothing was compared yet."
		w.Header().Set("Cache-Control", "no-store")
		return s.showStatus(w, http.StatusUnprocessableEntity, "compare", view{Title: "Compare", Tab: "/compare", Page: page})
	}
	c := ledger.Compare(a, b)
	page.Comparison = s.compareView(&c, account{reading: a}, account{reading: b}, false)
	return s.show(w, "compare", view{Title: "Compared", Tab: "/compare", Page: page})
}

// readPasted reads the two texts of a form; what is wrong with one is said in
// the form.
func (s *server) readPasted(r *http.Request) (form pasteForm, a, b *readout.Reading, err error) {
	if err := parseForm(r); err != nil {
		return form, nil, nil, err
	}
	form = emptyForm()
	form.A.fill(r.PostForm)
	form.B.fill(r.PostForm)
	a, form.A.Error = s.readOne(r.Context(), form.A)
	b, form.B.Error = s.readOne(r.Context(), form.B)
	form.Sides = []pasted{form.A, form.B}
	return form, a, b, nil
}

// parseForm takes a form as browsers send it, with or without files.
func parseForm(r *http.Request) error {
	var err error
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") {
		err = r.ParseMultipartForm(maxBody)
	} else {
		err = r.ParseForm()
	}
	if err != nil && !errors.As(err, new(*http.MaxBytesError)) {
		return fmt.Errorf("%w: the form cannot be read: %w", readout.ErrInvalid, err)
	}
	return err
}

func emptyForm() pasteForm {
	f := pasteForm{A: pasted{Key: "a", Name: "One side"}, B: pasted{Key: "b", Name: "The other side"}}
	f.Sides = []pasted{f.A, f.B}
	return f
}

// fill takes what was sent. Browsers send line ends as CR LF.
func (p *pasted) fill(form url.Values) {
	p.Text = strings.ReplaceAll(form.Get(p.Key), "\r\n", "\n")
	p.Outlet, p.URL, p.Day = strings.TrimSpace(form.Get(p.Key+"_outlet")), strings.TrimSpace(form.Get(p.Key+"_url")), strings.TrimSpace(form.Get(p.Key+"_date"))
}

// readOne reads a pasted text, or says for people why it cannot be read.
func (s *server) readOne(ctx context.Context, p pasted) (*readout.Reading, string) {
	if strings.TrimSpace(p.Text) == "" {
		return nil, "This box is empty: paste the text of " + strings.ToLower(p.Name) + "."
	}
	if p.Day != "" {
		if err := source.CheckPublished(p.Day); err != nil {
			return nil, fmt.Sprintf("%q is no date. Write it as 2024-05-02.", p.Day)
		}
	}
	options := source.Options{Published: p.Day, Outlet: p.Outlet, URL: p.URL}
	found := slices.Collect(ingest.Read(ctx, source.Read("the text of "+strings.ToLower(p.Name), strings.NewReader(p.Text), options), s.Lexicon, 1))
	switch {
	case len(found) == 0:
		return nil, "This holds no document."
	case found[0].Err != nil:
		return nil, sentence(found[0].Err.Error())
	case len(found) > 1:
		return nil, fmt.Sprintf("This holds %d documents; paste one.", len(found))
	}
	return &found[0].Reading, ""
}
