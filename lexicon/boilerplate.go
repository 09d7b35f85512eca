package lexicon

import (
	"slices"
	"strings"
)

// Boilerplate is en/boilerplate.tsv: the marks by which a text shows whose voice
// a line is. A row is a kind, a regular expression (RE2, case not looked at, ^ and
// $ where it means the whole line) and an example line that it matches.
type Boilerplate struct {
	kinds map[string][]*Pattern // one small pattern at a time fails faster than all in one
	rows  []BoilerplateRow
}

// BoilerplateRow is one line of the file.
type BoilerplateRow struct {
	Kind    string
	Pattern *Pattern
	Example string
}

// BoilerplateKinds are the kinds that a row can have. The first are kinds of
// passage; tail is a line that begins a list of other articles; comments and
// comments-end stand around readers' comments, comment-header above one;
// opening is what a saved page begins with, lead-note a
// remark before the first sentence of a text; office-line a line of a title block
// that names an office; clock a line with nothing but the hour; not-speaker what
// stands before a colon and is nobody; venue where a transcript was taken down;
// narration a reporter's own words among turns; salutation begins a letter; question is the label of who
// asks; trailing-note a remark of whoever quotes, after the quotation; announce
// says that an account follows, contact that a contact was held; prose is how
// official accounts are written, own-voice how they never are.
var BoilerplateKinds = []string{"byline", "credit", "caption", "note", "chrome", "tail", "comments", "comments-end", "comment-header", "opening",
	"lead-note", "office-line", "clock", "not-speaker", "venue", "narration", "salutation", "question", "trailing-note", "announce", "contact", "prose", "own-voice"}

func (l *loader) boilerplate() *Boilerplate {
	b := &Boilerplate{kinds: map[string][]*Pattern{}}
	for _, r := range l.table("en/boilerplate.tsv", "kind", "pattern") {
		kind := r.Get("kind")
		if !slices.Contains(BoilerplateKinds, kind) {
			l.fault(r.Err("no kind %q; the kinds are %s", kind, strings.Join(BoilerplateKinds, " ")))
			continue
		}
		p := l.pattern(r)
		if p == nil {
			continue
		}
		b.rows = append(b.rows, BoilerplateRow{kind, p, r.Get("example")})
		b.kinds[kind] = append(b.kinds[kind], p)
	}
	return b
}

// Rows lists every row.
func (b *Boilerplate) Rows() []BoilerplateRow { return slices.Clone(b.rows) }

// Match reports whether a pattern of the kind matches somewhere in line.
func (b *Boilerplate) Match(kind, line string) bool {
	return slices.ContainsFunc(b.kinds[kind], func(p *Pattern) bool { return p.MatchString(line) })
}

// Find is the bytes of the earliest match of the kind in text, nil if there is none.
func (b *Boilerplate) Find(kind, text string) []int {
	var best []int
	for _, p := range b.kinds[kind] {
		if at := p.Regexp().FindStringIndex(text); at != nil && (best == nil || at[0] < best[0]) {
			best = at
		}
	}
	return best
}

// Count is the number of matches of the kind's patterns in text.
func (b *Boilerplate) Count(kind, text string) int {
	n := 0
	for _, p := range b.kinds[kind] {
		n += len(p.Regexp().FindAllStringIndex(text, -1))
	}
	return n
}
