package web

import (
	"errors"
	"fmt"
	"net"
	"net/http"

	"readout"
)

// maxBody is the largest request body that is read, in bytes.
const maxBody = 2 << 20

// policy lets a page load our own style, script and pictures, and nothing else.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// guard stands before every page: it sets the headers that keep a browser
// strict, refuses names other than this machine's (a page elsewhere could point
// its own name here: DNS rebinding) and posts from other origins, and bounds
// what is read.
func (s *server) guard(next http.Handler) http.Handler {
	origins := http.NewCrossOriginProtection()
	origins.SetDenyHandler(s.answer(func(http.ResponseWriter, *http.Request) error { return errOrigin }))
	inner := origins.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		if !loopbackName(r.Host) {
			s.answer(func(http.ResponseWriter, *http.Request) error { return fmt.Errorf("%q: %w", r.Host, errHost) })(w, r)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		inner.ServeHTTP(w, r)
	})
}

var (
	errHost   = errors.New("this server answers only under this machine's own name")
	errOrigin = errors.New("the request came from another site")
)

// loopbackName reports whether a Host header names this machine: localhost or a
// loopback address, with or without a port.
func loopbackName(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	if len(name) > 1 && name[0] == '[' && name[len(name)-1] == ']' {
		name = name[1 : len(name)-1]
	}
	ip := net.ParseIP(name)
	return name == "localhost" || ip != nil && ip.IsLoopback()
}

// checkAddress refuses an address that other machines can reach: nothing here
// asks who somebody is.
func checkAddress(addr string) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return fmt.Errorf("%w: %q is no address; write 127.0.0.1:8080", readout.ErrInvalid, addr)
	}
	if host == "" || !loopbackName(host) {
		return fmt.Errorf("%w: %s can be reached from other machines, and the pages ask nobody for a password; use 127.0.0.1, [::1] or localhost", readout.ErrUnsupported, addr)
	}
	return nil
}
