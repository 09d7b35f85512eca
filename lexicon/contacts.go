package lexicon

import (
	"maps"
	"slices"
	"strings"

	"readout"
)

// ContactWord is a row of en/contacts.tsv: a word that tells of a contact.
type ContactWord struct {
	Words     []string // folded tokens
	Kind      string   // verb, noun, manner, body, of-body or prefix
	Channel   string   // a readout.Channel, "press" (a joint news conference) or "none"
	Frames    []string // what names the counterpart of a verb: object, person, place, arrival or a preposition
	Initiator string   // subject or counterpart
	Example   string
}

// StatusWord is a row of en/status.tsv: what a word beside a contact says of its
// status.
type StatusWord struct {
	Words     []string
	Role      string
	Status    string // a readout.Status, or "tense"
	Initiator string // subject or object
	Example   string
}

// contactWords is en/contacts.tsv and en/status.tsv, by first word.
type contactWords struct {
	verbsOf, nounsOf, mannersOf map[string][]*ContactWord
	bodies                      map[string]*ContactWord  // plurals that stand for a state, and after "of " the words between it and them
	prefixes                    map[string]string        // combining form → state: "franco" → FRA
	statusOf                    map[string][]*StatusWord // key: role, space, first word
}

func (l *loader) contacts(e *English) {
	e.verbsOf, e.nounsOf, e.mannersOf, e.statusOf = map[string][]*ContactWord{}, map[string][]*ContactWord{}, map[string][]*ContactWord{}, map[string][]*StatusWord{}
	e.bodies, e.prefixes = map[string]*ContactWord{}, map[string]string{}
	for _, r := range l.table("en/contacts.tsv", "word", "kind") {
		w := &ContactWord{Words: strings.Fields(strings.ReplaceAll(r.Get("word"), "-", " - ")), Kind: r.Get("kind"), Channel: r.Get("channel"),
			Frames: r.List("frame"), Initiator: r.Get("initiator"), Example: r.Get("example")}
		if ok := slices.Contains(readout.Channels, readout.Channel(w.Channel)); !ok && w.Channel != "none" && w.Channel != "press" {
			l.fault(r.Err("no channel %q", w.Channel))
		}
		switch w.Kind {
		case "verb":
			e.verbsOf[w.Words[0]] = append(e.verbsOf[w.Words[0]], w)
		case "noun":
			e.nounsOf[w.Words[0]] = append(e.nounsOf[w.Words[0]], w)
		case "manner":
			e.mannersOf[w.Words[0]] = append(e.mannersOf[w.Words[0]], w)
		case "body":
			e.bodies[w.Words[0]] = w
		case "of-body":
			e.bodies["of "+w.Words[0]] = w
		case "prefix":
			e.prefixes[w.Words[0]] = r.Get("frame")
		default:
			l.fault(r.Err("no kind %q", w.Kind))
		}
	}
	for _, r := range l.table("en/status.tsv", "word", "role", "status") {
		w := &StatusWord{Words: strings.Fields(r.Get("word")), Role: r.Get("role"), Status: r.Get("status"), Initiator: r.Get("initiator"), Example: r.Get("example")}
		if !slices.Contains(readout.Statuses, readout.Status(w.Status)) && w.Status != "tense" {
			l.fault(r.Err("no status %q", w.Status))
		}
		key := w.Role + " " + w.Words[0]
		e.statusOf[key] = append(e.statusOf[key], w)
	}
	for _, m := range []map[string][]*ContactWord{e.verbsOf, e.nounsOf, e.mannersOf} {
		for _, list := range m {
			slices.SortStableFunc(list, func(a, b *ContactWord) int { return len(b.Words) - len(a.Words) })
		}
	}
	for _, list := range e.statusOf {
		slices.SortStableFunc(list, func(a, b *StatusWord) int { return len(b.Words) - len(a.Words) })
	}
}

// ContactVerbs gives the rows of a verb lemma, longest first.
func (e *English) ContactVerbs(lemma string) []*ContactWord { return e.verbsOf[lemma] }

// ContactNouns gives the rows whose first word this is, longest first.
func (e *English) ContactNouns(first string) []*ContactWord { return e.nounsOf[first] }

// Manners gives the phrases whose first word this is, longest first.
func (e *English) Manners(first string) []*ContactWord { return e.mannersOf[first] }

// ContactBody reports whether a folded word is a plural that stands for the state
// whose adjective is before it ("officials"), or, after "of ", a word that can stand
// between them ("of trade").
func (e *English) ContactBody(folded string) bool { return e.bodies[folded] != nil }

// StatePrefix gives the code of the state that a folded word stands for before a
// hyphen ("franco": FRA), "" if it is no such form.
func (e *English) StatePrefix(folded string) string { return e.prefixes[folded] }

// StatusWords gives the rows of a role and first word (a verb's lemma), longest first.
func (e *English) StatusWords(role, first string) []*StatusWord { return e.statusOf[role+" "+first] }

// ContactRows lists the rows of en/contacts.tsv, by first word.
func (e *English) ContactRows() []*ContactWord {
	var out []*ContactWord
	for _, m := range []map[string][]*ContactWord{e.verbsOf, e.nounsOf, e.mannersOf} {
		for _, k := range slices.Sorted(maps.Keys(m)) {
			out = append(out, m[k]...)
		}
	}
	return out
}

// StatusRows lists the rows of en/status.tsv, by role and first word.
func (e *English) StatusRows() []*StatusWord {
	var out []*StatusWord
	for _, k := range slices.Sorted(maps.Keys(e.statusOf)) {
		out = append(out, e.statusOf[k]...)
	}
	return out
}
