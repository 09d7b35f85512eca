package statement

import (
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// class is the coarse part of speech of a token, as far as closed classes, the
// verb list and the neighbour on the left tell it.
type class uint8

const (
	other class = iota // nouns and adjectives
	mark
	det
	pron    // a pronoun that can be a subject
	objpron // one that cannot
	prep
	conj
	sub // opens a clause
	aux
	verb // a finite verb or participle
	ing
	adverb
	num
	name // capitalised, not only as first word of a sentence
	poss // 's
)

var closed = func() map[string]class {
	m := map[string]class{}
	add := func(c class, words string) {
		for w := range strings.FieldsSeq(words) {
			m[w] = c
		}
	}
	add(det, "the a an this these those his her its their our my your some any no each every both all several many few most another other one two three four five six seven eight nine ten")
	add(pron, "he she they it we i you who which nobody somebody someone everyone everybody neither others")
	add(objpron, "him them us me himself herself themselves itself whom")
	add(prep, "of for at in on with from to by into onto over under about against between among after before during since until without within through toward towards near behind beside besides despite upon via per amid across along around beyond inside outside aboard like regarding concerning than out off up down as")
	add(conj, "and or but nor &")
	add(sub, "that because when while if although though whereas whether what how why where whose unless once so except whatever whoever")
	add(aux, "is was are were be been being am has have had having do does did will would shall should may might must can could cannot n't not 'll 've 're 'd 'm wo ca")
	return m
}()

// classify gives every token its class, left to right.
func (f *finder) classify() {
	f.class = make([]class, len(f.Tokens))
	for i := range f.Tokens {
		f.class[i] = f.classOf(i)
	}
}

func (f *finder) classOf(i int) class {
	k := &f.Tokens[i]
	switch k.Kind {
	case token.Mark:
		if k.Is("&") {
			return conj
		}
		return mark
	case token.Number:
		return num
	}
	if k.Fold == "'s" {
		if i > 0 && (f.class[i-1] == pron || f.class[i-1] == sub || f.Tokens[i-1].Is("there", "here")) {
			return aux
		}
		return poss
	}
	first := f.Sentences[f.SentenceOf(i)].First
	if k.Upper && (i > first && !f.titled(i) || closed[k.Fold] == aux) && (f.inName(i) || i > first && k.Is("may", "will")) {
		return name
	}
	if f.compound(i) {
		return other
	}
	if c, ok := closed[k.Fold]; ok && !(k.Upper && i > first && !f.titled(i) && (c == prep || c == aux || c == det || c == conj) && f.properRun(i)) {
		if k.Fold == "her" && (i+1 >= len(f.Tokens) || f.Tokens[i+1].Kind == token.Mark || f.Tokens[i+1].Is("that", "to", "on", "in")) {
			return objpron
		}
		return c
	}
	if k.Upper && i > first && f.inName(i) {
		return name
	}
	if forms := f.Lex.English.VerbForms(k.Fold); len(forms) > 0 {
		if c := f.verbClass(i, first, forms); c != other {
			return c
		}
	}
	if k.Upper && (i > first || f.inName(i)) {
		return name
	}
	if f.unlisted(i, first) {
		return verb
	}
	if f.Lex.English.Adverb(k.Fold) && f.Lex.Reporting.Noun(k.Fold) == "" {
		return adverb
	}
	return other
}

// inName reports whether a mention by name covers token i.
func (f *finder) inName(i int) bool {
	m := f.mention[i]
	return m >= 0 && f.Mentions[m].Form != readout.ByPronoun && f.Mentions[m].Form != readout.ByGroup
}

// properRun reports whether a capitalised function word is a part of a name:
// capitals stand on both sides.
func (f *finder) properRun(i int) bool {
	return f.Tokens[i-1].Upper && i+1 < len(f.Tokens) && f.Tokens[i+1].Upper
}

// titled reports whether the sentence of token i is written in title case, so
// that capitals tell nothing.
func (f *finder) titled(i int) bool {
	s := f.Sentences[f.SentenceOf(i)]
	if f.Passages[s.Passage].Kind == readout.Headline {
		return true
	}
	upper, lower := 0, 0
	for j := s.First; j < min(s.Last, s.First+16); j++ {
		if f.Tokens[j].Kind != token.Word {
			continue
		}
		if f.Tokens[j].Upper {
			upper++
		} else if len(f.Tokens[j].Fold) > 3 {
			lower++
		}
	}
	return upper > 3 && lower == 0
}

// verbClass decides whether a form of a verb is a verb here; other if not.
func (f *finder) verbClass(i, first int, forms []lexicon.VerbForm) class {
	var form lexicon.Inflection
	noun := false
	for _, v := range forms {
		form |= v.Form
		r := f.Lex.Reporting.Verb(v.Lemma)
		noun = noun || r == nil || r.Noun
	}
	if f.Tokens[i].Upper && i > first && !f.titled(i) {
		return other
	}
	p := i - 1
	for p >= first && f.class[p] == adverb {
		p--
	}
	before := mark
	if p >= first {
		before = f.class[p]
	}
	if form&lexicon.Ing != 0 {
		if before == det || before == poss {
			return other
		}
		return ing
	}
	switch before {
	case det, poss:
		if before == det && form&lexicon.Past != 0 && form&lexicon.Base == 0 && f.Tokens[p].Is("two", "three", "four", "five", "both", "all", "some", "many", "others") {
			return verb // "the three talked"
		}
		return other
	case num:
		if form&lexicon.Past == 0 {
			return other
		}
	case aux, pron:
		return verb
	case prep:
		if f.Tokens[p].Is("to") && form&lexicon.Base != 0 {
			return verb
		}
		if form&(lexicon.Past|lexicon.Participle) == 0 || noun && form&lexicon.Base != 0 {
			return other
		}
		return verb
	}
	return f.finiteClass(i, p, first, form, noun, before)
}

// finiteClass decides the forms that no closed class before them has decided.
func (f *finder) finiteClass(i, p, first int, form lexicon.Inflection, noun bool, before class) class {
	if form&(lexicon.Past|lexicon.Participle) != 0 && form&(lexicon.Base) == 0 {
		return verb
	}
	if form&lexicon.Third != 0 {
		if before == verb || before == prep || before == ing {
			return other
		}
		if !noun || before == name && !f.nounAfter(i) || f.clauseAfter(i) {
			return verb
		}
		return other
	}
	plural := p >= first && (before == other || before == name) && plural(f.Tokens[p].Fold)
	if form&lexicon.Base != 0 && (!noun && f.clauseAfter(i) && (before == name || before == other) || plural && (!noun || f.clauseAfter(i)) || before == name && form&lexicon.Past != 0 || before == conj) {
		return verb
	}
	return other
}

// unlisted reports whether a word that verbs.tsv does not have looks like a past
// form where a verb can stand: "the fleet sailed".
func (f *finder) unlisted(i, first int) bool {
	w := f.Tokens[i].Fold
	if i == first || len(w) < 5 || !strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "eed") || len(f.Lex.English.VerbForms(w)) > 0 {
		return false
	}
	switch f.class[i-1] {
	case other, name, pron, aux:
		return true
	}
	return false
}

// plural reports whether a folded word looks like a plural noun.
func plural(w string) bool {
	if w == "people" || w == "media" || strings.HasSuffix(w, "men") {
		return true
	}
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is")
}

// compound reports whether token i is the second part of a hyphenated word.
func (f *finder) compound(i int) bool {
	return i > 0 && !f.Tokens[i].Space && !f.Tokens[i-1].Space && f.Raw[f.Tokens[i-1].Start:f.Tokens[i-1].End] == "-"
}

// clauseAfter reports whether what follows token i looks like the complement of
// a verb.
func (f *finder) clauseAfter(i int) bool {
	if i+1 >= len(f.Tokens) {
		return false
	}
	k := f.Tokens[i+1]
	switch closed[k.Fold] {
	case det, pron, objpron, sub:
		return true
	}
	return k.Is("to", `"`, ":") || k.Upper || f.Lex.English.Adverb(k.Fold)
}

// nounAfter reports whether a preposition follows, as it does a noun.
func (f *finder) nounAfter(i int) bool {
	return i+1 < len(f.Tokens) && f.Tokens[i+1].Is("of", "between", "with", "and")
}

// reporting gives the reporting verb that token i is a form of, or nil.
func (f *finder) reporting(i int) *lexicon.ReportingVerb {
	for _, v := range f.Lex.English.VerbForms(f.Tokens[i].Fold) {
		if r := f.Lex.Reporting.Verb(v.Lemma); r != nil {
			return r
		}
	}
	return nil
}
