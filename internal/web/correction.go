package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/internal/export"
	"readout/internal/ledger"
	"readout/internal/phrase"
	"readout/internal/store"
)

// signCookie keeps the name that corrections are signed with, in the browser.
const signCookie = "readout_by"

// cookieAge is how long it is kept, in seconds: a year.
const cookieAge = 365 * 24 * 3600

// errChanged says that an entry is no longer what the form showed.
var errChanged = fmt.Errorf("%w: the entry has changed since this page was shown; look at it again", readout.ErrConflict)

// errUnchanged says that a form gives what stands already.
var errUnchanged = fmt.Errorf("%w: nothing was changed", readout.ErrInvalid)

// actValue writes what a button does: the action, the contact as it was shown,
// and pairs of names and values.
func actValue(do string, c *readout.Contact, more ...string) string {
	v := url.Values{"do": {do}, "contact": {c.ID}, "seen": {digest(c)}}
	for i := 0; i+1 < len(more); i += 2 {
		v.Set(more[i], more[i+1])
	}
	return v.Encode()
}

// digest tells a contact as it is shown from what it may become.
func digest(c *readout.Contact) string {
	hash := sha256.New()
	if err := export.Line(hash, c); err != nil {
		return "uncited" // never equal to what is checked: it cannot be printed then either
	}
	return hex.EncodeToString(hash.Sum(nil))[:12]
}

// correctPosted makes the correction that a form asks for, and leads back.
func (s *server) correctPosted(w http.ResponseWriter, r *http.Request) error {
	if err := parseForm(r); err != nil {
		return err
	}
	act, err := url.ParseQuery(r.PostForm.Get("act"))
	if err != nil {
		return fmt.Errorf("%w: the button says nothing that is understood", readout.ErrInvalid)
	}
	back := backTo(r.PostForm.Get("back"))
	by := strings.TrimSpace(r.PostForm.Get("by"))
	if by == "" {
		return fmt.Errorf("%w: a correction is signed; write your name into the field at the top", readout.ErrInvalid)
	}
	http.SetCookie(w, &http.Cookie{Name: signCookie, Value: url.QueryEscape(by), Path: "/", MaxAge: cookieAge, HttpOnly: true, SameSite: http.SameSiteStrictMode})
	if act.Get("do") == "name" {
		act = typed(r.PostForm)
	}
	if act.Get("do") == "name" {
		http.Redirect(w, r, back, http.StatusSeeOther)
		return nil
	}
	now, err := s.ledger.latest(r.Context())
	if err != nil {
		return err
	}
	c, err := now.correction(act, r.PostForm)
	if errors.Is(err, errUnchanged) {
		http.Redirect(w, r, back, http.StatusSeeOther)
		return nil
	}
	if err != nil {
		return err
	}
	sealed, err := ledger.Seal(store.Signed(c, by, s.Now(), strings.TrimSpace(r.PostForm.Get("why"))))
	if err != nil {
		return err
	}
	if err := s.keep(r, sealed); err != nil {
		return err
	}
	http.Redirect(w, r, withDone(back, sealed.ID, act.Get("entry")), http.StatusSeeOther)
	return nil
}

// typed is what the Enter key means: the answer that takes the value along which
// was typed, or that the name is kept.
func typed(form url.Values) url.Values {
	for _, name := range slices.Sorted(maps.Keys(form)) {
		if field, ok := strings.CutPrefix(name, "act-"); ok && strings.TrimSpace(form.Get(field)) != "" {
			if act, err := url.ParseQuery(form.Get(name)); err == nil {
				return act
			}
		}
	}
	return url.Values{"do": {"name"}}
}

// keep adds a correction and remembers the ids that contacts get by it.
func (s *server) keep(r *http.Request, sealed readout.Correction) error {
	if s.ReadOnly {
		return fmt.Errorf("%w: this ledger cannot be written", readout.ErrConflict)
	}
	if _, err := s.Store.Correct(r.Context(), []readout.Correction{sealed}); err != nil {
		return err
	}
	if err := store.RememberNames(context.WithoutCancel(r.Context()), s.Store); err != nil {
		return err
	}
	_, err := s.ledger.latest(r.Context())
	return err
}

// backTo is where a form leads back to: a page of the review or of a contact.
func backTo(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.IsAbs() || u.Host != "" || path.Clean(u.Path) != u.Path || !(u.Path == "/review" || u.Path == "/corrections" || strings.HasPrefix(u.Path, "/review/")) {
		return "/review"
	}
	return address
}

// withDone adds to an address that a correction was made, and the question at
// whose place it was.
func withDone(address, id, entry string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "/review"
	}
	q := u.Query()
	q.Set("did", id)
	u.RawQuery = q.Encode()
	if _, err := strconv.Atoi(entry); err == nil {
		u.Fragment = "entry-" + entry
	}
	return u.String()
}

// correction makes what a button asks for of the ledger as it stands. An entry
// that is not what was shown any more gives errChanged.
func (s *snapshot) correction(act, form url.Values) (readout.Correction, error) {
	do := act.Get("do")
	if do == "undo" {
		return s.undo(act.Get("correction"))
	}
	c, err := s.shown(act.Get("contact"), act.Get("seen"))
	if err != nil {
		return readout.Correction{}, err
	}
	switch do {
	case "accept":
		return s.Accept(c, act["field"]...)
	case "edit":
		values, err := editedValues(c, act, form)
		return s.EditContact(c, values...), err
	case "note":
		return s.NoteOn(c, strings.TrimSpace(form.Get("note"))), nil
	case "merge", "apart":
		other, err := s.otherOf(c, act, form)
		if err != nil {
			return readout.Correction{}, err
		}
		if do == "apart" {
			return s.KeepApart(c, other), nil
		}
		return s.MergeContacts(c, other), nil
	case "promise":
		n, err := strconv.Atoi(act.Get("promise"))
		if err != nil || n < 1 || n > len(c.Commitments) {
			return readout.Correction{}, errChanged
		}
		return ledger.Settle(&c.Commitments[n-1], readout.Outcome(act.Get("value"))), nil
	case "reject", "split", "together":
		return s.onClaims(do, c, act, form)
	}
	return readout.Correction{}, fmt.Errorf("%w: no action %q", readout.ErrInvalid, do)
}

// onClaims makes a correction of some claims of a contact.
func (s *snapshot) onClaims(do string, c *readout.Contact, act, form url.Values) (readout.Correction, error) {
	var claims []int
	for _, text := range slices.Concat(act["claim"], form["claim"]) {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > len(c.History) {
			return readout.Correction{}, errChanged
		}
		claims = append(claims, n-1)
	}
	if len(claims) == 0 {
		return readout.Correction{}, fmt.Errorf("%w: choose the claims first", readout.ErrInvalid)
	}
	switch do {
	case "reject":
		return s.Reject(c, claims...), nil
	case "split":
		return s.SplitContact(c, claims...)
	}
	return s.KeepJoined(c, claims[0]), nil
}

// undo takes back a correction that is there.
func (s *snapshot) undo(id string) (readout.Correction, error) {
	if !slices.ContainsFunc(s.Corrections, func(row ledger.CorrectionRow) bool { return row.ID == id }) {
		return readout.Correction{}, fmt.Errorf("correction %s: %w", id, readout.ErrNotFound)
	}
	return ledger.Undo(id), nil
}

// shown is the contact that a form showed, if it is still that.
func (s *snapshot) shown(id, seen string) (*readout.Contact, error) {
	c := s.contact(id)
	if c == nil || digest(c) != seen {
		return nil, errChanged
	}
	return c, nil
}

// otherOf is the other entry of a merge: one that was shown, or one that is
// named by its id.
func (s *snapshot) otherOf(c *readout.Contact, act, form url.Values) (*readout.Contact, error) {
	if id := act.Get("other"); id != "" {
		return s.shown(id, act.Get("other-seen"))
	}
	id := strings.TrimSpace(form.Get("other"))
	if i := strings.LastIndex(id, "/contact/"); i >= 0 { // an address
		id = id[i+len("/contact/"):]
	}
	other := s.contact(id)
	switch {
	case id == "":
		return nil, fmt.Errorf("%w: name the other entry", readout.ErrInvalid)
	case other == nil:
		return nil, fmt.Errorf("contact %s: %w", id, readout.ErrNotFound)
	case other.ID == c.ID:
		return nil, fmt.Errorf("%w: both are %s", readout.ErrInvalid, c.ID)
	}
	return other, nil
}

// editedValues are the values that a form gives: one that the button names, or
// every field of the whole form that is not what stands.
func editedValues(c *readout.Contact, act, form url.Values) ([]readout.FieldValue, error) {
	if field := act.Get("field"); field != "" {
		value := act.Get("value")
		if from := act.Get("from"); from != "" {
			if value = strings.TrimSpace(form.Get(from)); value == "" {
				return nil, fmt.Errorf("%w: write the value into its field first", readout.ErrInvalid)
			}
		}
		return []readout.FieldValue{{Field: field, Value: value}}, nil
	}
	var out []readout.FieldValue
	for _, field := range ledger.Fields() {
		if !form.Has("field-" + field) {
			continue
		}
		if value := strings.TrimSpace(form.Get("field-" + field)); value != ledger.FieldOf(c, field) {
			out = append(out, readout.FieldValue{Field: field, Value: value})
		}
	}
	if len(out) == 0 {
		return nil, errUnchanged
	}
	return out, nil
}

// correctionView is a correction as pages show it.
type correctionView struct {
	ID, What, Why, Day string
	Contact            *link
	State              tag
	Reason             string
	Undo               string // the value of its button; "" where it is not in effect
}

func (s *snapshot) newCorrection(row *ledger.CorrectionRow) correctionView {
	day, _, _ := strings.Cut(row.At, "T")
	v := correctionView{ID: row.ID, What: row.By + " " + phrase.Deed(row.Action), Why: row.Why, Day: phrase.ShortDate(day), Reason: row.Reason}
	for i, value := range row.Values {
		v.What += map[bool]string{true: " ", false: "; "}[i == 0] + phrase.Field(value.Field) + ": " + fieldWords(value.Field, value.Value)
	}
	if row.Undoes != "" {
		v.What += " " + row.Undoes
	}
	if c := s.contact(row.Contact); c != nil {
		line := newContactLine(c)
		v.Contact = &link{Text: line.Who + ", " + line.Channel + ", " + line.Day, Href: line.Href}
	}
	switch row.State {
	case readout.Applied:
		v.State, v.Undo = tag{"in effect", "good"}, url.Values{"do": {"undo"}, "correction": {row.ID}}.Encode()
	case readout.Lost:
		v.State = tag{"lost", "warn"}
	default:
		v.State = tag{string(row.State), "plan"}
	}
	return v
}

// sign makes the form that signs, with the last correction in effect.
func (s *server) sign(now *snapshot, r *http.Request, back, wrong string) signView {
	v := signView{By: s.By, Back: back, Error: wrong, ReadOnly: s.ReadOnly}
	if c, err := r.Cookie(signCookie); err == nil {
		if name, err := url.QueryUnescape(c.Value); err == nil && name != "" {
			v.By = name
		}
	} else if !errors.Is(err, http.ErrNoCookie) {
		return v
	}
	for i := len(now.Corrections) - 1; i >= 0; i-- {
		row := &now.Corrections[i]
		if row.State == readout.Applied && row.Action != readout.UndoAction {
			last := now.newCorrection(row)
			v.Last, v.Done = &last, r.URL.Query().Get("did") == row.ID
			break
		}
	}
	return v
}
