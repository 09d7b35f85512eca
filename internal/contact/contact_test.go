package contact_test

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/extract"
	"readout/lexicon"
)

// example is one text of testdata/examples.txt with its contacts.
type example struct {
	line      int
	day, kind string
	text      string
	want      []wanted
}

type wanted struct {
	parties, channels, statuses []string
	day                         string
	fields                      map[string]string
	raw                         string
}

func lex(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	l, err := lexicon.Load(os.DirFS("../../samples/lexicon"))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func read(t testing.TB, l *lexicon.Lexicon, day, text string) readout.Reading {
	t.Helper()
	return readFrom(t, l, "", day, text)
}

// readFrom reads a text of an outlet; a title stands before it and " ‖ ".
func readFrom(t testing.TB, l *lexicon.Lexicon, outlet, day, text string) readout.Reading {
	t.Helper()
	title, body, titled := strings.Cut(text, " ‖ ")
	if !titled {
		title, body = "", text
	}
	doc := readout.Document{ID: readout.NewDocID([]byte(text)), Source: "example", Outlet: outlet, Title: title, Text: body, PublishedRaw: day}
	doc.Published = &readout.Published{EDTF: day, Words: readout.WordsIn(readout.InPublished, readout.Span{Start: 0, End: len(day)})}
	r, err := extract.Read(doc, l)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestExamples runs every example: each contact that is wanted is found with its
// fields, and nothing else between states is.
func TestExamples(t *testing.T) {
	l := lex(t)
	run(t, examples(t, "testdata/examples.txt"), func(e example) readout.Reading { return read(t, l, e.day, e.text) })
}

// TestNews does the same for sentences as reporters write them.
func TestNews(t *testing.T) {
	l := lex(t)
	run(t, examples(t, "testdata/news.txt"), func(e example) readout.Reading { return read(t, l, e.day, e.text) })
}

// TestPages does the same for texts on the page of an institution.
func TestPages(t *testing.T) {
	l := lex(t)
	run(t, examples(t, "testdata/pages.txt"), func(e example) readout.Reading {
		return readFrom(t, l, "Office of the Prime Minister of Arvenia", e.day, strings.ReplaceAll(e.text, "¶", "\n\n"))
	})
}

// TestTalks does the same for what a spokeswoman says in a briefing.
func TestTalks(t *testing.T) {
	l := lex(t)
	run(t, examples(t, "testdata/talks.txt"), func(e example) readout.Reading {
		return readFrom(t, l, "Office of the Prime Minister of Arvenia", e.day, talk(e.text))
	})
}

// talk makes a briefing of a spokeswoman's answers, parted by ¶, their paragraphs by ↵.
func talk(answers string) string {
	text := "Briefing Room\n\nMS. VERA MADDIS: Good afternoon. Let us begin.\n\n"
	for answer := range strings.SplitSeq(answers, "¶") {
		text += "Q Is there news?\n\nMS. VERA MADDIS: " + strings.ReplaceAll(strings.TrimSpace(answer), "↵", "\n\n") + "\n\n"
	}
	return text + "Q Thank you.\n\nMS. VERA MADDIS: Thank you all."
}

func run(t *testing.T, list []example, read func(example) readout.Reading) {
	t.Helper()
	for _, e := range list {
		r := read(e)
		var found []readout.Report
		for _, c := range r.Contacts {
			if c.Scope == readout.International {
				found = append(found, c)
			}
		}
		for _, w := range e.want {
			i := slices.IndexFunc(found, w.matches)
			if i < 0 {
				t.Errorf("line %d: %s\n  want %s\n  got  %s", e.line, e.text, w.raw, told(found))
				continue
			}
			if fault := w.fault(found[i], r.Document.Text); fault != "" {
				t.Errorf("line %d: %s\n  %s", e.line, e.text, fault)
			}
			found = slices.Delete(found, i, i+1)
		}
		if len(found) > 0 {
			t.Errorf("line %d: %s\n  too many: %s", e.line, e.text, told(found))
		}
	}
}

func (w wanted) matches(c readout.Report) bool {
	if len(c.Parties) != len(w.parties) || !slices.Contains(w.channels, string(c.Channel)) || !slices.Contains(w.statuses, string(c.Status)) {
		return false
	}
	for _, name := range w.parties {
		if !slices.ContainsFunc(c.Parties, func(p readout.Party) bool { return p.Country == name || strings.HasSuffix(p.Name, name) }) {
			return false
		}
	}
	switch w.day {
	case "?":
		return true
	case "-":
		return c.When == nil
	}
	return c.When != nil && strings.HasPrefix(c.When.EDTF, w.day)
}

func (w wanted) fault(c readout.Report, text string) string {
	if name, ok := w.fields["initiator"]; ok && (c.Initiator == nil || !strings.HasSuffix(c.Parties[*c.Initiator].Name, name)) {
		return fmt.Sprintf("initiator is not %s", name)
	}
	if _, ok := w.fields["initiator"]; !ok && c.Initiator != nil && c.Channel != readout.Letter && w.day != "?" && !slices.Contains([]string{"call"}, string(c.Channel)) {
		return "an invented initiator"
	}
	if length, ok := w.fields["duration"]; ok && (c.Duration == nil || c.Duration.Value != length) {
		return fmt.Sprintf("duration is not %s", length)
	}
	if value, ok := w.fields["background"]; ok && c.Background != (value == "yes") {
		return fmt.Sprintf("background is not %s", value)
	}
	if n, ok := w.fields["stretches"]; ok && fmt.Sprint(len(c.From.All())) != n {
		return fmt.Sprintf("%d stretches tell of it, not %s", len(c.From.All()), n)
	}
	if words, ok := w.fields["words"]; ok {
		if got, err := c.From.Cut(text); err != nil || got != words {
			return fmt.Sprintf("told by %q, not %q", got, words)
		}
	}
	for field, l := range map[string]*readout.Locus{"place": c.Place, "occasion": c.Occasion} {
		want, ok := w.fields[field]
		if ok && (want == "-") != (l == nil) || ok && l != nil && !strings.Contains(l.Name, want) {
			return fmt.Sprintf("%s is not %s", field, want)
		}
	}
	return ""
}

func told(cs []readout.Report) string {
	var out []string
	for _, c := range cs {
		var names []string
		for _, p := range c.Parties {
			names = append(names, p.Name)
		}
		day := "-"
		if c.When != nil {
			day = c.When.EDTF
		}
		out = append(out, fmt.Sprintf("%s | %s | %s | %s", strings.Join(names, " + "), c.Channel, c.Status, day))
	}
	return strings.Join(out, "; ")
}

func examples(t testing.TB, path string) []example {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var out []example
	sc := bufio.NewScanner(file)
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "@"):
			day, kind, _ := strings.Cut(line[1:], " ")
			out = append(out, example{line: n, day: day, kind: kind})
		case strings.HasPrefix(line, ">"):
			e := &out[len(out)-1]
			e.want = append(e.want, want(t, n, line[1:]))
		default:
			out[len(out)-1].text = line
		}
	}
	return out
}

func want(t testing.TB, n int, line string) wanted {
	t.Helper()
	cells := strings.Split(line, "|")
	if len(cells) < 4 {
		t.Fatalf("examples.txt:%d: want parties | channel | status | day", n)
	}
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	w := wanted{channels: strings.Split(cells[1], ","), statuses: strings.Split(cells[2], ","), day: cells[3], fields: map[string]string{}, raw: line}
	for p := range strings.SplitSeq(cells[0], "+") {
		w.parties = append(w.parties, strings.TrimSpace(p))
	}
	for _, f := range cells[4:] {
		k, v, _ := strings.Cut(f, "=")
		if !slices.Contains([]string{"initiator", "duration", "background", "stretches", "words", "place", "occasion"}, k) {
			t.Fatalf("line %d: no field %q", n, k)
		}
		w.fields[k] = v
	}
	return w
}

// TestContactWords runs the example of every row of contacts.tsv and status.tsv:
// a verb or noun of contact gives a contact, unless it says it is none.
func TestContactWords(t *testing.T) {
	l := lex(t)
	for _, c := range l.English.ContactRows() {
		r := read(t, l, "2024-05-03", expand(c.Example))
		n := 0
		for _, report := range r.Contacts {
			if report.Scope == readout.International {
				n++
			}
		}
		if c.Channel == "none" && n > 0 || c.Channel != "none" && n == 0 {
			t.Errorf("%s (%s): %q gives %s", strings.Join(c.Words, " "), c.Channel, c.Example, told(r.Contacts))
		}
	}
	for _, s := range l.English.StatusRows() {
		r := read(t, l, "2024-05-03", expand(s.Example))
		ok := slices.ContainsFunc(r.Contacts, func(c readout.Report) bool { return s.Status == "tense" || string(c.Status) == s.Status })
		if !ok {
			t.Errorf("%s (%s): %q gives %s, want %s", strings.Join(s.Words, " "), s.Role, s.Example, told(r.Contacts), s.Status)
		}
	}
}

// expand names the two whom the examples of the tables speak of as known people.
func expand(s string) string {
	intro := "Prime Minister Ana Reyes of Arvenia and President Jon Holt of Costava are neighbours. "
	for _, start := range []string{"The meeting ", "A meeting ", "The call ", "The time of the meeting", "The date of the meeting"} {
		if strings.HasPrefix(s, start) && !strings.Contains(s, "Holt") {
			return intro + strings.Replace(s, strings.TrimSpace(start), strings.TrimSpace(start)+" between Reyes and Holt", 1)
		}
	}
	return intro + s
}
