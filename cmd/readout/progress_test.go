package main

import (
	"bytes"
	"testing"
	"time"
)

// The line is redrawn in place at a terminal and written anew elsewhere, not too
// often, and never where it is switched off.
func TestProgress(t *testing.T) {
	for _, test := range []struct {
		live, on bool
		want     string
	}{
		{true, true, "\r\x1b[K1 added …\r\x1b[K3 added …\r\x1b[K"},
		{false, true, "3 added …\n"},
		{true, false, ""},
	} {
		var b bytes.Buffer
		now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
		p := newProgress(&environment{stderr: &b, live: test.live, now: func() time.Time { return now }}, test.on)
		for _, step := range []struct {
			after time.Duration
			text  string
		}{{liveEvery, "1 added"}, {time.Millisecond, "2 added"}, {plainEvery, "3 added"}} {
			now = now.Add(step.after)
			p.show(step.text)
		}
		p.clear()
		p.clear()
		if got := b.String(); got != test.want {
			t.Errorf("live %v, on %v: %q, want %q", test.live, test.on, got, test.want)
		}
	}
}

func TestByteSize(t *testing.T) {
	for text, want := range map[string]byteSize{"10": 10, "500KB": 500_000, "64MiB": 64 << 20, "1.5 GiB": 3 << 29, "7b": 7} {
		var got byteSize
		if err := got.UnmarshalText([]byte(text)); err != nil || got != want {
			t.Errorf("%q: %d, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "lots", "0", "-1", "NaN", "9e99GiB", "MiB"} {
		var got byteSize
		if err := got.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q was taken for %d", text, got)
		}
	}
}
