// Package learn trains the weights of package parser from treebanks. The same
// treebanks give the same weights: orders are drawn from fixed seeds, one goroutine
// does each part, and what it adds up it adds in order.
package learn

import (
	"fmt"
	"math/rand/v2"
	"sync"

	"readout/internal/syntax/conllu"
	"readout/internal/syntax/parser"
)

// Rounds says how often training goes over the treebank, for the linear models and
// for the networks; Bits how large the tables of the linear models are (2^Bits).
type Rounds struct{ Linear, Deep int }

// Settings are those of a training.
type Settings struct {
	Tagger, Parser Rounds
	Batch          int // questions that a network learns from at once
	Bits           struct{ Tagger, Actions, Labels int }
}

// Default is the training of the model that ships.
func Default() Settings {
	s := Settings{Tagger: Rounds{10, 8}, Parser: Rounds{15, 12}, Batch: 1024}
	s.Bits.Tagger, s.Bits.Actions, s.Bits.Labels = 22, 23, 21
	return s
}

// folds is how many parts the treebank is cut into to tag it with models that did
// not see it, as the parser will find its words tagged.
const folds = 5

// Treebank is some of the sentences to learn from. In each round the parser goes over
// them as often as Times says: a small treebank that is nearer to what the program
// reads counts for more so. The tagger goes over all of them once.
type Treebank struct {
	Sentences []conllu.Sentence
	Times     int
}

// Train makes a model. report is told of each step that is done.
func Train(banks []Treebank, s Settings, report func(string)) (*parser.Model, error) {
	m := &parser.Model{}
	var bank []conllu.Sentence
	var weighed []int
	for _, b := range banks {
		for i := range b.Sentences {
			for range b.Times {
				weighed = append(weighed, len(bank)+i)
			}
		}
		bank = append(bank, b.Sentences...)
	}
	tags := tagNames(bank)
	m.Dictionary = dictionary(bank, tags, nil)
	m.Relations, m.Allowed = relations(bank)
	m.Lemmas = lemmas(bank)
	if len(tags) > parser.MaxTags || len(m.Relations) > parser.MaxRelations {
		return nil, fmt.Errorf("%d tags and %d relations, at most %d and %d", len(tags), len(m.Relations), parser.MaxTags, parser.MaxRelations)
	}
	m.Number()
	t := trainer{bank: bank, weighed: weighed, model: m, settings: s, report: report}
	t.read()
	tagger := make(chan parser.Weights)
	go func() { tagger <- t.tagger(m.Grammar, t.all()) }()
	unseen, err := t.unseen()
	m.Tagger = <-tagger
	if err != nil {
		return nil, err
	}
	report("tagger")
	m.Actions, m.Labels = t.parser(unseen)
	report("parser")
	return m, m.Ready()
}

type trainer struct {
	bank     []conllu.Sentence
	weighed  []int // the sentences of a round of the parser
	model    *parser.Model
	settings Settings
	report   func(string)
	forms    [][]string
	tags     [][]uint8
	trees    []parser.Gold
}

// read numbers the treebank's tags and relations.
func (t *trainer) read() {
	tag, rel := map[string]uint8{}, map[string]uint8{}
	for i, n := range t.model.Tags {
		tag[n] = uint8(i)
	}
	for i, n := range t.model.Relations {
		rel[n] = uint8(i)
	}
	for _, s := range t.bank {
		var forms []string
		var tags []uint8
		gold := parser.Gold{Heads: []int32{0}, Rels: []uint8{0}}
		for _, w := range s.Words {
			head := w.Head
			if head == 0 {
				head = len(s.Words) + 1
			}
			forms = append(forms, w.Form)
			tags = append(tags, tag[tagOf(w)])
			gold.Heads = append(gold.Heads, int32(head))
			gold.Rels = append(gold.Rels, rel[w.Rel])
		}
		t.forms, t.tags, t.trees = append(t.forms, forms), append(t.tags, tags), append(t.trees, gold)
	}
}

func (t *trainer) all() []int {
	out := make([]int, len(t.bank))
	for i := range out {
		out[i] = i
	}
	return out
}

// rounds goes over the sentences n times in a new order each time.
func rounds(n int, sentences []int, seed uint64, one func(round, sentence int)) {
	order := append([]int(nil), sentences...)
	rng := rand.New(rand.NewPCG(seed, 4))
	for round := range n {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			one(round, k)
		}
	}
}

// both trains a linear model and a network side by side.
func both(linear, deep func()) {
	var wait sync.WaitGroup
	wait.Go(linear)
	wait.Go(deep)
	wait.Wait()
}

// tagger trains a tagger on some sentences.
func (t *trainer) tagger(g parser.Grammar, sentences []int) parser.Weights {
	linear, deep := newPerceptron(t.settings.Bits.Tagger, 0, 10), newOwn(parser.TaggerLayout, len(g.Tags), 11)
	var average mean
	both(func() {
		a := parser.NewAnalysis(&g)
		rounds(t.settings.Tagger.Linear, sentences, 12, func(round, k int) {
			linear.explore.first = round == 0
			a.Look(t.forms[k])
			a.Tag(linear.choose, t.tags[k])
		})
	}, func() {
		a := parser.NewAnalysis(&g)
		n := t.settings.Tagger.Deep
		for round := range n {
			rounds(1, sentences, uint64(13+round), func(_, k int) {
				deep.explore.first = round == 0
				a.Look(t.forms[k])
				a.Tag(deep.choose, t.tags[k])
			})
			if round >= ownFrom || n == 1 {
				average.take(deep.whole())
			}
		}
	})
	return weigh(linear, taggerTuning, &average)
}

// unseen tags every sentence by a tagger that was trained on the others.
func (t *trainer) unseen() ([][]uint8, error) {
	out := make([][]uint8, len(t.bank))
	rows := map[string]uint32{}
	for form, e := range t.model.Words {
		rows[form] = e.Row
	}
	for fold := range folds {
		var part []conllu.Sentence
		var in, held []int
		for i, s := range t.bank {
			if i%folds == fold {
				held = append(held, i)
				continue
			}
			in, part = append(in, i), append(part, s)
		}
		g := parser.Grammar{Dictionary: dictionary(part, t.model.Tags, rows), Relations: t.model.Relations, Allowed: t.model.Allowed}
		g.Number()
		w := t.tagger(g, in)
		tagger, err := parser.NewTagger(&g, w)
		if err != nil {
			return nil, err
		}
		for _, i := range held {
			out[i] = tagger(t.forms[i])
		}
		t.report(fmt.Sprintf("tags of part %d of %d", fold+1, folds))
	}
	return out, nil
}

// networks is how many networks vote on the transitions, the hardest of the choices.
const networks = 2

// parser trains the transitions and the relations on sentences with these tags.
func (t *trainer) parser(tags [][]uint8) (actions, labels parser.Weights) {
	var act, rel *perceptron
	var deepAct, deepRel [networks]*mean
	var wait sync.WaitGroup
	wait.Go(func() { act, rel = t.linearParser(tags) })
	for i := range networks {
		wait.Go(func() { deepAct[i], deepRel[i] = t.deepParser(tags, uint64(100*i)) })
	}
	wait.Wait()
	return weigh(act, actionTuning, deepAct[:]...), weigh(rel, labelTuning, deepRel[0])
}

// omitted is how many of 100 features the linear parser does without at each step.
const omitted = 10

func (t *trainer) linearParser(tags [][]uint8) (act, rel *perceptron) {
	bits := t.settings.Bits
	act, rel = newPerceptron(bits.Actions, omitted, 20), newPerceptron(bits.Labels, omitted, 21)
	a := parser.NewAnalysis(&t.model.Grammar)
	rounds(t.settings.Parser.Linear, t.weighed, 24, func(round, k int) {
		act.explore.first, rel.explore.first = round == 0, round == 0
		a.Look(t.forms[k])
		a.Tree(tags[k], act.choose, rel.choose, &t.trees[k])
	})
	return act, rel
}

func (t *trainer) deepParser(tags [][]uint8, seed uint64) (act, rel *mean) {
	g := &t.model.Grammar
	batch := t.settings.Batch
	deepAct, deepRel := newShared(parser.ActionLayout, parser.Actions, batch, seed+22), newShared(parser.LabelLayout, len(g.Relations), batch, seed+23)
	act, rel = &mean{}, &mean{}
	a := parser.NewAnalysis(g)
	n := t.settings.Parser.Deep
	for round := range n {
		deepAct.rate, deepRel.rate = falling(sharedRate, round, n), falling(sharedRate, round, n)
		rounds(1, t.weighed, seed+uint64(25+round), func(_, k int) {
			deepAct.explore.first, deepRel.explore.first = round == 0, round == 0
			a.Look(t.forms[k])
			a.Tree(tags[k], deepAct.choose, deepRel.choose, &t.trees[k])
		})
		if round >= n/2 {
			act.take(deepAct.whole())
			rel.take(deepRel.whole())
		}
		t.report(fmt.Sprintf("network of the parser (%d), round %d of %d", seed, round+1, n))
	}
	return act, rel
}
