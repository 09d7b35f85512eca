package source

import (
	"strings"
	"unicode"
)

// The least evidence for naming a language from the text alone.
const (
	languageBytes   = 8192 // how much of a text is looked at
	languageLetters = 40   // fewer letters than this name no language
	stopWordShare   = 0.12 // share of stop words among the words
	stopWordLead    = 1.5  // how much more than the second best
)

// stopWords are function words that are frequent in a language and rare in the
// others of its script.
var stopWords = []struct{ language, words string }{
	{"en", "the and of to in that with for was has have is are on by from it they he his be this will not an at as were which their"},
	{"fr", "le la les des et du que une dans pour est avec sur au aux qui par pas ont ce cette il elle ses été plus"},
	{"de", "der die das und den dem ist von mit für auf des nicht ein eine einen im zu sich auch wird hat sie bei nach über"},
	{"es", "el los las del que una por con para se su es al como más sus fue ha lo este esta entre sobre y en"},
	{"ru", "и в не на что с по как из за это о к от для он она они был была были его также а но или"},
	{"uk", "і та що на з у в не за до про від як це для він вона вони був була були його також або є й із"},
}

// language is the primary subtag of a given language, or else what the text
// shows: its script first, then stop words. Empty where that is unclear.
func language(given, text string) string {
	if tag, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(given)), "_", "-"), "-"); tag != "" {
		return tag
	}
	return detectLanguage(text)
}

func detectLanguage(text string) string {
	text = strings.ToLower(text[:min(len(text), languageBytes)])
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	latin, cyrillic, letters := countScripts(text)
	if letters < languageLetters || (latin*2 < letters && cyrillic*2 < letters) {
		return ""
	}
	best, second, name := 0, 0, ""
	for _, s := range stopWords {
		if isCyrillic := s.language == "ru" || s.language == "uk"; isCyrillic != (cyrillic > latin) {
			continue
		}
		n := countStopWords(words, s.words)
		if n > best {
			best, second, name = n, best, s.language
		} else {
			second = max(second, n)
		}
	}
	if float64(best) < stopWordShare*float64(len(words)) || float64(best) < stopWordLead*float64(second) {
		return ""
	}
	return name
}

func countScripts(text string) (latin, cyrillic, letters int) {
	for _, r := range text {
		switch {
		case !unicode.IsLetter(r):
			continue
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		}
		letters++
	}
	return latin, cyrillic, letters
}

func countStopWords(words []string, list string) int {
	known := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		known[w] = true
	}
	n := 0
	for _, w := range words {
		if known[w] {
			n++
		}
	}
	return n
}
