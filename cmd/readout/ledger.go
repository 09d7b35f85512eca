package main

import (
	"cmp"
	"context"
	"errors"
	"time"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
	"readout/internal/store"
	"readout/internal/store/sqlite"
)

// defaultLedger is the ledger where neither --db nor READOUT_DB names one.
const defaultLedger = "readout.db"

// ledgerFlags say which ledger.
type ledgerFlags struct {
	DB string `name:"db" placeholder:"FILE" help:"The ledger: an SQLite file. Default: READOUT_DB, else readout.db in the current folder."`
}

// path is the file of the ledger.
func (f ledgerFlags) path(env *environment) string {
	return cmp.Or(f.DB, env.getenv("READOUT_DB"), defaultLedger)
}

// dayFlags say the day from which "unreported" and "lapsed" are judged.
type dayFlags struct {
	AsOf string `placeholder:"DATE" help:"The day from which unreported and overdue are judged, such as 2026-01-31. Default: today."`
}

func (f dayFlags) day(env *environment) (string, error) {
	if f.AsOf == "" {
		return env.now().Format(time.DateOnly), nil
	}
	if _, err := time.Parse(time.DateOnly, f.AsOf); err != nil {
		return "", usagef("--as-of: %q is no day; write it as 2026-01-31", f.AsOf)
	}
	return f.AsOf, nil
}

// filterFlags select by the contacts that something is about. Flags of different
// kinds must all match.
type filterFlags struct {
	Person   []string `sep:"none" placeholder:"NAME" help:"Who takes part: words of a name, or an id such as person/vladimir-putin. Given twice, both must."`
	Country  []string `sep:"none" placeholder:"COUNTRY" help:"Which country takes part: a name, or a code of three letters. Given twice, both must."`
	Pair     string   `placeholder:"A,B" help:"Which two take part: persons, countries or organisations."`
	Channel  []string `placeholder:"CHANNEL" help:"How: call, video, meeting, visit, summit, talks, letter, conversation; several with commas."`
	Scope    []string `placeholder:"SCOPE" help:"Between whom: international (between states or organisations), domestic, press, private; several with commas. Default: all of them."`
	Since    string   `placeholder:"DATE" help:"On this day, month or year, or later."`
	Until    string   `placeholder:"DATE" help:"On this day, month or year, or earlier."`
	Topic    []string `placeholder:"TOPIC" help:"What an account speaks of, such as syria; several with commas."`
	Outcome  []string `placeholder:"OUTCOME" help:"What came of a promise made in it: open, kept, lapsed, contradicted; several with commas."`
	Source   []string `sep:"none" placeholder:"OUTLET" help:"The outlet that tells of it, by its name. Given twice, one must."`
	Via      []string `sep:"none" placeholder:"NAME" help:"The outlet or person through whom it came: a step of the chain, or the document's own outlet. Given twice, both must."`
	Words    string   `placeholder:"WORDS" help:"Words that it has: all of them; \"words that stand together\", OR, -without, begin*."`
	Passing  bool     `help:"Also contacts that are told only in passing, without a day. --words finds them too."`
	Disputed bool     `help:"Voices differ on its day, its status or another of its fields."`
	Limit    int      `placeholder:"N" help:"At most so many."`
	Status   []string `placeholder:"STATUS" help:"How it stands: held, scheduled, arranging, proposed, expected, postponed, cancelled, declined, denied, unplanned, unreported; several with commas."`
}

// filter understands the flags. The lexicon, which takes its time to load, is
// asked only for the names of countries.
func (f filterFlags) filter(words lexiconFlags) (*ledger.Filter, error) {
	if f.Limit < 0 {
		return nil, usagef("--limit: %d is less than nothing", f.Limit)
	}
	stateNamed := func(string) string { return "" }
	if len(f.Country) > 0 || f.Pair != "" {
		lex, err := words.load()
		if err != nil {
			return nil, err
		}
		stateNamed = lex.StateNamed
	}
	filter, err := ledger.Query{
		Persons: f.Person, Countries: f.Country, Pair: f.Pair, Channels: f.Channel, Statuses: f.Status, Scopes: f.Scope,
		Since: f.Since, Until: f.Until, Topics: f.Topic, Outcomes: f.Outcome, Disputed: f.Disputed, Passing: f.Passing, Sources: f.Source, Via: f.Via, Words: f.Words, Limit: f.Limit,
		Country: stateNamed,
	}.Filter()
	if err != nil {
		return nil, usageError{err}
	}
	return filter, nil
}

// viewFlags are what every verb that looks into a ledger takes.
type viewFlags struct {
	ledgerFlags
	dayFlags
	lexiconFlags
}

// view is a ledger that is looked into.
type view struct {
	*ledger.Ledger
	store *sqlite.Store
	names phrase.Names
}

// namesOf are the names under which readings speak of entities.
func namesOf(readings []readout.Reading) phrase.Names {
	names := phrase.Names{}
	for i := range readings {
		names.Note(&readings[i])
	}
	return names
}

// open opens the ledger for reading and derives its contacts. The caller closes
// the store.
func (f viewFlags) open(env *environment) (*view, error) {
	return f.openBy(env, sqlite.Open)
}

// found opens the ledger for reading and finds a contact, for do to use.
func (f viewFlags) found(env *environment, id string, do func(*view, *readout.Contact) error) error {
	v, err := f.open(env)
	if err != nil {
		return err
	}
	defer v.store.Close()
	c, err := store.Find(env, v.store, v.Contacts, id)
	if err != nil {
		return err
	}
	return do(v, c)
}

// openBy opens the ledger in some way and derives its contacts.
func (f viewFlags) openBy(env *environment, open func(context.Context, string) (*sqlite.Store, error)) (*view, error) {
	day, err := f.day(env)
	if err != nil {
		return nil, err
	}
	s, err := open(env, f.path(env))
	if err != nil {
		return nil, err
	}
	l, err := store.Load(env, s, day)
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return &view{Ledger: l, store: s, names: namesOf(l.Readings)}, nil
}
