package contact

import "readout"

// apart reports whether two drafts cannot be of one contact: by their days, their count, the
// forum that they are, or since one verb tells them of several places.
func apart(a, b draft) bool {
	if otherForum(a, b) || returned(a, b) {
		return true
	}
	if a.Ordinal != nil && b.Ordinal != nil && a.Ordinal.N != b.Ordinal.N && a.summits == b.summits && a.field == b.field {
		return true // "the first call", "the second call"; but "this first summit is their fourth meeting"
	}
	if a.longAgo != b.longAgo {
		return true // "met Holt when he was a senator" is none of this year's
	}
	if a.oneOf && b.oneOf && a.head == b.head && a.field == b.field {
		return true // "met in Velmora in April and in Port Merrin"
	}
	if a.sentence == b.sentence && a.field == b.field && a.head < b.head {
		switch {
		case b.anew && a.Place != nil && b.Place != nil && a.Place.Name != b.Place.Name:
			return true
		case b.further && named(a.Parties) > named(b.Parties):
			return true
		}
	}
	if a.sentence < b.sentence && a.field == b.field && (b.toldBeside(a) || b.ofOfficials && named(a.Parties) == len(a.Parties)) {
		return true
	}
	if a.feast != b.feast && planned(a.Status) && planned(b.Status) && a.sentence != b.sentence && a.field == b.field {
		return true // "On Monday Reyes meets Holt. In the evening Holt gives a dinner for her at Harbour House."
	}
	if b.later && a.head < b.head && a.sentence == b.sentence && a.field == b.field {
		return true // "will meet Brell before flying to Costava"
	}
	if a.When == nil || b.When == nil {
		return a.Background != b.Background && a.field == b.field && (a.When != nil || b.When != nil)
	}
	return !overlap(a.When.EDTF, b.When.EDTF)
}

// toldBeside reports whether b is told as held or planned beside a: "will meet Lorne. She will also
// take part in the Harbour Dialogue with Costava", "met Reyes. Holt and his team also took part in
// talks with officials". What they also spoke of is no such thing.
func (d draft) toldBeside(a draft) bool {
	if !d.also || d.Channel == readout.Conversation || d.Channel == readout.Call || a.toState() && planned(a.Status) {
		return false // "will travel to Norway. She will also travel to Oslo to meet Store"
	}
	return d.forum != "" && a.forum == "" && (d.Channel == readout.Talks || d.Channel == readout.Summit) || named(a.Parties) != named(d.Parties)
}

// overlap reports whether two EDTF values can be of one day.
func overlap(a, b string) bool {
	a1, a2 := bounds(a)
	b1, b2 := bounds(b)
	return a1 <= b2 && b1 <= a2
}

// bounds gives the first and last day of an EDTF value, padded so that they
// compare as text.
func bounds(v string) (string, string) {
	first, last := v, v
	for i := range len(v) {
		if v[i] == '/' {
			first, last = v[:i], v[i+1:]
			break
		}
	}
	return day(first, "-01-01"), day(last, "-12-31")
}

func day(v, pad string) string {
	if len(v) > 10 {
		v = v[:10]
	}
	for len(v) > 0 && (v[len(v)-1] == '~' || v[len(v)-1] == '?' || v[len(v)-1] == '%') {
		v = v[:len(v)-1]
	}
	switch len(v) {
	case 4:
		return v + pad
	case 7:
		return v + pad[3:]
	}
	return v
}
