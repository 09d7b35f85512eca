package web

import (
	"fmt"
	"slices"

	"readout"
	"readout/internal/phrase"
)

// The measures of a picture of rhythm, in its own units.
const (
	laneNames = 110 // room for the names of the lanes
	laneRoom  = 26
)

// rhythm draws contacts over time with a lane for each way of being in contact;
// nil where none has a day.
func rhythm(contacts []readout.Contact) *picture {
	list := datedContacts(contacts, func(*readout.Contact) bool { return true })
	if len(list) == 0 {
		return nil
	}
	sc := newScale(list)
	var lanes []readout.Channel
	for _, ch := range readout.Channels {
		if slices.ContainsFunc(list, func(v dated) bool { return v.c.Channel == ch }) {
			lanes = append(lanes, ch)
		}
	}
	axis := len(lanes)*laneRoom + 6
	p := &picture{Width: laneNames + drawWidth, Height: axis + axisHeight, Wide: true,
		Label: fmt.Sprintf("%s over time by the way they went, %s", phrase.Count(len(list), "contact"), days(list[0].c.When.EDTF, list[len(list)-1].c.When.EDTF))}
	for i, ch := range lanes {
		y := i*laneRoom + laneRoom/2 + 2
		p.Rules = append(p.Rules, rule{laneNames, y, p.Width, y, "faint"})
		p.Labels = append(p.Labels, label{X: laneNames - 8, Y: y + 4, Text: phrase.Channel(ch), Class: "row"})
	}
	p.Rules = append(p.Rules, rule{laneNames, axis, p.Width, axis, "axis"})
	for _, t := range sc.starts(maxTicks) {
		if n := len(p.Labels); n > len(lanes) && laneNames+sc.x(t)-p.Labels[n-1].X < minLabel {
			p.Labels = p.Labels[:n-1]
		}
		p.Labels = append(p.Labels, label{X: laneNames + sc.x(t), Y: axis + 18, Text: t.Format(sc.format(maxTicks))})
		p.Rules = append(p.Rules, rule{laneNames + sc.x(t), axis, laneNames + sc.x(t), axis + 5, "axis"})
	}
	for _, v := range list {
		x := laneNames + sc.x(v.first)
		mark := shape{X: x, Y: slices.Index(lanes, v.c.Channel)*laneRoom + laneRoom/2 - markHeight/2 + 2, W: max(minMark, laneNames+sc.x(v.last.AddDate(0, 0, 1))-x), H: markHeight, R: 3,
			Class: statusTag(v.c.Status).Class, Title: phrase.Heading(v.c), Href: contactHref(v.c.ID)}
		if v.last.After(v.first) {
			mark.Class += " unsure"
		}
		if v.c.Initiator != nil && *v.c.Initiator >= 0 && *v.c.Initiator < len(v.c.Parties) {
			mark.Title += "; begun by " + v.c.Parties[*v.c.Initiator].Name
		}
		p.Shapes = append(p.Shapes, mark)
	}
	return p
}
