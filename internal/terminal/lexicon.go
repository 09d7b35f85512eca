package terminal

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"readout"
	"readout/internal/inspect"
	"readout/lexicon"
)

// Faults draws what a check of the lexicon found, a line each.
func Faults(w io.Writer, faults []*lexicon.Fault) error {
	for _, f := range faults {
		level := "error"
		if f.Warning {
			level = "warning"
		}
		if _, err := fmt.Fprintf(w, "%s: %s: %s\n", f.Where, level, clean(f.Message)); err != nil {
			return err
		}
	}
	return nil
}

// Meanings draws what a name can mean on a day: each entry with its line, and under
// it the offices of the day.
func Meanings(w io.Writer, list []lexicon.Meaning, day string) error {
	for _, m := range list {
		form := cmp.Or(string(m.Form), "title")
		id := string(m.Entity)
		if m.Topic != "" {
			form, id = "term", "topic/"+m.Topic
		}
		if _, err := fmt.Fprintf(w, "%s  %s%s  (%s)  %s\n", id, clean(m.Name), after("  ", m.Country), form, m.Where); err != nil {
			return err
		}
		for _, h := range m.Offices {
			if _, err := fmt.Fprintf(w, "    on %s: %s  %s\n", day, heldLine(m, h), h.Where); err != nil {
				return err
			}
		}
		if len(m.Offices) == 0 && (m.Entity.Kind() == readout.Person || m.Entity.Kind() == readout.Office) {
			fmt.Fprintf(w, "    on %s: nothing\n", day)
		}
	}
	return nil
}

func heldLine(m lexicon.Meaning, h lexicon.Held) string {
	what := h.Title
	if m.Entity.Kind() == readout.Office {
		what = h.Name
	}
	doubt := ""
	if !h.Certain {
		doubt = ", not certain on that day"
	}
	return fmt.Sprintf("%s, %s to %s (checked: %s%s)", clean(what), h.From, cmp.Or(h.To, "now"), h.Checked, doubt)
}

func after(gap, s string) string {
	if s == "" {
		return ""
	}
	return gap + s
}

// Trace draws what each rule makes of a text, a block for each stage.
func Trace(w io.Writer, t *inspect.Trace) error {
	b := &strings.Builder{}
	block := func(name string, n int) {
		fmt.Fprintf(b, "%s (%d)\n", name, n)
	}
	block("sentences", len(t.Sentences))
	for _, s := range t.Sentences {
		fmt.Fprintf(b, "  %s: %s\n", s.Passage, clean(strings.Join(s.Tokens, " ")))
		if len(s.Grammar) > 0 {
			fmt.Fprintf(b, "    %s\n", clean(grammarLine(s)))
		}
	}
	block("dates", len(t.Dates))
	for _, d := range t.Dates {
		fmt.Fprintf(b, "  %q  %s %s%s  rule %s%s\n", wordsAt(t.Text, d.From), d.Timex3.Type, cmp.Or(d.EDTF, d.Timex3.Value), after("  ", d.Mod), d.Rule, after(", read against ", d.Anchor))
	}
	block("mentions", len(t.Mentions))
	for _, m := range t.Mentions {
		fmt.Fprintf(b, "  %q  %s\n", clean(m.Words), mentionLine(m))
	}
	block("statements", len(t.Statements))
	for _, s := range t.Statements {
		fmt.Fprintf(b, "  %s\n", statementLine(t.Text, &s))
	}
	block("contacts", len(t.Contacts))
	for _, c := range t.Contacts {
		fmt.Fprintf(b, "  %s\n", contactLine(&c))
	}
	block("topics", len(t.Topics))
	for _, h := range t.Topics {
		fmt.Fprintf(b, "  %s  %q  %s\n", h.Topic, clean(h.Words), h.Where)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// grammarLine is a sentence's words with part of speech, relation and head:
// "ministers/NOUN nsubj>met".
func grammarLine(s inspect.Sentence) string {
	words := make([]string, len(s.Grammar))
	for i, g := range s.Grammar {
		words[i] = s.Tokens[i] + "/" + g.UPOS + " " + g.Rel
		if g.Head >= 0 {
			words[i] += ">" + s.Tokens[g.Head]
		}
	}
	return strings.Join(words, "  ")
}

func wordsAt(text string, spans readout.Spans) string {
	words, err := spans.Cut(text)
	if err != nil {
		return ""
	}
	return clean(words)
}

func mentionLine(m inspect.Mention) string {
	parts := []string{cmp.Or(string(m.Entity), ids(m.Members)), "by " + string(m.Form)}
	if m.Country != "" {
		parts = append(parts, m.Country)
	}
	if m.Office != "" && m.Office != m.Entity {
		parts = append(parts, string(m.Office))
	} else if m.Role != "" && m.Office == "" {
		parts = append(parts, "role "+clean(m.Role))
	}
	if len(m.Candidates) > 0 {
		parts = append(parts, "may be "+ids(m.Candidates))
	}
	parts = append(parts, cmp.Or(m.Where, "in no file"))
	if m.Where == "" && len(m.Members) > 0 {
		parts = parts[:len(parts)-1]
	}
	return strings.Join(parts, "  ")
}

func ids(list []readout.EntityID) string {
	var out []string
	for _, id := range list {
		out = append(out, string(id))
	}
	return strings.Join(out, " or ")
}

func statementLine(text string, s *readout.Statement) string {
	speaker := "nobody named"
	if s.Speaker != nil {
		speaker = string(*s.Speaker)
	}
	line := fmt.Sprintf("%s %s", speaker, cmp.Or(string(s.Kind), "said"))
	if s.Negated {
		line += " not"
	}
	line += fmt.Sprintf(" (%s): %q", s.Mode, wordsAt(text, s.Content))
	for _, v := range s.Via {
		line += "  via " + clean(cmp.Or(string(v.Entity), v.Name))
	}
	return line
}

func contactLine(c *readout.Report) string {
	var parties []string
	for _, p := range c.Parties {
		parties = append(parties, clean(cmp.Or(string(p.Entity), p.Name)))
	}
	line := fmt.Sprintf("%s  %s  %s", c.Status, c.Channel, strings.Join(parties, " + "))
	if c.When != nil {
		line += "  on " + c.When.EDTF
	}
	if c.Place != nil {
		line += "  in " + clean(c.Place.Name)
	}
	if c.Initiator != nil && *c.Initiator < len(parties) {
		line += "  begun by " + parties[*c.Initiator]
	}
	return line + after("  scope ", string(c.Scope))
}

// Coverage draws the shares and then what could not be placed.
func Coverage(w io.Writer, c *inspect.Coverage, missing []inspect.Missing) error {
	shares := []struct {
		name string
		inspect.Share
	}{{"leaders", c.Leaders}, {"persons", c.Persons}, {"roles", c.Roles}, {"others", c.Others}}
	for _, s := range shares {
		if _, err := fmt.Fprintf(w, "%-8s %6d of %6d placed, %5.1f %%\n", s.name, s.Placed, s.Of, 100*s.Part()); err != nil {
			return err
		}
	}
	if len(missing) == 0 {
		return nil
	}
	width := 0
	for _, m := range missing {
		width = max(width, min(columns(m.Words), 40))
	}
	fmt.Fprintln(w)
	for _, m := range missing {
		mark := " "
		if m.Leader {
			mark = "L"
		}
		what := slices.DeleteFunc([]string{m.Role, m.Country, m.Why}, func(s string) bool { return s == "" })
		if _, err := fmt.Fprintf(w, "%5d %s %-*s  %s  (%s%s)\n", m.Count, mark, width, clean(m.Words), clean(strings.Join(what, ", ")), clean(m.Source), after(", ", m.On)); err != nil {
			return err
		}
	}
	return nil
}
