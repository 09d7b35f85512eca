package ledger

import (
	"slices"

	"readout"
)

// disputes are the fields on which different voices differ. A headline is no
// voice of its own.
func disputes(d *draft) []readout.Dispute {
	claims := withoutEarly(standing(body(d.claims)))
	var out []readout.Dispute
	for _, f := range []struct {
		field string
		value func(claim) string
	}{
		{"status", statusValue},
		{"initiator", initiatorValue},
		{"when", whenValue},
		{"duration", durationValue},
	} {
		if dispute, ok := disputeOn(f.field, claims, f.value); ok {
			out = append(out, dispute)
		}
	}
	return out
}

// disputeOn collects a field's values; it is a dispute where two voices give
// different ones. Each voice speaks once for each value.
func disputeOn(field string, claims []claim, value func(claim) string) (readout.Dispute, bool) {
	out := readout.Dispute{Field: field}
	type heard struct{ voice, value string }
	seen := map[heard]bool{}
	voices := map[string][]string{} // by value, the first two voices that give it
	differ := false
	for _, c := range claims {
		v := value(c)
		h := heard{c.voice, v}
		if v == "" || seen[h] {
			continue
		}
		for value, by := range voices {
			differ = differ || opposed(field, value, v) && slices.ContainsFunc(by, func(voice string) bool { return voice != h.voice })
		}
		seen[h] = true
		if len(voices[v]) < 2 {
			voices[v] = append(voices[v], h.voice)
		}
		out.Claims = append(out.Claims, readout.DisputeClaim{Value: v, Speaker: c.Speaker, Via: c.Via, Words: c.Words})
	}
	return out, differ
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

// opposed reports whether two values of a field cannot both be so. Days next
// to each other can be one moment in two zones.
func opposed(field, a, b string) bool {
	switch field {
	case "status":
		against := func(s string) bool { return s == string(readout.Denied) || s == string(readout.Unplanned) }
		return against(a) != against(b)
	case "when":
		x, _ := parseEDTF(a)
		y, _ := parseEDTF(b)
		return x.distance(y) > 1
	}
	return a != b
}
