package export

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Citation is a form in which programs that keep references read them.
type Citation struct {
	Name  string // the end of the file's name
	Media string
	Help  string // for people
	Write func(io.Writer, []Reference) error
}

// Citations lists every form.
var Citations = []Citation{
	{Name: "bib", Media: "application/x-bibtex; charset=utf-8", Help: "BibTeX", Write: BibTeX},
	{Name: "ris", Media: "application/x-research-info-systems; charset=utf-8", Help: "RIS (Zotero, EndNote)", Write: RIS},
	{Name: "csl", Media: "application/vnd.citationstyles.csl+json; charset=utf-8", Help: "CSL-JSON", Write: CSL},
}

// BibTeX writes references as entries of BibTeX: articles of the press, the rest
// as misc. Names and titles are braced, so that styles leave them as they are.
func BibTeX(w io.Writer, refs []Reference) error {
	for i := range refs {
		r := &refs[i]
		kind, outlet := "misc", "howpublished"
		if !r.Official && r.Outlet != "" {
			kind, outlet = "article", "journal"
		}
		fields := [][2]string{{"author", r.Author}, {"title", r.Title}, {outlet, r.Outlet}}
		t, precision := r.day()
		if precision != "" {
			fields = append(fields, [2]string{"year", t.Format("2006")})
		}
		if precision == "day" || precision == "month" {
			fields = append(fields, [2]string{"date", r.isoDay()})
		}
		fields = append(fields, [2]string{"url", r.URL}, [2]string{"langid", r.Language}, [2]string{"note", string(r.Document)})
		if _, err := fmt.Fprintf(w, "@%s{%s", kind, r.Key()); err != nil {
			return err
		}
		for _, f := range fields {
			if f[1] == "" {
				continue
			}
			if _, err := fmt.Fprintf(w, ",\n  %s = {%s}", f[0], bibValue(f[0], f[1])); err != nil {
				return err
			}
		}
		if _, err := io.WriteString(w, "\n}\n"); err != nil {
			return err
		}
	}
	return nil
}

// isoDay is the day of publication as YYYY-MM-DD, YYYY-MM or YYYY.
func (r *Reference) isoDay() string {
	t, precision := r.day()
	return t.Format(map[string]string{"day": "2006-01-02", "month": "2006-01", "year": "2006"}[precision])
}

// bibEscapes are the characters that mean something to TeX.
var bibEscapes = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`)

func bibValue(name, value string) string {
	value = oneLine(value)
	switch name {
	case "url": // read as it is
		return strings.NewReplacer("{", "%7B", "}", "%7D", " ", "%20").Replace(value)
	case "author", "title":
		return "{" + bibEscapes.Replace(value) + "}"
	}
	return bibEscapes.Replace(value)
}

// RIS writes references as RIS, with the types that Zotero maps: NEWS for the
// press, RPRT for what an institution published, ELEC for the rest.
func RIS(w io.Writer, refs []Reference) error {
	for i := range refs {
		r := &refs[i]
		kind := "ELEC"
		switch {
		case r.Official:
			kind = "RPRT"
		case r.Outlet != "":
			kind = "NEWS"
		}
		lines := [][2]string{{"TY", kind}, {"ID", r.Key()}, {"AU", r.Author}, {"TI", r.Title}, {"T2", r.Outlet}, {"PY", r.year()}}
		if _, precision := r.day(); precision != "" {
			parts := append(strings.Split(r.isoDay(), "-"), "", "")
			lines = append(lines, [2]string{"DA", parts[0] + "/" + parts[1] + "/" + parts[2] + "/"})
		}
		lines = append(lines, [2]string{"UR", r.URL}, [2]string{"LA", r.Language}, [2]string{"N1", string(r.Document)})
		for _, l := range lines {
			if l[1] == "" {
				continue
			}
			if _, err := fmt.Fprintf(w, "%s  - %s\r\n", l[0], oneLine(l[1])); err != nil {
				return err
			}
		}
		if _, err := io.WriteString(w, "ER  - \r\n\r\n"); err != nil {
			return err
		}
	}
	return nil
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// cslItem is an item of CSL-JSON.
type cslItem struct {
	ID       string    `json:"id"`
	Type     string    `json:"type"`
	Author   []cslName `json:"author,omitempty"`
	Title    string    `json:"title,omitempty"`
	Outlet   string    `json:"container-title,omitempty"`
	Issued   *cslDate  `json:"issued,omitempty"`
	URL      string    `json:"URL,omitempty"`
	Language string    `json:"language,omitempty"`
	Note     string    `json:"note,omitempty"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// CSL writes references as an array of CSL-JSON.
func CSL(w io.Writer, refs []Reference) error {
	items := make([]cslItem, len(refs))
	for i := range refs {
		r := &refs[i]
		item := cslItem{ID: r.Key(), Type: "webpage", Title: r.Title, Outlet: r.Outlet, URL: r.URL, Language: r.Language, Note: string(r.Document)}
		switch {
		case r.Official:
			item.Type = "report"
		case r.Outlet != "":
			item.Type = "article-newspaper"
		}
		if r.Author != "" {
			item.Author = []cslName{{r.Author}}
		}
		if t, precision := r.day(); precision != "" {
			n := map[string]int{"year": 1, "month": 2, "day": 3}[precision]
			item.Issued = &cslDate{[][]int{[]int{t.Year(), int(t.Month()), t.Day()}[:n]}}
		}
		items[i] = item
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(items)
}
