package ingest

import (
	"context"
	"iter"
	"time"

	"readout"
	"readout/internal/source"
	"readout/internal/store"
	"readout/lexicon"
)

// Counts say what became of the documents of a run.
type Counts struct {
	Added  int `json:"added"`            // read and written
	Known  int `json:"known"`            // there already
	Failed int `json:"failed"`           // could not be read
	Unread int `json:"unread,omitempty"` // of those added: kept, in a language that no folder of the lexicon covers
}

// Adder adds documents to a store.
type Adder struct {
	Store   store.Store
	Lexicon *lexicon.Lexicon
	Workers int                            // 0 means one a processor
	Failed  func(source string, err error) // told of each document that could not be read
	Done    func(Counts)                   // told of what is written, or known, after each step
}

// The limits of a batch: what is written in one transaction.
const (
	batchDocuments = 64
	batchBytes     = 16 << 20
	batchTime      = 200 * time.Millisecond
)

// Add reads the items that the store does not have and writes them, each
// document whole. A document that cannot be read is told and counted, and the
// rest goes on; an error of the store ends the run. What was counted as added
// stays, however the run ends.
func (a *Adder) Add(ctx context.Context, items iter.Seq[source.Item]) (Counts, error) {
	b := &batch{adder: a, made: current(a.Lexicon)}
	for res := range inOrder(ctx, items, a.Workers, func(item source.Item) Result { return a.read(ctx, item) }) {
		if res.Err != nil {
			b.counts.Failed++
			a.Failed(res.Source, res.Err)
			continue
		}
		if err := b.add(ctx, res); err != nil {
			return b.counts, err
		}
	}
	if err := b.write(context.WithoutCancel(ctx)); err != nil {
		return b.counts, err
	}
	if b.counts.Added > 0 {
		if err := store.RememberNames(context.WithoutCancel(ctx), a.Store); err != nil {
			return b.counts, err
		}
	}
	return b.counts, ctx.Err()
}

// read reads a document that the store does not have.
func (a *Adder) read(ctx context.Context, item source.Item) Result {
	if item.Err != nil {
		return readItem(item, a.Lexicon)
	}
	// A store that fails here fails at the write, which ends the run.
	if known, err := a.Store.Has(ctx, item.Doc.ID); err == nil && known {
		return Result{Reading: readout.Reading{Document: item.Doc}, Raw: item.Raw, Source: item.Source}
	}
	return readItem(item, a.Lexicon)
}

// batch collects documents for one transaction.
type batch struct {
	adder   *Adder
	made    store.Versions
	entries []store.Entry
	bytes   int
	begun   time.Time // the pace of writing only; no result depends on it
	counts  Counts
}

func (b *batch) add(ctx context.Context, res Result) error {
	if len(b.entries) == 0 {
		b.begun = time.Now()
	}
	b.entries = append(b.entries, store.Entry{Reading: res.Reading, Raw: res.Raw, Place: res.Source, Made: b.made, Given: res.Given})
	b.bytes += len(res.Raw)
	if len(b.entries) < batchDocuments && b.bytes < batchBytes && time.Since(b.begun) < batchTime {
		return nil
	}
	return b.write(ctx)
}

func (b *batch) write(ctx context.Context) error {
	if len(b.entries) == 0 {
		return nil
	}
	added, err := b.adder.Store.Add(ctx, b.entries)
	if err != nil {
		return err
	}
	for i, fresh := range added {
		switch {
		case !fresh:
			b.counts.Known++
		case b.entries[i].Reading.Unread != "":
			b.counts.Unread++
			b.counts.Added++
		default:
			b.counts.Added++
		}
	}
	b.entries, b.bytes = nil, 0
	b.adder.Done(b.counts)
	return nil
}
