package web

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

// TestReadersWhileItGrows: pages are asked for by many while documents come in,
// and each is a whole page of some moment.
func TestReadersWhileItGrows(t *testing.T) {
	s := newSite(t)
	var readers sync.WaitGroup
	stop := make(chan struct{})
	for _, path := range []string{"/", "/timeline", "/statements", "/documents"} {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				w := httptest.NewRecorder()
				s.handler.ServeHTTP(w, request("GET", path, nil))
				if w.Code != http.StatusOK {
					t.Errorf("%s: %d", path, w.Code)
				}
			}
		})
	}
	for day := 1; day <= 9; day++ {
		s.addText(fmt.Sprintf("%d.txt", day), fmt.Sprintf("2024-05-0%d\n\nPrime Minister Ana Reyes told reporters that she had telephoned President Jon Holt.", day))
	}
	close(stop)
	readers.Wait()
}
