package contact

import (
	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
)

// maxPreview is within how many words before a contact a preview of it is given: "a preview
// here for you of the trip".
const maxPreview = 6

// aheadOf reports whether the words before the noun phrase at token np put the contact after
// what is told: "before the talks", "in advance of his meeting with Holt", "will not preview
// the call".
func (f *finder) aheadOf(np int) bool {
	if f.at(np-1).Is("of", "on", "for") && !f.at(np).Is("of") && f.says(np-maxPreview, np-1, "preview", "previews", "previewing") {
		return !f.says(np-maxPreview, np-1, ",", ";", ".", "and", "that")
	}
	return f.at(np-1).Is("before", "until") || f.at(np-1).Is("to") && f.at(np-2).Is("forward") || f.at(np-1).Is("of") && f.at(np-2).Is("ahead", "advance") || f.says(np-1, np+1, "preview", "previews", "previewed", "previewing")
}

// willBeOne reports whether the noun is what something will be: "this will be their third
// meeting".
func (f *finder) willBeOne(np int, g syntax.Group) bool {
	if g.Lemma != "be" || g.Time() != syntax.FutureTime || g.Main >= np {
		return false
	}
	for i := g.Main + 1; i < np; i++ {
		if f.owner[i] < 0 && !f.at(i).Is("and", "also", "the", "'s", "'") && !f.Lex.English.Adverb(f.at(i).Fold) {
			return false
		}
	}
	return true
}

// topicOf reports whether the noun is what something will be a topic of: "it will be a topic
// of conversation between Reyes and Holt".
func (f *finder) topicOf(np int, g syntax.Group) bool {
	return g.Time() == syntax.FutureTime && g.Main < np && f.at(np-1).Is("of", "for") && f.at(np-2).Is("topic", "topics", "subject", "point", "part", "focus", "focal", "matter")
}

// invertedCondition reports whether a condition without "if" begins at token i: "should she
// meet Holt again, …", "were they to meet", "had they met".
func (f *finder) invertedCondition(i int) bool {
	s := f.Sentences[f.SentenceOf(i)]
	if !f.at(i).Is("should", "were", "had") || i > s.First && f.at(i-1).Kind == token.Word && !f.at(i-1).Is("and", "but", "so", "or") {
		return false
	}
	m := f.owner[i+1]
	if m < 0 && !f.at(i+1).Is("the", "they", "he", "she", "we", "i") {
		return false
	}
	return f.at(i).Is("should", "had") || f.says(i+1, min(i+8, s.Last), "to")
}

// continuedLater reports whether the noun is only the earlier contact that another is to
// continue: "will meet Holt to continue more of that conversation that they had".
func (f *finder) continuedLater(c cue, np int) bool {
	i := np - 1
	for f.at(i).Is("more", "some", "of", "on", "up", "that", "upon") {
		i--
	}
	g, ok := f.GroupAt(i, "")
	if !ok || !g.To || !f.at(i).Is("continue", "resume", "build", "follow") {
		return false
	}
	at := c.last
	if f.at(at).Is("that", "which") {
		at++
	}
	return f.at(at).Is("they", "he", "she", "we", "i") && f.at(at+1).Is("had", "have", "'ve", "held")
}

// arranged reports whether a present progressive tells a plan: in an answer of a talk ("is
// meeting with Holt because of the dispute"), and of a journey on an institution's page.
// Words of the moment make it one that goes on: "is meeting with Holt right now".
func (f *finder) arranged(g syntax.Group) bool {
	s := f.SentenceOf(g.Main)
	journey := f.at(g.Main).Is("travelling", "traveling", "flying", "heading") && f.home(s) != ""
	if !journey && !(f.inTalk(s) && f.at(g.Main).Is("meeting", "visiting", "seeing", "hosting", "receiving", "welcoming")) {
		return false
	}
	return !f.at(g.First-1).Is("i", "who") && !f.says(f.Sentences[s].First, f.Sentences[s].Last, "now", "currently", "presently", "already", "moment")
}

// laterBeside reports whether a date to come stands in the phrase of a contact's noun: "the
// visit to Norway later this week by Brell".
func (f *finder) laterBeside(c cue) bool {
	for _, i := range f.dates[c.sentence] {
		x := f.Dates[i]
		first, _ := f.TokensIn(x.From.Hull())
		if first < c.last || len(x.EDTF) < len("2006-01") || !f.plainBetween(c.last, first) || f.says(c.last, first, ",", ";") {
			continue
		}
		from, last := bounds(x.EDTF)
		if today := f.today(c.sentence); today != "" && (from > today || f.at(first).Is("later") && last > today) {
			return true
		}
	}
	return false
}

// travelTold is the status of "travel" as the object of a verb that says what becomes of it:
// "has also announced travel to Costava".
func (f *finder) travelTold(c cue) (readout.Status, bool) {
	start := f.Sentences[c.sentence].First
	if !c.verb() || c.first == start || !f.at(c.head).Is("travel") || c.group.First < c.first {
		return "", false
	}
	l := f.light(c.first, start)
	if l == nil || l.word == nil || l.group.Main != c.first-1 || l.word.Status == "tense" {
		return "", false
	}
	return signed(readout.Status(l.word.Status), l.group.Negated), true
}

// dayOfPlan reports whether a date stands behind a contact that somebody has announced, so that
// it is the contact's: what was announced on a day is told in the plain past.
func (f *finder) dayOfPlan(first int, c cue) bool {
	l := f.light(f.nounPhrase(c, f.Sentences[c.sentence].First), f.Sentences[c.sentence].First)
	return first >= c.last && l != nil && l.group.Lemma == "announce" && l.group.Perfect && !l.group.AuxPast
}

// planLookedAt reports whether d only speaks of what is to come of a contact that r tells as
// planned: "will meet Holt in Tollen. She will also brief Brell on her meeting with Holt".
func planLookedAt(r, d draft) bool {
	return d.ahead && d.Status == readout.Held && d.When == nil && planned(r.Status) && r.field == d.field && sameParties(r.Parties, d.Parties) && compatible(r.Channel, d.Channel)
}
