package lexicon

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
)

func sortedKeys[T any](m map[string]T) []string { return slices.Sorted(maps.Keys(m)) }

// collisions lists the names that two entities share, at the later of their lines.
// Family names are shared by nature, a series of events shares its names, a seat and
// its institution share one (the Kremlin), and so do a state, its capital and its
// people; those are not listed.
func (c *checker) collisions() {
	listed := map[string]bool{}
	for _, ends := range c.lex.Names.ends {
		for i, a := range ends {
			for _, b := range ends[i+1:] {
				if a.Entity == b.Entity || !c.collide(a, b) {
					continue
				}
				first, second := a, b
				if before(c.lex.WhereOf(second.Entity), c.lex.WhereOf(first.Entity)) {
					first, second = second, first
				}
				if key := c.kin(first) + " " + c.kin(second) + " " + strings.ToLower(second.Text); !listed[key] {
					listed[key] = true
					c.warn(c.lex.WhereOf(second.Entity), "%q also names %s (%s)", second.Text, first.Entity, c.lex.WhereOf(first.Entity))
				}
			}
		}
	}
}

// kin is what an entry is listed under: a series of events is listed once.
func (c *checker) kin(e Entry) string {
	if v := c.lex.Events[strings.TrimPrefix(string(e.Entity), "event/")]; v != nil && e.Entity.Kind() == readout.Event && v.Series != "" {
		return v.Series
	}
	return string(e.Entity)
}

// before orders lines: ours before a user's, then by file and line.
func before(a, b Where) bool {
	ours := func(w Where) int {
		if strings.HasPrefix(w.File, "data/") {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(ours(a), ours(b)), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line)) < 0
}

// collide reports whether it is worth a look that two entries share a name.
func (c *checker) collide(a, b Entry) bool {
	x, y := a.Entity.Kind(), b.Entity.Kind()
	key := func(e Entry) string { return strings.TrimPrefix(string(e.Entity), string(e.Entity.Kind())+"/") }
	switch {
	case a.Form == FamilyName || b.Form == FamilyName:
		return false
	case x == readout.Event && y == readout.Event:
		return c.lex.Events[key(a)].Series != c.lex.Events[key(b)].Series
	case x == y:
		return true
	case x == readout.Place || y == readout.Place || x == readout.Event || y == readout.Event:
		return false
	case x == readout.Org && y == readout.Outlet:
		return c.lex.Outlets[key(b)].Institution != key(a)
	}
	return true
}

// topics: at most three levels, no circle, two examples and one counter-example, and
// they show what they should.
func (c *checker) topics() {
	for _, t := range c.lex.Topics.All {
		at := Where{t.File, 1}
		depth, top := 1, t
		for top.Parent != "" && depth <= 3 {
			if top = c.lex.Topics.Get(top.Parent); top == nil {
				break
			}
			depth++
		}
		if depth > 3 {
			c.fault(at, "more than three levels of topics")
		}
		if len(t.Examples) < 2 || len(t.Counter) < 1 {
			c.fault(at, "%d examples and %d counter-examples, want 2 and 1", len(t.Examples), len(t.Counter))
		}
		for _, s := range t.Examples {
			if !c.hasTopic(s, t.ID) {
				c.fault(at, "the example lacks the topic: %q", s)
			}
		}
		for _, s := range t.Counter {
			if c.hasTopic(s, t.ID) {
				c.fault(at, "the counter-example has the topic: %q", s)
			}
		}
	}
}

func (c *checker) hasTopic(sentence, id string) bool {
	for _, h := range c.lex.Topics.In(sentence, token.Cut(sentence, c.lex.English.Abbreviation)) {
		if h.Topic == id {
			return true
		}
	}
	return false
}

// examples: a line's example has the line's own words, in any form of theirs, and a
// pattern matches its example.
func (c *checker) examples() {
	for _, name := range sortedKeys(c.tables) {
		for _, r := range c.tables[name] {
			example := r.Get("example")
			if slices.Contains(r.header, "pattern") {
				if err := (&Pattern{source: r.Get("pattern")}).fault(r); err != nil && r.layer == 0 {
					c.faults = append(c.faults, err.(*Fault))
				}
				continue
			}
			if example != "" && !c.says(example, r.Get(r.header[0])) {
				c.fault(r.Where, "the example has no form of %q: %q", r.Get(r.header[0]), example)
			}
		}
	}
}

// says reports whether a sentence has the words in their order, each in any form.
func (c *checker) says(sentence, words string) bool {
	tokens := token.Cut(sentence, c.lex.English.Abbreviation)
	for _, w := range token.Cut(words, c.lex.English.Abbreviation) {
		i := slices.IndexFunc(tokens, func(t token.Token) bool { return c.isForm(t.Fold, w.Fold) })
		if i < 0 {
			return c.saysInAnyOrder(sentence, words)
		}
		tokens = tokens[i+1:]
	}
	return true
}

// saysInAnyOrder is says where a passive or a relative clause turns the order round.
func (c *checker) saysInAnyOrder(sentence, words string) bool {
	tokens := token.Cut(sentence, c.lex.English.Abbreviation)
	for _, w := range token.Cut(words, c.lex.English.Abbreviation) {
		if !slices.ContainsFunc(tokens, func(t token.Token) bool { return c.isForm(t.Fold, w.Fold) }) {
			return false
		}
	}
	return true
}

func (c *checker) isForm(fold, word string) bool {
	if fold == word || slices.Contains(singulars(fold), word) || strings.TrimSuffix(fold, "ies")+"y" == word {
		return true
	}
	_, ok := c.lex.English.IsForm(fold, word)
	return ok
}
