// Package ledger turns readings into contacts: what many documents together
// say of each contact between leaders, with the history of its status, the
// accounts of each side, where voices differ, and what came of promises.
//
//	readings ─▶ items ─▶ buckets ─▶ threads ─▶ clusters ─▶ contacts
//	            reports   by the     of one     of all      claims, status,
//	            with      sides      document   documents   accounts, promises
//	            their time
//
// It is pure: no input or output, no clock, no language. The result depends on
// the set of readings and on Options alone, never on their order. docs/ledger.md
// tells the rules in plain words.
package ledger
