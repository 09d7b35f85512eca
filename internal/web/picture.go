package web

import (
	"fmt"
	"html/template"
	"net/http"
)

// picture is a drawing made of simple shapes, in its own units; the page scales
// it. Whatever it says by place or colour, a shape's title says in words.
type picture struct {
	Width, Height int
	Label         string // the alternative in words
	Wide          bool   // it takes the width of the page
	Rules         []rule
	Shapes        []shape
	Labels        []label
	File          string       // address under which it is saved
	Saved         bool         // it stands alone: it carries its style, and its links lead nowhere
	Style         template.CSS // of a saved one
}

// rule is a straight line.
type rule struct {
	X1, Y1, X2, Y2 int
	Class          string
}

// shape is a rectangle that may lead somewhere. Its text stands in its middle.
type shape struct {
	X, Y, W, H, R int
	Class, Text   string
	Title, Href   string
}

// TextX and TextY are where the text of a shape stands.
func (s shape) TextX() int { return s.X + s.W/2 }

// TextY is the line of the text of a shape.
func (s shape) TextY() int { return s.Y + s.H/2 + 4 }

// label is a text that may lead somewhere; a turned one reads upwards.
type label struct {
	X, Y        int
	Text, Class string
	Href        string
	Turned      bool
}

// servePicture writes a picture as a file to save.
func (s *server) servePicture(w http.ResponseWriter, p *picture, name string) error {
	p.Saved = true
	p.Style = template.CSS(s.files.pictureStyle) //nolint:gosec // our own file
	w.Header().Set("Content-Type", "image/svg+xml; charset=utf-8")
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", name+".svg"))
	return s.views.base.ExecuteTemplate(w, "picture", p)
}

// figure is a picture with what is said under it.
type figure struct {
	Name    string // of the part of the page
	Picture *picture
	Caption string
}
