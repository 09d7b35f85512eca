package ledger

import (
	"slices"
	"strings"

	"readout"
)

// field reads one field of the contact from an account and compares it.
type field struct {
	name  string
	value func(*world, *readout.Report) *readout.Value
	same  func(w *world, a, b *readout.Report, va, vb string) bool
}

var fieldTable = []field{
	{"when", whenField, sameWhen},
	{"channel", channelField, sameChannel},
	{"initiator", initiatorField, sameInitiator},
	{"duration", durationField, nil},
	{"place", placeField, samePlace},
	{"attendees", attendeesField, sameAttendees},
}

// fields compares the fields that the reports of two accounts give; neither
// names those that none gives.
func (w *world) fields(a, b *unit) (rows []readout.FieldRow, neither []string) {
	rows = []readout.FieldRow{} // prints as a list, not as null
	for _, f := range fieldTable {
		ra, va := f.read(w, a)
		rb, vb := f.read(w, b)
		row := readout.FieldRow{Name: f.name, A: va, B: vb}
		switch {
		case va == nil && vb == nil:
			neither = append(neither, f.name)
			continue
		case vb == nil:
			row.Relation = readout.OnlyA
		case va == nil:
			row.Relation = readout.OnlyB
		case va.Value == vb.Value || f.same != nil && f.same(w, ra, rb, va.Value, vb.Value):
			row.Relation = readout.Same
		default:
			row.Relation = readout.Differs
		}
		rows = append(rows, row)
	}
	return rows, neither
}

// read is the first report of the account that gives the field, and its value
// with the words quoted.
func (f field) read(w *world, u *unit) (*readout.Report, *readout.Value) {
	for _, r := range u.reports {
		v := f.value(w, r)
		if v == nil {
			continue
		}
		if q := quotedValue(v, &u.src.r.Document); q != nil {
			return r, q
		}
	}
	return nil, nil
}

func whenField(_ *world, r *readout.Report) *readout.Value {
	if r.When == nil {
		return nil
	}
	return &readout.Value{Value: r.When.EDTF, Words: r.When.Words}
}

func sameWhen(_ *world, _, _ *readout.Report, a, b string) bool {
	x, okX := parseEDTF(a)
	y, okY := parseEDTF(b)
	return okX && okY && x.overlaps(y)
}

// channelField leaves out a conversation whose channel is not said.
func channelField(_ *world, r *readout.Report) *readout.Value {
	if r.Channel == readout.Conversation {
		return nil
	}
	return &readout.Value{Value: string(r.Channel), Words: r.Words}
}

func sameChannel(_ *world, _, _ *readout.Report, a, b string) bool {
	return groupOf(readout.Channel(a)) == inPerson && groupOf(readout.Channel(b)) == inPerson
}

func initiatorParty(r *readout.Report) *readout.Party {
	if r.Initiator == nil || *r.Initiator < 0 || *r.Initiator >= len(r.Parties) {
		return nil
	}
	return &r.Parties[*r.Initiator]
}

func initiatorField(_ *world, r *readout.Report) *readout.Value {
	p := initiatorParty(r)
	if p == nil {
		return nil
	}
	return &readout.Value{Value: p.Name, Words: r.Words}
}

func sameInitiator(w *world, a, b *readout.Report, _, _ string) bool {
	return w.participant(*initiatorParty(a)).side == w.participant(*initiatorParty(b)).side
}

func durationField(_ *world, r *readout.Report) *readout.Value { return r.Duration }

func placeField(_ *world, r *readout.Report) *readout.Value {
	if r.Place == nil {
		return nil
	}
	return &readout.Value{Value: r.Place.Name, Words: r.Place.Words}
}

func samePlace(w *world, a, b *readout.Report, _, _ string) bool {
	return w.spot(a.Place).agreement(w.spot(b.Place)) > 0
}

func attendeesField(_ *world, r *readout.Report) *readout.Value {
	if len(r.Attendees) == 0 {
		return nil
	}
	var names []string
	words := r.Attendees[0].Words
	for _, p := range r.Attendees {
		names = append(names, p.Name)
		if p.In == words.In {
			words.From = words.From.Join(p.From)
		}
	}
	return &readout.Value{Value: strings.Join(names, ", "), Words: words}
}

func sameAttendees(w *world, a, b *readout.Report, _, _ string) bool {
	has := func(list []readout.Party, p readout.Party) bool {
		return slices.ContainsFunc(list, func(q readout.Party) bool { return samePerson(w.participant(p), w.participant(q)) })
	}
	missing := func(from, in []readout.Party) bool {
		return slices.ContainsFunc(from, func(p readout.Party) bool { return !has(in, p) })
	}
	return !missing(a.Attendees, b.Attendees) && !missing(b.Attendees, a.Attendees)
}
