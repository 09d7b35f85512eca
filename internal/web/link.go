package web

import (
	"fmt"
	"net/url"
	"strings"

	"readout"
)

// partBytes is how much of a text one page shows.
const partBytes = 24 << 10

// shortHash is how many hex digits of a document's id its address has.
const shortHash = 16

// docHref is the address of a document's page.
func docHref(id readout.DocID) string {
	hash := strings.TrimPrefix(string(id), "sha256:")
	return "/doc/" + hash[:min(len(hash), shortHash)]
}

// anchor is where words stand on their document's page: b123-145 in the text,
// title-b0-12 in the title.
func anchor(in readout.Field, s readout.Span) string {
	a := fmt.Sprintf("b%d-%d", s.Start, s.End)
	if in != readout.InText {
		a = string(in) + "-" + a
	}
	return a
}

// wordsHref is the link to words on their document's page. Words in one piece
// are found there by their anchor; those in several, and those of a text that
// takes several pages, are asked for by ?mark=.
func (s *snapshot) wordsHref(w readout.Words) string {
	if w.From.IsZero() || w.Document == "" {
		return ""
	}
	doc := s.readings[w.Document]
	long := doc != nil && len(doc.Document.Text) > partBytes
	if len(w.From.All()) == 1 && !long {
		return docHref(w.Document) + "#" + anchor(w.In, w.From.First())
	}
	return markHref(w)
}

// markHref is the link to any words of a document, whether anything was found in
// them or not: they are framed there.
func markHref(w readout.Words) string {
	switch {
	case w.From.IsZero() || w.Document == "":
		return ""
	case w.In != readout.InText:
		return docHref(w.Document) + "#" + anchor(w.In, w.From.First())
	}
	return docHref(w.Document) + "?mark=" + spansText(w.From) + "#" + anchor(w.In, w.From.First())
}

// spansText writes spans as ?mark= takes them: 12-30,40-51.
func spansText(spans readout.Spans) string {
	var parts []string
	for _, p := range spans.All() {
		parts = append(parts, fmt.Sprintf("%d-%d", p.Start, p.End))
	}
	return strings.Join(parts, ",")
}

func contactHref(id string) string { return "/contact/" + url.PathEscape(id) }

// webAddress is an address that a page may link to: http or https with a host;
// "" for any other.
func webAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}
