package source

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageMeta is what a page's metadata says.
type pageMeta struct {
	title, url, outlet, language string
	published                    []datum // strongest first
}

// metaNames are the names and properties of <meta> that are read.
var (
	publishedNames = []string{"article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
		"dc.date.created", "dcterms.created", "parsely-pub-date", "sailthru.date", "pubdate", "publish-date", "publication_date", "dc.date", "dcterms.date", "date"}
	titleNames  = []string{"og:title", "twitter:title", "dc.title", "dcterms.title"}
	outletNames = []string{"og:site_name", "application-name", "dc.publisher", "dcterms.publisher"}
)

// readMeta reads JSON-LD, OpenGraph, article:*, Dublin Core, <time>, canonical
// link and the page's language.
func readMeta(root *html.Node) pageMeta {
	values := map[string]string{}
	var m pageMeta
	var linked, timed []datum
	titleTag := ""
	each(root, func(n *html.Node) bool {
		switch n.DataAtom {
		case atom.Html:
			m.language = attr(n, "lang")
		case atom.Meta:
			name := strings.ToLower(first(attr(n, "property"), attr(n, "name"), attr(n, "itemprop")))
			if values[name] == "" {
				values[name] = attr(n, "content")
			}
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") && m.url == "" {
				m.url = attr(n, "href")
			}
		case atom.Script:
			if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
				linked = append(linked, linkedDates(n.FirstChild.Data)...)
			}
		case atom.Title:
			if n.FirstChild != nil && titleTag == "" && n.Namespace == "" {
				titleTag = strings.Join(strings.Fields(n.FirstChild.Data), " ")
			}
		case atom.Time:
			if attr(n, "itemprop") == "datePublished" || hasAttr(n, "pubdate") {
				timed = append(timed, datum{attr(n, "datetime")})
			}
		}
		return true
	})
	pick := func(names []string) (found []string) {
		for _, name := range names {
			if values[name] != "" {
				found = append(found, values[name])
			}
		}
		return found
	}
	m.published = linked
	for _, v := range pick(publishedNames) {
		m.published = append(m.published, datum{v})
	}
	m.published = append(m.published, timed...)
	m.published = slices.DeleteFunc(m.published, func(d datum) bool {
		edtf, _ := readMoment(d.raw, evidence{})
		return edtf == ""
	})
	m.title = first(append(pick(titleNames), titleTag)...)
	m.outlet = first(pick(outletNames)...)
	m.url = first(m.url, values["og:url"])
	m.language = first(m.language, values["og:locale"], values["content-language"])
	return m
}

// linkedDates are the datePublished values of JSON-LD, wherever they stand in it
// (articles stand in @graph or in lists).
func linkedDates(data string) []datum {
	var tree any
	if json.Unmarshal([]byte(data), &tree) != nil {
		return nil
	}
	var out []datum
	collectDates(tree, 0, &out)
	return out
}

// maxLinkedDepth bounds how deep JSON-LD is searched.
const maxLinkedDepth = 8

func collectDates(v any, depth int, out *[]datum) {
	if depth > maxLinkedDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			collectDates(x, depth+1, out)
		}
	case map[string]any:
		if s, ok := v["datePublished"].(string); ok {
			*out = append(*out, datum{s})
			return
		}
		if g, ok := v["@graph"]; ok {
			collectDates(g, depth+1, out)
		}
	}
}
