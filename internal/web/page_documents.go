package web

import (
	"net/http"
	"strings"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

// documentLine is a document in a list.
type documentLine struct {
	Name, Href, Day, Date, Extent, Source, URL string
	Outlet                                     string
	Contacts                                   []link
}

func newDocumentLine(d *readout.Document) documentLine {
	v := documentLine{Name: documentName(d), Href: docHref(d.ID), Day: "day not known", Extent: phrase.Count(d.Words, "word"), Source: d.Source, URL: webAddress(d.URL), Outlet: d.Outlet}
	if d.Published != nil {
		v.Day, v.Date = phrase.ShortDate(d.Published.EDTF), d.Published.EDTF
	}
	return v
}

// headRunes is how much of a document's first line stands for its title.
const headRunes = 90

// documentName is a document's title, else its first line, else its source.
func documentName(d *readout.Document) string {
	if d.Title != "" {
		return shorten(d.Title, headRunes)
	}
	text := strings.TrimSpace(d.Text[:min(len(d.Text), 1000)])
	line, _, _ := strings.Cut(text, "\n")
	if line = strings.TrimSpace(strings.ToValidUTF8(line, "")); line != "" {
		return shorten(line, headRunes)
	}
	return d.Source
}

// documentsPage lists the documents of the ledger.
func (s *server) documentsPage(w http.ResponseWriter, r *http.Request) error {
	rows, sel, now, err := list(s, r, "/documents", (*ledger.Ledger).Documents)
	if err != nil {
		return err
	}
	page := listView[documentLine]{Sel: sel, Empty: !sel.Any() && len(rows) == 0}
	rows, page.Pager = cut(sel, rows)
	for i := range rows {
		line := newDocumentLine(&now.readings[rows[i].ID].Document)
		for _, id := range rows[i].Contacts {
			line.Contacts = append(line.Contacts, link{Text: id, Href: contactHref(id)})
		}
		page.Rows = append(page.Rows, line)
	}
	return s.show(w, "documents", view{Title: "Documents", Tab: "/documents", Page: page})
}
