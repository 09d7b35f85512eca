package ingest

import (
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/source"
	"readout/lexicon"
)

// Every outcome of a promise, with its ground, over texts that are read and
// linked like any others.
func TestPromisesAndWhatCameOfThem(t *testing.T) {
	lex, _ := loaded(t)
	seen := map[readout.Outcome]int{}
	for _, c := range storyCases(t, "testdata/promises.txt") {
		t.Run(c.name, func(t *testing.T) {
			found := commitmentsOf(t, lex, c.docs)
			for _, want := range c.want {
				parts := strings.Split(want, " | ")
				seen[readout.Outcome(parts[0])]++
				i := slices.IndexFunc(found, func(p readout.Commitment) bool { return strings.Contains(p.Text, parts[2]) })
				if i < 0 {
					t.Errorf("no promise %q among %s", parts[2], texts(found))
					continue
				}
				checkPromise(t, &found[i], parts)
			}
			if len(found) != len(c.want) {
				t.Errorf("%d promises, want %d: %s", len(found), len(c.want), texts(found))
			}
		})
	}
	for _, o := range readout.Outcomes {
		if seen[o] < 4 {
			t.Errorf("%d cases of %s; at least 4 show what it means", seen[o], o)
		}
	}
}

func commitmentsOf(t *testing.T, lex *lexicon.Lexicon, docs []source.Item) []readout.Commitment {
	t.Helper()
	var out []readout.Commitment
	for _, c := range storyLedger(t, lex, docs) {
		out = append(out, c.Commitments...)
	}
	return out
}

func texts(list []readout.Commitment) string {
	var out []string
	for _, p := range list {
		out = append(out, string(p.Outcome)+" "+p.Text)
	}
	return strings.Join(out, "; ")
}

// checkPromise compares a promise with "outcome | ground | words | more …".
func checkPromise(t *testing.T, p *readout.Commitment, parts []string) {
	t.Helper()
	ground, also := strings.CutSuffix(parts[1], " also")
	if ground == "-" {
		ground = ""
	}
	if string(p.Outcome) != parts[0] || p.Basis != ground || also != (len(p.AcknowledgedBy) > 0) || also != (len(p.Also) > 0) {
		t.Errorf("%q: %s on the ground of %q, in the other account %v %d; want %s, %q, %v", p.Text, p.Outcome, p.Basis, p.AcknowledgedBy, len(p.Also), parts[0], ground, also)
	}
	if p.Basis != "" && len(p.Evidence) == 0 {
		t.Errorf("%q is settled without words", p.Text)
	}
	for _, more := range parts[3:] {
		kind, value, _ := strings.Cut(more, " ")
		id := readout.EntityID("person/" + strings.ToLower(strings.ReplaceAll(value, " ", "-")))
		ok := map[string]bool{
			"by": slices.Contains(p.By, id), "to": slices.Contains(p.To, id),
			"due": p.Due != nil && p.Due.EDTF == value, "if": p.Condition != nil,
		}[kind]
		if !ok {
			t.Errorf("%q: want %s; by %v to %v due %v if %v", p.Text, more, p.By, p.To, p.Due, p.Condition)
		}
	}
}
