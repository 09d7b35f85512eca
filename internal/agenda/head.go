package agenda

import (
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// A sentence's heads are looked for within bounds, so that a text without marks
// costs no more than its length.
const (
	reach   = 40 // tokens that a look ahead or back may cross
	nearby  = 6  // tokens between a verb and what belongs to it
	fronted = 14 // longest introduction of a sentence, in tokens
)

// head is a verb that can head a clause.
type head struct {
	verb     syntax.Group
	at       int              // the verb's token
	act      *lexicon.ActWord // nil if acts.tsv has no row
	sure     bool             // finite beyond doubt
	forecast bool             // "is expected to discuss"
}

// ing reports whether the head is a participle in -ing.
func (h head) ing() bool { return h.verb.First == h.at && h.verb.Form&lexicon.Ing != 0 }

// head reads token i of a sentence that ends before token last as the verb of a
// clause: a finite verb, the infinitive of a forecast, or a participle of saying.
func (f *finder) head(i, last int) (head, bool) {
	k := f.Tokens[i]
	if k.Kind != token.Word || f.owner[i] >= 0 || f.quoted[i] || f.at(i-1).Is("-") && !k.Space {
		return head{}, false
	}
	for _, form := range f.Lex.English.VerbForms(k.Fold) {
		g, ok := f.GroupAt(i, form.Lemma)
		if !ok || auxiliary(k) && f.act(i, "be", last) == nil && f.auxiliaryOf(i, last) {
			continue
		}
		h := head{verb: g, at: i, act: f.act(i, form.Lemma, last)}
		switch {
		case g.To && !g.BeTo:
			h.forecast = g.Governor >= 0 && f.forecasts(g.Governor)
			h.sure = true
			if h.forecast && h.act != nil {
				return h, true
			}
		case g.First == i && g.Form&lexicon.Ing != 0:
			if h.act != nil && f.participle(i) {
				return h, true
			}
		case g.Finite() && f.finite(i, g, last):
			h.sure = g.First < i || g.Form&lexicon.Participle == 0 && g.Form&lexicon.Past != 0
			return h, true
		}
	}
	return head{}, false
}

// forecasts reports whether token i governs the infinitive of a forecast: "are
// expected to discuss", "plan to raise".
func (f *finder) forecasts(i int) bool {
	return f.at(i).Is("expected", "due", "likely", "scheduled", "set", "slated", "planning", "plans", "plan", "planned", "poised", "intend", "intends", "intended", "expect", "expects")
}

// participle reports whether an -ing form can head a clause of saying: it opens
// the sentence, or a comma, a conjunction or its own subject stands before it.
func (f *finder) participle(i int) bool {
	s := f.Sentences[f.SentenceOf(i)]
	j := f.before(i, s.First)
	if f.at(i).Is("including", "considering", "concerning", "regarding", "following") || j < s.First && f.at(i).Is("turning", "speaking") || f.at(j).Is(",") && f.at(j-1).Is("that", "and") {
		return false
	}
	if j < s.First {
		return true
	}
	return f.at(j).Is(",", "while", "and", "both", "sides", "leaders", "parties") || f.owner[j] >= 0 && f.withSubject(i, s.First) >= 0
}

// withSubject is the token "with" of "with the President emphasising", -1 if the
// words before token i are no such subject.
func (f *finder) withSubject(i, first int) int {
	for j := i - 1; j >= max(first, i-nearby-2); j-- {
		if f.at(j).Is("with") {
			return j
		}
		if f.Tokens[j].Kind == token.Mark {
			return -1
		}
	}
	return -1
}

// before is the token before i, over adverbs and "also".
func (f *finder) before(i, first int) int {
	i--
	for i >= first && f.owner[i] < 0 && f.Tokens[i].Kind == token.Word && f.Lex.English.Adverb(f.Tokens[i].Fold) {
		i--
	}
	return i
}

func auxiliary(k token.Token) bool {
	return k.Is("be", "is", "are", "was", "were", "been", "being", "have", "has", "had", "do", "does", "did", "'s", "'re", "'ve")
}

// auxiliaryOf reports whether the auxiliary at token i belongs to a verb that
// follows.
func (f *finder) auxiliaryOf(i, last int) bool {
	for j := i + 1; j < min(last, i+nearby); j++ {
		if f.owner[j] >= 0 {
			return false
		}
		if g, ok := f.GroupAt(j, ""); ok && g.First <= i && !auxiliary(f.Tokens[j]) {
			return true
		}
		if !f.Lex.English.Adverb(f.Tokens[j].Fold) && !auxiliary(f.Tokens[j]) && !f.at(j).Is("not", "n't") {
			return false
		}
	}
	return false
}

// finite tells a finite verb from a noun or reduced participle of the same form.
func (f *finder) finite(i int, g syntax.Group, last int) bool {
	if g.First < i {
		return true
	}
	if g.Form&lexicon.Participle != 0 && f.at(i+1).Is("by") {
		return false // "the question raised by the President"
	}
	s := f.Sentences[f.SentenceOf(i)]
	j := f.before(i, s.First)
	prev := f.at(j)
	if j >= s.First && prev.Is("the", "a", "an", "his", "her", "their", "its", "our", "my", "of", "for", "in", "on", "with", "to", "this", "these", "those", "all", "any", "by", "'s", "'", "no", "from", "as", "at", "between", "new", "than", "or") {
		return false
	}
	if g.Form&lexicon.Base != 0 && g.Form&(lexicon.Past|lexicon.Third) == 0 {
		return j >= s.First && (f.actor(j) || prev.Is("they", "we", "i", "who"))
	}
	if g.Form&lexicon.Past == 0 && g.Form&lexicon.Third != 0 && (j < s.First || prev.Kind == token.Mark) {
		return false // "Questions of trade …", "During the visit, talks …"
	}
	if g.Form&lexicon.Past == 0 && g.Form&lexicon.Third != 0 && !f.actor(j) && f.auxiliaryAhead(i, last) {
		return false // "A number of issues of cooperation in trade, energy and health were raised"
	}
	if g.Form&lexicon.Past != 0 && g.Form&lexicon.Participle == 0 || j >= s.First && f.actor(j) {
		return true
	}
	return !f.verbAhead(i, last)
}

// actor reports whether the word at token j ends a subject that can act: a
// pronoun, a side, or a name that hangs on no preposition.
func (f *finder) actor(j int) bool {
	if f.at(j).Is("he", "she", "it", "they", "we", "i", "sides", "leaders", "parties", "presidents", "ministers", "both", "side", "president", "minister", "two", "who", "interlocutors") {
		return true
	}
	m := f.owner[j]
	if m < 0 {
		return false
	}
	at, _ := f.TokensIn(f.Mentions[m].Span)
	for f.at(at-1).Is("the", "both", "a", "'s") {
		at--
	}
	return !f.at(at-1).Is("of", "with", "to", "in", "on", "from", "by", "about", "for", "between", "at", "during", "against", "through")
}

// auxiliaryAhead reports whether an auxiliary follows token i in the sentence before a
// subordinate clause begins.
func (f *finder) auxiliaryAhead(i, last int) bool {
	for j := i + 1; j < min(last, i+reach); j++ {
		switch k := f.at(j); {
		case k.Is("that", "which", "who", "where", "when", "if", "whether", "while", ";", "how", "what", "because"):
			return false
		case auxiliary(k) && !k.Is("'s"), k.Is("will", "would", "should", "must"):
			return true
		}
	}
	return false
}

// verbAhead reports whether a finite verb follows token i before the clause can
// have ended: then the form at i is a participle or noun inside the subject ("the
// agreements reached in June were reviewed").
func (f *finder) verbAhead(i, last int) bool {
	aside := f.at(i - 1).Is(",") // ", opened on 1 June, was noted"
	for j := i + 1; j < min(last, i+reach); j++ {
		k := f.at(j)
		switch {
		case k.Is(","):
			if !aside && !f.at(j+1).Is("including", "in", "particularly", "especially", "notably", "on", "with", "as") {
				return false
			}
			aside = !aside
		case aside:
		case k.Is(";", ":", "and", "but", "that", "which", "who", "where", "when", "while", "whether", "if", "how", "what", "because", "since", "after", "before", "until"):
			return false
		case auxiliary(k) && !k.Is("'s"), k.Is("will", "would", "should", "shall", "must", "may", "can", "could"):
			return true
		}
	}
	return false
}

// act is the row of acts.tsv for the verb at token i.
func (f *finder) act(i int, lemma string, last int) *lexicon.ActWord {
	for _, w := range f.Lex.English.Acts(lemma) {
		if end, ok := f.follows(i+1, w.Words[1:], last); ok && (len(w.Objects) == 0 || f.object(i, end, w.Objects, last)) {
			return w
		}
	}
	return nil
}

// follows reports whether the words follow from token i, over adverbs, and where
// they end.
func (f *finder) follows(i int, words []string, last int) (end int, ok bool) {
	for _, w := range words {
		for i < last && f.Tokens[i].Fold != w && f.Lex.English.Adverb(f.Tokens[i].Fold) {
			i++
		}
		if i >= last || f.Tokens[i].Fold != w {
			return 0, false
		}
		i++
	}
	return i, true
}

// object reports whether one of the words stands within the next few tokens after
// the verb or, where the verb at token v is passive, before it.
func (f *finder) object(v, i int, words []string, last int) bool {
	for j := i; j < min(last, i+nearby+1); j++ {
		if f.at(j).Is(words...) {
			return true
		}
		if f.at(j).Is(",", ";", "that", "to", "for", "about") {
			break
		}
	}
	if v == 0 || !f.at(v-1).Is("was", "were", "been", "be", "is", "are") {
		return false
	}
	first := f.Sentences[f.SentenceOf(v)].First
	for j := v - 1; j >= max(first, v-nearby-2); j-- {
		if f.at(j).Is(words...) {
			return true
		}
		if f.at(j).Is(",", ";", "and", "of", "on", "about", "over") {
			return false
		}
	}
	return false
}

// at is token i, or an empty one outside the text.
func (f *finder) at(i int) token.Token {
	if i < 0 || i >= len(f.Tokens) {
		return token.Token{}
	}
	return f.Tokens[i]
}
