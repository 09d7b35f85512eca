package ingest

import (
	"os"
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/extract"
	"readout/internal/ledger"
	"readout/internal/source"
	"readout/lexicon"
)

// promiseCase is one case of testdata/promises.txt.
type promiseCase struct {
	name string
	docs []source.Item
	want []string // lines behind ">"
}

func promiseCases(t *testing.T) []promiseCase {
	t.Helper()
	data, err := os.ReadFile("testdata/promises.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []promiseCase
	var head []string // published, outlet
	for n, line := range strings.Split(string(data), "\n") {
		rest, wanted := strings.CutPrefix(line, "> ")
		name, begins := strings.CutPrefix(line, "= ")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case begins:
			out = append(out, promiseCase{name: name})
		case len(out) == 0:
			t.Fatalf("line %d stands in no case", n+1)
		case wanted:
			c := &out[len(out)-1]
			c.want = append(c.want, rest)
		case head == nil:
			if head = strings.Split(line, " | "); len(head) != 2 {
				t.Fatalf("line %d: want published | outlet", n+1)
			}
		default:
			c := &out[len(out)-1]
			opt := source.Options{Published: head[0], Outlet: head[1]}
			text := strings.ReplaceAll(line, `\n`, "\n")
			c.docs = slices.AppendSeq(c.docs, source.Read(strings.Repeat("x", len(c.docs)+1)+".txt", strings.NewReader(text), opt))
			head = nil
		}
	}
	return out
}

// Every outcome of a promise, with its ground, over texts that are read and
// linked like any others.
func TestPromisesAndWhatCameOfThem(t *testing.T) {
	lex, _ := loaded(t)
	seen := map[readout.Outcome]int{}
	for _, c := range promiseCases(t) {
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
	var readings []readout.Reading
	for _, item := range docs {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		r, err := extract.Read(item.Doc, lex)
		if err != nil {
			t.Fatal(err)
		}
		readings = append(readings, r)
	}
	var out []readout.Commitment
	for _, c := range ledger.Build(readings, ledger.Options{AsOf: "2026-01-01"}) {
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
