package web

import (
	"cmp"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"slices"
	"strings"

	"readout"
	"readout/internal/export"
	"readout/internal/phrase"
)

// citeView is how a page is cited: words for a footnote, files for programs
// that keep references, and the address that stays.
type citeView struct {
	Footnote  template.HTML
	Files     []link
	Permalink string
	What      string // what the address leads to
}

// maxCited is how many texts a footnote names; the files name all.
const maxCited = 4

// citeDocument says how a document is cited.
func citeDocument(r *readout.Reading, names phrase.Names, base string) citeView {
	ref := reference(r, names)
	v := newCite(docHref(r.Document.ID), base)
	v.Footnote, v.What = sourceText(cmp.Or(ref.Footnote(), r.Document.Source)+"."), "this text"
	return v
}

// citeContact says how a contact is cited: by the official accounts of it, or
// where there are none by its first texts.
func (s *snapshot) citeContact(c *readout.Contact, base string) citeView {
	var notes []string
	for _, ref := range s.references(c)[:min(maxCited, len(c.Documents))] {
		if note := ref.Footnote(); note != "" {
			notes = append(notes, note)
		}
	}
	what := phrase.Channel(c.Channel) + " of " + phrase.Parties(c.Parties)
	if c.When != nil {
		what += " (" + phrase.ShortDate(c.When.EDTF) + ")"
	}
	v := newCite(contactHref(c.ID), base)
	v.Footnote, v.What = sourceText("On the "+what+", see "+strings.Join(notes, "; ")+"."), "this entry, whatever its name becomes"
	return v
}

func newCite(page, base string) citeView {
	v := citeView{Permalink: base + page}
	for _, f := range export.Citations {
		v.Files = append(v.Files, link{Text: f.Help, Href: page + "." + f.Name})
	}
	return v
}

// base is the beginning of the addresses of this server, as the browser knows it.
func (s *server) base(r *http.Request) string {
	if s.BehindProxy && r.Header.Get("X-Forwarded-Proto") == "https" {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// references are the texts of a contact as a bibliography names them, official
// ones first, then by day.
func (s *snapshot) references(c *readout.Contact) []export.Reference {
	var refs []export.Reference
	for _, id := range c.Documents {
		if r := s.readings[id]; r != nil {
			refs = append(refs, reference(r, s.names))
		}
	}
	slices.SortStableFunc(refs, func(a, b export.Reference) int {
		if a.Official != b.Official {
			return map[bool]int{true: -1, false: 1}[a.Official]
		}
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.Title, b.Title), cmp.Compare(a.Document, b.Document))
	})
	return refs
}

// reference is a document as a bibliography names it. Its author is the
// institution whose words most of it is, else its by-line.
func reference(r *readout.Reading, names phrase.Names) export.Reference {
	d := &r.Document
	ref := export.Reference{Document: d.ID, Outlet: d.Outlet, Title: documentName(r), URL: webAddress(d.URL), Language: d.Language,
		Author: byline(r)}
	if d.Published != nil {
		ref.Published = d.Published.EDTF
	}
	if ref.Title == d.Source {
		ref.Title = ""
	}
	if issuer := mainIssuer(r); issuer != "" {
		ref.Official, ref.Author = true, names.Of(issuer)
		if strings.EqualFold(ref.Outlet, ref.Author) {
			ref.Outlet = ""
		}
	}
	return ref
}

// byline is who wrote a text, as its by-line says: "By Nora Whitlock".
func byline(r *readout.Reading) string {
	if author, ok := strings.CutPrefix(strings.TrimSpace(r.Document.Byline), "By "); ok || author != "" {
		return oneLine(author)
	}
	for i := range r.Passages {
		p := &r.Passages[i]
		if p.Kind != readout.Byline || p.In != readout.InText {
			continue
		}
		words, _ := p.From.Cut(r.Document.Text) // checked when the document was read
		first, _, _ := strings.Cut(strings.TrimSpace(words), "\n")
		if author, ok := strings.CutPrefix(first, "By "); ok {
			return oneLine(author)
		}
	}
	return ""
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// ownShare is how much of what a text reports is an institution's words where
// the institution published it: all but a line that introduces them. A page that
// only quotes a readout says more of its own.
const ownShare = 0.85

// mainIssuer is the institution that published a text as its own words; "" where
// there is none.
func mainIssuer(r *readout.Reading) readout.EntityID {
	size := map[readout.EntityID]int{}
	all := 0
	for i := range r.Passages {
		p := &r.Passages[i]
		if p.In != readout.InText || !p.Kind.Reports() || p.Kind == readout.Headline {
			continue
		}
		for _, span := range p.From.All() {
			all += span.Len()
			size[p.Issuer] += span.Len()
		}
	}
	for id, n := range size {
		if k := id.Kind(); (k == readout.Org || k == readout.Office) && float64(n) > ownShare*float64(all) {
			return id
		}
	}
	return ""
}

// writeCitation answers with references in the form that the end of an address
// names; not ours where it names none.
func writeCitation(w http.ResponseWriter, ext, name string, refs []export.Reference) (ours bool, err error) {
	i := slices.IndexFunc(export.Citations, func(f export.Citation) bool { return "."+f.Name == ext })
	if i < 0 {
		return false, nil
	}
	f := export.Citations[i]
	w.Header().Set("Content-Type", f.Media)
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", name+ext))
	return true, f.Write(w, refs)
}

// cutExtension parts "id.json" into id and ".json".
func cutExtension(id string) (base, ext string) {
	ext = path.Ext(id)
	if ext == ".json" || slices.ContainsFunc(export.Citations, func(f export.Citation) bool { return "."+f.Name == ext }) {
		return strings.TrimSuffix(id, ext), ext
	}
	return id, ""
}
