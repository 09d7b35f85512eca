package web

import (
	"context"
	"sync"
	"time"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
	"readout/internal/store"
)

// snapshot is the ledger at one moment, with what pages look up in it. It is
// not changed once made.
type snapshot struct {
	*ledger.Ledger
	revision string // of the store
	asOf     string
	kept     *documents
	names    phrase.Names
	readings map[readout.DocID]*readout.Reading
	outlets  map[readout.DocID]string // one name for each outlet
	byID     map[string]int           // index of each contact
	// allStatements are those of an empty selection, newest first: the longest
	// list, made once. Nobody may change it.
	allStatements func() []ledger.StatementRow
	// allPeople and allStates are the rows of an empty selection too.
	allPeople, allStates func() []ledger.PartyRow
}

func newSnapshot(l *ledger.Ledger, revision, asOf string, stateName func(readout.EntityID) string) *snapshot {
	s := &snapshot{Ledger: l, revision: revision, asOf: asOf, names: phrase.Names{}, readings: map[readout.DocID]*readout.Reading{}, outlets: map[readout.DocID]string{}, byID: map[string]int{}}
	for i := range l.Contacts {
		s.byID[l.Contacts[i].ID] = i
	}
	names := map[string]string{} // of outlets, by key
	for i := range l.Readings {
		s.names.Note(&l.Readings[i])
		d := &l.Readings[i].Document
		s.readings[d.ID] = &l.Readings[i]
		key := ledger.OutletKey(d.Outlet)
		if names[key] == "" {
			names[key] = d.Outlet
		}
		s.outlets[d.ID] = names[key]
	}
	s.allStatements = sync.OnceValue(func() []ledger.StatementRow { return newestFirst(l.Statements(&ledger.Filter{})) })
	s.allStates = sync.OnceValue(func() []ledger.PartyRow { return l.States(&ledger.Filter{}, stateName) })
	s.allPeople = sync.OnceValue(func() []ledger.PartyRow { return l.Persons(&ledger.Filter{}) })
	return s
}

// documents are the readings that a ledger is derived of.
type documents struct {
	extent   store.Extent
	readings []readout.Reading // one for each place
}

// patience is how long a request waits for a ledger that has changed before it
// is shown the one before.
const patience = 400 * time.Millisecond

// keeper derives the ledger once a revision of the store and a day.
type keeper struct {
	store  Store
	failed func(error)
	day    func() string
	// stateName is the name of a state by its id.
	stateName func(readout.EntityID) string

	mu      sync.Mutex
	current *snapshot
	pending *loading
}

// loading is a derivation under way.
type loading struct {
	done chan struct{}
	err  error
}

// now gives the ledger as it stands: the current one, or, while a changed one
// takes long to derive, the one before.
func (k *keeper) now(ctx context.Context) (*snapshot, error) {
	revision, err := k.store.Revision(ctx)
	if err != nil {
		return nil, err
	}
	day := k.day()
	k.mu.Lock()
	old, job := k.current, k.pending
	if old != nil && old.revision == revision && old.asOf == day {
		k.mu.Unlock()
		return old, nil
	}
	if job == nil {
		job = &loading{done: make(chan struct{})}
		k.pending = job
		go k.load(context.WithoutCancel(ctx), job, revision, day)
	}
	k.mu.Unlock()
	return k.wait(ctx, job, old)
}

func (k *keeper) wait(ctx context.Context, job *loading, old *snapshot) (*snapshot, error) {
	var tired <-chan time.Time
	if old != nil {
		timer := time.NewTimer(patience)
		defer timer.Stop()
		tired = timer.C
	}
	select {
	case <-job.done:
	case <-tired:
		return old, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if job.err != nil {
		return nil, job.err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.current, nil
}

// load derives the ledger. What comes into the store meanwhile has another
// revision, so that the next request derives it anew.
func (k *keeper) load(ctx context.Context, job *loading, revision, day string) {
	next, err := k.derive(ctx, revision, day)
	k.mu.Lock()
	defer k.mu.Unlock()
	defer close(job.done)
	k.pending, job.err = nil, err
	if err != nil {
		k.failed(err)
		return
	}
	k.current = next
}

// derive makes the ledger as it stands. Only readings that are new are loaded, so
// that a correction is seen at once.
func (k *keeper) derive(ctx context.Context, revision, day string) (*snapshot, error) {
	extent, err := k.store.Extent(ctx) // after the revision: what comes in between is loaded
	if err != nil {
		return nil, err
	}
	k.mu.Lock()
	old := k.current
	k.mu.Unlock()
	docs := &documents{}
	if old != nil {
		docs = old.kept
	}
	if docs.extent != extent {
		readings, err := store.ReadingsSince(ctx, k.store, docs.readings, docs.extent, extent)
		if err != nil {
			return nil, err
		}
		docs = &documents{extent, readings}
	}
	corrections, err := k.store.Corrected(ctx)
	if err != nil {
		return nil, err
	}
	next := newSnapshot(ledger.New(docs.readings, ledger.Options{AsOf: day, Corrections: corrections}), revision, day, k.stateName)
	next.kept = docs
	return next, nil
}

// latest gives the ledger with everything that the store holds now, however
// long that takes: for whoever has just changed it.
func (k *keeper) latest(ctx context.Context) (*snapshot, error) {
	revision, err := k.store.Revision(ctx)
	if err != nil {
		return nil, err
	}
	for {
		k.mu.Lock()
		current, job := k.current, k.pending
		if current != nil && current.revision == revision && current.asOf == k.day() {
			k.mu.Unlock()
			return current, nil
		}
		if job == nil {
			if revision, err = k.store.Revision(ctx); err != nil {
				k.mu.Unlock()
				return nil, err
			}
			job = &loading{done: make(chan struct{})}
			k.pending = job
			go k.load(context.WithoutCancel(ctx), job, revision, k.day())
		}
		k.mu.Unlock()
		if _, err := k.wait(ctx, job, nil); err != nil {
			return nil, err
		}
	}
}
