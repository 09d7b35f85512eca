package terminal

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

// statusStyle is the colour of a status; its word stands beside it always.
func statusStyle(s readout.Status) style {
	switch s {
	case readout.Held:
		return green
	case readout.Cancelled, readout.Declined, readout.Denied, readout.Postponed:
		return red
	case readout.Unreported:
		return yellow
	}
	return blue
}

// The columns of a list of contacts.
const (
	dayColumn     = 21
	channelColumn = 12
	statusColumn  = 15
)

// Contacts draws a list of contacts: a line each where the screen is wide, and
// the id, by which it is shown, under it.
func Contacts(w io.Writer, s Screen, contacts []readout.Contact) error {
	p := newPage(w, s)
	for i := range contacts {
		c := &contacts[i]
		day := "day not known"
		if c.When != nil {
			day = phrase.ShortDate(c.When.EDTF)
		}
		who := phrase.Parties(c.Parties)
		if c.Place != nil {
			who += ", " + c.Place.Name
		}
		status := strings.SplitN(phrase.Status(c.Status), ",", 2)[0]
		if c.Status == readout.Unreported {
			status = "unreported"
		}
		ground := fmt.Sprintf("%s · %s", c.ID, phrase.Texts(len(c.Documents), c.Independent))
		if c.Passing {
			ground += " · told only in passing"
		}
		if n := len(c.Disputes); n > 0 {
			ground += " · disputed"
		}
		if p.Width < twoColumns {
			p.item(0, dayColumn, bold, day, phrase.Channel(c.Channel)+", "+status)
			p.paragraph(2, plain, who)
			p.paragraph(2, dim, ground)
			continue
		}
		p.row([]cell{{bold, day}, {plain, phrase.Channel(c.Channel)}, {statusStyle(c.Status), status}, {plain, who}},
			dayColumn, channelColumn, statusColumn)
		p.line(strings.Repeat(" ", dayColumn+2), p.paint(dim, shorten(clean(ground), p.Width-dayColumn-2)))
	}
	return p.end()
}

// row draws cells in columns of the given widths; the last takes what is left.
func (p *page) row(cells []cell, widths ...int) {
	used := 0
	columns := make([][]string, len(cells))
	height := 1
	for i, c := range cells {
		n := p.Width - used
		if i < len(widths) {
			n = widths[i]
		}
		columns[i] = p.column([]cell{c}, n)
		height = max(height, len(columns[i]))
		used += n + 2
	}
	for y := range height {
		var b strings.Builder
		for i := range cells {
			if y < len(columns[i]) {
				b.WriteString(columns[i][y])
			} else if i < len(widths) {
				b.WriteString(strings.Repeat(" ", widths[i]))
			}
			b.WriteString("  ")
		}
		p.line(strings.TrimRight(b.String(), " "))
	}
}

// Statements draws who said what, through whom.
func Statements(w io.Writer, s Screen, rows []ledger.StatementRow, names phrase.Names) error {
	p := newPage(w, s)
	for i, row := range rows {
		if i > 0 {
			p.line()
		}
		p.statement(0, &row.Statement, names, row.Published)
		where := []string{}
		if row.Outlet != "" {
			where = append(where, row.Outlet)
		}
		where = append(where, "document "+shortID(row.Document))
		p.paragraph(2, dim, strings.Join(append(where, row.Contacts...), " · "))
	}
	return p.end()
}

// statement draws one statement: who, how, through whom, when; then the words.
func (p *page) statement(indent int, s *readout.Statement, names phrase.Names, published string) {
	who := "Somebody not named"
	switch {
	case s.Speaker != nil && *s.Speaker != "":
		who = names.Of(*s.Speaker)
	case s.SpeakerQuote != "":
		who = quote(s.SpeakerQuote)
	}
	parts := []string{who + " " + phrase.Verb(s)}
	if v := via(s.Via); v != "" {
		parts = append(parts, v)
	}
	switch {
	case s.Said != nil:
		parts = append(parts, phrase.ShortDate(s.Said.EDTF))
	case published != "":
		parts = append(parts, "published "+phrase.ShortDate(published))
	}
	p.paragraph(indent, bold, strings.Join(parts, ", "))
	p.paragraph(indent+2, plain, quote(s.Quote)+" ("+string(s.Mode)+")")
}

// Promises draws what was promised, and what came of it.
func Promises(w io.Writer, s Screen, rows []ledger.PromiseRow, names phrase.Names) error {
	p := newPage(w, s)
	for i, row := range rows {
		if i > 0 {
			p.line()
		}
		p.promise(0, &row.Commitment, names)
		p.paragraph(2, dim, "made in "+row.MadeIn)
	}
	return p.end()
}

// promise draws one promise: what came of it, its words, whose they are.
func (p *page) promise(indent int, c *readout.Commitment, names phrase.Names) {
	p.item(indent, 12, outcomeStyle(c.Outcome), string(c.Outcome), quote(c.Text))
	var parts []string
	if len(c.By) > 0 {
		parts = append(parts, by(c.By, names))
	}
	if c.Issuer != "" {
		parts = append(parts, "in the account of "+names.Of(c.Issuer))
	}
	if words := phrase.Strength(c.Strength); words != "" {
		parts = append(parts, words)
	}
	if c.Condition != nil {
		parts = append(parts, "on condition: "+c.Condition.Value)
	}
	if c.Due != nil {
		parts = append(parts, "due "+phrase.ShortDate(c.Due.EDTF))
	}
	if len(c.AcknowledgedBy) > 0 {
		parts = append(parts, "also in the account of "+phrase.List(sideNames(c.AcknowledgedBy, names)))
	}
	if c.Contact != "" {
		parts = append(parts, phrase.Settles(c)+" "+c.Contact)
	}
	p.paragraph(indent+2, plain, strings.Join(parts, "; "))
	for _, e := range c.Evidence {
		p.paragraph(indent+2, dim, "ground: "+quote(e.Quote))
	}
}

// sideNames are the names of sides; a country that no document names keeps its code.
func sideNames(codes []string, names phrase.Names) []string {
	out := make([]string, len(codes))
	for i, code := range codes {
		out[i] = cmp.Or(names[readout.EntityID("state/"+code)], names[readout.EntityID(code)], code)
	}
	return out
}

func outcomeStyle(o readout.Outcome) style {
	switch o {
	case readout.Kept:
		return green
	case readout.Contradicted:
		return red
	case readout.Lapsed:
		return yellow
	}
	return blue
}

// Documents draws a list of documents.
func Documents(w io.Writer, s Screen, rows []ledger.DocumentRow) error {
	p := newPage(w, s)
	for _, row := range rows {
		day := "day not known"
		if row.Published != nil {
			day = phrase.ShortDate(row.Published.EDTF)
		}
		what := row.Source
		if row.Title != "" {
			what = row.Title + " (" + row.Source + ")"
		}
		p.item(0, dayColumn, bold, day, what)
		parts := []string{shortID(row.ID), phrase.Count(row.Words, "word")}
		if row.Outlet != "" {
			parts = append(parts, row.Outlet)
		}
		if row.Unread != "" {
			parts = append(parts, "not read: "+phrase.Language(row.Unread))
		}
		parts = append(parts, row.Contacts...)
		p.paragraph(dayColumn+1, dim, strings.Join(parts, " · "))
	}
	return p.end()
}
