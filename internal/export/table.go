package export

import (
	"encoding/csv"
	"io"
	"iter"
	"strconv"
	"strings"

	"readout"
	"readout/internal/ledger"
)

// Column is one column of a table; docs/export.md describes each.
type Column[T any] struct {
	Name  string
	Value func(*T) string
}

// Table writes a value a row, with a header, as CSV does: in UTF-8, with the line
// ends of RFC 4180, several values in a cell parted by "; ", and an apostrophe
// before what a spreadsheet would take for a formula.
func Table[T any](w io.Writer, columns []Column[T], rows iter.Seq[T]) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	cells := make([]string, len(columns))
	for i, col := range columns {
		cells[i] = col.Name
	}
	if err := out.Write(cells); err != nil {
		return err
	}
	for v := range rows {
		for i, col := range columns {
			cells[i] = guard(col.Value(&v))
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Statements are the columns of a list of statements.
var Statements = []Column[ledger.StatementRow]{
	{"document", func(s *ledger.StatementRow) string { return string(s.Document) }},
	{"id", func(s *ledger.StatementRow) string { return s.ID }},
	{"kind", func(s *ledger.StatementRow) string {
		if s.Kind == readout.Said {
			return "said"
		}
		return string(s.Kind)
	}},
	{"negated", func(s *ledger.StatementRow) string { return yes(s.Negated) }},
	{"speaker", func(s *ledger.StatementRow) string {
		if s.Speaker == nil {
			return ""
		}
		return string(*s.Speaker)
	}},
	{"speaker_quote", func(s *ledger.StatementRow) string { return s.SpeakerQuote }},
	{"via", func(s *ledger.StatementRow) string {
		return joined(s.Via, func(l readout.Link) string { return l.Name })
	}},
	{"outlet", func(s *ledger.StatementRow) string { return s.Outlet }},
	{"published", func(s *ledger.StatementRow) string { return s.Published }},
	{"said", func(s *ledger.StatementRow) string { return ofDay(s.Said) }},
	{"mode", func(s *ledger.StatementRow) string { return string(s.Mode) }},
	{"quote", func(s *ledger.StatementRow) string { return s.Quote }},
	{"field", func(s *ledger.StatementRow) string { return string(s.In) }},
	{"start", func(s *ledger.StatementRow) string { return strconv.Itoa(s.Content.Hull().Start) }},
	{"end", func(s *ledger.StatementRow) string { return strconv.Itoa(s.Content.Hull().End) }},
	{"contacts", func(s *ledger.StatementRow) string { return strings.Join(s.Contacts, "; ") }},
}

// Promises are the columns of a list of promises.
var Promises = []Column[ledger.PromiseRow]{
	{"made_in", func(p *ledger.PromiseRow) string { return p.MadeIn }},
	{"outcome", func(p *ledger.PromiseRow) string { return string(p.Outcome) }},
	{"basis", func(p *ledger.PromiseRow) string { return p.Basis }},
	{"settled_by", func(p *ledger.PromiseRow) string { return p.Contact }},
	{"issuer", func(p *ledger.PromiseRow) string { return string(p.Issuer) }},
	{"by", func(p *ledger.PromiseRow) string {
		return joined(p.By, func(id readout.EntityID) string { return string(id) })
	}},
	{"acknowledged_by", func(p *ledger.PromiseRow) string { return strings.Join(p.AcknowledgedBy, "; ") }},
	{"strength", func(p *ledger.PromiseRow) string { return string(p.Strength) }},
	{"condition", func(p *ledger.PromiseRow) string {
		if p.Condition == nil {
			return ""
		}
		return p.Condition.Value
	}},
	{"due", func(p *ledger.PromiseRow) string { return ofDay(p.Due) }},
	{"quote", func(p *ledger.PromiseRow) string { return p.Text }},
	{"document", func(p *ledger.PromiseRow) string { return string(p.Document) }},
	{"start", func(p *ledger.PromiseRow) string { return strconv.Itoa(p.From.Hull().Start) }},
	{"end", func(p *ledger.PromiseRow) string { return strconv.Itoa(p.From.Hull().End) }},
}

// Documents are the columns of a list of documents.
var Documents = []Column[ledger.DocumentRow]{
	{"id", func(d *ledger.DocumentRow) string { return string(d.ID) }},
	{"source", func(d *ledger.DocumentRow) string { return d.Source }},
	{"url", func(d *ledger.DocumentRow) string { return d.URL }},
	{"outlet", func(d *ledger.DocumentRow) string { return d.Outlet }},
	{"title", func(d *ledger.DocumentRow) string { return d.Title }},
	{"byline", func(d *ledger.DocumentRow) string { return d.Byline }},
	{"published", func(d *ledger.DocumentRow) string {
		if d.Published == nil {
			return ""
		}
		return d.Published.EDTF
	}},
	{"language", func(d *ledger.DocumentRow) string { return d.Language }},
	{"words", func(d *ledger.DocumentRow) string { return strconv.Itoa(d.Words) }},
	{"contacts", func(d *ledger.DocumentRow) string { return strings.Join(d.Contacts, "; ") }},
}

// Parties are the columns of a list of persons, or of states.
var Parties = []Column[ledger.PartyRow]{
	{"id", func(p *ledger.PartyRow) string { return string(p.ID) }},
	{"name", func(p *ledger.PartyRow) string { return p.Name }},
	{"country", func(p *ledger.PartyRow) string { return p.Country }},
	{"contacts", func(p *ledger.PartyRow) string { return strconv.Itoa(p.Contacts) }},
	{"first", func(p *ledger.PartyRow) string { return p.First }},
	{"last", func(p *ledger.PartyRow) string { return p.Last }},
	{"statements", func(p *ledger.PartyRow) string { return strconv.Itoa(p.Statements) }},
}

// Pairs are the columns of a list of pairs.
var Pairs = []Column[ledger.PairRow]{
	{"a", func(p *ledger.PairRow) string { return string(p.A.ID) }},
	{"b", func(p *ledger.PairRow) string { return string(p.B.ID) }},
	{"a_name", func(p *ledger.PairRow) string { return p.A.Name }},
	{"b_name", func(p *ledger.PairRow) string { return p.B.Name }},
	{"contacts", func(p *ledger.PairRow) string { return strconv.Itoa(p.Contacts) }},
	{"first", func(p *ledger.PairRow) string { return p.First }},
	{"last", func(p *ledger.PairRow) string { return p.Last }},
	{"compared", func(p *ledger.PairRow) string { return strconv.Itoa(p.Compared) }},
	{"promises", func(p *ledger.PairRow) string { return strconv.Itoa(p.Promises) }},
}

// Topics are the columns of a list of topics.
var Topics = []Column[ledger.TopicRow]{
	{"id", func(t *ledger.TopicRow) string { return t.ID }},
	{"contacts", func(t *ledger.TopicRow) string { return strconv.Itoa(t.Contacts) }},
	{"points", func(t *ledger.TopicRow) string { return strconv.Itoa(t.Points) }},
	{"first", func(t *ledger.TopicRow) string { return t.First }},
	{"last", func(t *ledger.TopicRow) string { return t.Last }},
}

// Omissions are the columns of a list of what one side leaves out.
var Omissions = []Column[ledger.Omission]{
	{"contact", func(o *ledger.Omission) string { return o.Contact }},
	{"when", func(o *ledger.Omission) string { return o.When }},
	{"channel", func(o *ledger.Omission) string { return string(o.Channel) }},
	{"side", func(o *ledger.Omission) string { return o.Side }},
	{"issuer", func(o *ledger.Omission) string { return string(o.Issuer) }},
	{"complete", func(o *ledger.Omission) string { return string(o.Complete) }},
	{"told_by", func(o *ledger.Omission) string { return o.Told }},
	{"for_other", func(o *ledger.Omission) string { return yes(o.ForOther) }},
	{"topics", func(o *ledger.Omission) string { return strings.Join(o.Topics, "; ") }},
	{"quotes", func(o *ledger.Omission) string {
		return joined(o.Points, func(p readout.Point) string { return p.Quote })
	}},
	{"documents", func(o *ledger.Omission) string {
		return joined(o.Points, func(p readout.Point) string { return string(p.Document) })
	}},
	{"starts", func(o *ledger.Omission) string {
		return joined(o.Points, func(p readout.Point) string { return strconv.Itoa(p.From.Hull().Start) })
	}},
}

func ofDay(d *readout.Day) string {
	if d == nil {
		return ""
	}
	return d.EDTF
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}
