// Package web serves the ledger as pages for people and as JSON beside them:
// rendered here, working without script, for one machine (see Serve and guard).
// It looks things up through package ledger and stores nothing; a text that is
// pasted to be compared is read and forgotten.
package web

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"readout"
	"readout/internal/store"
	"readout/lexicon"
)

// Store is a store that says when it has changed.
type Store interface {
	store.Store
	store.Searcher
	// Revision is a word that stays the same as long as the ledger does.
	Revision(ctx context.Context) (string, error)
}

// Options say what is served.
type Options struct {
	Store   Store
	Lexicon *lexicon.Lexicon
	Now     func() time.Time
	AsOf    string // the day from which unreported and overdue are judged; "" means today
	// Example gives two accounts of one contact, to show a comparison while the
	// ledger has none. Optional.
	Example func() ([2]readout.Reading, error)
	// What lets other machines in: a proxy before the pages that asks who
	// somebody is, or a password that the pages ask for ("" for none).
	BehindProxy bool
	Password    string
	Failed      func(error) // told of errors that are no visitor's fault
	// By signs the corrections of whoever has not written a name yet. Optional.
	By string
	// ReadOnly says that the store cannot be written, so that nothing is offered
	// for correction.
	ReadOnly bool
}

// server answers requests.
type server struct {
	Options
	views  *views
	files  *files
	ledger *keeper
}

// New gives the handler of all pages.
func New(opt Options) (http.Handler, error) {
	files, err := loadFiles()
	if err != nil {
		return nil, err
	}
	views, err := loadViews(files)
	if err != nil {
		return nil, err
	}
	s := &server{Options: opt, views: views, files: files}
	s.ledger = &keeper{store: opt.Store, failed: opt.Failed, day: s.day, stateName: s.stateName}
	mux := http.NewServeMux()
	for _, r := range append(s.routes(), s.lists()...) {
		mux.Handle(r.pattern, s.answer(r.handle))
	}
	mux.Handle("/", s.answer(unknownPage(mux)))
	return s.guard(mux), nil
}

// day is the day from which the ledger is judged.
func (s *server) day() string {
	if s.AsOf != "" {
		return s.AsOf
	}
	return s.Now().Format(time.DateOnly)
}

// route is an address and what answers there.
type route struct {
	pattern string
	handle  handler
}

// handler answers a request, or says why it cannot.
type handler func(w http.ResponseWriter, r *http.Request) error

// routes lists every address but those of the files beside lists.
func (s *server) routes() []route {
	return []route{
		{"GET /{$}", s.startPage},
		{"GET /compare", s.comparePage},
		{"POST /compare", s.comparePasted},
		{"GET /compare.json", s.compareJSON},
		{"POST /compare.json", s.comparePastedJSON},
		{"GET /today", s.todayPage},
		{"GET /today.json", s.todayJSON},
		{"GET /timeline", s.timelinePage},
		{"GET /timeline.json", s.timelineJSON},
		{"GET /timeline.svg", s.timelinePicture},
		{"GET /timeline.jsonl", s.timelineFile("jsonl")},
		{"GET /timeline.csv", s.timelineFile("csv")},
		{"GET /contact/{id}", s.contactPage},
		{"GET /doc/{id}", s.docPage},
		{"GET /pairs", s.pairsPage},
		{"GET /pairs.svg", s.pairsPicture},
		{"GET /pair", s.pairAsked},
		{"GET /pair/{akind}/{a}/{bkind}/{b}", s.pairPage},
		{"GET /people", s.peoplePage},
		{"GET /states", s.statesPage},
		{"GET /person/{id}", s.partyPage},
		{"GET /state/{id}", s.partyPage},
		{"GET /org/{id}", s.partyPage},
		{"GET /topics", s.topicsPage},
		{"GET /topics.svg", s.topicsPicture},
		{"GET /topic/{id}", s.topicPage},
		{"GET /left-out", s.leftOutPage},
		{"GET /statements", s.statementsPage},
		{"GET /promises", s.promisesPage},
		{"GET /documents", s.documentsPage},
		{"GET /review", s.reviewPage},
		{"GET /review.json", s.reviewJSON},
		{"POST /review", s.correctPosted},
		{"GET /review/{id}", s.correctPage},
		{"GET /corrections", s.correctionsPage},
		{"GET /corrections.json", s.correctionsJSON},
		{"GET /corrections.jsonl", s.correctionsFile},
		{"GET /search", s.searchPage},
		{"GET /help", s.helpPage},
		{"GET /static/{file}", s.staticFile},
		{"GET /healthz", s.health},
	}
}

// unknownPage answers where no route does: another method may be meant, or
// there is no such page.
func unknownPage(mux *http.ServeMux) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			other := r.Clone(r.Context())
			other.Method = method
			if _, pattern := mux.Handler(other); pattern != "/" {
				w.Header().Set("Allow", method)
				return fmt.Errorf("%w: %s is not asked for by %s", errMethod, r.URL.Path, r.Method)
			}
		}
		return fmt.Errorf("%w: there is no page %s", readout.ErrNotFound, r.URL.Path)
	}
}
