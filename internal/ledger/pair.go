package ledger

import (
	"cmp"
	"slices"
	"strings"

	"readout"
)

// PairRow is two who were in contact, in the order of their ids.
type PairRow struct {
	A        PartyName `json:"a"`
	B        PartyName `json:"b"`
	Contacts int       `json:"contacts"`
	First    string    `json:"first,omitempty"` // EDTF, of the first contact with a day
	Last     string    `json:"last,omitempty"`
	Compared int       `json:"compared"` // contacts of which official accounts of both sides are here
	Promises int       `json:"promises"`
}

// PartyName is a participant by id.
type PartyName struct {
	ID      readout.EntityID `json:"id"`
	Name    string           `json:"name"`
	Country string           `json:"country,omitempty"`
}

// PersonPairs lists the pairs of persons who are parties of the contacts that
// are asked for, most contacts first.
func (l *Ledger) PersonPairs(f *Filter) []PairRow { return l.pairs(f, personOf) }

// StatePairs lists the pairs of states, and organisations of no state, whose
// people or organs are parties of the contacts that are asked for. Their names
// are left to those who know them.
func (l *Ledger) StatePairs(f *Filter) []PairRow { return l.pairs(f, StateOf) }

func (l *Ledger) pairs(f *Filter, of func(*readout.Party) readout.EntityID) []PairRow {
	type key [2]readout.EntityID
	rows, spans := map[key]*PairRow{}, map[key]*days{}
	for c := range l.matching(f) {
		sides := namesOf(c, of)
		for j, a := range sides {
			for _, b := range sides[j+1:] {
				k := key{a.ID, b.ID}
				if rows[k] == nil {
					rows[k], spans[k] = &PairRow{A: a, B: b}, &days{}
				}
				r := rows[k]
				r.Contacts++
				r.Promises += len(c.Commitments)
				if len(c.Comparison) > 0 {
					r.Compared++
				}
				spans[k].add(c)
			}
		}
	}
	out := make([]PairRow, 0, len(rows))
	for k, r := range rows {
		r.First, r.Last = spans[k].from, spans[k].to
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b PairRow) int {
		return cmp.Or(cmp.Compare(b.Contacts, a.Contacts), cmp.Compare(a.A.ID, b.A.ID), cmp.Compare(a.B.ID, b.B.ID))
	})
	return out
}

// namesOf are the sides among a contact's parties, each once, by id.
func namesOf(c *readout.Contact, of func(*readout.Party) readout.EntityID) []PartyName {
	var out []PartyName
	for i := range c.Parties {
		p := &c.Parties[i]
		id := of(p)
		if id == "" || slices.ContainsFunc(out, func(n PartyName) bool { return n.ID == id }) {
			continue
		}
		n := PartyName{ID: id, Country: p.Country}
		if id == p.Entity {
			n.Name = p.Name
		}
		out = append(out, n)
	}
	slices.SortFunc(out, func(a, b PartyName) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// Pair is the contacts of two over time.
type Pair struct {
	A        PartyName      `json:"a"`
	B        PartyName      `json:"b"`
	Contacts []string       `json:"contacts"` // ids, in the order of the ledger
	First    string         `json:"first,omitempty"`
	Last     string         `json:"last,omitempty"`
	Channels []ChannelCount `json:"channels"` // most frequent first
	Held     int            `json:"held"`
	Began    Initiators     `json:"began"`
	Silence  *Silence       `json:"longest_silence,omitempty"`
	Topics   []TopicRun     `json:"topics"`
	LeftOut  []Omission     `json:"left_out"`
}

// ChannelCount is how many contacts went through a channel.
type ChannelCount struct {
	Channel  readout.Channel `json:"channel"`
	Contacts int             `json:"contacts"`
}

// Initiators says who began the contacts that were held.
type Initiators struct {
	A      int `json:"a"`
	B      int `json:"b"`
	Others int `json:"others,omitempty"`
	Unsaid int `json:"unsaid"` // no text says
}

// Silence is the longest time between two contacts that were held.
type Silence struct {
	From string `json:"from"` // day of the contact before
	To   string `json:"to"`
	Days int    `json:"days"`
}

// TopicRun is a topic over the contacts of two.
type TopicRun struct {
	ID   string `json:"id"`
	Told []Told `json:"told"` // a contact each, the first first
}

// Told is whose official accounts of a contact speak of a topic.
type Told struct {
	Contact string `json:"contact"`
	A       bool   `json:"a,omitempty"`
	B       bool   `json:"b,omitempty"`
	Other   bool   `json:"other,omitempty"` // an account of neither side: the press
}

// PairOf looks at contacts of two, in the order of the ledger, as they run over time.
func PairOf(a, b PartyName, contacts []readout.Contact) Pair {
	p := Pair{A: a, B: b, Contacts: []string{}, Channels: []ChannelCount{}, Topics: []TopicRun{}, LeftOut: []Omission{}}
	var span days
	for i := range contacts {
		c := &contacts[i]
		p.Contacts = append(p.Contacts, c.ID)
		span.add(c)
		p.count(c)
		for _, o := range omissions(c) {
			if o.Side == a.Side() || o.Side == b.Side() {
				p.LeftOut = append(p.LeftOut, o)
			}
		}
	}
	p.First, p.Last = span.from, span.to
	slices.SortStableFunc(p.Channels, func(x, y ChannelCount) int {
		return cmp.Or(cmp.Compare(y.Contacts, x.Contacts), cmp.Compare(x.Channel, y.Channel))
	})
	p.Silence = longestSilence(contacts)
	p.topics(contacts)
	return p
}

// Side is how accounts name the side of a participant.
func (n PartyName) Side() string {
	if code, ok := strings.CutPrefix(string(n.ID), "state/"); ok {
		return code
	}
	return cmp.Or(n.Country, string(n.ID))
}

// is reports whether a party is the participant, or of the state that it is.
func (n PartyName) is(p *readout.Party) bool { return p.Entity == n.ID || StateOf(p) == n.ID }

// count counts a contact by channel and by who began it.
func (p *Pair) count(c *readout.Contact) {
	i := slices.IndexFunc(p.Channels, func(n ChannelCount) bool { return n.Channel == c.Channel })
	if i < 0 {
		i, p.Channels = len(p.Channels), append(p.Channels, ChannelCount{Channel: c.Channel})
	}
	p.Channels[i].Contacts++
	if c.Status != readout.Held {
		return
	}
	p.Held++
	switch {
	case c.Initiator == nil || *c.Initiator < 0 || *c.Initiator >= len(c.Parties):
		p.Began.Unsaid++
	case p.A.is(&c.Parties[*c.Initiator]):
		p.Began.A++
	case p.B.is(&c.Parties[*c.Initiator]):
		p.Began.B++
	default:
		p.Began.Others++
	}
}

// longestSilence is the longest time between contacts that were held on days
// that are known exactly.
func longestSilence(contacts []readout.Contact) *Silence {
	var times []interval
	for i := range contacts {
		if v, ok := whenOf(&contacts[i]); ok && v.exact() && contacts[i].Status == readout.Held {
			times = append(times, v)
		}
	}
	slices.SortFunc(times, func(a, b interval) int { return cmp.Or(cmp.Compare(a.lo, b.lo), cmp.Compare(a.hi, b.hi)) })
	var best *Silence
	for i := 1; i < len(times); i++ {
		if gap := times[i].lo - times[i-1].hi; best == nil || gap > best.Days {
			best = &Silence{From: formatDay(times[i-1].hi), To: formatDay(times[i].lo), Days: gap}
		}
	}
	return best
}

// topics finds, from the first contact to the last, who speaks of what; topics
// that most contacts have come first.
func (p *Pair) topics(contacts []readout.Contact) {
	runs := map[string]*TopicRun{}
	for i := len(contacts) - 1; i >= 0; i-- {
		c := &contacts[i]
		told := map[string]*Told{}
		for j := range c.Accounts {
			a := &c.Accounts[j]
			for k := range a.Points {
				for _, id := range a.Points[k].Topics {
					if told[id] == nil {
						told[id] = &Told{Contact: c.ID}
					}
					t := told[id]
					t.A = t.A || a.Official && a.Side == p.A.Side()
					t.B = t.B || a.Official && a.Side == p.B.Side()
					t.Other = t.Other || !a.Official || a.Side != p.A.Side() && a.Side != p.B.Side()
				}
			}
		}
		for id, t := range told {
			if runs[id] == nil {
				runs[id] = &TopicRun{ID: id}
			}
			runs[id].Told = append(runs[id].Told, *t)
		}
	}
	for _, r := range runs {
		p.Topics = append(p.Topics, *r)
	}
	slices.SortFunc(p.Topics, func(x, y TopicRun) int {
		return cmp.Or(cmp.Compare(len(y.Told), len(x.Told)), cmp.Compare(x.ID, y.ID))
	})
}
