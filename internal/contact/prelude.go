package contact

import "readout"

// openingDay is the day with which a sentence opens, where only a phrase about earlier contacts
// parts it from the verb ("On 3 May, as follow-up to the call between Reyes and Holt, Brell met
// Orsi"), or where the contact is one of those that the sentence includes ("Last week Brell was
// in Tollen, including conversations with Orsi"). nil if it does not open so.
func (f *finder) openingDay(c cue, before []cue) *readout.When {
	i := f.opening(c.sentence)
	if f.at(i).Is("on") {
		i++
	}
	if !f.isDate(i) {
		return nil
	}
	day := i
	for f.isDate(i) {
		i++
	}
	if !f.overClauseOfTime(i, c) && !f.overPrelude(i, c, before) {
		return nil
	}
	for _, j := range f.dates[c.sentence] {
		date := f.Dates[j]
		if first, _ := f.TokensIn(date.From.Hull()); first == day && len(date.EDTF) >= 10 {
			return &readout.When{EDTF: date.EDTF, Zone: date.Zone, Words: date.Words}
		}
	}
	return nil
}

// overPrelude reports whether only a phrase about earlier contacts parts the day that ends at
// token i from contact c, or c is one of those that the sentence includes.
func (f *finder) overPrelude(i int, c cue, before []cue) bool {
	if len(before) == 0 {
		return false
	}
	if !c.verb() && f.at(f.nounPhrase(c, i)-1).Is("including") {
		return true
	}
	last := before[len(before)-1].last
	return f.at(i).Is(",") && f.at(i+1).Is("as", "following", "after", "building", "further") && last > i && !f.clauseBetween(i, last) && f.clauseBetween(last, c.first+1)
}

// overClauseOfTime reports whether only a clause that says before or after what parts the day
// that ends at token i from the clause of contact c: "On Monday, before she spoke with Holt,
// Reyes met Brell".
func (f *finder) overClauseOfTime(i int, c cue) bool {
	if !f.at(i).Is(",") || !f.at(i+1).Is("before", "after") || f.isDate(i+2) {
		return false
	}
	for j := i + 3; j < c.first; j++ {
		if f.at(j).Is(",") && f.clauseBetween(i+2, j) {
			return !f.says(j+1, c.first, ";", "before", "after", "who", "which", "that") && !f.says(j, c.first, "and", "but")
		}
	}
	return false
}

// recallEnd is the comma that closes the phrase with which a sentence opens, where contact c is
// only what the rest of it goes on from: "Following up on their 4 May call, the two discussed
// order in Asia". 0 elsewhere.
func (f *finder) recallEnd(c cue) int {
	at, end := f.opening(c.sentence), f.Sentences[c.sentence].Last
	up := f.at(at).Is("following") && f.at(at+1).Is("up") && f.at(at+2).Is("on")
	builds := f.at(at).Is("building") && f.at(at+1).Is("on", "upon")
	if c.verb() || !up && !builds || !f.says(at+2, c.first, "their", "his", "her", "our") || f.says(at, c.first, ",") {
		return 0
	}
	for i := c.last; i < end && !f.finite(i); i++ {
		if f.at(i).Is(",") && !f.isDate(i) && !f.isDate(i+1) {
			return i
		}
	}
	return 0
}

// stayEnd is the comma that closes the phrase with which a sentence opens, where it only says
// during which journey something is done: "During her trip to Tollen, Reyes will speak at the
// fair". 0 elsewhere.
func (f *finder) stayEnd(c cue) int {
	at := f.opening(c.sentence)
	if c.verb() || c.word.Channel != string(readout.Visit) || !f.at(at).Is("during", "on") || !f.at(at+1).Is("his", "her", "their") || f.says(at, c.first, ",") {
		return 0
	}
	for i := c.last; i < f.Sentences[c.sentence].Last && !f.finite(i); i++ {
		if f.at(i).Is(",") && !f.isDate(i) && !f.isDate(i+1) && !(f.owner[i-1] >= 0 && f.isPlace(f.owner[i-1]) && f.owner[i+1] >= 0 && f.isPlace(f.owner[i+1])) {
			return i
		}
	}
	return 0
}

// eventEnd is the token behind the comma that closes an earlier event with which a sentence
// opens, where a list says who led it: "Following the Tollen summit led by President Reyes of
// Arvenia and President Holt of Costava, Minister Orsi of Norway convened the dialogue". The
// first "and" closes that list, whatever titles go on behind the comma. 0 if there is none.
func (f *finder) eventEnd(s int) int {
	start, end := f.opening(s), f.Sentences[s].Last
	if !f.at(start).Is("following", "after") && !(f.at(start).Is("building") && f.at(start+1).Is("on", "upon")) {
		return 0
	}
	i := start + 1
	for ; i < min(end, start+40) && !(f.at(i).Is("led", "hosted", "chaired", "convened", "headed") && f.at(i+1).Is("by")); i++ {
		if f.at(i).Is(",") && !f.isDate(i) {
			return 0
		}
	}
	i += 2
	for closing := false; i < end; {
		m := f.mentionFrom(i, end)
		if !f.eligible(m) || !f.persons([]int{m}) {
			return 0
		}
		last := f.afterName(f.afterMention(m), end)
		if closing {
			if f.at(last).Is(",") {
				return last + 1
			}
			return 0
		}
		next, _ := f.joiner(last, end)
		if next == 0 {
			return 0
		}
		closing, i = !f.at(next-1).Is(","), next
	}
	return 0
}

// openingPlace is the place with which a sentence opens, for a contact that only goes on a list
// of what is done there: "In Tollen, she will start with a meeting with Holt, followed by a tour,
// including meetings with Brell and Lorne"; nil elsewhere.
func (f *finder) openingPlace(c cue, before []cue) *readout.Locus {
	i := f.opening(c.sentence)
	if len(before) == 0 || c.verb() || !f.at(i).Is("in") || !f.at(f.nounPhrase(c, i)-1).Is("including", "by") {
		return nil
	}
	m := f.mentionFrom(i+1, c.first)
	if m < 0 || !f.isPlace(m) {
		return nil
	}
	if _, last := f.tokensOf(m); !f.at(last).Is(",") {
		return nil
	}
	return f.locus(f.Mentions[m])
}
