package lexicon

import "testing"

func TestStateNamed(t *testing.T) {
	lex, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"RUS": "RUS", "rus": "RUS", "Russia": "RUS", " france ": "FRA", "United Kingdom": "GBR", "the Moon": "", "": ""} {
		if got := lex.StateNamed(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
