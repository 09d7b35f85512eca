package export

import (
	"encoding/json"
	"strings"
	"testing"

	"readout"
)

var references = []Reference{
	{Document: "sha256:42d8995dc041ebb5", Official: true, Author: "Office of the Prime Minister of Arvenia", Title: "Readout of the “long” call", Published: "2024-05-02", URL: "https://pm.example/a_b?x={1}", Language: "en"},
	{Document: "sha256:de2c3697cda1bf12", Author: "Nora Whitlock", Title: `Will "they" meet?`, Outlet: "Harbour Post & Sons", Published: "2021-06-16T21:40:00+02:00"},
	{Document: "sha256:00", Title: "5% of\nit, #1", Published: "2021-06~"},
	{Document: "sha256:11"},
}

func TestFootnote(t *testing.T) {
	for i, want := range []string{
		"Office of the Prime Minister of Arvenia, “Readout of the ‘long’ call,” 2 May 2024, https://pm.example/a_b?x={1}",
		"Nora Whitlock, “Will ‘they’ meet?” Harbour Post & Sons, 16 June 2021",
		"“5% of it, #1,” June 2021",
		"",
	} {
		if got := references[i].Footnote(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestKeysDiffer(t *testing.T) {
	seen := map[string]bool{}
	for i := range references {
		key := references[i].Key()
		if seen[key] || strings.ContainsAny(key, " ,{}&") {
			t.Errorf("the key %q", key)
		}
		seen[key] = true
	}
	if !seen["harbour2021-de2c3697"] {
		t.Errorf("the keys are %v", seen)
	}
}

func TestBibTeX(t *testing.T) {
	var b strings.Builder
	if err := BibTeX(&b, references); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"@misc{office2024-42d8995d,\n  author = {{Office of the Prime Minister of Arvenia}},", "url = {https://pm.example/a_b?x=%7B1%7D}",
		"@article{harbour2021-de2c3697,", `journal = {Harbour Post \& Sons}`, "date = {2021-06-16}", `title = {{5\% of it, \#1}}`, "date = {2021-06}", "@misc{text-11,\n  note = {sha256:11}\n}",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	if strings.Count(b.String(), "{") != strings.Count(b.String(), "}") {
		t.Errorf("braces do not match:\n%s", b.String())
	}
}

// TestRIS reads the lines back: two letters, two blanks, a hyphen, a blank.
func TestRIS(t *testing.T) {
	var b strings.Builder
	if err := RIS(&b, references); err != nil {
		t.Fatal(err)
	}
	var records []map[string]string
	record := map[string]string{}
	for line := range strings.SplitSeq(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
		if line == "" {
			continue
		}
		if len(line) < 6 || line[2:6] != "  - " {
			t.Fatalf("no line of RIS: %q", line)
		}
		if line[:2] == "ER" {
			records, record = append(records, record), map[string]string{}
			continue
		}
		record[line[:2]] = line[6:]
	}
	if len(records) != len(references) {
		t.Fatalf("%d records", len(records))
	}
	if r := records[0]; r["TY"] != "RPRT" || r["DA"] != "2024/05/02/" || r["AU"] != references[0].Author || r["N1"] != "sha256:42d8995dc041ebb5" {
		t.Errorf("first record: %v", r)
	}
	if r := records[1]; r["TY"] != "NEWS" || r["T2"] != "Harbour Post & Sons" || r["PY"] != "2021" {
		t.Errorf("second record: %v", r)
	}
	if r := records[2]; r["TY"] != "ELEC" || r["DA"] != "2021/06//" || r["TI"] != "5% of it, #1" {
		t.Errorf("third record: %v", r)
	}
}

func TestCSL(t *testing.T) {
	var b strings.Builder
	if err := CSL(&b, references); err != nil {
		t.Fatal(err)
	}
	var items []cslItem
	if err := json.Unmarshal([]byte(b.String()), &items); err != nil {
		t.Fatal(err)
	}
	if len(items) != 4 || items[0].Type != "report" || len(items[2].Issued.Parts[0]) != 2 || items[3].Issued != nil || items[1].Author[0].Literal != "Nora Whitlock" {
		t.Errorf("%s", b.String())
	}
	if items[0].Note != string(readout.DocID("sha256:42d8995dc041ebb5")) {
		t.Error("without the hash")
	}
}
