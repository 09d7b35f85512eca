package web

import (
	"net/url"

	"readout/internal/ledger"
	"readout/internal/phrase"
)

// aside is how many contacts a list leaves out since they are told only in passing,
// with the address of the list with them.
type aside struct {
	Count      int
	Text, Href string
}

// aside counts what the filters of the timeline leave aside.
func (s *snapshot) aside(f *ledger.Filter, values url.Values) aside {
	n := s.LeftAside(f)
	return aside{n, phrase.LeftAside(n), href("/timeline", with(values, byPassing, "yes"))}
}
