package source

import (
	"net/url"

	readeck "codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
)

// extractor finds the article of a page.
type extractor interface {
	// article gives a node that holds the article's paragraphs, nil if there is
	// none. It leaves root as it was.
	article(root *html.Node, pageURL string) *html.Node
}

// readability is the extractor after Mozilla's Reader View.
type readability struct{}

func (readability) article(root *html.Node, pageURL string) *html.Node {
	page, err := url.Parse(pageURL)
	if err != nil || page.Host == "" {
		page = nil
	}
	parser := readeck.NewParser()
	parser.KeepClasses = true // the renderer knows captions, credits and furniture by them
	parser.DisableJSONLD = true
	parser.MaxElemsToParse = maxNodes
	found, err := parser.ParseDocument(root, page)
	if err != nil {
		return nil
	}
	return found.Node
}
