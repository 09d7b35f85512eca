package export

import (
	"cmp"
	"strings"
	"time"

	"readout"
)

// Reference is a published text as a bibliography names it. What the text does
// not say is left out.
type Reference struct {
	Document  readout.DocID
	Official  bool   // published by the institution whose account it is
	Author    string // a person or an institution
	Title     string
	Outlet    string // newspaper, agency or site; "" where the author published it
	Published string // EDTF
	URL       string
	Language  string // BCP 47
}

// Key names the reference in a file of references: its author's or outlet's
// first word, its year, and the beginning of the hash of its bytes.
func (r *Reference) Key() string {
	word, _, _ := strings.Cut(cmp.Or(r.Outlet, r.Author, "text"), " ")
	var key strings.Builder
	for _, c := range strings.ToLower(word) {
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			key.WriteRune(c)
		}
	}
	hash := strings.TrimPrefix(string(r.Document), "sha256:")
	return cmp.Or(key.String(), "text") + r.year() + "-" + hash[:min(len(hash), 8)]
}

// day is the day of publication; its precision is "day", "month", "year" or "".
func (r *Reference) day() (t time.Time, precision string) {
	text := strings.TrimRight(r.Published, "~?%")
	if i := strings.IndexAny(text, "T/"); i >= 0 {
		text = text[:i]
	}
	for _, form := range []struct{ layout, precision string }{{time.DateOnly, "day"}, {"2006-01", "month"}, {"2006", "year"}} {
		if t, err := time.Parse(form.layout, text); err == nil {
			return t, form.precision
		}
	}
	return t, ""
}

func (r *Reference) year() string {
	if t, precision := r.day(); precision != "" {
		return t.Format("2006")
	}
	return ""
}

// noteDays are how a note writes a day: in the order that the pages have too,
// which the Chicago Manual allows (9.35).
var noteDays = map[string]string{"day": "2 January 2006", "month": "January 2006", "year": "2006"}

// Footnote is the reference as a note of the Chicago Manual of Style (17th
// edition, chapter 14), without its full stop: Author, “Title,” Outlet, day,
// address.
func (r *Reference) Footnote() string {
	var parts []string
	for _, p := range []string{r.Author, quotedTitle(r.Title), r.Outlet} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if t, precision := r.day(); precision != "" {
		parts = append(parts, t.Format(noteDays[precision]))
	}
	if r.URL != "" {
		parts = append(parts, r.URL)
	}
	text := strings.Join(parts, ", ")
	return titleComma.Replace(text)
}

// titleComma puts the comma after a title inside its quotation marks, and drops
// it after a mark of its own.
var titleComma = strings.NewReplacer("?”, ", "?” ", "!”, ", "!” ", "”, ", ",” ")

// quotedTitle puts a title in quotation marks; those inside it become single.
func quotedTitle(title string) string {
	if title == "" {
		return ""
	}
	inner := strings.NewReplacer("“", "‘", "”", "’").Replace(strings.TrimRight(oneLine(title), ". "))
	for strings.Count(inner, `"`) > 1 {
		inner = strings.Replace(strings.Replace(inner, `"`, "‘", 1), `"`, "’", 1)
	}
	return "“" + strings.ReplaceAll(inner, `"`, "’") + "”"
}
