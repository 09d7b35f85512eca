package lexicon

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression of a data file (RE2; case is not looked at). One
// of our own is compiled when it is first used, as few documents need them all; one
// of a user's folder when it is read, so that its faults are reported at once.
type Pattern struct {
	source   string
	once     sync.Once
	compiled *regexp.Regexp
}

// never matches nothing.
var never = regexp.MustCompile(`\z\A.`)

// Regexp is the compiled expression; one that matches nothing, if the source is none.
func (p *Pattern) Regexp() *regexp.Regexp {
	p.once.Do(func() {
		re, err := regexp.Compile("(?i)" + p.source)
		if err != nil {
			re = never
		}
		p.compiled = re
	})
	return p.compiled
}

// MatchString reports whether the expression matches somewhere in s.
func (p *Pattern) MatchString(s string) bool { return p.Regexp().MatchString(s) }

// pattern makes the pattern of a row; nil with a fault if it is no expression or
// does not match the row's example.
func (l *loader) pattern(r Row) *Pattern {
	p := &Pattern{source: r.Get("pattern")}
	if r.layer == 0 {
		return p
	}
	if fault := p.fault(r); fault != nil {
		l.fault(fault)
		return nil
	}
	return p
}

// fault says what is wrong with a pattern; nil if nothing is.
func (p *Pattern) fault(r Row) error {
	if _, err := regexp.Compile("(?i)" + p.source); err != nil {
		return r.Err("%v", err)
	}
	if ex := r.Get("example"); ex == "" || !p.MatchString(ex) {
		return r.Err("the pattern does not match its example %q", ex)
	}
	return nil
}
