package segment

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"readout"
	"readout/lexicon"
)

// sites is a small lexicon of official sites for these tests.
var sites = fstest.MapFS{"world/outlets.tsv": {Data: []byte("id\tname\tcountry\tkind\tinstitution\tdomains\taliases\n" +
	"test-elysee\tTest Élysée page\tFRA\tofficial\telysee\telysee.test.example\t\n" +
	"test-premier\tTest premier page\tFRA\tofficial\tmatignon\tshared.test.example/premier\t\n" +
	"test-desk\tTest Desk\tFRA\twire\t\tdesk.test.example\t\n")}}

func load(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	lex, err := lexicon.Load(sites)
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// show prints passages as lines: kind, issuer, day, "cut" for excerpts, words.
func show(d *readout.Document, passages []readout.Passage) string {
	var out strings.Builder
	for _, p := range passages {
		words, _ := p.From.Cut(d.Text)
		words = strings.Join(strings.Fields(words), " ")
		if len(words) > 30 {
			words = strings.ToValidUTF8(words[:30], "")
		}
		fmt.Fprintf(&out, "%s", p.Kind)
		if p.Issuer != "" {
			fmt.Fprintf(&out, " %s", p.Issuer)
		}
		if p.Day != nil {
			fmt.Fprintf(&out, " %s", p.Day.EDTF)
		}
		if p.Excerpt {
			out.WriteString(" cut")
		}
		fmt.Fprintf(&out, ": %s\n", words)
	}
	return out.String()
}

const readoutText = "The Presidents discussed trade and energy. It was agreed to continue contacts. The conversation was constructive."

func TestSplit(t *testing.T) {
	lex := load(t)
	for name, c := range map[string]struct{ text, want string }{
		"saved page": {
			" date 2021-03-04 Sign up for our newsletter\n\nThe ministers met in Oslo.\n",
			"dateline: date 2021-03-04\nchrome: Sign up for our newsletter\nbody: The ministers met in Oslo.\n",
		},
		"web page": {
			"By: Ann Lee | 03-04-2021 | World\nPhoto credit: Jo Ray\n\nMinisters to Meet in Oslo\n\nThe ministers will meet.\n\nMore talks follow.\n\nShare this story\n2 Comments\n" +
				"Guest No. 12 2021-03-04 : 10:12\n\nGood for them\n\njoe_b No. 14 2021-03-05 : 00:12\n\nAbout time!\n\nLeave a comment\nEmail *\n\nMost read\n\nTen facts about the border\n",
			"byline: By: Ann Lee | 03-04-2021 | Wor\ncredit: Photo credit: Jo Ray\nheadline: Ministers to Meet in Oslo\nbody: The ministers will meet.\nbody: More talks follow.\n" +
				"chrome: Share this story\nchrome: 2 Comments\ncomment: Guest No. 12 2021-03-04 : 10:1\ncomment: Good for them\ncomment: joe_b No. 14 2021-03-05 : 00:1\ncomment: About time!\n" +
				"chrome: Leave a comment\nchrome: Email *\nchrome: Most read\nchrome: Ten facts about the border\n",
		},
		"wire copy": {
			"Ministers agree on gas\n\nOSLO, March 4 (Press Desk) — The ministers met.\n\nThey talked.\n\nReporting by A. Lee; editing by J. Ray\n",
			"headline: Ministers agree on gas\ndateline: OSLO, March 4 (Press Desk) —\nbody: The ministers met.\nbody: They talked.\nchrome: Reporting by A. Lee; editing b\n",
		},
		"plain dateline": {
			"Oslo. March 4. The ministers met.",
			"dateline: Oslo. March 4.\nbody: The ministers met.\n",
		},
		"announced account": {
			"They spoke again. Here is the Kremlin’s account of it:\n\n" + readoutText + " [Emphasis added]\n\nNot a word on gas, you will notice.\n",
			"body: They spoke again. Here is the \nreadout org/kremlin: The Presidents discussed trade\nnote: [Emphasis added]\nbody: Not a word on gas, you will no\n",
		},
		"two capitals": {
			"Paris:\n\n" + readoutText + "\n\nA joint mission was also proposed.\n\nhttps://www.elysee.test.example/2021/03/04/call\n\nBerlin:\n\n" + readoutText + "\n\nBoth texts are short, I think.\n",
			"body: Paris:\nreadout org/elysee 2021-03-04: The Presidents discussed trade\nreadout org/elysee 2021-03-04: A joint mission was also propo\n" +
				"credit: https://www.elysee.test.exampl\nbody: Berlin:\nreadout state/DEU: The Presidents discussed trade\nbody: Both texts are short, I think.\n",
		},
		"heading in the same paragraph": {
			"Ankara, 4 March 2021:\n" + readoutText + " […]\n",
			"body: Ankara, 4 March 2021:\nreadout state/TUR 2021-03-04 cut: The Presidents discussed trade\n",
		},
		"second account by the same side": {
			"Berlin’s statement first:\n\n" + readoutText + "\n\nEarlier Angela Merkel had spoken with the king:\n\n" + readoutText + "\n",
			"body: Berlin’s statement first:\nreadout state/DEU: The Presidents discussed trade\nbody: Earlier Angela Merkel had spok\nreadout state/DEU: The Presidents discussed trade\n",
		},
		"an address alone": {
			"I found this today.\n\n" + readoutText + "\n\nhttps://elysee.test.example/call\n",
			"body: I found this today.\nreadout org/elysee: The Presidents discussed trade\ncredit: https://elysee.test.example/ca\n",
		},
		"a colon is not an account": {
			"Berlin made one demand:\n\nThe border must open by June.\n",
			"body: Berlin made one demand:\nbody: The border must open by June.\n",
		},
		"transcript": {
			"Interview with the envoy\n\nQuestion: Will you go to Oslo?\n\nAnna Testova: I will go.\n\nWe are ready.\n\nQuestion (Radio East): When?\n\nAnna Testova: Soon.\n\n(The interview was shortened.)\n",
			"headline: Interview with the envoy\nquestion: Question: Will you go to Oslo?\nanswer person/anna-testova: Anna Testova: I will go.\nanswer person/anna-testova: We are ready.\n" +
				"question: Question (Radio East): When?\nanswer person/anna-testova: Anna Testova: Soon.\nnote: (The interview was shortened.)\n",
		},
		"transcript in one paragraph": {
			"The minister was asked about it today.\n\nQuestion: Will there be a call? Sergey Lavrov: There may be one. Question: When? Sergey Lavrov: Soon.\n\nWe shall see.\n",
			"body: The minister was asked about i\nquestion: Question: Will there be a call\nanswer person/sergey-lavrov: Sergey Lavrov: There may be on\nquestion: Question: When?\n" +
				"answer person/sergey-lavrov: Sergey Lavrov: Soon.\nbody: We shall see.\n",
		},
		"interview by name": {
			"PAT HOST: Did you call?\n\nMR. TESTMAN: We did.\n\nPAT HOST: Twice?\n\nMR. TESTMAN: Twice.\n",
			"question: PAT HOST: Did you call?\nanswer: MR. TESTMAN: We did.\nquestion: PAT HOST: Twice?\nanswer: MR. TESTMAN: Twice.\n",
		},
		"hard line breaks": {
			"The ministers said what both sides would\nlike to say?\nNothing more came.\n",
			"body: The ministers said what both s\n",
		},
		"comments without a heading": {
			"The ministers met.\n\nThey talked.\n\nGuest_1 2021-03-04 10:12\n\nGood.\n\njoe wrote on March 5, 2021:\n\nYes.\n",
			"body: The ministers met.\nbody: They talked.\ncomment: Guest_1 2021-03-04 10:12\ncomment: Good.\ncomment: joe wrote on March 5, 2021:\ncomment: Yes.\n",
		},
		"a verb of saying is no comment": {
			"The ministers met.\n\nThey talked.\n\nHere is what the envoy said:\n\nNothing came of it.\n",
			"body: The ministers met.\nbody: They talked.\nbody: Here is what the envoy said:\nbody: Nothing came of it.\n",
		},
		"official text with title and address": {
			"Telephone talk with Testland\n date 2021-03-04 Paris:\n\nThe presidents talked today.\n\n" + readoutText + "\n\nhttps://elysee.test.example/2021/03/04/a\n",
			"headline: Telephone talk with Testland\ndateline: date 2021-03-04\nbody: Paris:\nreadout org/elysee 2021-03-04: The presidents talked today.\n" +
				"readout org/elysee 2021-03-04: The Presidents discussed trade\ncredit: https://elysee.test.example/20\n",
		},
		"all above an address": {
			"A meeting in Lyon\n\nThe presidents sat down today.\n\n" + readoutText + "\n\nThey dined.\n\nhttps://elysee.test.example/a\n",
			"headline: A meeting in Lyon\nreadout org/elysee: The presidents sat down today.\nreadout org/elysee: The Presidents discussed trade\n" +
				"readout org/elysee: They dined.\ncredit: https://elysee.test.example/a\n",
		},
		"a long dateline": {
			"WOODSIDE, Calif., Nov. 15, 2023 (Press Desk) — They met.",
			"dateline: WOODSIDE, Calif., Nov. 15, 202\nbody: They met.\n",
		},
		"two cities": {
			"OSLO/BERGEN, Sept. 9 (Press Desk) — They met.",
			"dateline: OSLO/BERGEN, Sept. 9 (Press De\nbody: They met.\n",
		},
		"two cities with blanks": {
			"Paris / Berlin, 9 Sept. 2021 — They met.",
			"dateline: Paris / Berlin, 9 Sept. 2021 \nbody: They met.\n",
		},
		"a note before the dateline": {
			"Sample written for this program. OSLO, Dec. 29 — The ministers met.",
			"note: Sample written for this progra\ndateline: OSLO, Dec. 29 —\nbody: The ministers met.\n",
		},
		"a correction before the dateline": {
			"(Adds quotes, background) OSLO, Dec. 29 — The ministers met.",
			"note: (Adds quotes, background)\ndateline: OSLO, Dec. 29 —\nbody: The ministers met.\n",
		},
		"title, office, day": {
			"Readout of Minister Testova’s Call with Minister Testman\nElysee Palace\nMay 3, 2021\n\nThe ministers spoke today.\n",
			"headline: Readout of Minister Testova’\nbyline: Elysee Palace\nbyline: May 3, 2021\nbody org/elysee: The ministers spoke today.\n",
		},
		"office, title, place and day": {
			"The White House\nOffice of the Press Secretary\n\nFor Immediate Release\n\nReadout of the Vice President’s Call\n\nWashington, May 3, 2021\n\nThe two spoke today.\n",
			"byline: The White House\nbyline: Office of the Press Secretary\nbyline: For Immediate Release\nheadline: Readout of the Vice President\n" +
				"dateline: Washington, May 3, 2021\nbody org/white-house: The two spoke today.\n",
		},
		"an office that no file knows": {
			"Minister Testova’s Visit\nOffice of the Chief Herald of France\n3 May 2021\n\nThe minister arrived today.\n",
			"headline: Minister Testova’s Visit\nbyline: Office of the Chief Herald of \nbyline: 3 May 2021\nbody state/FRA: The minister arrived today.\n",
		},
		"Markdown title": {
			"Sample written for this program\n\n# Talks in Oslo.\n\nThe ministers met.\n\n## What next\n\nNothing.\n",
			"note: Sample written for this progra\nheadline: # Talks in Oslo.\nbody: The ministers met.\nbody: ## What next\nbody: Nothing.\n",
		},
		"quoted lines": {
			"**Here is the Kremlin’s account of it:**\n\n> The talk was short.\n>\n> It was\n> cut.\n\nI had expected more.\n",
			"body: **Here is the Kremlin’s acco\nreadout org/kremlin: > The talk was short. >\nreadout org/kremlin: > It was > cut.\nbody: I had expected more.\n",
		},
		"a longer name inside another": {
			"It is out. **Here is the Presidency of France’s readout of the call:**\n\n> The talk was short.\n",
			"body: It is out. **Here is the Presi\nreadout org/elysee: > The talk was short.\n",
		},
		"the day above an account": {
			"They spoke again. Here is the Kremlin’s account of it:\n\n2 May 2021\n\n" + readoutText + "\n\nNot a word on gas, you will notice.\n",
			"body: They spoke again. Here is the \nbyline: 2 May 2021\nreadout org/kremlin 2021-05-02: The Presidents discussed trade\nbody: Not a word on gas, you will no\n",
		},
		"the day above the heading": {
			"They spoke again, as we heard.\n\nMay 3, 2021\n\nBerlin:\n\n" + readoutText + "\n",
			"body: They spoke again, as we heard.\nbyline: May 3, 2021\nbody: Berlin:\nreadout state/DEU 2021-05-03: The Presidents discussed trade\n",
		},
		"notes of an outlet are no answer": {
			"The Harbour Wire: notes of a briefing. No names.\n\nQuestion: When will they meet?\n\nAnswer: Soon.\n\nLocation: Oslo.\n",
			"body: The Harbour Wire: notes of a b\nquestion: Question: When will they meet?\nanswer: Answer: Soon.\nbody: Location: Oslo.\n",
		},
		"a reporter among turns": {
			"The envoy spoke to us.\n\nQ: Will you go?\n\nAnna Testova: I will.\n\nIt is time.\n\nTestova has been envoy since May.\n\nThe border is quiet.\n\nQ: When?\n\nAnna Testova: Soon.\n\nThe interview took place in Oslo.\n",
			"body: The envoy spoke to us.\nquestion: Q: Will you go?\nanswer person/anna-testova: Anna Testova: I will.\nanswer person/anna-testova: It is time.\n" +
				"body: Testova has been envoy since M\nbody: The border is quiet.\nquestion: Q: When?\nanswer person/anna-testova: Anna Testova: Soon.\nbody: The interview took place in Os\n",
		},
		"cut text": {
			"The ministers met.\n\n...\n\nThey met again.",
			"body: The ministers met.\nbody cut: ...\nbody: They met again.\n",
		},
	} {
		d := readout.Document{Text: c.text}
		passages := Split(&d, lex)
		checkTiling(t, &d, passages)
		if got := show(&d, passages); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestOfficialPageIsBody(t *testing.T) {
	lex := load(t)
	text := "The press service publishes the Kremlin’s account:\n\n" + readoutText + "\n"
	for _, c := range []struct {
		doc  readout.Document
		want readout.EntityID
	}{
		{readout.Document{Text: text, URL: "https://elysee.test.example/a"}, "org/elysee"},
		{readout.Document{Text: text, URL: "https://shared.test.example/premier/news/1"}, "org/matignon"},
		{readout.Document{Text: text, Outlet: "Test Élysée page"}, "org/elysee"},
		{readout.Document{Text: text, Outlet: "The Kremlin"}, "org/kremlin"},
		{readout.Document{Text: text, Outlet: "The Kremlin", URL: "https://elysee.test.example/a"}, "org/elysee"},
	} {
		for _, p := range Split(&c.doc, lex) {
			if p.Kind != readout.Body || p.Issuer != c.want {
				t.Errorf("%s %s: %s", c.doc.URL, c.doc.Outlet, show(&c.doc, []readout.Passage{p}))
			}
		}
	}
}

// Transcripts of institutions' own pages: one turn is enough, titles in capitals
// and the day say who speaks, and what follows a turn belongs to it.
func TestOwnTranscript(t *testing.T) {
	lex := load(t)
	for name, c := range map[string]struct{ title, text, want string }{
		"remarks": {
			"Remarks by President Biden and Prime Minister Trudeau of Canada",
			"Map Room\n\n4:10 P.M. EST\n\nPRESIDENT BIDEN:\u00a0 Welcome.\n\nWe shall talk\nof trade.\n\nPRIME MINISTER TRUDEAU:\u00a0 Thank you.\n\nTHE PRESIDENT:\u00a0 Good.\n\n4:20 P.M. EST\n\n###",
			"note: Map Room\ndateline: 4:10 P.M. EST\nanswer person/joe-biden: PRESIDENT BIDEN: Welcome.\nanswer person/joe-biden: We shall talk of trade.\n" +
				"answer person/justin-trudeau: PRIME MINISTER TRUDEAU: Thank \nanswer person/joe-biden: THE PRESIDENT: Good.\nnote: 4:20 P.M. EST\nchrome: ###\n",
		},
		"call on background": {
			"Background Press Call",
			"Via Teleconference\n\n(March 3, 2021)\n\n5:41 P.M. EST\n\nMODERATOR: Hello.\n\nSENIOR ADMINISTRATION OFFICIAL:\u00a0 The two will talk.\n\nQ\u00a0\u00a0\u00a0 When?\n\nSENIOR ADMINISTRATION OFFICIAL: Soon.\n\nEND\u00a0 5:50 P.M. EST",
			"note: Via Teleconference\ndateline: (March 3, 2021)\ndateline: 5:41 P.M. EST\nquestion: MODERATOR: Hello.\nanswer: SENIOR ADMINISTRATION OFFICIAL\n" +
				"question: Q When?\nanswer: SENIOR ADMINISTRATION OFFICIAL\nnote: END 5:50 P.M. EST\n",
		},
		"strangers": {
			"Briefing by Press Officer Anna Testova and Dr. Zorblax Quimby",
			"MS. TESTOVA: Hello.\n\nDR. QUIMBY: Hello.\n\nMR. TESTMAN: Hello.\n\nADMINISTRATOR SMITHERS: Hello.\n",
			"answer person/anna-testova: MS. TESTOVA: Hello.\nanswer person/zorblax-quimby: DR. QUIMBY: Hello.\nanswer: MR. TESTMAN: Hello.\nanswer: ADMINISTRATOR SMITHERS: Hello.\n",
		},
		"a list of praise is no transcript": {
			"What they are saying",
			"Anna Testova: “A good step.”\n\nPaul Testman: “A bold step.”\n",
			"body org/white-house: Anna Testova: “A good step.\nbody org/white-house: Paul Testman: “A bold step.\n",
		},
	} {
		d := readout.Document{Title: c.title, Text: c.text, Outlet: "The White House", PublishedRaw: "2021-03-03", Published: &readout.Published{EDTF: "2021-03-03", Words: readout.WordsIn(readout.InPublished, readout.Span{End: 10})}}
		passages := Split(&d, lex)
		checkTiling(t, &d, passages)
		if got := show(&d, passages); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

func TestPressIsNoOwnPage(t *testing.T) {
	lex := load(t)
	for _, d := range []readout.Document{
		{Text: "The White House\n\nThe presidents met.\n\nThey talked.\n", Outlet: "Harbour Post"},
		{Text: "The ministers met.\n\nThe Kremlin\n\nThey talked.\n"},
		{Text: "The ministers met.\n", URL: "https://shared.test.example/news/1"},
		{Text: "The ministers met.\n", URL: "https://desk.test.example/1", Outlet: "The Kremlin"},
	} {
		for _, p := range Split(&d, lex) {
			if p.Issuer != "" {
				t.Errorf("%s %s: %s", d.URL, d.Outlet, show(&d, []readout.Passage{p}))
			}
		}
	}
}

func TestMarksDecide(t *testing.T) {
	text := "Talks in Oslo\n\nThe desk\n\nThe ministers met.\n\nA door\n\nHere is what the Kremlin said:\n\nThe ministers met for an hour.\n\nNothing else.\n\nWho cares.\n"
	mark := func(kind readout.MarkKind, words string) readout.Mark {
		at := strings.Index(text, words)
		return readout.Mark{Kind: kind, Span: readout.Span{Start: at, End: at + len(words)}}
	}
	d := readout.Document{Text: text, Marks: []readout.Mark{mark(readout.MarkTitle, "Talks in Oslo"), mark(readout.MarkByline, "The desk"), mark(readout.MarkCaption, "A door"),
		mark(readout.MarkQuote, "The ministers met for an hour."), mark(readout.MarkComment, "Who cares.")}}
	want := "headline: Talks in Oslo\nbyline: The desk\nbody: The ministers met.\ncaption: A door\nbody: Here is what the Kremlin said:\n" +
		"readout org/kremlin: The ministers met for an hour.\nbody: Nothing else.\ncomment: Who cares.\n"
	passages := Split(&d, load(t))
	checkTiling(t, &d, passages)
	if got := show(&d, passages); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTitleApartIsNotGuessed(t *testing.T) {
	lex := load(t)
	for text, want := range map[string]readout.PassageKind{"Talks in Oslo\n\nThey met.": readout.Headline, "A quiet day\n\nThey met.": readout.Body} {
		d := readout.Document{Title: "Talks in Oslo", Text: text}
		if got := Split(&d, lex)[0].Kind; got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// checkTiling verifies that every byte belongs to exactly one passage.
func checkTiling(t testing.TB, d *readout.Document, passages []readout.Passage) {
	t.Helper()
	at := 0
	for _, p := range passages {
		span := p.From.Hull()
		if span.Start != at || span.End <= span.Start {
			t.Fatalf("passage %v does not follow byte %d of %q", span, at, d.Text)
		}
		at = span.End
	}
	if at != len(d.Text) {
		t.Fatalf("passages end at %d of %d bytes", at, len(d.Text))
	}
	r := readout.Reading{Document: *d, Passages: passages}
	if err := r.Check(); err != nil {
		t.Fatal(err)
	}
}

func FuzzSplit(f *testing.F) {
	lex := load(f)
	f.Add("date 2021-03-04 X\n\nMoscow:\n"+readoutText+"\nhttps://elysee.test.example/2021/03/04/\n\n2 Comments\njoe says:\nhi", "")
	f.Add("Question: A? Anna B: C.\n\nQ: d\n\nA: e (…)\n\n[My Emphasis]", "Title")
	f.Add("\x9c", "\x9c")
	f.Add("OSLO, May 3 (X) — \n \u00a0\nBy Ann | 2019 | x\nx [sic]", "x")
	f.Fuzz(func(t *testing.T, text, title string) {
		Split(&readout.Document{Text: text, Title: title}, lex) // no panic on what is not UTF-8
		text = strings.ToValidUTF8(text, "?")
		d := readout.Document{Text: text, Title: strings.ToValidUTF8(title, "?")}
		checkTiling(t, &d, Split(&d, lex))
	})
}
