package web

import (
	"html/template"
	"strings"
	"unicode/utf8"

	"readout"
	"readout/internal/phrase"
)

// tag is a word or two in a frame. Its class gives colour and line; the words
// say the same.
type tag struct{ Text, Class string }

// statusTag is the tag of a status.
func statusTag(s readout.Status) tag {
	switch s {
	case readout.Held:
		return tag{phrase.Status(s), "good"}
	case readout.Postponed, readout.Cancelled, readout.Declined, readout.Denied, readout.Unplanned:
		return tag{phrase.Status(s), "bad"}
	case readout.Unreported:
		return tag{"unreported", "warn"}
	}
	return tag{phrase.Status(s), "plan"}
}

// outcomeTag is the tag of what came of a promise.
func outcomeTag(o readout.Outcome) tag {
	switch o {
	case readout.Kept:
		return tag{string(o), "good"}
	case readout.Contradicted:
		return tag{string(o), "bad"}
	case readout.Lapsed:
		return tag{"overdue", "warn"}
	}
	return tag{string(o), "plan"}
}

// quote is a source's words with the link to where they stand.
type quote struct {
	Text   template.HTML
	Href   string
	Lang   string
	Quoted bool // the words have quotation marks of their own
}

// quoteRunes is the length from which a quote in a list is cut; the link leads
// to the rest.
const quoteRunes = 360

// quote makes a quote of words in the ledger.
func (s *snapshot) quote(w readout.Words) quote {
	lang := ""
	if r := s.readings[w.Document]; r != nil {
		lang = r.Document.Language
	}
	return newQuote(w.Quote, quoteRunes, s.wordsHref(w), lang)
}

// openMarks are the quotation marks that words can begin with.
const openMarks = "\"“”„«‹‘'「『"

func newQuote(words string, runes int, href, lang string) quote {
	first, _ := utf8.DecodeRuneInString(words)
	return quote{Text: sourceText(shorten(words, runes)), Href: href, Lang: lang, Quoted: strings.ContainsRune(openMarks, first)}
}

// shorten cuts a text between words, and says so.
func shorten(text string, runes int) string {
	if utf8.RuneCountInString(text) <= runes {
		return text
	}
	n := 0
	for i := range text {
		if n++; n == runes {
			text = text[:i]
			break
		}
	}
	if i := strings.LastIndexAny(text, " \n"); i > len(text)/2 {
		text = text[:i]
	}
	return text + " …"
}

// contactLine is a contact in a list.
type contactLine struct {
	Href, Day, Who, Channel, Place string
	Date                           string // for machines: the EDTF value
	Status                         tag
	Notes                          []string
}

func newContactLine(c *readout.Contact) contactLine {
	line := contactLine{Href: contactHref(c.ID), Day: "day not known", Who: phrase.Parties(c.Parties), Channel: phrase.Channel(c.Channel), Status: statusTag(c.Status)}
	if c.When != nil {
		line.Day, line.Date = phrase.ShortDate(c.When.EDTF), c.When.EDTF
	}
	if c.Place != nil {
		line.Place = c.Place.Name
	}
	line.Notes = append(line.Notes, phrase.Texts(len(c.Documents), c.Independent))
	if n := len(c.Comparison); n > 0 {
		line.Notes = append(line.Notes, "both sides' accounts")
	}
	if n := len(c.Commitments); n > 0 {
		line.Notes = append(line.Notes, phrase.Count(n, "promise"))
	}
	if c.Passing {
		line.Notes = append(line.Notes, "told only in passing")
	}
	if len(c.Disputes) > 0 {
		line.Notes = append(line.Notes, "disputed")
	}
	return line
}

func contactLines(list []readout.Contact) []contactLine {
	out := make([]contactLine, len(list))
	for i := range list {
		out[i] = newContactLine(&list[i])
	}
	return out
}

// capital begins a text with a capital letter.
func capital(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return text
	}
	return strings.ToUpper(string(r)) + text[n:]
}
