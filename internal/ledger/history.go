package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"readout"
)

// claim is a line of the history with what the rules of status ask of it.
type claim struct {
	readout.Claim
	item    *item
	counts  readout.Status // the status that it counts as
	said    int
	hasSaid bool
	own     bool   // the voice belongs to a party
	side    string // what the voice belongs to
	voice   string // who speaks, for replacing an earlier claim
}

// history is every claim of the cluster, in the order in which they were said.
func (w *world) history(c *cluster) []claim {
	var out []claim
	for _, it := range c.items {
		out = append(out, it.claims(w)...)
	}
	slices.SortStableFunc(out, func(a, b claim) int {
		return cmp.Or(cmp.Compare(a.Said, b.Said), a.item.position(b.item), cmp.Compare(a.From.First().Start, b.From.First().Start))
	})
	return out
}

// claims are the report in its own voice and in every further voice that
// asserts it.
func (it *item) claims(w *world) []claim {
	base := claim{item: it, counts: it.counts(), said: it.said, hasSaid: it.hasSaid}
	base.Status, base.Headline = it.rep.Status, it.rep.Headline
	if it.rep.When != nil {
		base.When = &readout.ClaimWhen{EDTF: it.rep.When.EDTF}
	}
	var out []claim
	whole := it.rep.From.All() // the words of the report's own claim
	told := map[string]bool{}
	add := func(c claim, words readout.Words) {
		quoted, err := words.Quoted(&it.src.r.Document)
		if err != nil {
			return // words that do not fit the document are no ground for a claim
		}
		c.Words = quoted
		if c.hasSaid {
			c.Said = formatDay(c.said)
		}
		c.side = w.sideOf(c.Speaker)
		c.own = c.side != "" && slices.Contains(it.sides, c.side)
		c.voice = voiceKey(c)
		spans := c.From.All()
		key := fmt.Sprint(c.voice, spans)
		if told[key] || len(out) > 0 && c.voice == out[0].voice && within(spans, whole) {
			return // the same voice in the same words
		}
		told[key] = true
		out = append(out, c)
	}
	own := base
	own.Speaker, own.Via = it.speaker, it.via
	add(own, it.rep.Words)
	for _, also := range it.rep.Also {
		if slices.ContainsFunc(it.muted, func(s readout.Spans) bool { return slices.Equal(s.All(), also.From.All()) }) {
			continue
		}
		further, v := base, it.src.voiceAt(also.Words, also.AssertedBy)
		further.Speaker, further.Via, further.said, further.hasSaid = v.speaker, v.via, v.said, v.hasSaid
		add(further, also.Words)
	}
	return out
}

// within reports whether every span of the first list lies in one of the second, which is in
// order.
func within(parts, whole []readout.Span) bool {
	return !slices.ContainsFunc(parts, func(p readout.Span) bool {
		i := sort.Search(len(whole), func(i int) bool { return whole[i].End >= p.End })
		return i == len(whole) || !whole[i].Contains(p)
	})
}

// voiceKey tells voices apart: the speaker, else the nearest link of the chain,
// else the document.
func voiceKey(c claim) string {
	if c.Speaker != "" {
		return string(c.Speaker)
	}
	if len(c.Via) > 0 {
		if c.Via[0].Entity != "" {
			return string(c.Via[0].Entity)
		}
		return strings.ToLower(c.Via[0].Name)
	}
	return string(c.Document)
}
