// Package ingest carries documents from their sources through the reader, many
// at a time and in order, and into a store.
package ingest

import (
	"context"
	"fmt"
	"iter"
	"runtime"

	"readout"
	"readout/internal/extract"
	"readout/internal/source"
	"readout/internal/store"
	"readout/lexicon"
)

// Result is one document that was read, or the reason why there is none.
type Result struct {
	Reading readout.Reading
	Raw     []byte // the source's bytes, which Reading.Document.ID hashes
	Source  string // where it was read from
	Given   store.Given
	Err     error // names the source and the reason
}

// Read reads every item with the given number of workers (0 means one a
// processor). Results come in the order of the items, whatever the number of
// workers; no more than two items a worker are held at a time.
func Read(ctx context.Context, items iter.Seq[source.Item], lex *lexicon.Lexicon, workers int) iter.Seq[Result] {
	return inOrder(ctx, items, workers, func(item source.Item) Result { return readItem(item, lex) })
}

// inOrder does the work for every item, workers at a time, and gives the
// results in the order of the items.
func inOrder(ctx context.Context, items iter.Seq[source.Item], workers int, work func(source.Item) Result) iter.Seq[Result] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(Result) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		queue := dispatch(ctx, items, workers, work)
		for {
			ready, ok := next(ctx, queue)
			if !ok {
				return
			}
			if res, ok := next(ctx, ready); !ok || !yield(res) {
				return
			}
		}
	}
}

// next receives from a channel; ok is false where it is closed or ctx is done.
func next[T any](ctx context.Context, c <-chan T) (v T, ok bool) {
	select {
	case v, ok = <-c:
	case <-ctx.Done():
	}
	return v, ok
}

// dispatch starts a worker for each item, at most workers at a time, and hands
// out the channels of their results in the order of the items.
func dispatch(ctx context.Context, items iter.Seq[source.Item], workers int, work func(source.Item) Result) <-chan (<-chan Result) {
	queue := make(chan (<-chan Result), workers)
	slots := make(chan struct{}, workers)
	go func() {
		defer close(queue)
		for item := range items {
			ready := make(chan Result, 1)
			select {
			case queue <- ready:
			case <-ctx.Done():
				return
			}
			slots <- struct{}{}
			go func() {
				defer func() { <-slots }()
				ready <- work(item)
			}()
		}
	}()
	return queue
}

// given is what a person said of the document.
func given(item source.Item) store.Given {
	return store.Given{Published: item.Given.Published, Outlet: item.Given.Outlet, URL: item.Given.URL, Language: item.Given.Language}
}

// readItem reads one document. A rule that panics fails its document and no
// other: a run over an archive must not stop at one text.
func readItem(item source.Item, lex *lexicon.Lexicon) (res Result) {
	res = Result{Raw: item.Raw, Source: item.Source, Given: given(item), Err: item.Err}
	if item.Err != nil {
		return res
	}
	defer func() {
		if p := recover(); p != nil {
			res.Err = fmt.Errorf("%s: a rule failed on this text: %v", item.Source, p)
		}
	}()
	res.Reading, res.Err = extract.Read(item.Doc, lex)
	return res
}
