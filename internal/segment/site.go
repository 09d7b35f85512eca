package segment

import (
	"net/url"
	"strings"

	"readout"
	"readout/lexicon"
)

// siteOf is the institution, or else the state, whose site an address is on.
func (s *splitter) siteOf(address string) readout.EntityID {
	outlet := s.outletAt(address)
	if outlet == nil || outlet.Institution == "" {
		return ""
	}
	return s.institution(readout.EntityID("outlet/" + outlet.ID))
}

// outletAt is the outlet whose domain an address is on; the longest domain wins.
func (s *splitter) outletAt(address string) *lexicon.Outlet {
	u, err := url.Parse(strings.Trim(address, "<> "))
	if err != nil || u.Host == "" {
		return nil
	}
	at := strings.ToLower(u.Hostname() + u.Path)
	var best *lexicon.Outlet
	longest := ""
	for _, o := range s.lex.Outlets {
		for _, d := range o.Domains {
			if onDomain(at, d) && (best == nil || len(d) > len(longest) || len(d) == len(longest) && o.ID < best.ID) {
				best, longest = o, d
			}
		}
	}
	return best
}

// onDomain reports whether a host with its path is on a domain, which may have a
// path too ("gov.example/ministry").
func onDomain(at, domain string) bool {
	host, path, _ := strings.Cut(domain, "/")
	atHost, atPath, _ := strings.Cut(at, "/")
	if atHost != host && !strings.HasSuffix(atHost, "."+host) {
		return false
	}
	return path == "" || atPath == path || strings.HasPrefix(atPath, path+"/")
}

// siteOfDocument is the institution whose own page the document is, by what a
// person says, its address, or else the name of its outlet; "" for the press.
func (s *splitter) siteOfDocument() readout.EntityID {
	if s.doc.Issuer != "" {
		return s.doc.Issuer
	}
	if o := s.outletAt(s.doc.URL); o != nil {
		return s.siteOf(s.doc.URL)
	}
	found := s.lex.Names.Find(s.doc.Outlet, s.lex.English.Abbreviation)
	for _, kind := range []readout.EntityKind{readout.Outlet, readout.Org} {
		for _, e := range found {
			if e.Entity.Kind() == kind && s.issues(e.Entity) {
				return s.institution(e.Entity)
			}
		}
	}
	return ""
}

// ownPage says of the body of an official site whose words it is.
func (s *splitter) ownPage() {
	if s.site == "" {
		return
	}
	for i := range s.pieces {
		if p := &s.pieces[i]; p.kind == "" || p.kind == readout.Body {
			p.kind, p.issuer = readout.Body, s.site
		}
	}
}
