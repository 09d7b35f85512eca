package main

import (
	"fmt"
	"io"
	"time"
)

// progress is a line that says how far a run has come: redrawn in place at a
// terminal, else written anew from time to time.
type progress struct {
	w     io.Writer
	live  bool
	on    bool
	now   func() time.Time
	last  time.Time
	drawn bool
}

// The pace of the line.
const (
	liveEvery  = 100 * time.Millisecond
	plainEvery = 5 * time.Second
)

func newProgress(env *environment, on bool) *progress {
	return &progress{w: env.stderr, live: env.live, on: on, now: env.now, last: env.now()}
}

// show says how far the run is, unless it has just been said.
func (p *progress) show(text string) {
	every := plainEvery
	if p.live {
		every = liveEvery
	}
	if !p.on || p.now().Sub(p.last) < every {
		return
	}
	p.last = p.now()
	if !p.live {
		fmt.Fprintf(p.w, "%s …\n", text)
		return
	}
	fmt.Fprintf(p.w, "\r\x1b[K%s …", text)
	p.drawn = true
}

// clear takes the line away, so that something else can be written.
func (p *progress) clear() {
	if p.drawn {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.drawn = false
	}
}
