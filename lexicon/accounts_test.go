package lexicon

import (
	"testing"

	"readout"
)

// TestFormExamples: every row's example has the row's form, so that no row
// above takes it away.
func TestFormExamples(t *testing.T) {
	lex := load(t)
	for _, r := range lex.Forms.Rows() {
		title, url := r.Example, ""
		if r.Field == readout.InURL {
			title, url = "", r.Example
		}
		if got := lex.Forms.Of(title, url); got != r.Form {
			t.Errorf("%q is %q, want %s", r.Example, got, r.Form)
		}
	}
}

func TestForms(t *testing.T) {
	lex := load(t)
	for _, c := range []struct {
		title, url string
		want       readout.AccountKind
	}{
		{"Remarks by Prime Minister Reyes and President Holt in Joint Press Conference", "", readout.Transcript},
		{"Arvenia-Costava Joint Leaders' Statement", "", readout.JointStatement},
		{"Prime Minister Reyes's Meeting with President Holt", "https://www.pm.arvenia.example/news/2024/06/20", readout.ReadoutAccount},
		{"Bridge opens", "https://www.pm.arvenia.example/news/2024/06/01", ""},
		{"", "https://x.com/palace/status/1", readout.Post},
		{"Reyes and Holt meet in Tollen", "https://post.example/2024/06/20", ""},
		{"", "", ""},
	} {
		if got := lex.Forms.Of(c.title, c.url); got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.title, c.url, got, c.want)
		}
	}
}
