package lexicon

import (
	"strings"

	"readout/internal/token"
)

// Gloss gives the tokens of a text in the language as the English that the rules
// know: each token has the place of the words that it stands for, and several can
// share one place ("du" is "of the"). Words without a gloss stay as they are.
func (g *Language) Gloss(text string, tokens []token.Token) []token.Token {
	list := g.split(tokens, text)
	out := make([]token.Token, 0, len(list)+len(list)/4)
	for i := 0; i < len(list); {
		m := g.match(list, i)
		if m.row == nil {
			out = append(out, list[i].Token)
			i++
			continue
		}
		out = m.emit(out, list[i:i+m.length])
		i += m.length
	}
	return out
}

// glossMatch is a row that fits at a place, with the row of its class.
type glossMatch struct {
	row, member *gloss
	length      int // words of the text
}

// match is the longest phrase that begins at word i; of phrases of one length the
// one with more words of its own.
func (g *Language) match(list []written, i int) (best glossMatch) {
	try := func(rows []*gloss) {
		for _, row := range rows {
			m := g.fits(row, list, i)
			if m.length > best.length || m.length == best.length && best.member != nil && m.row != nil && m.member == nil {
				best = m
			}
		}
	}
	try(g.rows[list[i].word])
	for _, class := range g.openers {
		if g.members[class][list[i].word] != nil {
			try(g.rows[class])
		}
	}
	return best
}

// fits matches one row at word i; the result has no row where it does not fit.
func (g *Language) fits(row *gloss, list []written, i int) glossMatch {
	m, at := glossMatch{row: row}, i
	for k, w := range row.words {
		switch {
		case at >= len(list):
			return glossMatch{}
		case k == row.class:
			m.member = nil
			for _, member := range g.members[w][list[at].word] {
				if fit := g.fits(member, list, at); fit.row != nil {
					m.member, at = member, at+fit.length
					break
				}
			}
			if m.member == nil {
				return glossMatch{}
			}
		case list[at].word == w:
			at++
		default:
			return glossMatch{}
		}
	}
	m.length = at - i
	return m
}

// emit adds the English tokens of a match. What stands before, in and after the
// class keeps its side.
func (m glossMatch) emit(out []token.Token, list []written) []token.Token {
	row := m.row
	if row.class < 0 {
		return place(out, row.english, list, true)
	}
	head := row.class
	tail := len(list) - (len(row.words) - row.class - 1)
	before, after := list[:head], list[tail:]
	if len(before) == 0 {
		before = list[head : head+1]
	}
	out = place(out, row.english[:row.place], before, true)
	out = place(out, m.member.english, list[head:tail], row.place == 0)
	if row.place == len(row.english)-1 && len(after) > 0 && len(m.member.english) > 0 {
		out[len(out)-1].End = after[len(after)-1].End // "jeudi prochain": next Thursday
	}
	if len(after) == 0 {
		after = list[tail-1:]
	}
	return place(out, row.english[row.place+1:], after, row.place == 0 && len(m.member.english) == 0)
}

// place lays English tokens over words of the text, one by one; the last takes
// the words that are left, and shares its word with tokens that are left. first
// tells that the phrase begins here: its capital is the text's.
func place(out []token.Token, english []token.Token, list []written, first bool) []token.Token {
	for k, e := range english {
		w := list[min(k, len(list)-1)]
		t := token.Token{Start: w.Start, End: w.End, Fold: e.Fold, Kind: e.Kind, Upper: e.Upper, AllCaps: e.AllCaps, Space: e.Space || k == 0, Gloss: e.Gloss}
		if k < len(list) {
			t.Breaks, t.Space = w.Breaks, w.Space || k > 0 && e.Space
		}
		if k == len(english)-1 {
			t.End = list[len(list)-1].End
		}
		if k == 0 && first {
			t.Upper = t.Upper || w.Upper
		}
		out = append(out, t)
	}
	return out
}

// glossStates adds the names of states and their adjectives: "égyptien" is "of
// Egypt", and with an article in front, as a people, "the Egyptians".
func (l *loader) glossStates(g *Language, lex *Lexicon) {
	for _, r := range l.table(g.Code+"/states.tsv", "id") {
		state := lex.States[r.Get("id")]
		if state == nil {
			l.fault(r.Err("no state %q in world/states.tsv", r.Get("id")))
			continue
		}
		for _, name := range r.List("names") {
			l.gloss(r, g, name, state.Name, "state")
		}
		for i, adjective := range r.List("adjectives") {
			l.gloss(r, g, adjective, "of "+state.Name, "adjective")
			plural := adjective
			if last := adjective[len(adjective)-1]; last != 's' && last != 'x' {
				plural += "s"
				l.gloss(r, g, plural, "of "+state.Name, "adjective")
			}
			if n := len(state.People); i == 0 && n > 0 {
				l.gloss(r, g, "les "+plural, "the "+state.People[n-1], "")
			}
		}
	}
}

// gloss adds a generated row and reports its fault under the row that it is from.
func (l *loader) gloss(r Row, g *Language, words, english, class string) {
	if fault := g.add(words, english, class); fault != "" {
		l.fault(r.Err("%s", fault))
	}
}

// verbForms are the forms of endings.tsv with the English form that each is read
// as, in the order in which a word that can be several of them is taken.
var verbForms = []struct {
	name    string
	english Inflection
	before  string
}{{"participle", Participle, ""}, {"third", Third, ""}, {"past", Past, ""}, {"ing", Ing, ""}, {"future", Base, "will "}, {"would", Base, "would "}}

// glossVerbs adds every form of every verb.
func (l *loader) glossVerbs(g *Language, e *English) {
	english, endings := e.inflections(), map[string]map[string][]string{}
	for _, r := range l.table(g.Code+"/endings.tsv", "infinitive", "form") {
		if endings[r.Get("infinitive")] == nil {
			endings[r.Get("infinitive")] = map[string][]string{}
		}
		list := r.List("endings")
		if strings.HasPrefix(r.Get("endings"), "|") {
			list = append([]string{""}, list...) // no ending at all: "attend"
		}
		endings[r.Get("infinitive")][r.Get("form")] = list
	}
	for _, r := range l.table(g.Code+"/verbs.tsv", "lemma") {
		lemma, particle, _ := strings.Cut(r.Get("gloss"), " ")
		if len(e.forms[lemma]) == 0 {
			l.fault(r.Err("en/verbs.tsv has no verb %q", lemma))
			continue
		}
		ending := longestEnding(r.Get("lemma"), endings)
		l.gloss(r, g, r.Get("lemma"), r.Get("gloss"), "base")
		for _, f := range verbForms {
			forms := r.List(f.name)
			if len(forms) == 0 {
				for _, end := range endings[ending][f.name] {
					forms = append(forms, strings.TrimSuffix(r.Get("lemma"), ending)+end)
				}
			}
			class := f.name
			if class == "participle" && r.Get("aux") == "be" {
				class = "moved"
			}
			for _, form := range forms {
				l.gloss(r, g, form, strings.TrimSpace(f.before+english[VerbForm{lemma, f.english}]+" "+particle), class)
			}
		}
	}
	for _, r := range l.table(g.Code+"/endings.tsv", "infinitive", "form") {
		if form := r.Get("shows"); form != "" && !g.known[form] {
			l.fault(r.Err("no verb of verbs.tsv has the form %q", form))
		}
	}
}

func longestEnding(lemma string, endings map[string]map[string][]string) string {
	best := ""
	for ending := range endings {
		if strings.HasSuffix(lemma, ending) && len(ending) > len(best) {
			best = ending
		}
	}
	return best
}
