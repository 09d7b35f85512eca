package ledger

import (
	"testing"
	"time"
)

func TestDays(t *testing.T) {
	for edtf, want := range map[string]string{
		"2017-07-07/2017-07-08": "2017-07-07 2017-07-08",
		"2017-01-28T12:00~":     "2017-01-28 2017-01-28",
		"2017-02":               "2017-02-01 2017-02-28",
		"1969":                  "1969-01-01 1969-12-31",
		"soon":                  "",
		"":                      "",
	} {
		got := ""
		if first, last, ok := Days(edtf); ok {
			got = first.Format(time.DateOnly) + " " + last.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", edtf, got, want)
		}
	}
}
