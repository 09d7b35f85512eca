package contact

// The gathering at which, or for which, some met: it is where they did so, and no contact beside.

// maxToGathering is within how many words of a telling verb the gathering at which it was stands.
const maxToGathering = 8

// metAt reports whether a noun is only the gathering at which, or for which, a verb just before it
// says that some met: "met Holt at the G20 meeting in Tollen last year", "met for our annual
// summit on 3 May".
func (f *finder) metAt(c cue, np int) bool {
	if !f.gathersAt(c.head) && !f.ownAnnual(np) {
		return false
	}
	for i := np - 2; i >= max(np-maxToGathering, f.Sentences[c.sentence].First) && !f.at(i).Is(",", ";", "and", "that"); i-- {
		if f.owner[i] < 0 && f.tellingVerb(i) {
			return f.finite(i)
		}
	}
	return false
}

// ownAnnual reports whether the noun phrase at token np is the gathering that some hold every
// year, for which they come together: "for our annual summit".
func (f *finder) ownAnnual(np int) bool {
	return np > 0 && f.at(np-1).Is("for") && f.at(np).Is("our", "their") && f.at(np+1).Is("annual", "yearly")
}

// gathersAt reports whether token i is the noun of a gathering behind "at" and its name: "at the
// G20 meeting".
func (f *finder) gathersAt(i int) bool {
	if i < 1 || !f.at(i).Is("meeting", "summit") || f.owner[i-1] < 0 || !f.actor(f.owner[i-1]) {
		return false
	}
	first, _ := f.tokensOf(f.owner[i-1])
	return f.at(f.skipDeterminers(first) - 1).Is("at")
}
