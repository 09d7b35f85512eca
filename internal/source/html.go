package source

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout"
)

// maxNodes is how many nodes a page may have; its depth is limited by the
// parser (512 open elements).
const maxNodes = 500_000

// parseHTML reads a page: title, by-line, article, then readers' comments.
func parseHTML(raw []byte, opt Options) (readout.Document, error) {
	text, err := decode(raw, declaredCharset(raw))
	if err != nil {
		return readout.Document{}, err
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return readout.Document{}, fmt.Errorf("%w: HTML: %w", readout.ErrInvalid, err)
	}
	if n := countNodes(root); n > maxNodes {
		return readout.Document{}, fmt.Errorf("%w: HTML of %d nodes, more than the limit of %d", readout.ErrInvalid, n, maxNodes)
	}
	meta := readMeta(root)
	doc := readout.Document{URL: meta.url, Outlet: meta.outlet, Language: meta.language}
	doc.Text, doc.Marks = renderPage(root, meta, first(opt.URL, meta.url), readability{})
	if strings.TrimSpace(doc.Text) == "" {
		return readout.Document{}, fmt.Errorf("%w: a page without text", readout.ErrInvalid)
	}
	finish(&doc, opt, meta.published)
	return doc, nil
}

var charsetDeclaration = regexp.MustCompile(`(?i)<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)`)

// declaredCharset is the character set that the page's first bytes declare.
func declaredCharset(raw []byte) string {
	m := charsetDeclaration.FindSubmatch(raw[:min(len(raw), sniffBytes)])
	if m == nil {
		return ""
	}
	return string(bytes.Join(m[1:], nil))
}

// renderPage takes the page apart into title, by-line, comments and article, and
// renders them in the contract's order.
func renderPage(root *html.Node, meta pageMeta, url string, ex extractor) (string, []readout.Mark) {
	comments := detachComments(root)
	titleNode := findTitle(root, meta.title)
	bylines := findBylines(root, titleNode)
	for _, n := range append([]*html.Node{titleNode}, bylines...) {
		detach(n)
	}
	r := &renderer{}
	switch {
	case titleNode != nil:
		r.marked(readout.MarkTitle, func() { r.inline(titleNode) })
	case meta.title != "":
		r.marked(readout.MarkTitle, func() { r.words(meta.title) })
	}
	for _, n := range bylines {
		r.marked(readout.MarkByline, func() { r.inline(n) })
	}
	article := ex.article(root, url)
	if article == nil {
		article = firstElement(root, atom.Body)
	}
	r.block(article)
	for _, c := range comments {
		r.comments(c)
	}
	return r.finish()
}

// each walks the nodes under n in document order; walk says whether to go into
// the node just seen.
func each(n *html.Node, walk func(*html.Node) bool) {
	if n == nil || !walk(n) {
		return
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		each(c, walk)
		c = next
	}
}

func countNodes(root *html.Node) int {
	n := 0
	each(root, func(*html.Node) bool { n++; return n <= maxNodes+1 })
	return n
}

// firstElement is the first element with one of the tags, nil if there is none.
func firstElement(root *html.Node, tags ...atom.Atom) *html.Node {
	return firstWhere(root, func(n *html.Node) bool {
		for _, t := range tags {
			if n.DataAtom == t {
				return true
			}
		}
		return false
	})
}

func firstWhere(root *html.Node, is func(*html.Node) bool) *html.Node {
	var found *html.Node
	each(root, func(n *html.Node) bool {
		if found == nil && n.Type == html.ElementNode && is(n) {
			found = n
		}
		return found == nil
	})
	return found
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func detach(n *html.Node) {
	if n != nil && n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// plainText is all text under n, white space joined.
func plainText(n *html.Node) string {
	r := &renderer{}
	r.inline(n)
	text, _ := r.finish()
	return strings.Join(strings.Fields(text), " ")
}
