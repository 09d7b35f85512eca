package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
)

// Topic is a file of data/topics: a matter that accounts speak of.
type Topic struct {
	ID, Name, Parent string
	Terms, Weak      []string
	Examples         []string // sentences that have the topic
	Counter          []string // near misses that must not have it
	File             string
}

// Topics finds topics in tokens. A term matches whole words whatever their
// case; hyphen, space and line break are equal; the last word may be a plural. A term
// that is written with a capital inside matches with its case only. A weak term
// counts only beside a term of its topic or of a topic of the same family.
type Topics struct {
	All  []*Topic // by id
	byID map[string]*Topic
	trie *trie
	ends [][]topicEnd // by node
}

type topicEnd struct {
	topic *Topic
	weak  bool
	exact string // the term as written, where its case counts
}

// Get is the topic with the id, or nil.
func (t *Topics) Get(id string) *Topic { return t.byID[id] }

func (l *loader) topics() *Topics {
	t := &Topics{byID: map[string]*Topic{}, trie: newTrie(1 << 12)}
	for _, name := range l.files("topics", ".txt") {
		id := strings.TrimSuffix(name, ".txt")
		for n, layer := range l.layers {
			data, err := l.read(layer, path.Join("topics", name))
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				l.fault(err)
				continue
			}
			t.byID[id] = l.topic(id, fileName(path.Join("topics", name), n), data)
		}
		t.All = append(t.All, t.byID[id])
	}
	for _, topic := range t.All {
		if topic.Parent != "" && t.byID[topic.Parent] == nil {
			l.fault(&Fault{Where: Where{topic.File, 1}, Message: fmt.Sprintf("no parent topic %q", topic.Parent)})
		}
		for _, term := range topic.Terms {
			t.add(topic, term, false)
		}
		for _, term := range topic.Weak {
			t.add(topic, term, true)
		}
	}
	return t
}

func (l *loader) topic(id, file, data string) *Topic {
	t := &Topic{ID: id, Name: id, File: file}
	for i, line := range lines(data) {
		key, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, ">"):
			t.Examples = append(t.Examples, strings.TrimSpace(line[1:]))
		case strings.HasPrefix(line, "!"):
			t.Counter = append(t.Counter, strings.TrimSpace(line[1:]))
		case key == "name":
			t.Name = value
		case key == "parent":
			t.Parent = value
		case key == "term":
			t.Terms = append(t.Terms, value)
		case key == "weak":
			t.Weak = append(t.Weak, value)
		default:
			l.fault(&Fault{Where: Where{file, i + 1}, Message: "want name:, parent:, term:, weak:, > or !"})
		}
	}
	return t
}

func (t *Topics) add(topic *Topic, term string, weak bool) {
	end := topicEnd{topic: topic, weak: weak}
	if strings.ToLower(term) != term {
		end.exact = squash(term)
	}
	node := uint32(0)
	for _, w := range topicWords(token.Cut(term, nil)) {
		node = t.trie.grow(node, w.Fold)
	}
	t.ends = room(t.ends, node)
	t.ends[node] = append(t.ends[node], end)
}

// topicWords drops hyphens and the periods of abbreviations, so that they count as spaces.
func topicWords(tokens []token.Token) []token.Token {
	out := make([]token.Token, 0, len(tokens))
	for _, t := range tokens {
		if t.Kind == token.Mark && t.Fold == "-" {
			continue
		}
		t.Fold = strings.TrimSuffix(t.Fold, ".")
		out = append(out, t)
	}
	return out
}

func squash(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == ' ' || r == '\n' || r == '‑' || r == '–' }), " ")
}

// TopicHit is a topic found, with the words that show it.
type TopicHit struct {
	Topic string
	Span  readout.Span
	weak  bool
}

// In lists the topics in tokens of text, in order of first mention, each once.
func (t *Topics) In(text string, tokens []token.Token) []TopicHit {
	words := topicWords(tokens)
	var hits []TopicHit
	for i := range words {
		hits = append(hits, t.at(text, words, i)...)
	}
	strong := map[string]bool{}
	for _, h := range hits {
		if !h.weak {
			strong[h.Topic], strong[t.byID[h.Topic].Parent] = true, true
		}
	}
	var out []TopicHit
	for _, h := range hits {
		beside := strong[h.Topic] || t.byID[h.Topic].Parent != "" && strong[t.byID[h.Topic].Parent]
		if h.weak && !beside || slices.ContainsFunc(out, func(o TopicHit) bool { return o.Topic == h.Topic }) {
			continue
		}
		out = append(out, h)
	}
	return out
}

// at finds the longest terms that begin at words[i].
func (t *Topics) at(text string, words []token.Token, i int) []TopicHit {
	var out []TopicHit
	nodes := []uint32{0}
	for j := i; j < len(words) && len(nodes) > 0; j++ {
		span := readout.Span{Start: words[i].Start, End: words[j].End}
		var next []uint32
		for _, n := range nodes {
			if m, ok := t.trie.step(n, words[j].Fold); ok {
				next = append(next, m)
				out = append(out, t.hits(m, text, span, "")...)
			}
			for _, stem := range singulars(words[j].Fold) {
				if m, ok := t.trie.step(n, stem); ok {
					out = append(out, t.hits(m, text, span, words[j].Fold[len(stem):])...)
				}
			}
		}
		nodes = next
	}
	return out
}

// hits lists the topics whose terms end at a node.
func (t *Topics) hits(node uint32, text string, span readout.Span, plural string) []TopicHit {
	var out []TopicHit
	for _, e := range at(t.ends, node) {
		words := squash(text[span.Start:span.End])
		if e.exact != "" && words != e.exact && words != e.exact+plural {
			continue
		}
		out = append(out, TopicHit{Topic: e.topic.ID, Span: span, weak: e.weak})
	}
	return out
}

// singulars gives the words that w could be a plural of.
func singulars(w string) []string {
	var out []string
	if len(w) > 3 && w[len(w)-1] == 's' {
		out = append(out, w[:len(w)-1])
		if w[len(w)-2] == 'e' {
			out = append(out, w[:len(w)-2])
		}
	}
	return out
}
