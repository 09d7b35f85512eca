package syntax

import (
	"readout/internal/token"
	"readout/lexicon"
)

// Group is a verb with what stands before it in its verb group: "has not yet
// been scheduled" is schedule, perfect, passive, negated.
type Group struct {
	First, Main int // tokens; Main is the verb
	Lemma       string
	Form        lexicon.Inflection // of the verb itself
	Modal       string             // will, would, may, might, can, could, shall, should, must; "" if none
	Perfect     bool
	Progressive bool
	Passive     bool
	Negated     bool
	To          bool // an infinitive with "to"
	BeTo        bool // "is to meet", "are to meet": a plan
	Do          bool // did, does, do
	AuxPast     bool // was, were, had, did
	Going       bool // "is going to"
	Governor    int  // for "to" infinitives: the word before "to" that governs it ("agreed to meet"), else -1
}

// Time says when a finite group places its event.
type Time uint8

// The times of a group.
const (
	NoTime Time = iota
	PastTime
	PresentTime
	FutureTime
)

// modals are the modal verbs; the clitics 'll and 'd stand for will and would.
var modals = map[string]string{"will": "will", "'ll": "will", "wo": "will", "would": "would", "'d": "would", "may": "may", "might": "might", "can": "can", "ca": "can", "cannot": "can",
	"could": "could", "shall": "shall", "should": "should", "must": "must"}

var be = map[string]bool{"be": true, "am": true, "is": true, "are": true, "was": true, "were": true, "been": true, "being": true, "'s": true, "'re": true, "'m": true}
var have = map[string]bool{"have": true, "has": true, "had": true, "having": true, "'ve": true}
var do = map[string]bool{"do": true, "does": true, "did": true}

// negations deny the group that they stand in.
var negations = map[string]bool{"not": true, "n't": true, "never": true, "neither": true, "nor": true, "hardly": true, "barely": true}

// GroupAt reads the verb group whose verb is token i, which should be a form of a
// known verb; lemma picks the reading where a word is a form of several verbs ("" =
// the first). ok is false if the token is no form of the lemma.
func (t *Text) GroupAt(i int, lemma string) (g Group, ok bool) {
	if i < 0 || i >= len(t.Tokens) {
		return g, false
	}
	for _, f := range t.Lex.English.VerbForms(t.Tokens[i].Fold) {
		if lemma == "" || f.Lemma == lemma {
			g, ok = Group{First: i, Main: i, Lemma: f.Lemma, Form: f.Form, Governor: -1}, true
			break
		}
	}
	if !ok {
		return g, false
	}
	t.auxiliaries(&g)
	return g, true
}

// auxiliaries walks left from the verb over adverbs, negation and auxiliaries.
func (t *Text) auxiliaries(g *Group) {
	start := t.Sentences[t.sentence[g.Main]].First
	nearest := "" // the auxiliary next to the verb decides voice and aspect
	for i := g.Main - 1; i >= start; i-- {
		w := t.Tokens[i].Fold
		switch {
		case negations[w]:
			g.Negated = true
		case w == "no" && i+1 < g.Main && t.Tokens[i+1].Fold == "longer", w == "longer" && i > start && t.Tokens[i-1].Fold == "no":
			g.Negated = true
		case w == "to" && nearest == "" && g.Form&lexicon.Base != 0:
			g.To = true
			g.First = i
			t.governor(g, i, start)
			return
		case w == "to" && (nearest == "be" || nearest == "have"):
			g.To = true
			g.First = i
			t.governor(g, i, start)
			return
		case modals[w] != "" && !(w == "may" && t.Tokens[i].Upper && i > start):
			g.Modal = modals[w]
			g.First = i
			t.before(g, i, start)
			return
		case be[w] && (w != "'s" || t.copula(i)):
			if nearest == "" {
				g.Passive = g.Form&lexicon.Participle != 0 && g.Form&lexicon.Ing == 0
				g.Progressive = g.Form&lexicon.Ing != 0
			} else if nearest == "being" {
				g.Progressive = true
			}
			g.AuxPast = w == "was" || w == "were"
			nearest, g.First = w, i
			if w != "be" && w != "been" && w != "being" {
				t.before(g, i, start)
				return
			}
		case have[w] && g.Form&lexicon.Participle == 0 && nearest == "":
			return // "had breakfast": a noun
		case have[w]:
			g.Perfect = true
			g.AuxPast = w == "had"
			nearest, g.First = "have", i
			if w != "have" {
				t.before(g, i, start)
				return
			}
		case do[w] && g.Form&lexicon.Base != 0:
			g.Do, g.AuxPast, g.First = true, w == "did", i
			return
		case t.Tokens[i].Kind == token.Word && t.Lex.English.Adverb(w):
		case w == "-" && i > start && t.Tokens[i-1].Is("co", "re"):
			i-- // "will co-host"
			g.First = i
		default:
			return
		}
	}
}

// copula reports whether the clitic 's at token i is "is" and no possessive: a
// participle or an adverb follows a pronoun.
func (t *Text) copula(i int) bool {
	return i > 0 && t.Tokens[i-1].Is("he", "she", "it", "that", "there", "what", "who", "here", "where")
}

// before looks for a negation in front of the first auxiliary ("nor will he")
// and lets adverbs be.
func (t *Text) before(g *Group, i, start int) {
	if i-1 >= start && t.Tokens[i-1].Is("nor", "neither", "never") {
		g.Negated = true
	}
}

// governor finds what governs the infinitive whose "to" is token i: a form of be
// ("is to meet"), "going", or the verb, noun or adjective before it.
func (t *Text) governor(g *Group, i, start int) {
	j := i - 1
	for j >= start && (negations[t.Tokens[j].Fold] || t.Tokens[j].Kind == token.Word && t.Lex.English.Adverb(t.Tokens[j].Fold) && len(t.Lex.English.StatusWords("to", t.Tokens[j].Fold)) == 0) {
		g.Negated = g.Negated || negations[t.Tokens[j].Fold]
		j--
	}
	if j < start {
		return
	}
	w := t.Tokens[j].Fold
	switch {
	case be[w] && w != "be" && w != "been" && w != "being":
		g.BeTo, g.First = true, j
		g.AuxPast = w == "was" || w == "were"
	case w == "going" && j > start:
		g.Going, g.Governor = true, j
		for j--; j > start && (negations[t.Tokens[j].Fold] || t.Lex.English.Adverb(t.Tokens[j].Fold)); j-- {
			g.Negated = g.Negated || negations[t.Tokens[j].Fold]
		}
	default:
		g.Governor = j
	}
}

// Time says when the group places its event. An infinitive has no time of its
// own unless a plan carries it ("is to meet", "is going to meet").
func (g Group) Time() Time {
	switch {
	case g.Modal == "will" || g.Modal == "shall" || g.BeTo && !g.AuxPast || g.Going:
		return FutureTime
	case g.Modal != "" || g.To:
		return NoTime
	case g.AuxPast || g.Perfect:
		return PastTime
	case g.Passive || g.Progressive || g.Do:
		return PresentTime
	case g.Form&lexicon.Past != 0:
		return PastTime
	case g.Form&lexicon.Third != 0 || g.Form&lexicon.Base != 0:
		return PresentTime
	}
	return NoTime
}

// Finite reports whether the group can be the verb of a clause of its own: not
// a bare infinitive, -ing form or participle.
func (g Group) Finite() bool {
	if g.Modal != "" || g.BeTo || g.First < g.Main && !g.To {
		return true
	}
	return !g.To && g.Form&(lexicon.Past|lexicon.Third|lexicon.Base) != 0
}
