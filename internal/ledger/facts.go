package ledger

import (
	"maps"
	"slices"
	"strings"

	"readout"
)

// A Question is what the rules ask of all documents together, where one text
// alone does not tell: the country of a person, who bears a name. Its answer can
// change with any document, so a ledger that is kept up to date notes which
// documents have asked it (see Relink).
type Question struct {
	Kind QuestionKind
	Key  string
}

// QuestionKind is what a question asks for.
type QuestionKind string

// The questions, by what their key is.
const (
	CountryOf  QuestionKind = "country"   // an entity's id: the countries that documents give it
	PersonWith QuestionKind = "word"      // a word: the persons whose ids have it
	CalledSo   QuestionKind = "name"      // a name or an id, in lower case: the entities that bear it
	Namesakes  QuestionKind = "namesakes" // sorted words: the persons whose names have all of them; answered by PersonWith
)

// A Fact is an answer that a document gives to a question. Facts are counted: the
// answer that most documents give is the one taken.
type Fact struct {
	Question
	Value string
}

// factsOf calls note with every fact that the document of a reading gives, again
// each time that it gives it.
func factsOf(r *readout.Reading, note func(Fact)) {
	person := func(id readout.EntityID) {
		if id.Kind() == readout.Person {
			for _, word := range idWords(id) {
				note(Fact{Question{PersonWith, word}, string(id)})
			}
		}
	}
	country := func(id readout.EntityID, code string) {
		if id != "" && code != "" {
			note(Fact{Question{CountryOf, string(id)}, code})
		}
	}
	for i := range r.Entities {
		e := &r.Entities[i]
		person(e.ID)
		country(e.ID, e.Country)
		note(Fact{Question{CalledSo, strings.ToLower(e.Name)}, string(e.ID)})
		note(Fact{Question{CalledSo, strings.ToLower(string(e.ID))}, string(e.ID)})
	}
	for i := range r.Contacts {
		for _, p := range r.Contacts[i].Parties {
			person(p.Entity)
			country(p.Entity, p.Country)
		}
	}
}

// gain notes a fact among those of several questions.
func gain(answers map[Question]map[string]int, f Fact) {
	if answers[f.Question] == nil {
		answers[f.Question] = map[string]int{}
	}
	answers[f.Question][f.Value]++
}

// facts are the answers of all documents: those that are known here, and for the
// others whoever keeps them.
type facts struct {
	known map[Question]map[string]int
	look  func(Question) map[string]int // nil where all is known
}

func newFacts() *facts { return &facts{known: map[Question]map[string]int{}} }

func (f *facts) add(fact Fact) { gain(f.known, fact) }

func (f *facts) of(q Question) map[string]int {
	answers, ok := f.known[q]
	if !ok && f.look != nil {
		answers = f.look(q)
		f.known[q] = answers
	}
	return answers
}

// most is the answer that most documents give; of equals, the first in
// alphabetical order; "" where none gives one.
func most(answers map[string]int) string {
	best := ""
	for value, n := range answers {
		if m := answers[best]; best == "" || n > m || n == m && value < best {
			best = value
		}
	}
	return best
}

// maxNameWords bounds the words of a name whose namesakes are followed one by one.
const maxNameWords = 10

// changed are the questions whose answers are others once what is gained is added
// to what was known before. ok is false where a name is too long to say.
func changed(before func(Question) map[string]int, gained map[Question]map[string]int) (list map[Question]bool, ok bool) {
	list = map[Question]bool{}
	persons := map[readout.EntityID]bool{} // who are new, or of another country now
	for q, more := range gained {
		old := before(q)
		if q.Kind == PersonWith {
			for id := range more {
				if old[id] == 0 {
					persons[readout.EntityID(id)] = true
				}
			}
			continue
		}
		if most(sum(old, more)) == most(old) {
			continue
		}
		list[q] = true
		if id := readout.EntityID(q.Key); q.Kind == CountryOf && id.Kind() == readout.Person {
			persons[id] = true
		}
	}
	for id := range persons {
		words := sortedWords(idWords(id))
		if len(words) > maxNameWords {
			return nil, false
		}
		for set := 1; set < 1<<len(words); set++ {
			var some []string
			for i, word := range words {
				if set&(1<<i) != 0 {
					some = append(some, word)
				}
			}
			list[Question{Namesakes, strings.Join(some, " ")}] = true
		}
	}
	return list, true
}

// sum counts answers together.
func sum(a, b map[string]int) map[string]int {
	out := maps.Clone(a)
	if out == nil {
		out = map[string]int{}
	}
	for value, n := range b {
		out[value] += n
	}
	return out
}

func sortedWords(words []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(words)))
}
