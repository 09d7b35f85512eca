package lexicon

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"readout/internal/token"
)

// Language is a language other than English, as a folder of data: words.tsv,
// gloss.tsv, verbs.tsv, endings.tsv, states.tsv, abbreviations.tsv. Its texts are
// read through glosses: each word or phrase is given the English words that the
// rules know, and keeps its place in the text (docs/languages.md).
type Language struct {
	Code          string
	abbreviations map[string]bool
	elisions      map[string]bool     // "l'"
	apart         map[string][]string // one written word → the words that it stands for
	rows          map[string][]*gloss // by first word, or by class in angle brackets
	members       map[string]map[string][]*gloss
	openers       []string        // classes that phrases begin with, sorted
	known         map[string]bool // phrases that have a row
	examples      []GlossExample
}

// gloss is a phrase with the English words that stand for it. One word of the
// phrase may be a class in angle brackets, which then stands in the English too.
type gloss struct {
	words   []string // lower case, elisions and contractions apart
	english []token.Token
	class   int // position of the class in words, -1 for none
	place   int // position of the class in english
}

// GlossExample is the example of a row: words of the language and how they read.
type GlossExample struct {
	Where
	Words, Reads string
}

// notLanguages are the folders of data that are no language read through glosses.
var notLanguages = []string{"en", "world", "topics"}

// languages reads every language folder of the layers.
func (l *loader) languages(lex *Lexicon) map[string]*Language {
	out := map[string]*Language{}
	for _, code := range l.folders() {
		if !slices.Contains(notLanguages, code) {
			out[code] = l.language(code, lex)
		}
	}
	return out
}

// folders lists the folders of all layers by name.
func (l *loader) folders() []string {
	var names []string
	for _, layer := range l.layers {
		entries, err := fs.ReadDir(layer, ".")
		if err != nil {
			continue
		}
		for _, e := range entries {
			if e.IsDir() && !slices.Contains(names, e.Name()) {
				names = append(names, e.Name())
			}
		}
	}
	slices.Sort(names)
	return names
}

func (l *loader) language(code string, lex *Lexicon) *Language {
	g := &Language{Code: code, abbreviations: map[string]bool{}, elisions: map[string]bool{}, apart: map[string][]string{},
		rows: map[string][]*gloss{}, members: map[string]map[string][]*gloss{}, known: map[string]bool{}}
	for _, r := range l.table(path.Join(code, "abbreviations.tsv"), "abbreviation") {
		g.abbreviations[token.Fold(r.Get("abbreviation"))] = true
	}
	for _, r := range l.table(path.Join(code, "words.tsv"), "word") {
		switch word := r.Get("word"); r.Get("kind") {
		case "elision":
			g.elisions[word] = true
			g.apart[word] = []string{r.Get("same")}
		case "contraction":
			g.apart[word] = strings.Fields(r.Get("same"))
		case "capital":
			g.apart[word] = []string{r.Get("same")}
		default:
			l.fault(r.Err("no kind %q; the kinds are elision, contraction and capital", r.Get("kind")))
		}
	}
	for _, r := range l.table(path.Join(code, "gloss.tsv"), "words") {
		if err := g.add(r.Get("words"), r.Get("gloss"), r.Get("class")); err != "" {
			l.fault(r.Err("%s", err))
		}
		if words, reads, ok := strings.Cut(r.Get("reads"), " = "); ok {
			g.examples = append(g.examples, GlossExample{r.Where, words, reads})
		}
	}
	l.glossStates(g, lex)
	l.glossVerbs(g, lex.English)
	g.sort()
	return g
}

// sort puts the longer phrases first, and of phrases of one length those with
// more words of their own; else the order of the files holds.
func (g *Language) sort() {
	order := func(list []*gloss) {
		slices.SortStableFunc(list, func(a, b *gloss) int {
			return cmp.Or(cmp.Compare(len(b.words), len(a.words)), cmp.Compare(a.class, b.class))
		})
	}
	for first, list := range g.rows {
		order(list)
		if isClass(first) {
			g.openers = append(g.openers, first)
		}
	}
	slices.Sort(g.openers)
	for _, byFirst := range g.members {
		for _, list := range byFirst {
			order(list)
		}
	}
}

// add adds a phrase; it gives what is wrong with it, "" if nothing is.
func (g *Language) add(words, english, class string) (fault string) {
	row := &gloss{words: g.cut(words), class: -1, place: -1}
	if len(row.words) == 0 || english == "" {
		return "a row needs words and a gloss"
	}
	if english != "-" {
		marked := withoutClass(english)
		row.english = token.Cut(marked, glossAbbreviation)
		for i, t := range row.english {
			row.english[i].Gloss = marked[t.Start:t.End]
		}
	}
	for i, w := range row.words {
		if isClass(w) {
			if row.class >= 0 || class != "" {
				return "one class in a phrase, and none in a phrase that is itself of a class"
			}
			row.class = i
		}
	}
	if row.class >= 0 {
		if row.place = slices.IndexFunc(row.english, func(t token.Token) bool { return t.Fold == classMark }); row.place < 0 || !strings.Contains(english, row.words[row.class]) {
			return "the class of the words must stand in the gloss"
		}
	}
	g.enter(row, class)
	if plain := unaccented(row.words); plain != nil && !g.known[strings.Join(plain, " ")] {
		g.enter(&gloss{words: plain, english: row.english, class: row.class, place: row.place}, class)
	}
	return ""
}

// enter files a row under its first word, and under its class.
func (g *Language) enter(row *gloss, class string) {
	first := row.words[0]
	g.known[strings.Join(row.words, " ")] = true
	g.rows[first] = append(g.rows[first], row)
	if class == "" {
		return
	}
	key := "<" + class + ">"
	if g.members[key] == nil {
		g.members[key] = map[string][]*gloss{}
	}
	g.members[key][first] = append(g.members[key][first], row)
}

// classMark stands for the class while a gloss is cut into tokens.
const classMark = "xclassx"

// withoutClass puts the mark in the place of a class.
func withoutClass(english string) string {
	if a, b := strings.IndexByte(english, '<'), strings.IndexByte(english, '>'); a >= 0 && b > a {
		return english[:a] + classMark + english[b+1:]
	}
	return english
}

func isClass(w string) bool { return len(w) > 2 && w[0] == '<' }

// glossAbbreviation keeps the periods of the abbreviations that glosses have.
func glossAbbreviation(folded string) bool {
	return slices.Contains([]string{"mr", "mrs", "messrs"}, folded)
}

// cut is the words of a phrase, lower case, elisions and contractions apart.
func (g *Language) cut(phrase string) []string {
	var out []string
	for part := range strings.FieldsSeq(phrase) {
		before, class, _ := strings.Cut(part, "<")
		if before != "" {
			for _, w := range g.split(token.Cut(before, g.Abbreviation), before) {
				out = append(out, w.word)
			}
		}
		if class != "" {
			name, after, _ := strings.Cut(class, ">")
			out = append(out, "<"+name+">")
			for _, w := range g.split(token.Cut(after, g.Abbreviation), after) {
				out = append(out, w.word)
			}
		}
	}
	return out
}

// unaccented is the words with the accents of their first letters off, as
// capitals often are; nil where nothing changes. Words of one or two letters keep
// theirs, which tell them apart.
func unaccented(words []string) []string {
	out, changed := slices.Clone(words), false
	for i, w := range words {
		r := []rune(w)
		if len(r) < 3 || r[0] < 0x80 {
			continue
		}
		if plain := token.Fold(string(r[0])); plain != string(r[0]) {
			out[i], changed = plain+string(r[1:]), true
		}
	}
	if !changed {
		return nil
	}
	return out
}

// Abbreviation reports whether a folded word keeps a period that follows it.
func (g *Language) Abbreviation(folded string) bool { return g.abbreviations[folded] }

// Examples lists the examples of the rows.
func (g *Language) Examples() []GlossExample { return g.examples }

// written is a word of a text with the token that it stands in. Words that are
// written as one share their token.
type written struct {
	token.Token
	word string
}

// split takes elisions and contractions apart.
func (g *Language) split(tokens []token.Token, text string) []written {
	out := make([]written, 0, len(tokens))
	for _, t := range tokens {
		raw := text[t.Start:t.End]
		if i := strings.IndexAny(raw, "'’"); i > 0 && t.Kind == token.Word {
			_, size := cutApostrophe(raw[i:])
			if head := lower(raw[:i]) + "'"; g.elisions[head] {
				first, rest := t, t
				first.End, first.Fold = t.Start+i+size, head
				rest.Start, rest.Breaks, rest.Space = first.End, 0, false
				rest.Fold = token.Fold(text[rest.Start:rest.End])
				r := []rune(text[rest.Start:rest.End])
				rest.Upper = len(r) > 0 && lower(string(r[0])) != string(r[0])
				out = append(out, written{first, g.apart[head][0]})
				if rest.Start < rest.End {
					out = g.spread(out, rest, text)
				}
				continue
			}
		}
		out = g.spread(out, t, text)
	}
	return out
}

// spread adds a token's word, or the words that it is a contraction of.
func (g *Language) spread(out []written, t token.Token, text string) []written {
	raw := text[t.Start:t.End]
	words := g.apart[raw]
	if words == nil {
		words = g.apart[lower(raw)]
	}
	if t.Kind == token.Mark || words == nil {
		word := t.Fold
		if t.Kind != token.Mark {
			word = lower(raw)
		}
		return append(out, written{t, word})
	}
	for i, w := range words {
		if i > 0 {
			t.Upper, t.Breaks, t.Space = false, 0, true
		}
		out = append(out, written{t, w})
	}
	return out
}

func cutApostrophe(s string) (string, int) {
	if strings.HasPrefix(s, "’") {
		return "’", len("’")
	}
	return s[:1], 1
}

// lower is a word in lower case with its accents, its apostrophes plain.
func lower(w string) string {
	return strings.ReplaceAll(norm.NFC.String(strings.ToLower(w)), "’", "'")
}

// Languages lists the codes of the languages that texts are read in.
func (lex *Lexicon) Languages() []string {
	return append([]string{"en"}, slices.Sorted(maps.Keys(lex.languages))...)
}

// For is the lexicon as texts of a language need it; ok is false where no folder
// covers the language. A text without a language is taken for English.
func (lex *Lexicon) For(code string) (_ *Lexicon, ok bool) {
	if code == "" || code == "en" {
		return lex, true
	}
	g := lex.languages[code]
	if g == nil {
		return nil, false
	}
	out := *lex
	out.Language = g
	return &out, true
}
