package lexicon

import (
	"strconv"

	"readout/internal/token"
)

// TimeWords is what time.tsv, zones.tsv and holidays.tsv know of the words that
// dates, times and durations are made of.
type TimeWords struct {
	words   map[string][]TimeSense
	phrases map[string][]timePhrase // by first token, longest first
}

// TimeSense is one use of a word or phrase.
type TimeSense struct {
	Class TimeClass
	Value string
	N     int // Value as a number, where it is one
}

// TimeClass is what a word does in a time expression; data/en/time.tsv says what
// each class is.
type TimeClass string

// The classes of time.tsv, and those of the two tables beside it.
const (
	TimeMonth    TimeClass = "month"
	TimeWeekday  TimeClass = "weekday"
	TimeNumber   TimeClass = "number"
	TimeOrdinal  TimeClass = "ordinal"
	TimeUnit     TimeClass = "unit"
	TimeUnits    TimeClass = "units"
	TimeSeason   TimeClass = "season"
	TimePart     TimeClass = "part"
	TimeClock    TimeClass = "clock"
	TimeDay      TimeClass = "day"
	TimeDeictic  TimeClass = "deictic"
	TimeEdge     TimeClass = "edge"
	TimeNear     TimeClass = "near"
	TimeVague    TimeClass = "vague"
	TimeFiller   TimeClass = "filler"
	TimeSet      TimeClass = "set"
	TimeRef      TimeClass = "ref"
	TimePlan     TimeClass = "plan"
	TimeFact     TimeClass = "fact"
	TimeOpening  TimeClass = "opening"
	TimeBefore   TimeClass = "before"
	TimeLabel    TimeClass = "label"
	TimeCounted  TimeClass = "counted"
	TimePerson   TimeClass = "person"
	TimeRefused  TimeClass = "refused"
	TimeZoneName TimeClass = "zone"
	TimeHoliday  TimeClass = "holiday"
)

type timePhrase struct {
	rest  []string // folded tokens after the first
	sense TimeSense
}

func (l *loader) timeWords(abbreviation func(string) bool) *TimeWords {
	w := &TimeWords{words: map[string][]TimeSense{}, phrases: map[string][]timePhrase{}}
	for _, r := range l.table("en/time.tsv", "word", "class") {
		class := TimeClass(r.Get("class"))
		if !timeClasses[class] {
			l.fault(r.Err("no class %q", class))
		}
		w.add(r.Get("word"), TimeSense{Class: class, Value: r.Get("value")}, abbreviation)
	}
	for _, r := range l.table("en/zones.tsv", "name") {
		w.add(r.Get("name"), TimeSense{Class: TimeZoneName, Value: r.Get("zone")}, abbreviation)
	}
	for _, r := range l.table("en/holidays.tsv", "name") {
		w.add(r.Get("name"), TimeSense{Class: TimeHoliday, Value: r.Get("rule")}, abbreviation)
	}
	return w
}

var timeClasses = func() map[TimeClass]bool {
	m := map[TimeClass]bool{}
	for _, c := range []TimeClass{TimeMonth, TimeWeekday, TimeNumber, TimeOrdinal, TimeUnit, TimeUnits, TimeSeason, TimePart, TimeClock, TimeDay, TimeDeictic,
		TimeEdge, TimeNear, TimeVague, TimeFiller, TimeSet, TimeRef, TimePlan, TimeFact, TimeOpening, TimeBefore, TimeLabel, TimeCounted, TimePerson, TimeRefused} {
		m[c] = true
	}
	return m
}()

// add files a word, or a phrase of several tokens under its first.
func (w *TimeWords) add(name string, s TimeSense, abbreviation func(string) bool) {
	s.N, _ = strconv.Atoi(s.Value)
	var folds []string
	for _, t := range token.Cut(name, abbreviation) {
		folds = append(folds, t.Fold)
	}
	switch len(folds) {
	case 0:
	case 1:
		w.words[folds[0]] = append(w.words[folds[0]], s)
	default:
		list := w.phrases[folds[0]]
		at := len(list)
		for at > 0 && len(list[at-1].rest) < len(folds)-1 {
			at--
		}
		list = append(list, timePhrase{})
		copy(list[at+1:], list[at:])
		list[at] = timePhrase{folds[1:], s}
		w.phrases[folds[0]] = list
	}
}

// Senses gives the uses of one folded word; nil if it has none.
func (w *TimeWords) Senses(folded string) []TimeSense { return w.words[folded] }

// Phrase gives the longest phrase of several tokens that begins at tokens[i], and
// how many tokens it has; 0 if there is none.
func (w *TimeWords) Phrase(tokens []token.Token, i int) (TimeSense, int) {
	for _, p := range w.phrases[tokens[i].Fold] {
		if len(tokens)-i-1 >= len(p.rest) && p.matches(tokens[i+1:]) {
			return p.sense, len(p.rest) + 1
		}
	}
	return TimeSense{}, 0
}

func (p timePhrase) matches(tokens []token.Token) bool {
	for j, f := range p.rest {
		if tokens[j].Fold != f {
			return false
		}
	}
	return true
}
