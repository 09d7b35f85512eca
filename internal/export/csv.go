package export

import (
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"readout"
)

// columns are the columns of the CSV, in order.
var columns = []Column[readout.Contact]{
	{"id", func(c *readout.Contact) string { return c.ID }},
	{"first_day", func(c *readout.Contact) string { return firstDay(c.When) }},
	{"when", func(c *readout.Contact) string {
		return ofWhen(c, func(w *readout.ContactWhen) string { return w.EDTF })
	}},
	{"zone", func(c *readout.Contact) string {
		return ofWhen(c, func(w *readout.ContactWhen) string { return w.Zone })
	}},
	{"when_basis", func(c *readout.Contact) string {
		return ofWhen(c, func(w *readout.ContactWhen) string { return w.Basis })
	}},
	{"parties", func(c *readout.Contact) string { return names(c.Parties) }},
	{"party_ids", func(c *readout.Contact) string { return joined(c.Parties, partyID) }},
	{"party_countries", func(c *readout.Contact) string { return joined(c.Parties, country) }},
	{"channel", func(c *readout.Contact) string { return string(c.Channel) }},
	{"status", func(c *readout.Contact) string { return string(c.Status) }},
	{"scope", func(c *readout.Contact) string { return string(c.Scope) }},
	{"review", func(c *readout.Contact) string { return c.Review }},
	{"initiator", initiator},
	{"duration", func(c *readout.Contact) string {
		if c.Duration == nil {
			return ""
		}
		return c.Duration.Value
	}},
	{"place", func(c *readout.Contact) string { return locus(c.Place) }},
	{"occasion", func(c *readout.Contact) string { return locus(c.Occasion) }},
	{"attendees", func(c *readout.Contact) string { return names(c.Attendees) }},
	{"topics", topics},
	{"official_accounts", func(c *readout.Contact) string { return strconv.Itoa(officialAccounts(c)) }},
	{"disputes", func(c *readout.Contact) string {
		fields := make([]string, len(c.Disputes))
		for i, d := range c.Disputes {
			fields[i] = d.Field
		}
		return strings.Join(slices.Compact(fields), "; ") // several on the content
	}},
	{"commitments", func(c *readout.Contact) string { return strconv.Itoa(len(c.Commitments)) }},
	{"later_texts", func(c *readout.Contact) string { return strconv.Itoa(c.Coverage.Documents) }},
	{"status_quote", func(c *readout.Contact) string { return words(c).Quote }},
	{"status_document", func(c *readout.Contact) string { return string(words(c).Document) }},
	{"status_field", func(c *readout.Contact) string { return string(words(c).In) }},
	{"status_start", func(c *readout.Contact) string { return offset(c, words(c).From.Hull().Start) }},
	{"status_end", func(c *readout.Contact) string { return offset(c, words(c).From.Hull().End) }},
	{"documents", func(c *readout.Contact) string {
		return joined(c.Documents, func(d readout.DocID) string { return string(d) })
	}},
	{"sources", func(c *readout.Contact) string { return joined(c.Sources, func(s string) string { return s }) }},
	{"urls", urls},
	{"independent", func(c *readout.Contact) string { return strconv.Itoa(c.Independent) }},
	{"passing", func(c *readout.Contact) string { return yes(c.Passing) }},
}

// CSV writes a contact a row, as Table does.
func CSV(w io.Writer, contacts iter.Seq[readout.Contact]) error { return Table(w, columns, contacts) }

// guard keeps a spreadsheet from running a cell's text as a formula.
func guard(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

func joined[T any](list []T, f func(T) string) string {
	parts := make([]string, len(list))
	for i, v := range list {
		parts[i] = f(v)
	}
	return strings.Join(parts, "; ")
}

func names(parties []readout.Party) string {
	return joined(parties, func(p readout.Party) string { return p.Name })
}

func partyID(p readout.Party) string { return string(p.Entity) }
func country(p readout.Party) string { return p.Country }

func ofWhen(c *readout.Contact, f func(*readout.ContactWhen) string) string {
	if c.When == nil {
		return ""
	}
	return f(c.When)
}

// firstDay is the first day of a contact as far as it is known, for sorting:
// 2017-07-07 of 2017-07-07/2017-07-08.
func firstDay(w *readout.ContactWhen) string {
	if w == nil {
		return ""
	}
	first, _, _ := strings.Cut(w.EDTF, "/")
	first, _, _ = strings.Cut(first, "T")
	return strings.TrimRight(first, "~?%")
}

func initiator(c *readout.Contact) string {
	if c.Initiator == nil || *c.Initiator < 0 || *c.Initiator >= len(c.Parties) {
		return ""
	}
	return c.Parties[*c.Initiator].Name
}

func locus(l *readout.Locus) string {
	if l == nil {
		return ""
	}
	return l.Name
}

// topics are the topics of every account, in the order in which they come up.
func topics(c *readout.Contact) string {
	var list []string
	seen := map[string]bool{}
	for _, a := range c.Accounts {
		for _, p := range a.Points {
			for _, t := range p.Topics {
				if !seen[t] {
					seen[t] = true
					list = append(list, t)
				}
			}
		}
	}
	return strings.Join(list, "; ")
}

func officialAccounts(c *readout.Contact) int {
	n := 0
	for _, a := range c.Accounts {
		if a.Official {
			n++
		}
	}
	return n
}

// words are those of the last claim that gives the contact its status, or of
// the last claim where the status follows from silence.
func words(c *readout.Contact) readout.Words {
	var last readout.Words
	for i := range c.History {
		if claim := &c.History[i]; claim.Status == c.Status || c.Status == readout.Unreported {
			last = claim.Words
		}
	}
	return last
}

func offset(c *readout.Contact, n int) string {
	if words(c).From.IsZero() {
		return ""
	}
	return strconv.Itoa(n)
}

func urls(c *readout.Contact) string {
	var list []string
	for _, a := range c.Accounts {
		if a.URL != "" {
			list = append(list, a.URL)
		}
	}
	return strings.Join(list, "; ")
}
