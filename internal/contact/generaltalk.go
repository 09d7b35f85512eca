package contact

import (
	"slices"
	"strings"

	"readout"
	"readout/internal/syntax"
	"readout/internal/token"
	"readout/lexicon"
)

// Words of contacts that states or their officials have all the time, or mean to have some day:
// none of them tells of one.

// standing reports whether states are only said, in a talk and on no day, to have been talking
// all along: "Costava has been talking to both Norway and Denmark".
func (f *finder) standing(c cue, s sides) bool {
	g := c.group
	return c.verb() && f.inTalk(c.sentence) && g.Perfect && !g.AuxPast && g.Form&lexicon.Ing != 0 && slices.Contains([]string{"talk", "speak", "negotiate", "consult"}, g.Lemma) &&
		f.onlyStates(s.subject) && !f.persons(s.object) && !f.dated(c.first)
}

// asTheyTalk reports whether a clause only says how people do something whenever they talk: "they
// follow each other's thoughts as they talk about trade".
func (f *finder) asTheyTalk(c cue) bool {
	g := c.group
	return c.verb() && c.word.Channel == string(readout.Conversation) && g.First == g.Main && g.Form&lexicon.Base != 0 && g.Form&lexicon.Past == 0 && !f.dated(c.first) &&
		f.at(g.First-1).Is("they", "we", "you") && f.at(g.First-2).Is("as", "when", "whenever")
}

// inSession reports whether the contact is only what was said in one of the sessions of
// something else: "had a good talk on this in one of our sessions in Tollen".
func (f *finder) inSession(c cue) bool {
	if c.word.Channel != string(readout.Conversation) && c.word.Channel != string(readout.Talks) {
		return false
	}
	for i := c.last; i+3 < f.Sentences[c.sentence].Last && !f.at(i).Is(";") && !f.finite(i); i++ {
		if f.at(i).Is("in", "at", "during") && f.at(i+1).Is("one", "some") && f.at(i+2).Is("of") {
			return f.says(i+3, i+6, "sessions")
		}
	}
	return false
}

// onlyProgress reports whether a verb only says in what there is progress: "hailed progress in
// negotiating a treaty".
func (f *finder) onlyProgress(c cue) bool {
	return c.verb() && c.group.Form&lexicon.Ing != 0 && f.at(c.first-1).Is("in", "on", "toward", "towards") && f.at(c.first-2).Is("progress", "advances", "headway", "strides")
}

// givenNotice reports whether somebody else is only told that there will be a contact: "notified
// Costava that Reyes would fly to Norway". That is notice to them, and none of the contact.
func (f *finder) givenNotice(c cue) bool {
	if !c.verb() || c.group.Modal != "would" {
		return false
	}
	that := -1
	for i := c.first - 1; i > f.Sentences[c.sentence].First && that < 0 && !f.finite(i); i-- {
		if f.at(i).Is("that") {
			that = i
		}
	}
	for i := that - 1; i >= max(f.Sentences[c.sentence].First, that-maxNounPhrase); i-- {
		if f.owner[i] < 0 && f.at(i).Is("notify", "notified", "inform", "informed", "warn", "warned") {
			return true
		}
	}
	return false
}

// standingTalks reports whether an answer only says of talks, on no day, what they are for: "in
// talks with Costava and our allies, a lasting treaty is the goal"; or that they go on: "we're in
// negotiations with Holt".
func (f *finder) standingTalks(c cue) bool {
	if c.verb() || c.word.Channel != string(readout.Talks) || !f.inTalk(c.sentence) || f.dated(c.first) || !f.at(c.first-1).Is("in") {
		return false
	}
	if f.at(c.first-2).Is("are", "'re", "am", "'m") && f.at(c.first-3).Is("we", "they", "i") {
		return !f.says(c.last, f.Sentences[c.sentence].Last, "now", "moment")
	}
	if f.opening(c.sentence) != c.first-1 {
		return false
	}
	g := f.mainGroup(c)
	return g.Time() == syntax.PresentTime && !g.Progressive && !g.Perfect
}

// ofLearners reports whether an exchange is a programme for students and the like: "an
// educational exchange", "the youth exchange programme".
func (f *finder) ofLearners(c cue) bool {
	return f.at(c.first-1).Is("educational", "cultural", "academic", "scientific", "student", "youth", "military-to-military", "professional") ||
		f.at(c.last).Is("initiative", "initiatives", "program", "programs", "programme", "programmes", "scheme", "schemes", "students", "visitors", "scholarships")
}

// maxLearners is how many tokens before a verb those may stand who travel.
const maxLearners = 5

// learnersGo reports whether those who travel are students and the like, whom a programme sends:
// "20 scholars selected to come to Arvenia".
func (f *finder) learnersGo(c cue) bool {
	if !c.verb() || c.word.Channel != string(readout.Visit) {
		return false
	}
	for i := c.first - 1; i >= max(f.Sentences[c.sentence].First, c.first-maxLearners) && f.owner[i] < 0 && !f.at(i).Is(",", ";"); i-- {
		if f.at(i).Is("scholars", "students", "fellows", "pupils", "teachers", "alumni", "interns", "trainees", "youths", "schoolchildren") {
			return true
		}
	}
	return false
}

// notTheFirst reports whether somebody is only said not to be the first who makes a journey:
// "will not be the first President to go to Arvenia" plans none, and denies none.
func (f *finder) notTheFirst(c cue) bool {
	if !c.verb() || !c.group.To || c.word.Channel != string(readout.Visit) {
		return false
	}
	start := f.Sentences[c.sentence].First
	for i := c.first - 1; i > start; i-- {
		if f.at(i).Is("first") {
			for j := i - 1; j > max(start, i-5); j-- {
				if g, ok := f.GroupAt(j, "be"); ok {
					return g.Negated
				}
			}
			return false
		}
		if f.at(i).Is(",", ";", "that") || f.finite(i) {
			return false
		}
	}
	return false
}

// stillOn reports whether contacts are only said to be going on: "the conversations with Holt
// that are ongoing".
func (f *finder) stillOn(c cue) bool {
	for i := c.last; i+2 < f.Sentences[c.sentence].Last && f.at(i).Kind == token.Word; i++ {
		if f.at(i).Is("that", "which") && f.at(i+1).Is("is", "are", "'re", "'s") {
			return f.at(i+2).Is("ongoing", "continuing", "underway")
		}
	}
	return false
}

// amongOthers reports whether calls or meetings without a day, a number or an article are only
// joined to those of before: "in our prior meetings and in calls between Reyes and Holt".
func (f *finder) amongOthers(c cue) bool {
	start, i := f.Sentences[c.sentence].First, c.first-1
	if !f.at(i).Is("in", "during", "through") || !f.at(i-1).Is("and") || f.dated(c.first) {
		return false
	}
	for j := i - 2; j >= max(start, i-maxNounPhrase); j-- {
		if f.at(j).Is("prior", "previous", "earlier", "past") {
			return strings.HasSuffix(f.at(j+1).Fold, "s") && f.telling(j+1)
		}
	}
	return false
}

// bothWays reports whether visits without a day are only to be paid in both directions: "their
// staff will keep in touch, including by visits in both directions".
func (f *finder) bothWays(c cue) bool {
	if c.verb() || !strings.HasSuffix(f.at(c.head).Fold, "s") || c.word.Channel != string(readout.Visit) || f.dated(c.first) {
		return false
	}
	np := f.nounPhrase(c, f.Sentences[c.sentence].First)
	return f.qualified(np, c, "reciprocal", "mutual") || f.at(c.last).Is("in") && f.says(c.last+1, c.last+3, "both", "either") && f.says(c.last+1, c.last+4, "directions", "direction")
}

// somedayThere reports whether somebody only hopes to make a journey some day: "she looked
// forward to travelling to Costava as soon as possible".
func (f *finder) somedayThere(c cue, status readout.Status) bool {
	if !c.verb() || c.word.Channel != string(readout.Visit) || !planned(status) || c.group.Form != lexicon.Ing || !f.at(c.group.First-1).Is("to") || !f.at(c.group.First-2).Is("forward") {
		return false
	}
	for i := c.last; i+2 < f.Sentences[c.sentence].Last && i < c.last+8; i++ {
		if f.at(i).Is("as") && f.at(i+1).Is("soon") || f.at(i).Is("at") && f.says(i+1, i+3, "the", "an") && f.says(i+2, i+4, "earliest", "early") || f.at(i).Is("some") && f.at(i+1).Is("day") || f.at(i).Is("someday") {
			return true
		}
	}
	return false
}

// countsWith reports whether a noun only counts the contacts of two, the one that goes on among
// them: "this is the ninth visit that I've had with Holt".
func (f *finder) countsWith(c cue) bool {
	if c.verb() || f.ordinal(c) == nil || f.dated(c.first) {
		return false
	}
	if np := f.nounPhrase(c, f.Sentences[c.sentence].First); !f.at(np-1).Is("is", "'s") || !f.at(np-2).Is("this", "it", "that") {
		return false
	}
	i := c.last
	if f.at(i).Is("that", "which") {
		i++
	}
	for end := i + 7; i < end; i++ {
		if g, ok := f.GroupAt(i, ""); ok && f.owner[i] < 0 && g.Perfect && !g.AuxPast {
			return slices.Contains([]string{"have", "hold", "make", "pay"}, g.Lemma)
		}
	}
	return false
}

// towardsEnd reports whether negotiations are only what somebody works to bring to an end, on no
// day: "to speed up progress toward the conclusion of negotiations"; so are "these negotiations"
// behind them.
func (f *finder) towardsEnd(c cue) bool {
	start := f.Sentences[c.sentence].First
	np := f.nounPhrase(c, start)
	if !f.at(c.head).Is("negotiations", "talks") || f.dated(c.first) {
		return false
	}
	for i := np - 1; i > start && f.at(np).Is("these", "those"); i-- {
		if f.toBeEnded(i) {
			return true
		}
	}
	return f.toBeEnded(np)
}

// toBeEnded reports whether the words before token np speak of the end that somebody works for.
func (f *finder) toBeEnded(np int) bool {
	return f.at(np-1).Is("of") && f.at(np-2).Is("conclusion", "completion", "finalization", "finalisation") &&
		f.says(np-6, np-2, "toward", "towards", "early", "swift", "speedy", "timely", "accelerate")
}

// byStaff reports whether journeys are those of somebody's staff, whom no name names: "trips by
// the Arvenian government's harbour experts" are none of that government's leaders.
func (f *finder) byStaff(c cue, end int) bool {
	if c.word.Channel != string(readout.Visit) || !f.at(c.last).Is("by") {
		return false
	}
	m := f.mentionFrom(c.last+1, end)
	if m < 0 || !f.possessive(m) {
		return false
	}
	_, i := f.tokensOf(m)
	for last := min(end, i+8); i < last && !prepositions[f.at(i).Fold] && !f.finite(i); i++ {
		if f.at(i).Is("team", "teams", "experts", "engineers", "scientists", "specialists", "technicians", "companies", "investors", "staff") {
			return true
		}
	}
	return false
}

// usuallyLed reports whether a plural only says who has the chair of a body's meetings, or who
// comes to them, on no day: "the meetings of the Task Force are chaired by Holt".
func (f *finder) usuallyLed(c cue) bool {
	g := f.mainGroup(c)
	return g.Main > c.head && g.Passive && g.Time() == syntax.PresentTime && !g.Perfect && !g.Progressive && f.at(g.First).Is("are") && !f.dated(c.first) &&
		slices.Contains([]string{"chair", "lead", "attend", "host", "convene", "organise", "organize", "head", "hold"}, g.Lemma)
}

// ofTheirTeams reports whether those who are to meet are only people who work for the persons
// named, and whom no name names: "both presidents agreed for their teams to meet".
func (f *finder) ofTheirTeams(c cue) bool {
	g := c.group.Governor
	if !c.group.To || g < 1 || !f.at(g).Is("teams", "staffs", "experts", "officials", "negotiators", "advisers", "advisors", "aides", "delegations", "technicians") {
		return false
	}
	i := g - 1
	for f.plainWord(i) && !f.at(i).Is("their", "his", "her", "our", "for") && i > g-4 {
		i--
	}
	return f.at(i).Is("their", "his", "her", "our") && !f.finite(i-1) || f.at(i-1).Is("for")
}

// sinceThen reports whether officials whom no name names are only said to have travelled or met
// some times until now, on no day: "since then, senior Arvenian officials have travelled to
// Tollen for talks", "multiple Arvenian officials have visited Costava".
func (f *finder) sinceThen(c cue) bool {
	start := f.opening(c.sentence)
	g := c.group
	if !c.verb() || g.To {
		g = f.mainGroup(c)
	}
	if !g.Perfect || g.AuxPast || g.Modal != "" || g.Main > c.last || f.dated(c.first) {
		return false
	}
	subject := f.subject(g.First, start)
	if len(subject) == 0 || slices.ContainsFunc(subject, func(m int) bool { return !f.delegates(m) }) {
		return false
	}
	first, last := f.tokensOf(subject[0])
	if f.at(last-1).Is("delegation", "team", "mission") {
		return false
	}
	for first > start && f.owner[first-1] < 0 && (f.plainWord(first-1) || first-1 == start) {
		first--
	}
	return f.says(first, last, manyTimes...) || f.at(start).Is("since") && f.at(start+1).Is("then") || f.at(start).Is("over", "in") && f.says(start+1, start+4, "past", "last")
}
