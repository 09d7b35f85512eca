package source

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The names in class, id, rel, itemprop and itemtype by which pages mark their
// parts.
var (
	commentBox  = regexp.MustCompile(`(?i)(?:^|\s)(?:comments?|comments?[-_]?(?:area|list|section|container|wrap(?:per)?|block|box|thread)|commentlist|reader[-_]comments|user[-_]comments|replies|disqus_thread)(?:\s|$)`)
	commentOne  = regexp.MustCompile(`(?i)(?:^|[\s/])(?:comments?|comment[-_](?:item|entry|post|content|body|text)|reply|UserComments)(?:\s|$)`)
	bylineName  = regexp.MustCompile(`(?i)(?:^|\s)(?:by-?line|p-author|author|author[-_]?name|article[-_]?author|post[-_]?author|entry[-_]?author|post[-_]?meta|entry[-_]?meta|article[-_]?meta|article__meta)(?:\s|$)`)
	dateName    = regexp.MustCompile(`(?i)(?:^|\s)(?:date|pub[-_]?date|published|posted[-_]?on|entry[-_]?date|post[-_]?date|article[-_]?date|article__date|timestamp|datePublished)(?:\s|$)`)
	captionName = regexp.MustCompile(`(?i)(?:^|[\s_-])caption`)
	creditName  = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:credits?|copyright|photographer)(?:[\s_-]|$)`)
	chromeName  = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:share|sharing|social|newsletter|subscribe|sign-?up|related|recommended|promo|breadcrumbs?|navigation|pagination|advert(?:isement)?|sponsored|popular|most-read|trending|print-link|cookie|tags?)(?:[\s_-]|$)`)
	hiddenStyle = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden`)
)

// names joins the attributes that say what an element is.
func names(n *html.Node) string {
	return strings.Join([]string{attr(n, "class"), attr(n, "id"), attr(n, "itemprop"), attr(n, "rel"), attr(n, "itemtype")}, " ")
}

// detachComments takes the boxes of readers' comments out of the page.
func detachComments(root *html.Node) []*html.Node {
	var boxes []*html.Node
	each(root, func(n *html.Node) bool {
		if n.Type == html.ElementNode && isCommentBox(n) {
			boxes = append(boxes, n)
			return false
		}
		return true
	})
	for _, b := range boxes {
		detach(b)
	}
	return boxes
}

func isCommentBox(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.A, atom.Span, atom.Button:
		return false
	}
	return commentBox.MatchString(names(n)) && firstElement(n, atom.H1) == nil
}

// isComment reports whether an element inside a comment box is one comment.
func isComment(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Li, atom.Article:
		return true
	case atom.Div, atom.Section, atom.P, atom.Blockquote, atom.Dd:
		return commentOne.MatchString(names(n))
	}
	return false
}

// findTitle is the page's own heading: the h1 that says what the metadata says,
// else the only one, else none.
func findTitle(root *html.Node, title string) *html.Node {
	var all []*html.Node
	each(root, func(n *html.Node) bool {
		if n.DataAtom == atom.H1 && plainText(n) != "" {
			all = append(all, n)
		}
		return n.DataAtom != atom.H1
	})
	for _, n := range all {
		if text := plainText(n); title != "" && (strings.Contains(title, text) || strings.Contains(text, title)) {
			return n
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	return nil
}

// Limits of a by-line in bytes: less is an icon, more a biography.
const minByline, maxByline = 3, 200

// findBylines are the first by-line and the first visible date of the page that
// stand outside lists of other articles.
func findBylines(root, title *html.Node) []*html.Node {
	var byline, date *html.Node
	each(firstElement(root, atom.Body), func(n *html.Node) bool {
		if n == title || outsideArticle(n) {
			return false
		}
		if n.Type != html.ElementNode || (byline != nil && date != nil) {
			return true
		}
		switch text := ""; {
		case byline == nil && isByline(n):
			if text = plainText(n); len(text) >= minByline && len(text) <= maxByline {
				byline = n
				return false
			}
		case date == nil && (n.DataAtom == atom.Time || dateName.MatchString(names(n))):
			if text = plainText(n); len(text) <= maxByline && len(findDays(text)) > 0 {
				date = n
				return false
			}
		}
		return true
	})
	var out []*html.Node
	for _, n := range []*html.Node{byline, date} {
		if n != nil {
			out = append(out, n)
		}
	}
	return out
}

func isByline(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Body, atom.Main, atom.Article, atom.Img, atom.Meta, atom.Link:
		return false
	}
	return bylineName.MatchString(names(n))
}

// outsideArticle reports whether n is a part of the page in which neither title
// nor by-line of the article stands.
func outsideArticle(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Script, atom.Style:
		return true
	}
	return false
}
