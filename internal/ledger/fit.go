package ledger

import (
	"slices"

	"readout"
)

// chanGroup groups channels that different texts use for one contact.
type chanGroup int

const (
	remote chanGroup = iota + 1
	inPerson
	written
)

func groupOf(c readout.Channel) chanGroup {
	switch c {
	case readout.Call, readout.Video, readout.Conversation:
		return remote
	case readout.Letter:
		return written
	}
	return inPerson
}

// channelFit says how well two channels can be one contact: 3 the same word,
// 2 the same group, 1 only where both name one exact day (a "meeting" by
// video; a "conversation" that was a meeting), 0 never.
func channelFit(a, b readout.Channel) int {
	switch {
	case a == b:
		return 3
	case groupOf(a) == groupOf(b):
		return 2
	case groupOf(a) == written || groupOf(b) == written:
		return 0
	case a == readout.Video || b == readout.Video, a == readout.Conversation || b == readout.Conversation:
		return 1
	}
	return 0
}

// partyFit says whether two sets of parties can be one: weak counts the sides
// that only a state or institution stands for in one of the two.
func partyFit(a, b *item) (score, weak int, ok bool) {
	sides, ok := commonSides(a, b)
	if !ok {
		return 0, 0, false
	}
	for _, side := range sides {
		if side == a.body || side == b.body {
			score += 3 // the body itself, whoever speaks for it
			continue
		}
		s, fits := sideFit(a, b, side)
		if !fits {
			return 0, 0, false
		}
		if s == 1 {
			weak++
		}
		score += s
	}
	switch {
	case a.body != "" || b.body != "":
		return score, weak, !otherRank(a, b)
	case len(a.sides) == 1 && common(a, b) < min(2, len(a.who), len(b.who)):
		return 0, 0, false // of one state, it takes two: a president meets many of his own
	}
	return score, weak, true
}

// manySides are so many that a text may leave one out.
const manySides = 5

// commonSides are the sides that two items have in common: all, or, where both name
// many, at least four fifths of the one's and two thirds of the other's. Whom a text
// has beside a body, it does not leave out.
func commonSides(a, b *item) ([]string, bool) {
	if len(a.sides) < manySides || a.filled || b.filled {
		return a.sides, slices.Equal(a.sides, b.sides)
	}
	var out []string
	for _, side := range a.sides {
		if slices.Contains(b.sides, side) {
			out = append(out, side)
		}
	}
	few, many := min(len(a.sides), len(b.sides)), max(len(a.sides), len(b.sides))
	return out, 5*len(out) >= 4*few && 3*len(out) >= 2*many
}

// otherRank reports whether a state has different people at two gatherings of a body:
// then they are its leaders' and its ministers'.
func otherRank(a, b *item) bool {
	return slices.ContainsFunc(a.who, func(p participant) bool {
		return p.side != a.body && p.side != b.body && levelOf(a, p.side) == personLevel && levelOf(b, p.side) == personLevel && !sharePerson(a, b, p.side)
	})
}

// common counts the parties of one that may be among those of the other.
func common(a, b *item) int {
	n := 0
	for _, p := range a.who {
		if slices.ContainsFunc(b.who, func(q participant) bool {
			return p.id != "" && p.id == q.id || p.level != q.level || p.level == personLevel && samePerson(p, q)
		}) {
			n++
		}
	}
	return n
}

// sideFit compares those who stand for one side: 3 the same, 2 an office and a
// person, 1 a state and somebody.
func sideFit(a, b *item, side string) (int, bool) {
	la, lb := levelOf(a, side), levelOf(b, side)
	switch {
	case la == 0 || lb == 0:
		return 0, false
	case la == personLevel && lb == personLevel:
		return 3, sharePerson(a, b, side)
	case la == officeLevel && lb == officeLevel:
		return 3, shareID(a, b, side)
	case la == lb:
		return 3, true
	case min(la, lb) == stateLevel:
		return 1, true
	}
	return 2, true
}

// levelOf is the most precise level at which the item names a side.
func levelOf(it *item, side string) level {
	best := level(0)
	for _, p := range it.who {
		if p.side == side {
			best = max(best, p.level)
		}
	}
	return best
}

func sharePerson(a, b *item, side string) bool {
	for _, p := range a.who {
		for _, q := range b.who {
			if p.side == side && q.side == side && p.level == personLevel && q.level == personLevel && samePerson(p, q) {
				return true
			}
		}
	}
	return false
}

func samePerson(p, q participant) bool {
	return p.id != "" && p.id == q.id || subset(p.words, q.words) || subset(q.words, p.words)
}

func shareID(a, b *item, side string) bool {
	for _, p := range a.who {
		if p.side == side && p.level == officeLevel && slices.ContainsFunc(b.who, func(q participant) bool { return q.id == p.id }) {
			return true
		}
	}
	return false
}

// agreement is how two loci stand: 1 the same, -1 contradicting, 0 not known.
func (s spot) agreement(o spot) int {
	switch {
	case !s.known() || !o.known():
		return 0
	case s.id != "" && s.id == o.id, subset(s.words, o.words), subset(o.words, s.words):
		return 1
	case s.country != "" && o.country != "" && s.country != o.country:
		return -1
	case s.country != "" && s.country == o.country:
		if s.id.Kind() == readout.State || o.id.Kind() == readout.State {
			return 1
		}
		return 0
	}
	if s.id != "" && o.id != "" && s.id.Kind() == readout.Event && o.id.Kind() == readout.Event {
		return -1
	}
	return 0
}

// elsewhere reports whether a place lies in another country than an event.
func (s spot) elsewhere(event spot) bool {
	return s.country != "" && event.country != "" && s.country != event.country
}

// ordinalFit compares counts that texts give ("their second call this year"): 1 the
// same, -1 different counts of the same thing. What a bare "first" counts is not told.
func ordinalFit(a, b *readout.Ordinal) int {
	switch {
	case a == nil || b == nil || a.Of != b.Of || a.Of == "":
		return 0
	case a.N == b.N:
		return 1
	}
	return -1
}
