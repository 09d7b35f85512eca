// Package readout holds the words of the trade: the nouns that every other
// package speaks in, and nothing else.
//
//	source ─▶ Document ─▶ Passages ─▶ Mentions, Dates ─▶ Statements, Reports, Points ─▶ Contacts ─▶ views
//	bytes     text        whose       who, when         who said what, who met          one entry
//	                      words                         whom, what was agreed           a contact
//
// A Document is one text. A Passage is a stretch of it in one voice. A Mention
// is a place where it names somebody; a Date one where it names a time. A
// Statement is what somebody said, with the chain it came through. A Report is
// what the text says of one contact; a Point what an account says was discussed
// or agreed in it. A Reading is all of that for one document. A Contact is a
// ledger's entry: what all documents together say of one contact.
//
// Every value that was read out of a text carries Words: the exact spans, in
// bytes of UTF-8, that it was read from. Words cannot be made without a span,
// and a value without them cannot be printed (ErrUncited).
package readout
