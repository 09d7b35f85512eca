package ingest

import (
	"context"

	"readout"
	"readout/internal/store"
)

// Merged says what a ledger took over from another.
type Merged struct {
	Counts
	Corrections int `json:"corrections"` // that were new
}

// Merge takes everything over from another ledger: documents with all their
// places, corrections, and the ids that contacts have had there. Documents that
// other rules or another lexicon have read are read again; one that this ledger
// has stays as it is. Two ledgers merged are the ledger of the documents and the
// corrections of both.
func (a *Adder) Merge(ctx context.Context, from store.Store) (Merged, error) {
	var out Merged
	kept, err := store.Everything(ctx, from)
	if err != nil {
		return out, err
	}
	for len(kept) > 0 {
		n := min(len(kept), batchDocuments)
		if err := a.takeOver(ctx, from, kept[:n], &out.Counts); err != nil {
			return out, err
		}
		kept = kept[n:]
		a.Done(out.Counts)
	}
	if out.Corrections, err = a.takeCorrections(ctx, from); err != nil {
		return out, err
	}
	if err := a.takeNames(ctx, from); err != nil {
		return out, err
	}
	return out, store.RememberNames(context.WithoutCancel(ctx), a.Store)
}

// takeOver adds documents with all their places.
func (a *Adder) takeOver(ctx context.Context, from store.Store, kept []store.Kept, counts *Counts) error {
	var entries []store.Entry
	first := map[int]bool{} // entries that are a document's first
	for i := range kept {
		res, err := a.readingOf(ctx, from, &kept[i])
		if err != nil {
			return err
		}
		if res.Err != nil {
			counts.Failed++
			a.Failed(res.Source, res.Err)
			continue
		}
		first[len(entries)] = true
		for _, place := range kept[i].Places {
			entries = append(entries, store.Entry{Reading: res.Reading, Raw: res.Raw, Place: place, Made: current(a.Lexicon), Given: res.Given})
		}
	}
	added, err := a.Store.Add(ctx, entries)
	if err != nil {
		return err
	}
	for i, fresh := range added {
		switch {
		case fresh:
			counts.Added++
		case first[i]:
			counts.Known++
		}
	}
	return nil
}

// readingOf is the reading that this program makes of a document of another store.
func (a *Adder) readingOf(ctx context.Context, from store.Store, k *store.Kept) (Result, error) {
	if k.Made != current(a.Lexicon) {
		item, err := again(ctx, from, k)
		if err != nil {
			return Result{}, err
		}
		return readItem(item, a.Lexicon), nil
	}
	raw, err := from.Raw(ctx, k.Reading.Document.ID)
	given := k.Given
	if given == nil {
		given = guessed(&k.Reading.Document)
	}
	return Result{Reading: k.Reading, Raw: raw, Source: k.Reading.Document.Source, Given: *given}, err
}

// takeCorrections adds the corrections of another store, and counts the new ones.
func (a *Adder) takeCorrections(ctx context.Context, from store.Store) (int, error) {
	list, err := from.Corrected(ctx)
	if err != nil {
		return 0, err
	}
	fresh, err := a.Store.Correct(ctx, list)
	if err != nil {
		return 0, err
	}
	n := 0
	for _, is := range fresh {
		if is {
			n++
		}
	}
	return n, nil
}

// takeNames notes the ids that contacts have had in another store, as far as
// their documents are here.
func (a *Adder) takeNames(ctx context.Context, from store.Store) error {
	names, err := from.Remembered(ctx)
	if err != nil {
		return err
	}
	here := map[readout.DocID]bool{}
	var list []store.Name
	for _, n := range names {
		known, asked := here[n.Document]
		if !asked {
			if known, err = a.Store.Has(ctx, n.Document); err != nil {
				return err
			}
			here[n.Document] = known
		}
		if known {
			list = append(list, n)
		}
	}
	return a.Store.Remember(ctx, list)
}
