package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"readout"
)

// failures says how each kind of error is answered, first match first.
var failures = []struct {
	is     error
	status int
	code   string
	title  string
	advice string
}{
	{errHost, http.StatusMisdirectedRequest, "host", "Not under this name", "Open it as http://127.0.0.1 or http://localhost, with the port that the program printed."},
	{errPassword, http.StatusUnauthorized, "password", "A password is needed", "Whoever runs this server knows it. The user name does not matter."},
	{errOrigin, http.StatusForbidden, "origin", "Refused", "Forms are taken only from these pages themselves. Open the page here and send it again."},
	{errMethod, http.StatusMethodNotAllowed, "method", "Not this way", "Open the page itself and use what it offers."},
	{readout.ErrNotFound, http.StatusNotFound, "not_found", "Not found", "It may have been named differently, or the documents that told of it are not in this ledger. The timeline lists everything that is."},
	{readout.ErrUnsupported, http.StatusUnsupportedMediaType, "unsupported", "This cannot be read", "Plain text, Markdown, HTML and JSON Lines can."},
	{readout.ErrConflict, http.StatusConflict, "conflict", "Somebody else is at it", "Try again in a moment."},
	{readout.ErrInvalid, http.StatusBadRequest, "invalid", "This was not understood", "Go back and change it; nothing is lost."},
}

var errMethod = errors.New("method not allowed")

// answer runs a handler and shows its error, or its panic, as a page or as JSON.
func (s *server) answer(h handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		err := guarded(h, w, r)
		if err == nil || r.Context().Err() != nil {
			return
		}
		f := failureOf(err)
		if f.Status >= http.StatusInternalServerError {
			s.Failed(fmt.Errorf("%s %s: %w", r.Method, r.URL.Path, err))
		}
		s.showFailure(w, r, f)
	}
}

// guarded turns a panic into an error: one page fails, the server goes on.
func guarded(h handler, w http.ResponseWriter, r *http.Request) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("a page failed: %v", p)
		}
	}()
	return h(w, r)
}

// failure is an error as a page shows it.
type failure struct {
	Status  int
	Code    string
	Title   string
	Message string
	Advice  string
}

func failureOf(err error) failure {
	if errors.As(err, new(*http.MaxBytesError)) {
		return failure{http.StatusRequestEntityTooLarge, "too_large", "Too much text", fmt.Sprintf("The two texts together are larger than %d MB.", maxBody>>20),
			"For long documents: readout compare FILE FILE on the command line, or readout add FILE and compare them here by their contact."}
	}
	for _, f := range failures {
		if errors.Is(err, f.is) {
			message := strings.Replace(err.Error(), f.is.Error()+": ", "", 1) // the title says it
			return failure{f.status, f.code, f.title, sentence(message), f.advice}
		}
	}
	return failure{http.StatusInternalServerError, "failed", "Something went wrong here", "The page could not be made. The program has written the reason where it runs.",
		"Try again; if it happens again, the reason tells what to report."}
}

// sentence begins with a capital and ends with a full stop.
func sentence(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + strings.TrimRight(text[1:], ".") + "."
}

// showFailure writes a failure in the form that was asked for.
func (s *server) showFailure(w http.ResponseWriter, r *http.Request, f failure) {
	w.Header().Del("Content-Disposition")
	w.Header().Set("Cache-Control", "no-store")
	if wantsJSON(r) {
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.WriteHeader(f.Status)
		_ = json.NewEncoder(w).Encode(map[string]any{"error": map[string]string{"code": f.Code, "message": f.Message}}) // the reader is gone if this fails
		return
	}
	var page bytes.Buffer
	if err := s.views.execute(&page, "error", view{Title: f.Title, Page: f}); err != nil {
		s.Failed(err)
		http.Error(w, f.Title+"\n\n"+f.Message, f.Status)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(f.Status)
	_, _ = page.WriteTo(w) // as above
}

// wantsJSON reports whether the address asks for data.
func wantsJSON(r *http.Request) bool {
	return strings.HasSuffix(r.URL.Path, ".json") || strings.HasSuffix(r.URL.Path, ".jsonl") || strings.HasSuffix(r.URL.Path, ".csv")
}
