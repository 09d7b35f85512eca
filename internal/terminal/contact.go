package terminal

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"readout"
	"readout/internal/phrase"
)

// Contact draws an entry of the ledger: a sentence, then the fields with their
// words, the history, the accounts, and what follows from them. why are the
// reasons for which its reports were joined; nil leaves them out.
func Contact(w io.Writer, s Screen, c *readout.Contact, names phrase.Names, why []string) error {
	p := newPage(w, s)
	p.paragraph(0, bold, phrase.Heading(c))
	p.paragraph(0, dim, strings.Join(append([]string{c.ID}, formerly(c.FormerIDs)...), " · "))
	if c.Passing {
		p.paragraph(0, dim, phrase.InPassing)
	}
	p.fields(c)
	p.history(c, names)
	p.accounts(c, names)
	for i := range c.Comparison {
		p.heading("Compared: " + sideName(&c.Comparison[i].A, names, "the first text") + " and " + sideName(&c.Comparison[i].B, names, "the second text"))
		p.comparisonSummary(&c.Comparison[i], names)
	}
	p.disputes(c, names)
	p.section("Reviewed", len(c.Reviews), func(i int) { p.review(&c.Reviews[i], names) })
	p.section("Promises", len(c.Commitments), func(i int) { p.promise(2, &c.Commitments[i], names) })
	p.section("Statements", len(c.Statements), func(i int) { p.statement(2, &c.Statements[i], names, "") })
	p.heading("Documents: " + phrase.Texts(len(c.Documents), c.Independent))
	p.paragraph(2, plain, strings.Join(c.Sources, ", "))
	for _, group := range c.Copies {
		p.paragraph(2, dim, "One text in several places: "+copyNames(c, group))
	}
	if why != nil {
		p.heading("Why these reports are one contact")
		for _, reason := range why {
			p.paragraph(2, plain, reason)
		}
		if len(why) == 0 {
			p.paragraph(2, plain, "There is one report only.")
		}
	}
	return p.end()
}

// copyNames names the documents of one text by their outlets, where an account
// gives one, the first published first.
func copyNames(c *readout.Contact, group []readout.DocID) string {
	var out []string
	for _, id := range group {
		name := shortID(id)
		for i := range c.Accounts {
			if a := &c.Accounts[i]; a.Document == id && a.Source != "" {
				name = a.Source
			}
		}
		out = append(out, name)
	}
	return strings.Join(out, " = ")
}

func formerly(ids []string) []string {
	if len(ids) == 0 {
		return nil
	}
	return []string{"formerly " + strings.Join(ids, ", ")}
}

// section draws a heading and its items, if there are any.
func (p *page) section(title string, n int, draw func(i int)) {
	if n == 0 {
		return
	}
	p.heading(title)
	for i := range n {
		draw(i)
	}
}

// fieldLabel is the width of the names of fields.
const fieldLabel = 11

// field draws a value with the words that it was read from.
func (p *page) field(name, value string, words readout.Words) {
	if words.Quote != "" {
		value += "  " + quote(words.Quote)
	}
	p.item(2, fieldLabel, dim, name, value)
}

func (p *page) fields(c *readout.Contact) {
	p.line()
	for i, party := range c.Parties {
		label := ""
		if i == 0 {
			label = "between"
		}
		p.field(label, partyName(party), party.Words)
	}
	if c.When != nil {
		p.field("when", phrase.When(c.When), c.When.Words)
	}
	if c.Place != nil {
		p.field("where", c.Place.Name, c.Place.Words)
	}
	if c.Occasion != nil {
		p.field("occasion", c.Occasion.Name, c.Occasion.Words)
	}
	if c.Duration != nil {
		p.field("lasted", phrase.Duration(c.Duration.Value), c.Duration.Words)
	}
	if c.Initiator != nil && *c.Initiator < len(c.Parties) {
		p.item(2, fieldLabel, dim, "begun by", c.Parties[*c.Initiator].Name)
	}
	for i, a := range c.Attendees {
		label := ""
		if i == 0 {
			label = "also there"
		}
		p.field(label, partyName(a), a.Words)
	}
	if c.Scope != "" {
		p.item(2, fieldLabel, dim, "scope", string(c.Scope))
	}
	p.item(2, fieldLabel, dim, "later texts", laterTexts(c.Coverage))
}

func laterTexts(c readout.Coverage) string {
	if c.Documents == 0 {
		return "none here names both"
	}
	return fmt.Sprintf("%d here %s both, the last of %s", c.Documents, map[bool]string{true: "names", false: "name"}[c.Documents == 1], phrase.ShortDate(c.LastPublished))
}

func partyName(p readout.Party) string {
	of := cmp.Or(p.Country, string(p.Organisation))
	if of == "" {
		return p.Name
	}
	return p.Name + " (" + of + ")"
}

// historyLabel is the width of a claim's place and day.
const historyLabel = 21

// history draws the claims, numbered, in the order in which they were made.
func (p *page) history(c *readout.Contact, names phrase.Names) {
	p.section("History", len(c.History), func(i int) {
		claim := &c.History[i]
		said := "day not known"
		if claim.Said != "" {
			said = phrase.ShortDate(claim.Said)
		}
		text := strings.ToUpper(phrase.Status(claim.Status))
		if claim.When != nil && (c.When == nil || claim.When.EDTF != c.When.EDTF) {
			text += " for " + phrase.ShortDate(claim.When.EDTF)
		}
		text += ": " + names.Voice(claim.Speaker, claim.Via)
		if claim.Headline {
			text += " (headline)"
		}
		p.item(2, historyLabel, dim, fmt.Sprintf("%2d  %s", i+1, said), text)
		p.paragraph(3+historyLabel, plain, quote(claim.Quote))
	})
}

func (p *page) accounts(c *readout.Contact, names phrase.Names) {
	p.section("Accounts", len(c.Accounts), func(i int) {
		a := &c.Accounts[i]
		side := "press"
		if a.Official {
			side = a.Side
		}
		p.item(2, fieldLabel, cyan, side, names.Account(a))
		for _, pt := range a.Points {
			p.item(4, 20, violet, phrase.Act(pt.Act), pointText(&pt))
		}
	})
}

// pointText says a point's words, with what they are beside.
func pointText(pt *readout.Point) string {
	text := quote(pt.Quote)
	var marks []string
	if len(pt.Topics) > 0 {
		marks = append(marks, topicWords(pt.Topics))
	}
	for _, m := range []string{promise(pt), forOther(pt)} {
		if m != "" {
			marks = append(marks, m)
		}
	}
	if len(marks) > 0 {
		text += " [" + strings.Join(marks, "; ") + "]"
	}
	return text
}

func (p *page) disputes(c *readout.Contact, names phrase.Names) {
	p.section("Where voices differ", len(c.Disputes), func(i int) {
		d := &c.Disputes[i]
		for j, claim := range d.Claims {
			label := ""
			if j == 0 {
				label = d.Field
			}
			p.item(2, fieldLabel, yellow, label, claim.Value+": "+names.Voice(claim.Speaker, claim.Via)+"  "+quote(claim.Quote))
		}
	})
}
