package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"

	"readout"
)

//go:embed templates static
var embedded embed.FS

// styles are the parts of the one style sheet, in order; a picture that is saved
// carries the first two.
var styles = []string{"palette.css", "picture.css", "app.css", "desk.css"}

// files are what pages load: one style sheet, one script, one icon.
type files struct {
	content      map[string][]byte
	version      string // of them all, so that a browser never shows old ones
	pictureStyle string // what a picture carries that is saved
}

func loadFiles() (*files, error) {
	f := &files{content: map[string][]byte{}}
	hash := sha256.New()
	err := fs.WalkDir(embedded, "static", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := embedded.ReadFile(name)
		hash.Write(data)
		f.content[path.Base(name)] = data
		return err
	})
	f.version = hex.EncodeToString(hash.Sum(nil))[:12]
	var sheet []byte
	for _, part := range styles {
		sheet = append(sheet, f.content[part]...)
		delete(f.content, part)
		if part == "picture.css" {
			f.pictureStyle = string(sheet)
		}
	}
	f.content["app.css"] = sheet
	return f, err
}

// staticFile serves one of the files.
func (s *server) staticFile(w http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("file")
	data, ok := s.files.content[name]
	if !ok {
		return fmt.Errorf("%w: there is no file %s", readout.ErrNotFound, name)
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	if r.URL.Query().Get("v") == s.files.version {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	_, err := w.Write(data)
	return err
}

// view is what every page gives its template.
type view struct {
	Title string // of the window, without our name
	Tab   string // the entry of the navigation that the page belongs to
	Find  string // what stands in the box of the search
	Page  any
}

// tab is an entry of the navigation.
type tab struct{ Name, Href string }

var tabs = []tab{
	{"Today", "/today"}, {"Timeline", "/timeline"}, {"Pairs", "/pairs"}, {"People", "/people"}, {"States", "/states"}, {"Topics", "/topics"},
	{"Left out", "/left-out"}, {"Promises", "/promises"}, {"Statements", "/statements"}, {"Documents", "/documents"}, {"Compare", "/compare"}, {"Review", "/review"},
}

// views are the templates: each page with the layout and the parts.
type views struct {
	pages map[string]*template.Template
	base  *template.Template // the layout and the parts alone
}

func loadViews(f *files) (*views, error) {
	base, err := template.New("layout").Funcs(template.FuncMap{
		"tabs":  func() []tab { return tabs },
		"keys":  func() []keyGroup { return keyGroups },
		"asset": func(name string) string { return "/static/" + name + "?v=" + f.version },
		"narrow": func(who string, sel *selection) any {
			return struct {
				Who  string
				Sel  *selection
				Kept []string // filters that are set elsewhere
			}{who, sel, []string{byOutcome, byPair, byChannel, byStatus, askedOf, askedSide}}
		},
	}).ParseFS(embedded, "templates/layout.html", "templates/part_*.html")
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(embedded, "templates/page_*.html")
	if err != nil {
		return nil, err
	}
	v := &views{pages: map[string]*template.Template{}}
	if v.base, err = base.Clone(); err != nil {
		return nil, err
	}
	for _, name := range names {
		page, err := base.Clone()
		if err == nil {
			page, err = page.ParseFS(embedded, name)
		}
		if err != nil {
			return nil, err
		}
		v.pages[strings.TrimSuffix(strings.TrimPrefix(path.Base(name), "page_"), ".html")] = page
	}
	return v, nil
}

func (v *views) execute(w io.Writer, page string, data view) error {
	t := v.pages[page]
	if t == nil {
		return fmt.Errorf("no template for the page %s", page)
	}
	return t.ExecuteTemplate(w, "layout", data)
}

// show writes a page; it is made whole before the first byte goes out, so that
// an error is shown as one.
func (s *server) show(w http.ResponseWriter, page string, data view) error {
	return s.showStatus(w, http.StatusOK, page, data)
}

func (s *server) showStatus(w http.ResponseWriter, status int, page string, data view) error {
	var buf bytes.Buffer
	if err := s.views.execute(&buf, page, data); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	w.WriteHeader(status)
	_, err := buf.WriteTo(w)
	return err
}
