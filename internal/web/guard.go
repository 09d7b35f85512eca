package web

import (
	"crypto/sha256"
	"crypto/subtle"
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
		if err := s.admit(r); err != nil {
			if errors.Is(err, errPassword) {
				h.Set("WWW-Authenticate", `Basic realm="readout", charset="UTF-8"`)
			}
			s.answer(func(http.ResponseWriter, *http.Request) error { return err })(w, r)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		inner.ServeHTTP(w, r)
	})
}

var (
	errHost     = errors.New("this server answers only under this machine's own name")
	errOrigin   = errors.New("the request came from another site")
	errPassword = errors.New("the pages ask for a password")
)

// admit refuses a request that the guards of the pages do not let in: without
// one, a name that is not this machine's; with a password, whoever lacks it. Any
// user name will do.
func (s *server) admit(r *http.Request) error {
	if s.Password != "" {
		_, given, _ := r.BasicAuth()
		want, got := sha256.Sum256([]byte(s.Password)), sha256.Sum256([]byte(given)) // of one length, so that time tells nothing
		if subtle.ConstantTimeCompare(want[:], got[:]) != 1 {
			return errPassword
		}
		return nil
	}
	if !s.BehindProxy && !loopbackName(r.Host) {
		return fmt.Errorf("%q: %w", r.Host, errHost)
	}
	return nil
}

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

// checkAddress refuses an address that other machines can reach, unless the pages
// are guarded.
func checkAddress(addr string, guarded bool) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return fmt.Errorf("%w: %q is no address; write 127.0.0.1:8080", readout.ErrInvalid, addr)
	}
	if !guarded && (host == "" || !loopbackName(host)) {
		return fmt.Errorf("%w: %s can be reached from other machines, and nothing guards the pages; use 127.0.0.1, [::1] or localhost, or say what guards them: --behind-proxy, or --password-file", readout.ErrUnsupported, addr)
	}
	return nil
}
