package eval

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"readout"
)

// keysOf lists what a line of each kind may say. The first word of date and
// passage that is not a key is their value.
var keysOf = map[string][]string{
	Date:      {"value"},
	Contact:   {"channel", "status", "when", "place", "initiator", "parties"},
	Statement: {"speaker", "via", "mode", "negated"},
	Passage:   {"value", "issuer"},
	Point:     {"act", "topics", "by", "due", "commitment", "for_other"},
	NoContact: {},
}

// bare are the keys that stand without a value and must be true.
var bare = []string{"commitment", "for_other", "negated"}

// parseLine reads one wanted line against the text that it quotes.
func parseLine(line, text string) (fact, error) {
	words, err := cutLine(line)
	if err != nil || len(words) < 2 {
		return fact{}, fmt.Errorf("%w: not a wanted line: %q", readout.ErrInvalid, line)
	}
	f := fact{kind: words[0].key}
	allowed, ok := keysOf[f.kind]
	if !ok || len(words[0].values) > 0 {
		return fact{}, fmt.Errorf("%w: unknown kind %q", readout.ErrInvalid, f.kind)
	}
	for _, w := range words[1:] {
		if w.key == "words" || w.key == "content" || w.key == "" {
			if err := f.quote(w, text); err != nil {
				return fact{}, err
			}
			continue
		}
		if len(w.values) == 0 && !slices.Contains(bare, w.key) {
			w = word{key: "value", values: []string{w.key}}
		}
		if !slices.Contains(allowed, w.key) || f.has(w.key) {
			return fact{}, fmt.Errorf("%w: a %s does not take %q, or not twice", readout.ErrInvalid, f.kind, w.key)
		}
		f.set(w.key, w.values...)
	}
	if len(f.spans) == 0 {
		return fact{}, fmt.Errorf("%w: no quotation", readout.ErrInvalid)
	}
	return f, nil
}

// quote finds the quotation in the text: the only place where it stands, or
// the n-th one.
func (f *fact) quote(w word, text string) error {
	if len(w.values) != 1 || w.values[0] == "" || len(f.spans) > 0 {
		return fmt.Errorf("%w: a line has one quotation", readout.ErrInvalid)
	}
	q := w.values[0]
	total := strings.Count(text, q)
	if total == 0 || total < w.nth || total > 1 && w.nth == 0 {
		return fmt.Errorf("%w: %q stands %d times in the text", readout.ErrInvalid, q, total)
	}
	at := strings.Index(text, q)
	for n := 1; n < w.nth; n++ {
		at += len(q) + strings.Index(text[at+len(q):], q)
	}
	f.spans = []readout.Span{{Start: at, End: at + len(q)}}
	return nil
}

// word is one word of a line: key, key=value, key=value + value, or a
// quotation alone, which has no key.
type word struct {
	key    string
	values []string
	nth    int // of a quotation "…"#nth
}

// cutLine cuts a line into its words.
func cutLine(line string) ([]word, error) {
	var out []word
	for rest := strings.TrimLeft(line, " "); rest != ""; rest = strings.TrimLeft(rest, " ") {
		var w word
		if !strings.HasPrefix(rest, `"`) {
			n := strings.IndexAny(rest, " =")
			if n < 0 {
				n = len(rest)
			}
			w.key, rest = rest[:n], rest[n:]
			if !strings.HasPrefix(rest, "=") {
				out = append(out, w)
				continue
			}
			rest = rest[1:]
		}
		var err error
		if rest, err = w.readValues(rest); err != nil {
			return nil, err
		}
		out = append(out, w)
	}
	return out, nil
}

// readValues reads one value or several joined by +, and gives what is left.
func (w *word) readValues(rest string) (string, error) {
	for {
		value, after, err := cutValue(rest)
		if err != nil {
			return "", err
		}
		w.values = append(w.values, value)
		if next, ok := strings.CutPrefix(strings.TrimLeft(after, " "), "+ "); ok {
			rest = strings.TrimLeft(next, " ")
			continue
		}
		if next, ok := strings.CutPrefix(after, "#"); ok {
			n := strings.IndexByte(next+" ", ' ')
			if w.nth, err = strconv.Atoi(next[:n]); err != nil || w.nth < 1 {
				return "", readout.ErrInvalid
			}
			after = next[n:]
		}
		if after != "" && after[0] != ' ' {
			return "", readout.ErrInvalid
		}
		return after, nil
	}
}

// cutValue reads a quoted value or a bare one, which ends at a blank.
func cutValue(s string) (value, after string, err error) {
	if body, ok := strings.CutPrefix(s, `"`); ok {
		value, after, ok = strings.Cut(body, `"`)
		if !ok {
			return "", "", readout.ErrInvalid
		}
		return value, after, nil
	}
	n := strings.IndexByte(s+" ", ' ')
	if n == 0 {
		return "", "", readout.ErrInvalid
	}
	return s[:n], s[n:], nil
}
