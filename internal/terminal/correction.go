package terminal

import (
	"io"
	"strings"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

// review draws what a person did to an entry.
func (p *page) review(r *readout.Review, names phrase.Names) {
	p.item(2, historyLabel, dim, momentDay(r.At), names.Review(r))
	p.paragraph(3+historyLabel, dim, r.Correction)
}

// momentDay is the day of a correction.
func momentDay(at string) string {
	day, _, _ := strings.Cut(at, "T")
	return phrase.ShortDate(day)
}

// Corrections draws all corrections of a ledger: who did what, and what became
// of it.
func Corrections(w io.Writer, s Screen, rows []ledger.CorrectionRow) error {
	p := newPage(w, s)
	for i := range rows {
		row := &rows[i]
		what := row.By + " " + phrase.Deed(row.Action)
		for _, v := range row.Values {
			what += ", " + phrase.Field(v.Field) + ": " + v.Value
		}
		if row.Undoes != "" {
			what += " " + row.Undoes
		}
		if row.Contact != "" {
			what += ", " + row.Contact
		}
		p.item(0, dayColumn, bold, momentDay(row.At), what)
		if row.Why != "" {
			p.paragraph(dayColumn+1, plain, row.Why)
		}
		ground := row.ID + " · " + string(row.State)
		if row.Reason != "" {
			ground += ": " + row.Reason
		}
		p.paragraph(dayColumn+1, dim, ground)
	}
	return p.end()
}
