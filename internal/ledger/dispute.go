package ledger

import (
	"slices"

	"readout"
)

// disputable is a field on which voices can differ: what a claim says of it, and
// whether two claims cannot both be so.
type disputable struct {
	field   string
	value   func(claim) string
	opposed func(a, b claim) bool
}

var disputables = []disputable{
	{"status", statusValue, func(a, b claim) bool { return againstIt(a) != againstIt(b) }},
	{"channel", channelValue, func(a, b claim) bool { return channelFit(a.item.rep.Channel, b.item.rep.Channel) < 2 }},
	{"when", whenValue, func(a, b claim) bool { return a.item.time.distance(b.item.time) > 1 }}, // days next to each other can be one moment in two zones
	{"place", placeValue, func(a, b claim) bool { return a.item.place.country != b.item.place.country }},
	{"initiator", initiatorValue, differentValues},
	{"duration", durationValue, differentValues},
}

func differentValues(claim, claim) bool { return true }

// disputes are the fields on which different voices differ. A headline is no
// voice of its own.
func disputes(d *draft) []readout.Dispute {
	claims := withoutEarly(standing(body(d.claims)))
	var out []readout.Dispute
	for _, f := range disputables {
		if dispute, ok := f.among(claims); ok {
			out = append(out, dispute)
		}
	}
	return out
}

// among collects a field's values; it is a dispute where two voices give values
// that cannot both be so. Each voice speaks once for each value.
func (f *disputable) among(claims []claim) (readout.Dispute, bool) {
	out := readout.Dispute{Field: f.field}
	type heard struct{ voice, value string }
	seen := map[heard]bool{}
	first := map[string][]claim{} // by value, of the first two voices that give it
	differ := false
	for _, c := range claims {
		v := f.value(c)
		h := heard{c.voice, v}
		if v == "" || seen[h] {
			continue
		}
		for value, by := range first {
			differ = differ || value != v && slices.ContainsFunc(by, func(o claim) bool { return o.voice != c.voice && f.opposed(o, c) })
		}
		seen[h] = true
		if len(first[v]) < 2 {
			first[v] = append(first[v], c)
		}
		out.Claims = append(out.Claims, readout.DisputeClaim{Value: v, Speaker: c.Speaker, Via: c.Via, Words: c.Words})
	}
	return out, differ
}

// againstIt reports whether the claim says that the contact was not.
func againstIt(c claim) bool {
	return c.counts == readout.Denied || c.counts == readout.Unplanned
}

// statusValue leaves out what no voice can dispute: forecasts, and words about
// a plan's progress.
func statusValue(c claim) string {
	switch c.counts {
	case readout.Held, readout.Denied, readout.Scheduled, readout.Unplanned:
		return string(c.counts)
	}
	return ""
}

func initiatorValue(c claim) string {
	if who := initiatorOf(c.item); who != nil && c.item.held() {
		return who.side
	}
	return ""
}

func whenValue(c claim) string {
	if c.item.held() && c.item.dated && c.item.time.exact() {
		return c.item.time.edtf()
	}
	return ""
}

func durationValue(c claim) string {
	if c.item.rep.Duration != nil && c.item.held() {
		return c.item.rep.Duration.Value
	}
	return ""
}

// channelValue is the word of those who tell of the contact as held; one that
// leaves the channel open disputes nothing.
func channelValue(c claim) string {
	if c.item.held() && c.item.rep.Channel != readout.Conversation {
		return string(c.item.rep.Channel)
	}
	return ""
}

// placeValue is a place whose country is known: only then can two not both be so.
// Those who call sit in different places.
func placeValue(c claim) string {
	if c.item.held() && groupOf(c.item.rep.Channel) == inPerson && c.item.place.country != "" && c.item.rep.Place != nil {
		return c.item.rep.Place.Name
	}
	return ""
}

// contested are what official accounts say of the content that cannot both be so:
// clauses of one matter that name other numbers, another who, or another place.
func contested(rows []readout.Comparison) []readout.Dispute {
	var out []readout.Dispute
	for _, c := range rows {
		for _, row := range c.Points {
			if row.Relation != readout.Differs || !slices.ContainsFunc(row.What, func(w string) bool { return w == "number" || w == "agent" || w == "place" }) {
				continue
			}
			d := readout.Dispute{Field: "content"}
			for _, side := range []struct {
				issuer readout.EntityID
				points []readout.Point
			}{{c.A.Issuer, row.A}, {c.B.Issuer, row.B}} {
				for _, p := range side.points {
					d.Claims = append(d.Claims, readout.DisputeClaim{Value: p.Quote, Speaker: side.issuer, Words: p.Words})
				}
			}
			out = append(out, d)
		}
	}
	return out
}
