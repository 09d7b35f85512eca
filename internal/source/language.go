package source

import (
	"strings"
	"unicode"
)

// The least evidence for naming a language from the text alone.
const (
	languageBytes   = 8192 // how much of a text is looked at
	languageLetters = 40   // fewer letters than this name no language
	scriptLetters   = 12   // fewer letters of a script than this name no language
	stopWordShare   = 0.12 // share of stop words among the words
	stopWordLead    = 1.5  // how much more than the second best
)

// stopWords are function words that are frequent in a language and rare in the
// others of its script.
var stopWords = []struct{ language, words string }{
	{"en", "the and of to in that with for was has have is are on by from it they he his be this will not an at as were which their"},
	{"fr", "le la les des et du que une dans pour est avec sur au aux qui par pas ont ce cette il elle ses été plus"},
	{"de", "der die das und den dem ist von mit für auf des nicht ein eine einen im zu sich auch wird hat sie bei nach über"},
	{"it", "il lo gli di che è per una sono con del della dei delle nel nella alla dal anche più ha hanno stato essere questo come al"},
	{"pt", "o os um uma do da dos das em no na nos nas para com que não por mais foi são também pelo pela ao à entre sobre seu sua"},
	{"nl", "de het een van en in op te dat die is zijn voor met niet aan er ook als bij nog door om naar wordt werd heeft hebben"},
	{"pl", "i w z na się do nie że to jest o jak po za od przez dla oraz był była były przy który która które także"},
	{"tr", "ve bir bu için ile olarak da de olan çok daha gibi kadar sonra ancak ise olduğunu etti dedi tarafından"},
	{"sv", "och att det som en är på för med av till den har inte om ett ska från vid också var"},
	{"es", "el los las del que una por con para se su es al como más sus fue ha lo este esta entre sobre y en"},
	{"ru", "и в не на что с по как из за это о к от для он она они был была были его также а но или"},
	{"uk", "і та що на з у в не за до про від як це для він вона вони був була були його також або є й із"},
}

// scripts name a language by letters that no other language here is written in;
// "und" (undetermined) stands for a script that several share. Kana before Han:
// Japanese has both.
var scripts = []struct {
	language string
	of       []*unicode.RangeTable
}{
	{"ja", []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana}},
	{"zh", []*unicode.RangeTable{unicode.Han}},
	{"ko", []*unicode.RangeTable{unicode.Hangul}},
	{"el", []*unicode.RangeTable{unicode.Greek}},
	{"he", []*unicode.RangeTable{unicode.Hebrew}},
	{"und", []*unicode.RangeTable{unicode.Arabic, unicode.Devanagari, unicode.Armenian, unicode.Georgian, unicode.Thai}},
}

// surely is the number of words from which a text's own language is believed
// before what its page says: sites name one language for all their pages.
const surely = 40

// language is the primary subtag of a given language, or else what the text
// shows: its script first, then stop words. Empty where that is unclear. What a
// page says of itself (meta) gives way to a text that is clearly in another.
func language(given, meta, text string) string {
	if tag := primary(given); tag != "" {
		return tag
	}
	tag, shown := primary(meta), detectLanguage(text)
	if tag == "" || shown != "" && shown != "und" && len(strings.Fields(text[:min(len(text), languageBytes)])) >= surely {
		return shown
	}
	return tag
}

// primary is the first part of a language tag, in lower case: "en" of "en_GB".
func primary(tag string) string {
	tag, _, _ = strings.Cut(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(tag)), "_", "-"), "-")
	return tag
}

func detectLanguage(text string) string {
	text = strings.ToLower(text[:min(len(text), languageBytes)])
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	latin, cyrillic, letters := countScripts(text)
	if name := byScript(text, letters); name != "" {
		return name
	}
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

// byScript is the language whose own letters are a third of the text's or more:
// Han stands beside much else, and a name in brackets is no text.
func byScript(text string, letters int) string {
	if letters == 0 {
		return ""
	}
	counts := make([]int, len(scripts))
	for _, r := range text {
		if r < unicode.MaxLatin1 {
			continue
		}
		for i, s := range scripts {
			if unicode.In(r, s.of...) {
				counts[i]++
				break
			}
		}
	}
	if counts[0] > 0 { // Japanese is written in Han and kana
		counts[0] += counts[1]
	}
	for i, s := range scripts {
		if 3*counts[i] >= letters && counts[i] >= scriptLetters {
			return s.language
		}
	}
	return ""
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
