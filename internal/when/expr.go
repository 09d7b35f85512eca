package when

import (
	"strconv"
	"strings"

	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// shape is what kind of expression the words make before they are resolved.
type shape uint8

const (
	calendar shape = iota + 1 // parts of a calendar date
	offset                    // so many units from the day of writing or of the story
	clock                     // a time of day alone
	daypart                   // a part of a day alone ("that morning")
	duration
	set
	reference // now, recently, soon
	feast     // a holiday
)

// base says what an offset counts from.
type base uint8

const (
	fromNow   base = iota // the day of writing
	fromStory             // the date that the text told of last
)

// expr is a time expression as its words say it: tokens [first, last).
type expr struct {
	first, last int
	shape       shape

	// calendar; 0 or "" where the words do not say
	year, month, day, weekday int
	toDay, toMonth, toYear    int    // the end of a range
	sub                       string // season, quarter, half
	decade, century           int    // 198, 19
	bc, fiscal, weekOf        bool
	deictic                   string // "this", "last", "next" and their like, by value
	relYear                   string // deictic of the year: "July of this year"
	altMonth, altDay          int    // the other order of a numeric date

	// offset
	unit  string
	n     int
	base  base
	years int // how many years before it is counted: "two years ago today"

	from   int  // the count that n is the other end of: "two or three months ago"
	ranged bool // from is said

	part      string
	hasClock  bool
	hour, min int
	meridiem  bool // a.m. or p.m. is said
	zone      string
	utc       bool

	mod   string
	edge  string // EARLIER, LATER
	value string // of durations, sets, references
	kind  string // TIMEX3 type of the value
	rule  string
	loose bool // a count that is none: "a couple of"
	ahead bool // a duration that a plan makes a date: "in two weeks"
}

// scanner reads expressions off the tokens of one text.
type scanner struct {
	*syntax.Text
	words   *lexicon.TimeWords
	senses  [][]lexicon.TimeSense
	end     int // tokens from here on belong to the next sentence
	begin   int // first token of the sentence
	mayName bool
	numbers *order
}

func newScanner(text *syntax.Text) *scanner {
	s := &scanner{Text: text, words: text.Lex.English.Time, senses: make([][]lexicon.TimeSense, len(text.Tokens)), end: len(text.Tokens)}
	for i, t := range text.Tokens {
		if t.Kind != token.Mark {
			s.senses[i] = s.words.Senses(t.Fold)
		}
	}
	s.mayName = s.mayIsAName()
	return s
}

// sense gives the word's sense of a class.
func (s *scanner) sense(i int, c lexicon.TimeClass) (lexicon.TimeSense, bool) {
	if i < s.begin || i >= s.end {
		return lexicon.TimeSense{}, false
	}
	for _, x := range s.senses[i] {
		if x.Class == c {
			return x, true
		}
	}
	return lexicon.TimeSense{}, false
}

func (s *scanner) has(i int, c lexicon.TimeClass) bool {
	_, ok := s.sense(i, c)
	return ok
}

// is reports whether token i of this sentence is one of the folded words.
func (s *scanner) is(i int, words ...string) bool {
	return i >= s.begin && i < s.end && s.Tokens[i].Is(words...)
}

func (s *scanner) kind(i int, k token.Kind) bool {
	return i >= s.begin && i < s.end && s.Tokens[i].Kind == k
}

// tight reports whether token i follows the one before it without a space.
func (s *scanner) tight(i int) bool {
	return i > s.begin && i < s.end && !s.Tokens[i].Space
}

// dash reports whether token i is a dash of any length.
func (s *scanner) dash(i int) bool { return s.is(i, "-") }

// digits gives the value of a token that is nothing but at most six digits.
func (s *scanner) digits(i int) (int, bool) {
	if !s.kind(i, token.Number) {
		return 0, false
	}
	return plain(s.Tokens[i].Fold)
}

func plain(w string) (int, bool) {
	if len(w) == 0 || len(w) > 6 {
		return 0, false
	}
	n := 0
	for _, c := range []byte(w) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// dayNumber reads 1 to 31, with or without -st, -nd, -rd, -th.
func (s *scanner) dayNumber(i int) (int, bool) {
	if !s.kind(i, token.Number) {
		return 0, false
	}
	w := s.Tokens[i].Fold
	if len(w) > 2 {
		switch w[len(w)-2:] {
		case "st", "nd", "rd", "th":
			w = w[:len(w)-2]
		}
	}
	n, ok := plain(w)
	return n, ok && len(w) <= 2 && n >= 1 && n <= 31
}

// ordinal reads "third", "3rd", "twenty-first"; next is the token after it.
func (s *scanner) ordinal(i int) (n, next int) {
	if x, ok := s.sense(i, lexicon.TimeOrdinal); ok {
		return x.N, i + 1
	}
	if x, ok := s.sense(i, lexicon.TimeNumber); ok && x.N >= 20 && s.dash(i+1) {
		if y, ok := s.sense(i+2, lexicon.TimeOrdinal); ok && y.N < 10 {
			return x.N + y.N, i + 3
		}
	}
	if s.kind(i, token.Number) {
		w := s.Tokens[i].Fold
		if len(w) > 2 && strings.Contains("st nd rd th", w[len(w)-2:]) {
			if n, ok := plain(w[:len(w)-2]); ok && n > 0 {
				return n, i + 1
			}
		}
	}
	return 0, i
}

// count reads a number in digits or words: "two", "twenty-five", "1.5", "a
// hundred"; next is the token after it, i if there is none.
func (s *scanner) count(i int) (v float64, next int) {
	if s.kind(i, token.Number) {
		w := strings.ReplaceAll(s.Tokens[i].Fold, ",", "")
		if len(w) > 7 {
			return 0, i
		}
		v, err := strconv.ParseFloat(w, 64)
		if err != nil || strings.ContainsAny(w, "eExXpPnNiI_") {
			return 0, i
		}
		return v, i + 1
	}
	if s.is(i, "a") && s.is(i+1, "hundred", "dozen") {
		x, _ := s.sense(i+1, lexicon.TimeNumber)
		return float64(x.N), i + 2
	}
	x, ok := s.sense(i, lexicon.TimeNumber)
	if !ok {
		return 0, i
	}
	v, next = float64(x.N), i+1
	if y, ok := s.sense(next+1, lexicon.TimeNumber); ok && s.dash(next) && x.N >= 20 && x.N < 100 && y.N < 10 {
		return v + float64(y.N), next + 2
	}
	if s.is(next, "hundred") {
		return v * 100, next + 1
	}
	return v, next
}

// capital reports whether the word begins with a capital letter.
func (s *scanner) capital(i int) bool { return i < s.end && s.Tokens[i].Upper }
