package source

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"readout"
)

func readOne(t *testing.T, name, content string, opt Options) Item {
	t.Helper()
	items := slices.Collect(Read(name, strings.NewReader(content), opt))
	if len(items) != 1 {
		t.Fatalf("%s: %d items, want 1", name, len(items))
	}
	return items[0]
}

func mustRead(t *testing.T, name, content string, opt Options) readout.Document {
	t.Helper()
	item := readOne(t, name, content, opt)
	if item.Err != nil {
		t.Fatal(item.Err)
	}
	checkDocument(t, item)
	return item.Doc
}

// checkDocument verifies what holds for every document.
func checkDocument(t testing.TB, item Item) {
	t.Helper()
	d := &item.Doc
	if d.ID != readout.NewDocID(item.Raw) {
		t.Errorf("%s: the id is not the hash of the raw bytes", item.Source)
	}
	r := readout.Reading{Document: *d}
	if err := r.Check(); err != nil {
		t.Error(err)
	}
	for _, m := range d.Marks {
		if _, err := readout.At(m.Span).Cut(d.Text); err != nil {
			t.Errorf("mark %s: %v", m.Kind, err)
		}
	}
}

func TestPlainTextIsUntouched(t *testing.T) {
	const text = "  Line one\r\n\r\n\tLine “two” \n\n"
	d := mustRead(t, "a.txt", text, Options{Outlet: "Morning Post", URL: "https://example.org/x", Language: "en-GB"})
	if d.Text != text || d.Outlet != "Morning Post" || d.URL != "https://example.org/x" || d.Language != "en" || d.Words != 4 {
		t.Errorf("got %+v", d)
	}
}

func TestKindIsFoundFromContent(t *testing.T) {
	for _, c := range []struct {
		name, content string
		want          Kind
		err           error
	}{
		{"a.txt", "Plain words.", Text, nil},
		{"-", "Plain words.", Text, nil},
		{"-", "# A heading\n\nWords.", Markdown, nil},
		{"-", "A heading\n=========\n\nWords.", Markdown, nil},
		{"notes.md", "Words.", Markdown, nil},
		{"-", "<!DOCTYPE html><p>Words.", HTML, nil},
		{"page.txt", "\n<html><body>Words", HTML, nil},
		{"-", "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html>", HTML, nil},
		{"-", `{"text":"x"}`, JSONLines, nil},
		{"a.jsonl", "not json", JSONLines, nil},
		{"a.txt", `{"text":"x"}`, Text, nil},
		{"a.txt", "", "", readout.ErrInvalid},
		{"a.txt", " \n\t\n", "", readout.ErrInvalid},
		{"a.txt", "%PDF-1.7 ...", "", readout.ErrUnsupported},
		{"a.jsonl", "PK\x03\x04zip", "", readout.ErrUnsupported},
		{"a.html", "\x89PNG\r\n\x1a\n", "", readout.ErrUnsupported},
		{"a.txt", "words\x00words", "", readout.ErrUnsupported},
		{"feed", "<?xml version=\"1.0\"?><rss>", "", readout.ErrUnsupported},
		{"a.json", "[{\"text\":\"x\"}]", "", readout.ErrUnsupported},
	} {
		got, err := sniff(c.name, []byte(c.content))
		if got != c.want || !errors.Is(err, c.err) {
			t.Errorf("sniff(%q, %q) = %q, %v; want %q, %v", c.name, c.content, got, err, c.want, c.err)
		}
	}
}

func TestErrorsNameFileAndReason(t *testing.T) {
	for _, c := range []struct {
		name, content, want string
		max                 int64
		is                  error
	}{
		{"empty.txt", "", "empty.txt: invalid: empty", 0, readout.ErrInvalid},
		{"a.pdf", "%PDF-1.4", "a.pdf: not supported: application/pdf", 0, readout.ErrUnsupported},
		{"big.txt", strings.Repeat("word ", 500), "larger than the limit of 2 KiB", 2048, readout.ErrInvalid},
		{"broken.txt", "caf\xc3\xa9 \xc3\xa9t\xc3\xa9 na\xefve", "broken UTF-8 at byte 14", 0, readout.ErrInvalid},
		{"late.txt", strings.Repeat("w", 5000) + "\x00", "not supported: binary data", 0, readout.ErrUnsupported},
	} {
		item := readOne(t, c.name, c.content, Options{MaxBytes: c.max})
		if !errors.Is(item.Err, c.is) || !strings.Contains(item.Err.Error(), c.want) || !strings.HasPrefix(item.Err.Error(), c.name) {
			t.Errorf("%s: %v; want %q", c.name, item.Err, c.want)
		}
	}
}

func TestCharacterSets(t *testing.T) {
	utf16 := "\xff\xfe" + strings.Join(strings.Split("Kyiv talks\n", ""), "\x00") + "\x00"
	cyrillic := "\xcf\xf0\xe5\xe7\xe8\xe4\xe5\xed\xf2\xfb \xef\xee\xe3\xee\xe2\xee\xf0\xe8\xeb\xe8 \xef\xee \xf2\xe5\xeb\xe5\xf4\xee\xed\xf3 \xe8 \xe4\xee\xe3\xee\xe2\xee\xf0\xe8\xeb\xe8\xf1\xfc \xee \xe2\xf1\xf2\xf0\xe5\xf7\xe5."
	for name, c := range map[string]struct{ raw, want string }{
		"byte order mark": {"\ufeffKyiv talks", "Kyiv talks"},
		"UTF-16":          {utf16, "Kyiv talks\n"},
		"windows-1252":    {"He called it a \x93good talk\x94 \x96 again.", "He called it a “good talk” – again."},
		"windows-1251":    {cyrillic, "Президенты поговорили по телефону и договорились о встрече."},
	} {
		if got := mustRead(t, "a.txt", c.raw, Options{}).Text; got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	page := "<html><head><meta charset=windows-1251></head><body><p>" + cyrillic + "</p></body></html>"
	if d := mustRead(t, "a.html", page, Options{}); !strings.Contains(d.Text, "Президенты поговорили") {
		t.Errorf("declared character set: %q", d.Text)
	}
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"The two presidents spoke by telephone on Friday and agreed that they would meet in the autumn.":     "en",
		"Le président s’est entretenu avec la chancelière des sujets qui concernent les deux pays.":          "fr",
		"Der Bundeskanzler hat mit dem Präsidenten über die Lage in der Region und die Hilfe gesprochen.":    "de",
		"El presidente habló con la primera ministra de las relaciones entre los dos países y del comercio":  "es",
		"Президенты обсудили вопросы, которые касаются и торговли, и безопасности, а также не раз говорили":  "ru",
		"Президенти обговорили питання, що стосуються торгівлі та безпеки, а також домовилися про це й далі": "uk",
		"Trump Putin": "",
		"Αυτό το κείμενο είναι γραμμένο στα ελληνικά και δεν το ξέρουμε":                           "el",
		"Il presidente ha parlato con la cancelliera delle relazioni tra i due paesi e della pace": "it",
		"両首脳は電話で会談し、協力を続けることで一致した。":                                                                "ja",
		"两国领导人星期五通了电话，讨论了贸易和安全问题。":                                                                 "zh",
		"بحث الرئيسان العلاقات بين البلدين في مكالمة هاتفية يوم الجمعة":                            "und",
		"The readout (Хороший разговор) named no date, and it was said that the two spoke.":        "en",
	} {
		if got := detectLanguage(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestLanguageGivenAndShown(t *testing.T) {
	english := strings.Repeat("The two presidents spoke by telephone on Friday and agreed that they would meet in the autumn. ", 4)
	for _, c := range []struct{ given, meta, text, want string }{
		{"", "fr-FR", english, "en"},    // a page that names the language of its site
		{"fr", "", english, "fr"},       // a person who says so is believed
		{"", "de", "Trump Putin", "de"}, // too little to tell
		{"", "en", "Der Kanzler sprach.", "en"},
		{"", "", "Trump Putin", ""},
	} {
		if got := language(c.given, c.meta, c.text); got != c.want {
			t.Errorf("given %q, page %q: %q, want %q", c.given, c.meta, got, c.want)
		}
	}
}

func TestMarkdownMarks(t *testing.T) {
	d := mustRead(t, "a.md", "---\ntitle: x\n---\n# Call\n\nWords.\n\n> quoted\n> more\n\nAgain\n-----\n\n- item\n", Options{})
	var got []string
	for _, m := range d.Marks {
		got = append(got, string(m.Kind)+"="+d.Text[m.Span.Start:m.Span.End])
	}
	want := []string{"chrome=---\ntitle: x\n---", "title=# Call", "blockquote=> quoted\n> more", "heading=Again\n-----", "item=- item"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestWalk(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(t.TempDir(), "outside.txt")
	for path, content := range map[string]string{
		outside: "Outside.", filepath.Join(dir, "b.txt"): "Second.", filepath.Join(dir, "a", "z.txt"): "First.",
		filepath.Join(dir, ".hidden"): "Hidden.", filepath.Join(dir, "c.jsonl"): "{\"id\":\"x\",\"text\":\"T\"}\nbad\n{\"text\":\"U\"}\n",
	} {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(outside, filepath.Join(dir, "d-link.txt")); err != nil && runtime.GOOS != "windows" {
		t.Fatal(err)
	}
	var got []string
	for item := range Walk([]string{dir, "-", filepath.Join(dir, "none")}, strings.NewReader("From a pipe."), Options{}) {
		line := strings.TrimPrefix(item.Source, dir)
		if item.Err != nil {
			line += "!"
		}
		got = append(got, line)
	}
	want := []string{"/a/z.txt", "/b.txt", "/c.jsonl#x", "/c.jsonl:2!", "/c.jsonl#L3", "/d-link.txt!", "-", "/none!"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestUnreadableFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("the super-user may read everything")
	}
	dir := t.TempDir()
	closed := filepath.Join(dir, "closed")
	if err := os.Mkdir(closed, 0o000); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "open.txt"), []byte("Words."), 0o644); err != nil {
		t.Fatal(err)
	}
	items := slices.Collect(Walk([]string{dir}, nil, Options{}))
	if len(items) != 2 || items[0].Err == nil || items[1].Err != nil {
		t.Errorf("got %+v", items)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"plain", "# md\n> q", "<html><h1>x</h1><div class=comments><li>c</li></div><p>y", "{\"text\":\"x\",\"published\":\"2017-05-02\"}\n{", "\xff\xfea\x00", "caf\xe9", " date 2017-01-27 X\n\nMOSCOW, May 3 (A) — x"} {
		f.Add("a.txt", []byte(s))
		f.Add("a.html", []byte(s))
		f.Add("a.jsonl", []byte(s))
		f.Add("a.md", []byte(s))
	}
	f.Fuzz(func(t *testing.T, name string, raw []byte) {
		for item := range Read(name, bytes.NewReader(raw), Options{MaxBytes: 1 << 20}) {
			if item.Err == nil {
				checkDocument(t, item)
			}
		}
	})
}
