package ingest

import (
	"bytes"
	"context"
	"encoding/json"
	"iter"

	"readout"
	"readout/internal/extract"
	"readout/internal/ledger"
	"readout/internal/source"
	"readout/internal/store"
	"readout/lexicon"
)

// Rereader reads documents of a store again, with the rules and the lexicon of
// this program.
type Rereader struct {
	Store   store.Store
	Lexicon *lexicon.Lexicon
	Workers int                            // 0 means one a processor
	All     bool                           // those too that these rules and this lexicon have read already
	DryRun  bool                           // nothing is written
	AsOf    string                         // the day on which the ledgers are compared
	Failed  func(source string, err error) // told of each document that could not be read again; its reading stays
	Done    func(Rereading)                // told how far the run is
}

// Rereading says what reading again has made of a ledger.
type Rereading struct {
	Reread  int             `json:"reread"`  // documents
	Changed int             `json:"changed"` // of them, those whose reading is another now
	Failed  int             `json:"failed"`
	Ledger  []ledger.Change `json:"ledger"`
}

// current names the rules and the lexicon of this program.
func current(lex *lexicon.Lexicon) store.Versions {
	return store.Versions{Rules: extract.Version, Lexicon: lex.Version}
}

// Run reads the documents again and says what changes in the ledger. What was
// written stays, however the run ends; a further run goes on from there.
func (r *Rereader) Run(ctx context.Context) (Rereading, error) {
	kept, err := store.Everything(ctx, r.Store)
	if err != nil {
		return Rereading{}, err
	}
	corrections, err := r.Store.Corrected(ctx)
	if err != nil {
		return Rereading{}, err
	}
	opt := ledger.Options{AsOf: r.AsOf, Corrections: corrections}
	before := ledger.Build(store.ReadingsOf(kept), opt)
	run := &rereading{Rereader: r, kept: kept}
	if err := run.read(ctx); err != nil {
		return run.out, err
	}
	run.out.Ledger = append([]ledger.Change{}, ledger.Diff(before, ledger.Build(store.ReadingsOf(kept), opt))...)
	if !r.DryRun && run.out.Changed > 0 {
		return run.out, store.RememberNames(context.WithoutCancel(ctx), r.Store)
	}
	return run.out, nil
}

// rereading is one run. The new readings take the places of the old in kept.
type rereading struct {
	*Rereader
	kept  []store.Kept
	out   Rereading
	batch []store.Entry
}

func (r *rereading) read(ctx context.Context) error {
	var broken error // of the store
	at := map[readout.DocID]int{}
	for i := range r.kept {
		at[r.kept[i].Reading.Document.ID] = i
	}
	items := r.items(ctx, &broken)
	for res := range inOrder(ctx, items, r.Workers, func(item source.Item) Result { return readItem(item, r.Lexicon) }) {
		if res.Err != nil {
			r.out.Failed++
			r.Failed(res.Source, res.Err)
			continue
		}
		if err := r.take(ctx, &r.kept[at[res.Reading.Document.ID]], res); err != nil {
			return err
		}
	}
	if broken != nil {
		return broken
	}
	if err := r.write(ctx); err != nil {
		return err
	}
	return ctx.Err()
}

// items are the documents to read again.
func (r *rereading) items(ctx context.Context, broken *error) iter.Seq[source.Item] {
	made := current(r.Lexicon)
	return func(yield func(source.Item) bool) {
		for i := range r.kept {
			if r.kept[i].Made == made && !r.All {
				continue
			}
			item, err := again(ctx, r.Store, &r.kept[i])
			if err != nil {
				*broken = err
				return
			}
			if !yield(item) {
				return
			}
		}
	}
}

// again is the document of a store as its source gives it.
func again(ctx context.Context, s store.Store, k *store.Kept) (source.Item, error) {
	d := &k.Reading.Document
	raw, err := s.Raw(ctx, d.ID)
	if err != nil {
		return source.Item{}, err
	}
	given := k.Given
	if given == nil {
		given = guessed(d)
	}
	opt := source.Options{Published: given.Published, Outlet: given.Outlet, URL: given.URL, Language: given.Language}
	return source.Again(d.Source, raw, opt), nil
}

// guessed is what may have been given with a document of which that was not
// kept: what its reading knows. What the source says itself outweighs it, save
// for the day.
func guessed(d *readout.Document) *store.Given {
	g := &store.Given{Outlet: d.Outlet, URL: d.URL, Language: d.Language}
	if d.Published != nil && d.Published.In == readout.InPublished {
		g.Published = d.PublishedRaw
	}
	return g
}

// take notes a new reading, and writes a batch where it is full.
func (r *rereading) take(ctx context.Context, k *store.Kept, res Result) error {
	r.out.Reread++
	same, err := equal(&k.Reading, &res.Reading)
	if err != nil {
		return err
	}
	if !same {
		r.out.Changed++
	}
	k.Reading = res.Reading
	r.batch = append(r.batch, store.Entry{Reading: res.Reading, Raw: res.Raw, Place: res.Source, Made: current(r.Lexicon)})
	if len(r.batch) < batchDocuments {
		return nil
	}
	r.Done(r.out)
	return r.write(ctx)
}

func equal(a, b *readout.Reading) (bool, error) {
	x, err := json.Marshal(a)
	if err != nil {
		return false, err
	}
	y, err := json.Marshal(b)
	return bytes.Equal(x, y), err
}

func (r *rereading) write(ctx context.Context) error {
	batch := r.batch
	r.batch = nil
	if r.DryRun {
		return nil
	}
	return r.Store.Reread(context.WithoutCancel(ctx), batch)
}
