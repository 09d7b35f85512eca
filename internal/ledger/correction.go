package ledger

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"readout"
)

// stamp is how the moment of a correction is written: UTC, to the millisecond,
// so that moments sort as text.
const stamp = "2006-01-02T15:04:05.000Z"

// Stamp writes a moment as corrections do.
func Stamp(t time.Time) string { return t.UTC().Format(stamp) }

// maxAnchors bounds the claims that one correction may name.
const maxAnchors = 10_000

// Seal checks a correction, writes its moment in the one form that sorts, and
// gives it its id. A correction that makes no sense, or whose id is not that of
// its content, gives readout.ErrInvalid.
func Seal(c readout.Correction) (readout.Correction, error) {
	bad := func(format string, args ...any) (readout.Correction, error) {
		return readout.Correction{}, fmt.Errorf("%w: "+format, append([]any{readout.ErrInvalid}, args...)...)
	}
	at, err := time.Parse(time.RFC3339, c.At)
	if err != nil {
		return bad("correction at %q: no moment such as 2026-01-31T12:00:00Z", c.At)
	}
	c.At = Stamp(at)
	if strings.TrimSpace(c.By) == "" {
		return bad("a correction names who makes it (by)")
	}
	if err := checkAction(&c); err != nil {
		return bad("%s: %w", c.Action, err)
	}
	id, err := correctionID(c)
	if err != nil {
		return bad("%s: %w", c.Action, err)
	}
	if c.ID != "" && c.ID != id {
		return bad("correction %s has been changed: its content is that of %s", c.ID, id)
	}
	c.ID = id
	return c, nil
}

// correctionID is made of everything that the correction says.
func correctionID(c readout.Correction) (string, error) {
	c.ID = ""
	b, err := json.Marshal(c)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(b)
	return "k" + hex.EncodeToString(sum[:8]), nil
}

// checkAction checks that the correction has what its action needs, and no more.
func checkAction(c *readout.Correction) error {
	needs := map[readout.Action]struct{ target, with, values, why, undoes bool }{
		readout.AcceptAction: {target: true, values: true},
		readout.RejectAction: {target: true},
		readout.EditAction:   {target: true, values: true},
		readout.MergeAction:  {target: true, with: true},
		readout.SplitAction:  {target: true, with: true},
		readout.NoteAction:   {target: true, why: true},
		readout.UndoAction:   {undoes: true},
	}
	need, known := needs[c.Action]
	if !known {
		return fmt.Errorf("there is no such action; there are %s", words(readout.Actions))
	}
	for _, part := range []struct {
		name        string
		has, needed bool
	}{
		{"target", len(c.Target) > 0, need.target}, {"with", len(c.With) > 0, need.with},
		{"values", len(c.Values) > 0, need.values}, {"undoes", c.Undoes != "", need.undoes},
	} {
		if part.has != part.needed {
			return fmt.Errorf("%s: %s", part.name, map[bool]string{true: "is missing", false: "does not belong here"}[part.needed])
		}
	}
	if need.why && strings.TrimSpace(c.Why) == "" {
		return fmt.Errorf("why: is missing")
	}
	return cmp.Or(checkAnchors(c), checkValues(c))
}

func words[T ~string](list []T) string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return strings.Join(out, ", ")
}

func checkAnchors(c *readout.Correction) error {
	if n := len(c.Target) + len(c.With); n > maxAnchors {
		return fmt.Errorf("%d claims; at most %d", n, maxAnchors)
	}
	promises := 0
	for _, a := range slices.Concat(c.Target, c.With) {
		if a.Document == "" || a.From.IsZero() || a.Quote == "" {
			return fmt.Errorf("a target needs document, from and quote")
		}
		if a.Promise {
			promises++
		}
	}
	if promises > 0 && (promises != len(c.Target) || c.Action != readout.EditAction) {
		return fmt.Errorf("a promise is settled by edit, on its own")
	}
	for _, w := range c.Ground {
		if w.Document == "" || w.From.IsZero() || w.Quote == "" {
			return fmt.Errorf("ground needs document, from and quote")
		}
	}
	return nil
}

func checkValues(c *readout.Correction) error {
	seen := map[string]bool{}
	for _, v := range c.Values {
		f := fieldNamed(v.Field)
		if v.Field == OutcomeField && c.Target[0].Promise {
			f = &outcomeField
		}
		switch {
		case f == nil || c.Target[0].Promise && f != &outcomeField:
			return fmt.Errorf("there is no field %q here; there are %s", v.Field, strings.Join(Fields(), ", "))
		case seen[v.Field]:
			return fmt.Errorf("%s: given twice", v.Field)
		case !f.valid(v.Value):
			return fmt.Errorf("%s: %q is not %s", v.Field, v.Value, f.what)
		}
		seen[v.Field] = true
	}
	return nil
}

// inOrder sorts corrections by moment, then id, and drops those given twice.
func inOrder(list []readout.Correction) []readout.Correction {
	out := slices.Clone(list)
	slices.SortFunc(out, func(a, b readout.Correction) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.ID, b.ID)) })
	return slices.CompactFunc(out, func(a, b readout.Correction) bool { return a.ID == b.ID })
}

// withdrawn are the corrections, by id, that an undo in effect takes back; an
// undo that is itself undone takes nothing back. Ids are made of content, so
// that no correction can undo one that undoes it.
func withdrawn(list []readout.Correction) map[string]bool {
	by := map[string][]string{} // undos of each
	for _, c := range list {
		if c.Action == readout.UndoAction {
			by[c.Undoes] = append(by[c.Undoes], c.ID)
		}
	}
	known := map[string]bool{}
	var gone func(id string) bool
	gone = func(id string) bool {
		if v, ok := known[id]; ok {
			return v
		}
		known[id] = false
		known[id] = slices.ContainsFunc(by[id], func(undo string) bool { return !gone(undo) })
		return known[id]
	}
	for _, c := range list {
		gone(c.ID)
	}
	return known
}
