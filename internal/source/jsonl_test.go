package source

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout"
)

func TestJSONLines(t *testing.T) {
	const lines = `{"id":"n1","url":"https://a.example/2017/05/02/x","outlet":"A","title":"T","byline":"B","published":"2024-05-03T10:00:00+02:00","language":"en","text":"One two.\n"}` + "\r\n" +
		"\n" + `{"text":"Three.","title":null,"id":7}` + "\n" + `{"text":"   "}` + "\n" + "{\"text\":\"bad \xff\"}\n" + `{"id":"last","text":"Four."}`
	items := slices.Collect(Read("f.jsonl", strings.NewReader(lines), Options{Outlet: "Flag"}))
	if len(items) != 5 {
		t.Fatalf("%d items", len(items))
	}
	d := items[0].Doc
	if d.Source != "f.jsonl#n1" || d.Text != "One two.\n" || d.Title != "T" || d.Byline != "B" || d.Outlet != "A" || d.Published.EDTF != "2024-05-03T10:00:00+02:00" {
		t.Errorf("got %+v", d)
	}
	if len(d.Candidates) != 1 || d.Candidates[0].EDTF != "2017-05-02" || d.Candidates[0].In != readout.InURL {
		t.Errorf("candidates %+v", d.Candidates)
	}
	if strings.HasSuffix(string(items[0].Raw), "\r") || items[1].Doc.Source != "f.jsonl#7" || items[1].Doc.Outlet != "Flag" || items[4].Doc.Source != "f.jsonl#last" {
		t.Errorf("got %+v", items)
	}
	for i, want := range map[int]string{2: "f.jsonl:4: invalid: no text", 3: "f.jsonl:5: invalid: broken UTF-8 at byte 13"} {
		if err := items[i].Err; err == nil || err.Error() != want {
			t.Errorf("item %d: %v, want %s", i, err, want)
		}
	}
	for _, item := range []Item{items[0], items[1], items[4]} {
		checkDocument(t, item)
	}
}

func TestLineOverTheLimitIsPassedOver(t *testing.T) {
	long := fmt.Sprintf(`{"text":%q}`, strings.Repeat("w", 200_000))
	items := slices.Collect(Read("f.jsonl", strings.NewReader(long+"\n"+`{"text":"short"}`+"\n"+long), Options{MaxBytes: 1 << 10}))
	if len(items) != 3 || items[1].Err != nil || items[1].Doc.Source != "f.jsonl#L2" {
		t.Fatalf("got %d items", len(items))
	}
	for _, i := range []int{0, 2} {
		if err := items[i].Err; !errors.Is(err, readout.ErrInvalid) || !strings.Contains(err.Error(), "limit of 1 KiB") {
			t.Errorf("item %d: %v", i, err)
		}
	}
}

func TestALongLineIsRead(t *testing.T) {
	if testing.Short() {
		t.Skip("60 MiB")
	}
	line := `{"text":"` + strings.Repeat("word ", 12<<20) + `"}`
	items := slices.Collect(Read("f.jsonl", strings.NewReader(line), Options{}))
	if len(items) != 1 || items[0].Err != nil || len(items[0].Doc.Text) != 60<<20 {
		t.Fatalf("got %d items, %v", len(items), items[0].Err)
	}
}
