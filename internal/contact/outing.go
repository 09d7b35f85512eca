package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
	"readout/lexicon"
)

// outing is what a journey to a gathering is for: the body that gathers, if the files know
// it.
type outing struct {
	body   *readout.Party
	day    *readout.When // that the words give the gathering
	sooner bool          // the only day told is that of setting out: "on Monday she flies to Tollen for the summit"
}

// gatheringNouns are what a gathering of many is called.
var gatheringNouns = []string{"summit", "conference", "forum", "assembly", "congress"}

// outing is the gathering for which alone the journey of a cue is made: "travelled to
// Tollen to attend the Nordic Council summit", "for COP28", "to Tollen, where she took part
// in the forum"; nil if it is for none, or may be for the host's sake as well.
func (f *finder) outing(c cue, d *draft) *outing {
	if d.Channel != readout.Visit || d.stop != nil || f.says(f.nounPhrase(c, f.Sentences[c.sentence].First), c.last+2, "official", "state", "working") {
		return nil
	}
	if out := f.goal(c, d); out != nil {
		return out
	}
	m := f.placeAfter(c)
	if m < 0 || !d.toState() {
		return nil
	}
	_, i := f.tokensOf(m)
	for end := min(f.Sentences[c.sentence].Last, i+maxToPurpose); i < end; i++ {
		if f.at(i).Is(";", "and", "but", "that", "who", "which", "with") {
			return nil
		}
		if f.inDate[i] { // "from 7 May to the 10th to attend"
			continue
		}
		if np, end := f.purposeOf(i); end > 0 {
			out := f.gatheringAt(np, end, f.home(c.sentence) != "")
			if out != nil {
				out.day = f.dayIn(np, end)
			}
			if out != nil && c.verb() && c.group.Lemma != "visit" {
				out.sooner = !slices.Contains(f.inDate[np:end], true)
			}
			return out
		}
	}
	return nil
}

// goal is the gathering that a journey's words name as where it goes: "the visit of Reyes to
// the Nordic Council summit in Tollen"; nil if they name none. Who looks forward to it there is
// not whom the traveller goes to see.
func (f *finder) goal(c cue, d *draft) *outing {
	if len(d.Parties) != 2 {
		return nil
	}
	i := c.last
	if f.at(i).Is("of") && f.personAt(i+1) {
		if f.parties([]int{f.owner[i+1]})[0].Entity != d.Parties[0].Entity {
			return nil
		}
		_, i = f.tokensOf(f.owner[i+1])
	}
	if !f.at(i).Is("to") {
		return nil
	}
	return f.gatheringAt(i+1, f.Sentences[c.sentence].Last, f.home(c.sentence) != "")
}

// dayIn is the first day named in tokens [from, to); nil if there is none.
func (f *finder) dayIn(from, to int) *readout.When {
	for _, i := range f.dates[f.SentenceOf(from)] {
		d := f.Dates[i]
		if first, _ := f.TokensIn(d.From.Hull()); first >= from && first < to && len(d.EDTF) >= len("2006-01-02") && d.Timex3.Type == "DATE" {
			return &readout.When{EDTF: d.EDTF, Words: d.Words}
		}
	}
	return nil
}

// maxToPurpose is within how many words of the place a journey's purpose begins.
const maxToPurpose = 14

// purposeOf is the noun phrase in tokens [np, end) for which a journey is, where its
// purpose begins at token i: behind "for", "as part of" or a verb of taking part. A purpose of another
// kind, "to sign the treaty", gives an empty phrase; end is 0 where none begins.
func (f *finder) purposeOf(i int) (np, end int) {
	last := f.Sentences[f.SentenceOf(i)].Last
	switch {
	case f.at(i).Is("for") && !f.isDate(i+1):
		return i + 1, last
	case f.at(i).Is("as") && f.at(i+1).Is("part") && f.at(i+2).Is("of"):
		return i + 3, last
	case f.at(i).Is("to") && f.owner[min(i+1, len(f.owner)-1)] < 0 && !f.at(i+1).Upper:
		i++
	case f.at(i).Is("where"):
		for i++; i < last && !f.takesPartAt(i); i++ {
			if f.at(i).Is(",", "and") {
				return i, i
			}
		}
	default:
		return 0, 0
	}
	if f.at(i).Is("also", "first") {
		i++
	}
	if at := f.representsAt(i, last); at > 0 {
		return at + 1, last
	}
	if !f.takesPartAt(i) {
		return i, i
	}
	for i++; i < last && f.at(i).Is("part", "in", "at"); i++ {
	}
	return i, last
}

// representsAt is the token of the preposition behind which a verb at token i of standing for
// one's state names where: "to represent Arvenia at the forum", "to lead the delegation for the
// conference"; 0 where there is none.
func (f *finder) representsAt(i, end int) int {
	if !slices.ContainsFunc(f.Lex.English.VerbForms(f.at(i).Fold), func(v lexicon.VerbForm) bool {
		return v.Lemma == "represent" || v.Lemma == "lead" && f.says(i+1, min(i+7, end), "delegation")
	}) {
		return 0
	}
	for j := i + 1; j < min(i+9, end) && !f.at(j).Is(",", ";", "and"); j++ {
		if f.at(j).Is("at", "to", "for") {
			return j
		}
	}
	return 0
}

// takesPartAt reports whether a verb of being at somebody else's gathering stands at token i.
func (f *finder) takesPartAt(i int) bool {
	for _, form := range f.Lex.English.VerbForms(f.at(i).Fold) {
		switch form.Lemma {
		case "attend", "address":
			return true
		case "participate":
			return f.at(i + 1).Is("in")
		case "take":
			return f.at(i+1).Is("part") && f.at(i+2).Is("in")
		case "speak":
			return f.at(i + 1).Is("at")
		}
	}
	return false
}

// gatheringAt reads the gathering that the noun phrase beginning at token i names; nil if it
// names none, or one of the state itself: "the summit with Arvenia". The body is a party
// only on an institution's page.
func (f *finder) gatheringAt(i, end int, ofPage bool) *outing {
	var out *outing
	for low := i; i < min(end, low+10); i++ {
		k := f.at(i)
		if m := f.owner[i]; m >= 0 && !k.Is("'s", "'", "his", "her", "their") {
			if f.persons([]int{m}) || f.Mentions[m].Entity.Kind() == readout.State {
				return nil
			}
			_, last := f.tokensOf(m)
			if body := f.gathers(m); body >= 0 {
				out = &outing{}
				if ofPage {
					out.body = &f.parties([]int{body})[0]
				}
			} else if f.isEvent(m) {
				out = &outing{}
			}
			i = last - 1
			continue
		}
		if slices.ContainsFunc(gatheringNouns, func(w string) bool { return k.Is(w) }) {
			if f.at(i+1).Is("with", "between") || f.at(i-1).Is("news", "press", "bilateral") || out == nil && f.at(low).Is("a", "an") && !k.Upper {
				return nil // "for a summit" may be with the host
			}
			if out == nil {
				out = &outing{}
			}
			return out
		}
		if f.manySided(low, i, end) {
			if out == nil {
				out = &outing{}
			}
			return out
		}
		if k.Is(",") && f.plainWord(i-1) && f.plainWord(i+1) { // "the traditional, informal meeting"
			continue
		}
		if f.finite(i) || f.endsPhrase(i) && k.Kind != token.Number && !k.Is("'s", "'", "-") {
			break
		}
		if out != nil && !f.isDate(i) && !k.Is("'s", "'") && !strings.EqualFold(k.Fold, "leaders") {
			return nil // "the Council's fair"
		}
	}
	return out
}

// manySided reports whether the noun at token i, whose phrase begins at token low, is a
// meeting of more than a guest and the host: "two trilateral meetings", "a meeting with the
// Nordic leaders", "the informal meeting of the council's member states".
func (f *finder) manySided(low, i, end int) bool {
	if !f.at(i).Is("meeting", "meetings", "session", "talks") {
		return false
	}
	if f.at(i + 2).Is("-") {
		i += 2 // "a meeting hosted — of the member states": who speaks begins again
	}
	for j := low; j < i; j++ {
		if f.at(j).Is("trilateral", "quadrilateral", "multilateral") {
			return true
		}
	}
	if !f.at(i+1).Is("with", "of") {
		return false
	}
	group := false
	for j := i + 2; j < min(end, i+12); j++ {
		k := f.at(j)
		m := f.owner[j]
		group = group || m < 0 && k.Upper || m >= 0 && !f.isState(m) && !f.persons([]int{m})
		switch {
		case k.Is("leaders", "allies"), k.Is("states") && f.at(j-1).Is("member"):
			return group
		case k.Is("community") && f.at(j-1).Is("international"):
			return true
		case f.finite(j) || m < 0 && k.Kind == token.Word && prepositions[k.Fold] || m >= 0 && f.isState(m):
			return false
		}
	}
	return false
}

// toBodies turns the journeys that are left to a gathering into the contact with the body
// that gathers, if a text has none, and leaves out the others, with what else the text,
// which tells of all, tells of the journey to that state.
func toBodies(all, list []draft) []draft {
	var out []draft
	for _, v := range list {
		switch {
		case v.outing == nil && slices.ContainsFunc(all, v.forOuting):
		case v.outing == nil:
			out = append(out, v)
		case v.outing.body != nil:
			v.Parties, v.Channel = []readout.Party{v.Parties[0], *v.outing.body}, readout.Summit
			if v.outing.sooner && v.When != nil && !strings.Contains(v.When.EDTF, "/") {
				v.When = nil
			}
			if !slices.ContainsFunc(list, func(o draft) bool {
				return o.outing == nil && o.Status == v.Status && sameParties(o.Parties, v.Parties)
			}) {
				out = append(out, v)
			}
		}
	}
	return out
}

// forOuting reports whether a journey, or the meetings on it that no name tells, is told
// elsewhere as that to a gathering: "will travel to Norway and Denmark. … He will travel to
// Tollen, Denmark, to attend the summit".
func (d draft) forOuting(o draft) bool {
	n := len(d.Parties)
	return o.outing != nil && n == 2 && d.Parties[1].Entity.Kind() == readout.State && compatible(d.Channel, readout.Visit) && o.field == d.field && o.Status == d.Status && !apart(o, d) && sameParties(o.Parties, d.Parties)
}
