package lexicon

import (
	"slices"
	"strings"

	"readout"
)

// Reporting is the words with which a language says who said what: the verbs of
// en/reporting.tsv, the nouns of en/cuenouns.tsv, the phrases of en/cues.tsv and
// the nouns of en/sources.tsv.
type Reporting struct {
	verbs   map[string]*ReportingVerb
	phrases map[string][]*CuePhrase // by first word, longest first
	nouns   map[string]SourceKind
	cues    map[string]*CueNoun
}

// CueNoun is a noun that reports what its possessor says or thinks: "her claim
// that".
type CueNoun struct {
	Noun    string
	Kind    readout.StatementKind
	Negated bool
	Example string
}

// ReportingVerb is a verb that reports speech, thought or a question.
type ReportingVerb struct {
	Lemma   string
	Kind    readout.StatementKind
	Negated bool // the verb itself denies or withholds: deny, refuse
	Noun    bool // its present forms are common nouns too: claims, reports
	Preps   []string
	Example string
	frames  []string
}

// Takes reports whether the verb takes a content of this frame: that, bare, wh,
// to, np, quote, naming, obj or object (see reporting.tsv).
func (v *ReportingVerb) Takes(frame string) bool { return slices.Contains(v.frames, frame) }

// CuePhrase attributes without a verb: the noun phrase after it is named by Role.
type CuePhrase struct {
	Words   []string
	Role    CueRole
	Kind    readout.StatementKind
	Example string
}

// CueRole says what the noun phrase after a cue phrase is.
type CueRole string

// The roles.
const (
	CueSource CueRole = "source" // whose words they are
	CueLink   CueRole = "link"   // who carried them
	CueOrigin CueRole = "origin" // whom an outlet had them from
)

// SourceKind is what a noun says of a source of words.
type SourceKind string

// The kinds of source nouns.
const (
	SpeakerNoun  SourceKind = "speaker"
	VoiceNoun    SourceKind = "voice"
	DocumentNoun SourceKind = "document"
	MediumNoun   SourceKind = "medium"
	AudienceNoun SourceKind = "audience"
	MastheadNoun SourceKind = "masthead" // a medium where it is capitalised: Times, Herald
)

// Verb gives the reporting verb with this lemma, or nil.
func (r *Reporting) Verb(lemma string) *ReportingVerb { return r.verbs[lemma] }

// Phrases gives the cue phrases that begin with a folded word, longest first.
func (r *Reporting) Phrases(first string) []*CuePhrase { return r.phrases[first] }

// Noun gives the kind of a folded noun, singular or plural; "" if it is none.
func (r *Reporting) Noun(folded string) SourceKind { return r.nouns[folded] }

// CueNoun gives the cue noun that a folded word is, singular or plural; nil if it
// is none.
func (r *Reporting) CueNoun(folded string) *CueNoun { return r.cues[folded] }

// CueNouns lists the cue nouns in order.
func (r *Reporting) CueNouns() []*CueNoun {
	var out []*CueNoun
	for form, n := range r.cues {
		if form == n.Noun {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(a, b *CueNoun) int { return strings.Compare(a.Noun, b.Noun) })
	return out
}

// Verbs lists the reporting verbs by lemma.
func (r *Reporting) Verbs() []*ReportingVerb {
	out := make([]*ReportingVerb, 0, len(r.verbs))
	for _, v := range r.verbs {
		out = append(out, v)
	}
	slices.SortFunc(out, func(a, b *ReportingVerb) int { return strings.Compare(a.Lemma, b.Lemma) })
	return out
}

// AllPhrases lists the cue phrases in order of their words.
func (r *Reporting) AllPhrases() []*CuePhrase {
	var out []*CuePhrase
	for _, list := range r.phrases {
		out = append(out, list...)
	}
	slices.SortFunc(out, func(a, b *CuePhrase) int { return slices.Compare(a.Words, b.Words) })
	return out
}

func (l *loader) reporting(e *English) *Reporting {
	r := &Reporting{verbs: map[string]*ReportingVerb{}, phrases: map[string][]*CuePhrase{}, nouns: map[string]SourceKind{}, cues: map[string]*CueNoun{}}
	for _, row := range l.table("en/reporting.tsv", "lemma") {
		v := &ReportingVerb{Lemma: row.Get("lemma"), Kind: l.statementKind(row), Negated: row.Get("negated") == "yes", Noun: row.Get("noun") == "yes",
			Preps: row.List("preps"), Example: row.Get("example"), frames: row.List("frames")}
		r.verbs[v.Lemma] = v
		if _, known := e.IsForm(v.Lemma, v.Lemma); !known {
			e.addVerb(v.Lemma, nil, nil, nil)
		}
	}
	for _, row := range l.table("en/cues.tsv", "phrase") {
		p := &CuePhrase{Words: strings.Fields(row.Get("phrase")), Role: CueRole(row.Get("role")), Kind: l.statementKind(row), Example: row.Get("example")}
		if len(p.Words) == 0 || p.Role != CueSource && p.Role != CueLink && p.Role != CueOrigin {
			l.fault(row.Err("a cue phrase needs words and a role"))
			continue
		}
		r.phrases[p.Words[0]] = append(r.phrases[p.Words[0]], p)
	}
	for _, row := range l.table("en/cuenouns.tsv", "noun") {
		n := &CueNoun{Noun: row.Get("noun"), Kind: l.statementKind(row), Negated: row.Get("negated") == "yes", Example: row.Get("example")}
		r.cues[n.Noun], r.cues[n.Noun+"s"] = n, n
	}
	for _, list := range r.phrases {
		slices.SortStableFunc(list, func(a, b *CuePhrase) int { return len(b.Words) - len(a.Words) })
	}
	for _, row := range l.table("en/sources.tsv", "noun") {
		kind, noun := SourceKind(row.Get("kind")), row.Get("noun")
		plurals := row.List("plural")
		if len(plurals) == 0 {
			plurals = []string{noun + "s"}
		}
		for _, form := range append(plurals, noun) {
			r.nouns[form] = kind
		}
	}
	return r
}

func (l *loader) statementKind(row Row) readout.StatementKind {
	switch k := row.Get("kind"); k {
	case "said":
		return readout.Said
	case "thought", "asked":
		return readout.StatementKind(k)
	default:
		l.fault(row.Err("kind %q is none of said, thought, asked", k))
		return readout.Said
	}
}
