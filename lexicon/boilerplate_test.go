package lexicon

import "testing"

// Lines of an article must not look like furniture.
func TestBoilerplateLeavesProseAlone(t *testing.T) {
	lex, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"The ministers met in Vienna on Tuesday.",
		"Share prices fell after the call between the two presidents was cancelled.",
		"Comments by the minister drew protests in the capital.",
		"Related talks on energy will follow in the autumn.",
		"More than two hours were spent on the border, officials said.",
		"Photographs of the meeting were released an hour later.",
		"Read in full, the statement says little.",
		"“We will print nothing,” the spokeswoman said.",
		"The top stories in both capitals were about the border.",
	} {
		for _, kind := range []string{"credit", "caption", "note", "chrome", "tail", "comments", "comments-end", "comment-header", "opening", "trailing-note"} {
			if lex.Boilerplate.Match(kind, line) {
				t.Errorf("%q looks like %s", line, kind)
			}
		}
	}
}

func TestBoilerplateRowsRun(t *testing.T) {
	lex, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, r := range lex.Boilerplate.Rows() {
		seen[r.Kind] = true
		if !lex.Boilerplate.Match(r.Kind, r.Example) {
			t.Errorf("%s: %q does not match", r.Kind, r.Example)
		}
	}
	for _, kind := range BoilerplateKinds {
		if !seen[kind] {
			t.Errorf("no row of kind %s", kind)
		}
	}
}
