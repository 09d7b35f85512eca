package web

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/internal/export"
	"readout/internal/phrase"
)

// docView is the page of one document.
type docView struct {
	Name, ID, Source, URL string
	Path                  string
	Title                 template.HTML // the title that stands apart
	Fields                []docField
	Extent, Lang          string
	Passages              []passageView
	Kinds                 []kindView
	Lists                 []notesView
	Contacts              []contactLine // of the ledger
	Part, Parts           int
	shown                 readout.Span // of the text
	Previous, Next        string
	Asked                 bool   // words were asked for by ?mark=
	Unread                string // why the text was not read, "" if it was
	JSON                  string
	Cite                  citeView
	Missing               string // words that were asked for, and do not stand in the text
}

// docField is a field of the document beside its text.
type docField struct {
	Name string
	Text template.HTML
}

// passageView is a stretch of the text in one voice.
type passageView struct {
	Kind, Voice string
	Quiet       bool // not a voice that the ledger listens to
	Paragraphs  []paragraph
}

// paragraph is a paragraph of a document's text: its number, and its first byte.
type paragraph struct {
	N, From int
	Text    template.HTML
}

// kindView is a kind of thing found, for the legend.
type kindView struct {
	Kind, Name string
	Count      int
}

// notesView lists what was found of one kind.
type notesView struct {
	Kind, Title string
	Notes       []noteView
}

// noteView is one thing found, with the link to its words.
type noteView struct{ Text, Detail, Href string }

// docPage shows a document with everything found in it, its reading as JSON, or
// the reference to it.
func (s *server) docPage(w http.ResponseWriter, r *http.Request) error {
	now, err := s.ledger.now(r.Context())
	if err != nil {
		return err
	}
	id, ext := cutExtension(r.PathValue("id"))
	reading, err := now.document(id)
	if err != nil {
		return err
	}
	if ext == ".json" {
		return writeReading(w, reading)
	}
	if ours, err := writeCitation(w, ext, "document", []export.Reference{reference(reading, now.names)}); ours || err != nil {
		return err
	}
	words := strings.TrimSpace(r.URL.Query().Get("words"))
	if spans := places(reading.Document.Text, words); len(spans) > 0 {
		found := readout.Words{Document: reading.Document.ID, From: readout.At(spans[0], spans[1:]...)}
		http.Redirect(w, r, markHref(found), http.StatusFound)
		return nil
	}
	asked, err := askedSpans(r.URL.Query().Get("mark"), reading.Document.Text)
	if err != nil {
		return err
	}
	page, err := s.docView(now, reading, asked, r.URL.Query())
	if err != nil {
		return err
	}
	page.Cite, page.Missing = citeDocument(reading, now.names, s.base(r)), shorten(words, headRunes)
	return s.show(w, "doc", view{Title: page.Name, Tab: "/documents", Page: page})
}

// maxFound is how many places of the same words are framed.
const maxFound = 100

// places are where words stand in a text, whatever white space parts them there:
// ?words= leads to them, a link to words for those without script.
func places(text, words string) []readout.Span {
	fields := strings.Fields(words)
	if len(fields) == 0 {
		return nil
	}
	for i := range fields {
		fields[i] = regexp.QuoteMeta(fields[i])
	}
	found, err := regexp.Compile(strings.Join(fields, `\s+`))
	if err != nil { // quoted, so that only its size can be wrong
		return nil
	}
	var out []readout.Span
	for _, at := range found.FindAllStringIndex(text, maxFound) {
		out = append(out, readout.Span{Start: at[0], End: at[1]})
	}
	return out
}

// writeReading writes a reading with links to its words.
func writeReading(w http.ResponseWriter, r *readout.Reading) error {
	var line bytes.Buffer
	if err := export.Reading(&line, r); err != nil {
		return err
	}
	w.Header().Set("Content-Type", mediaJSON)
	return addLinks(w, line.Bytes(), r.Document.ID)
}

// askedSpans reads ?mark=12-30,40-51.
func askedSpans(text, doc string) (readout.Spans, error) {
	var spans readout.Spans
	if text == "" {
		return spans, nil
	}
	for part := range strings.SplitSeq(text, ",") {
		from, to, _ := strings.Cut(part, "-")
		start, err1 := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		span := readout.At(readout.Span{Start: start, End: end})
		if _, err := span.Cut(doc); err1 != nil || err2 != nil || err != nil {
			return spans, fmt.Errorf("%w: mark=%s: write bytes of the text as 123-145, several with commas", readout.ErrInvalid, part)
		}
		spans = spans.Join(span)
	}
	return spans, nil
}

func (s *server) docView(now *snapshot, r *readout.Reading, asked readout.Spans, q url.Values) (*docView, error) {
	d := &r.Document
	v := &docView{Name: documentName(r), ID: string(d.ID), Source: d.Source, URL: webAddress(d.URL), Path: docHref(d.ID), Lang: d.Language,
		Extent: phrase.Count(d.Words, "word"), JSON: docHref(d.ID) + ".json", Asked: !asked.IsZero()}
	if r.Unread != "" {
		v.Unread = phrase.Unread(r.Unread) + "."
	}
	marks := docMarks(r, now.names, asked)
	if d.Title != "" {
		v.Title = markup(d.Title, readout.Span{End: len(d.Title)}, marks[readout.InTitle])
	}
	v.Fields = docFields(d, marks)
	if err := v.text(r, marks[readout.InText], asked, q.Get("part")); err != nil {
		return nil, err
	}
	v.notes(s, r, now.names)
	for i := range now.Contacts {
		if slices.Contains(now.Contacts[i].Documents, d.ID) {
			v.Contacts = append(v.Contacts, newContactLine(&now.Contacts[i]))
		}
	}
	return v, nil
}

// docFields shows the document's other fields, with what was read from them.
func docFields(d *readout.Document, marks map[readout.Field][]mark) []docField {
	var out []docField
	for _, f := range []struct {
		name string
		in   readout.Field
	}{{"Outlet", readout.InOutlet}, {"By-line", readout.InByline}, {"Published", readout.InPublished}, {"Address", readout.InURL}} {
		text := d.Field(f.in)
		if text == "" {
			continue
		}
		out = append(out, docField{f.name, markup(text, readout.Span{End: len(text)}, marks[f.in])})
	}
	if d.Published != nil {
		out = append(out, docField{"Day", sourceText(phrase.Date(d.Published.EDTF))})
	}
	for _, other := range phrase.OtherDays(d, phrase.Date) {
		out = append(out, docField{"But", sourceText(other)})
	}
	return out
}

// text shows the passages, or one part of a long text.
func (v *docView) text(r *readout.Reading, marks []mark, asked readout.Spans, part string) error {
	parts := textParts(r)
	n := 1
	if !asked.IsZero() {
		n = 1 + max(0, slices.IndexFunc(parts, func(p readout.Span) bool {
			return p.Contains(readout.Span{Start: asked.First().Start, End: asked.First().Start})
		}))
	}
	if part != "" {
		i, err := strconv.Atoi(part)
		if err != nil || i < 1 || i > len(parts) {
			return fmt.Errorf("%w: the document has %d parts, and no part %q", readout.ErrNotFound, len(parts), part)
		}
		n = i
	}
	v.Part, v.Parts = n, len(parts)
	if n > 1 {
		v.Previous = fmt.Sprintf("%s?part=%d", v.Path, n-1)
	}
	if n < len(parts) {
		v.Next = fmt.Sprintf("%s?part=%d", v.Path, n+1)
	}
	if len(parts) > 0 {
		v.shown = parts[n-1]
		v.passages(r, v.shown, marks)
	}
	return nil
}

// textParts cuts a long text where passages or paragraphs begin, so that no
// part is much longer than partBytes.
func textParts(r *readout.Reading) []readout.Span {
	text := r.Document.Text
	var out []readout.Span
	start := 0
	cutAt := func(end int) {
		if end > start {
			out = append(out, readout.Span{Start: start, End: end})
			start = end
		}
	}
	for len(text)-start > partBytes {
		end := start + partBytes
		window := text[start:end]
		if i := strings.LastIndex(window, "\n\n"); i > partBytes/2 {
			end = start + i + 2
		} else if i := strings.LastIndexByte(window, ' '); i > partBytes/2 {
			end = start + i + 1
		} else {
			for end > start+1 && text[end]&0xC0 == 0x80 { // inside a character
				end--
			}
		}
		cutAt(end)
	}
	cutAt(len(text))
	return out
}

func (v *docView) passages(r *readout.Reading, part readout.Span, marks []mark) {
	names := phrase.Names{}
	names.Note(r)
	number := 0
	for i := range r.Passages {
		p := &r.Passages[i]
		if p.In != readout.InText {
			continue
		}
		view := passageView{Kind: string(p.Kind), Quiet: !p.Kind.Reports()}
		if p.Issuer != "" {
			view.Voice = names.Of(p.Issuer)
		}
		if p.Excerpt {
			view.Kind += ", cut"
		}
		for _, span := range p.From.All() {
			for _, para := range paragraphs(r.Document.Text, span) {
				number++
				para = readout.Span{Start: max(para.Start, part.Start), End: min(para.End, part.End)}
				if para.Empty() {
					continue
				}
				view.Paragraphs = append(view.Paragraphs, paragraph{number, para.Start, markup(r.Document.Text, para, marks)})
				placed(marks, para)
			}
		}
		v.addPassage(view)
	}
}

// addPassage adds a passage; to the one before, where both are one voice.
func (v *docView) addPassage(p passageView) {
	if len(p.Paragraphs) == 0 {
		return
	}
	if n := len(v.Passages); n > 0 && v.Passages[n-1].Kind == p.Kind && v.Passages[n-1].Voice == p.Voice {
		v.Passages[n-1].Paragraphs = append(v.Passages[n-1].Paragraphs, p.Paragraphs...)
		return
	}
	v.Passages = append(v.Passages, p)
}
