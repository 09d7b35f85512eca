package web

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"time"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

var errNothingToDraw = fmt.Errorf("%w: there is nothing here to draw", readout.ErrNotFound)

// The measures of a matrix, in the picture's units.
const (
	cellSize    = 34
	nameRoom    = 190 // left of the first column
	headRoom    = 120 // above the first row, for names that are turned
	dateRoom    = 24  // above the first row, for dates
	matrixSize  = 14  // rows and columns of who met whom
	matrixRows  = 16  // topics
	matrixSteps = 20  // stretches of time
)

// heat is the class of a square by its share of the most; a square has its
// number in it too.
func heat(n, most int) string {
	if n == 0 {
		return "heat h0"
	}
	return "heat h" + strconv.Itoa(min(4, 1+4*(n-1)/max(most, 1)))
}

// whoMetWhom is a matrix of those of pairs who have most contacts; nil where
// there are not three of them.
func whoMetWhom(names phrase.Names, sel *selection, rows []ledger.PairRow) *picture {
	total := map[readout.EntityID]int{}
	called := map[readout.EntityID]string{}
	count := map[[2]readout.EntityID]int{}
	most := 0
	for i := range rows {
		r := &rows[i]
		for _, p := range []ledger.PartyName{r.A, r.B} {
			total[p.ID] += r.Contacts
			called[p.ID] = partyName(names, p)
		}
		count[[2]readout.EntityID{r.A.ID, r.B.ID}], count[[2]readout.EntityID{r.B.ID, r.A.ID}] = r.Contacts, r.Contacts
		most = max(most, r.Contacts)
	}
	ids := make([]readout.EntityID, 0, len(total))
	for id := range total {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b readout.EntityID) int { return cmp.Or(cmp.Compare(total[b], total[a]), cmp.Compare(a, b)) })
	if ids = ids[:min(len(ids), matrixSize)]; len(ids) < 3 {
		return nil
	}
	p := &picture{Width: nameRoom + len(ids)*cellSize + 90, Height: headRoom + len(ids)*cellSize + 4, File: sel.File("svg"),
		Label: fmt.Sprintf("Who met whom: the %d with most contacts, and how many each pair had", len(ids))}
	for i, a := range ids {
		y, x := headRoom+i*cellSize, nameRoom+i*cellSize
		p.Labels = append(p.Labels, label{X: nameRoom - 8, Y: y + cellSize/2 + 4, Text: shorten(called[a], 26), Class: "row", Href: partyHref(a)},
			label{X: x + cellSize/2 + 4, Y: headRoom - 8, Text: shorten(called[a], 20), Class: "col", Href: partyHref(a), Turned: true})
		for j, b := range ids {
			s := shape{X: nameRoom + j*cellSize, Y: y, W: cellSize - 2, H: cellSize - 2, Class: "self", Title: called[a]}
			if n := count[[2]readout.EntityID{a, b}]; i != j {
				s.Class, s.Title = heat(n, most), called[a]+" and "+called[b]+": "+phrase.Count(n, "contact")
				if n > 0 {
					s.Href, s.Text = pairHref(a, b), strconv.Itoa(n)
				}
			}
			p.Shapes = append(p.Shapes, s)
		}
	}
	return p
}

// topicMatrix is a matrix of the most frequent topics over time; nil where no
// contact that speaks of one has a day.
func (s *server) topicMatrix(now *snapshot, sel *selection, rows []ledger.TopicRow) *picture {
	rows = rows[:min(len(rows), matrixRows)]
	index := map[string]int{}
	for i, t := range rows {
		index[t.ID] = i
	}
	list := datedContacts(now.Select(sel.filter), func(c *readout.Contact) bool { return len(topicsOf(c)) > 0 })
	if len(list) == 0 || len(rows) == 0 {
		return nil
	}
	sc := newScale(list)
	starts := sc.starts(matrixSteps)
	counts, most := make([][]int, len(rows)), 0
	for i := range counts {
		counts[i] = make([]int, len(starts))
	}
	for _, v := range list {
		at := startAt(starts, v.first)
		topics := topicsOf(v.c)
		slices.Sort(topics)
		for _, t := range slices.Compact(topics) {
			if i, ok := index[t]; ok {
				counts[i][at]++
				most = max(most, counts[i][at])
			}
		}
	}
	p := &picture{Width: nameRoom + len(starts)*cellSize + 40, Height: dateRoom + len(rows)*cellSize + 4, File: sel.File("svg"),
		Label: fmt.Sprintf("Topics over time: %d topics in %s", len(rows), days(list[0].c.When.EDTF, list[len(list)-1].c.When.EDTF))}
	p.heads(sc, starts)
	for i, t := range rows {
		y := dateRoom + i*cellSize
		name := s.topic(t.ID)
		p.Labels = append(p.Labels, label{X: nameRoom - 8, Y: y + cellSize/2 + 4, Text: shorten(name, 28), Class: "row", Href: topicHref(t.ID)})
		for j, n := range counts[i] {
			c := shape{X: nameRoom + j*cellSize, Y: y, W: cellSize - 2, H: cellSize - 2, Class: heat(n, most)}
			since, until := stretch(sc, starts, j)
			c.Title = name + ", " + phrase.ShortDate(since+"/"+until) + ": " + phrase.Count(n, "contact")
			if n > 0 {
				c.Text, c.Href = strconv.Itoa(n), sel.narrowed("/timeline", url.Values{byTopic: {t.ID}, bySince: {since}, byUntil: {until}})
			}
			p.Shapes = append(p.Shapes, c)
		}
	}
	return p
}

// heads writes the days above the columns, as many as have room.
func (p *picture) heads(sc scale, starts []time.Time) {
	format, every := sc.format(matrixSteps), 1
	if len(format) > 4 {
		every = 2
	}
	for j, t := range starts {
		if j%every == 0 {
			p.Labels = append(p.Labels, label{X: nameRoom + j*cellSize, Y: dateRoom - 8, Text: t.Format(format), Class: "col"})
		}
	}
}

// startAt is the stretch of time that a day falls in.
func startAt(starts []time.Time, day time.Time) int {
	i, found := slices.BinarySearchFunc(starts, day, time.Time.Compare)
	if !found {
		i--
	}
	return max(i, 0)
}

// stretch is the first and the last day between two starts.
func stretch(sc scale, starts []time.Time, i int) (since, until string) {
	end := sc.lastDay
	if i+1 < len(starts) {
		end = starts[i+1].AddDate(0, 0, -1)
	}
	return starts[i].Format(time.DateOnly), end.Format(time.DateOnly)
}
