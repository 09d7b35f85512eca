package web

import "net/http"

// key is a key that does something on pages with script. The table of keys is
// written into every page; the script does what stands there, so that the help
// cannot say anything else.
type key struct {
	Key    string
	Does   string // for people
	Act    string // what the script does, see the constants
	Target string // a selector; on pages without such an element the key does nothing
}

// What a key does to its target.
const (
	actShow  = "show"  // opens it
	actFocus = "focus" // leads the keyboard to it
	actClick = "click" // presses it; where targets stand in entries, that of the entry that has the keyboard
	actNext  = "next"  // leads to the next of them
	actPrev  = "prev"  // leads to the one before
)

// keyGroup is the keys of one kind of page.
type keyGroup struct {
	Where string
	Keys  []key
}

// entries are what the keys j and k go through, of the page's kind that comes
// first.
const entries = ".queue .entry, .found a.words, .contacts .what > a, .documents .what > a, .statements a.words, .promises > li > a.words, .texts mark a.n"

// keyGroups lists every key.
var keyGroups = []keyGroup{
	{"Everywhere", []key{
		{"?", "show the keys", actShow, "#keys"},
		{"/", "go to the search field", actFocus, "header [type=search], .filters input"},
	}},
	{"Lists, and the numbers in two accounts", []key{
		{"j", "next entry", actNext, entries},
		{"k", "entry before", actPrev, entries},
		{"]", "next page, or the contact after", actClick, "a[rel=next]"},
		{"[", "page before, or the contact before", actClick, "a[rel=prev]"},
	}},
	{"Comparisons", []key{
		{"d", "only the differences, or all again", actClick, ".only-differences, #only-diff"},
	}},
	{"Review", []key{
		{"y", "accept", actClick, ".entry .do-accept"},
		{"n", "reject", actClick, ".entry .do-reject"},
		{"e", "edit", actClick, ".entry .do-edit"},
		{"m", "merge", actClick, ".entry .do-merge"},
		{"s", "split", actClick, ".entry .do-split"},
		{"u", "undo the last correction", actClick, ".do-undo"},
	}},
}

// helpPage lists the keys and says what the signs on the pages mean.
func (s *server) helpPage(w http.ResponseWriter, _ *http.Request) error {
	return s.show(w, "help", view{Title: "Keys and signs"})
}
