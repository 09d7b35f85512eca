package web

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

// pairView is the page of two over time.
type pairView struct {
	*partyView
	A, B       link
	Sentences  []string
	Began      []beganRow
	TopicsOf   *figure
	TopicTable []topicRunRow
	Silent     []silentRow
	AllSilent  string
}

// beganRow says how often somebody began.
type beganRow struct {
	Name  string
	Count int
	Bar   *picture
}

// topicRunRow is a topic over the contacts of two, in words.
type topicRunRow struct {
	Topic link
	Told  []countedLink
}

// silentRow is a topic that one side leaves out of contacts of which the other
// speaks of it.
type silentRow struct {
	Side, Topic string
	Href        string
	Left, Of    int // contacts, of those in which the other side speaks of it
}

// pairAsked leads from two names that somebody typed to the page of the pair.
func (s *server) pairAsked(w http.ResponseWriter, r *http.Request) error {
	now, err := s.ledger.now(r.Context())
	if err != nil {
		return err
	}
	var ids []readout.EntityID
	for _, field := range []string{"a", "b"} {
		typed := strings.TrimSpace(r.URL.Query().Get(field))
		id, err := s.partyNamed(now, typed)
		if err != nil {
			return err
		}
		ids = append(ids, id)
	}
	http.Redirect(w, r, pairHref(ids[0], ids[1]), http.StatusSeeOther)
	return nil
}

// partyNamed is the person, state or organisation that a name means: of persons
// with the name the one with most contacts.
func (s *server) partyNamed(now *snapshot, name string) (readout.EntityID, error) {
	if code := s.Lexicon.StateNamed(name); code != "" {
		return readout.EntityID("state/" + code), nil
	}
	if found := now.peopleNamed(ledger.ParseTerms(name), 1); len(found) > 0 {
		return found[0].ID, nil
	}
	return "", fmt.Errorf("%w: nobody here is called %q", readout.ErrNotFound, name)
}

// peopleNamed are at most n persons whose names have the words, most contacts first.
func (s *snapshot) peopleNamed(t ledger.Terms, n int) []ledger.PartyRow {
	var out []ledger.PartyRow
	if t.Empty() {
		return nil
	}
	for _, p := range s.allPeople() {
		if t.In(p.Name) {
			if out = append(out, p); len(out) == n {
				break
			}
		}
	}
	return out
}

// pairPage shows two over time, as a page, JSON, or the picture of their contacts.
func (s *server) pairPage(w http.ResponseWriter, r *http.Request) error {
	now, err := s.ledger.now(r.Context())
	if err != nil {
		return err
	}
	last := r.PathValue("b")
	name, form := last, ""
	for _, suffix := range []string{".json", ".svg"} {
		if cut, ok := strings.CutSuffix(last, suffix); ok {
			name, form = cut, suffix
		}
	}
	a, errA := s.pairSide(now, readout.EntityID(r.PathValue("akind")+"/"+r.PathValue("a")))
	b, errB := s.pairSide(now, readout.EntityID(r.PathValue("bkind")+"/"+name))
	if err := cmp.Or(errA, errB); err != nil {
		return err
	}
	sel, err := s.selectionOf(pairHref(a.ID, b.ID), r.URL.Query())
	if err != nil {
		return err
	}
	values := with(sel.values, byPair, string(a.ID)+","+string(b.ID))
	own, err := s.selectionOf(sel.path, values)
	if err != nil {
		return err
	}
	contacts := now.Select(own.filter)
	pair := ledger.PairOf(a, b, contacts)
	switch form {
	case ".json":
		return writeLinked(w, &pair)
	case ".svg":
		p, name := s.pairTopics(now, &pair, contacts), "topics"
		if r.URL.Query().Get("picture") == "rhythm" {
			p, name = rhythm(contacts), "rhythm"
		}
		if p == nil {
			return errNothingToDraw
		}
		return s.servePicture(w, p, name)
	}
	page, err := s.pairView(r, now, &pair, contacts, sel, own.filter, values)
	if err != nil {
		return err
	}
	return s.show(w, "pair", view{Title: page.Name, Tab: "/pairs", Page: page})
}

func (s *server) pairSide(now *snapshot, id readout.EntityID) (ledger.PartyName, error) {
	n := ledger.PartyName{ID: id, Name: cmp.Or(s.stateName(id), now.names[id])}
	if e := s.Lexicon.EntityOf(id); e != nil {
		n.Name, n.Country = cmp.Or(n.Name, e.Name), e.Country
	}
	if n.Name == "" {
		return n, fmt.Errorf("%w: nobody here is called %s", readout.ErrNotFound, id)
	}
	return n, nil
}

func (s *server) pairView(r *http.Request, now *snapshot, pair *ledger.Pair, contacts []readout.Contact, sel *selection, f *ledger.Filter, values url.Values) (*pairView, error) {
	a, b := pair.A, pair.B
	v := &pairView{partyView: &partyView{Kind: "pair", Name: a.Name + " – " + b.Name, Sel: sel, JSON: href(sel.path+".json", sel.values)},
		A: link{Text: a.Name, Href: partyHref(a.ID)}, B: link{Text: b.Name, Href: partyHref(b.ID)}}
	v.Sentences = pairSentences(pair)
	v.lists(now, f, values, contacts)
	counts := map[string]int{}
	wider, err := s.selectionOf(sel.path, without(&selection{values: values}, byChannel))
	if err != nil {
		return nil, err
	}
	counts = count(now.Select(wider.filter), func(c *readout.Contact) []string { return []string{string(c.Channel)} })
	v.Channels = sel.facet("How", byChannel, counts, func(v string) string { return phrase.Channel(readout.Channel(v)) }, false)
	v.Began = began(pair)
	if p := rhythm(contacts); p != nil {
		p.File = href(sel.path+".svg", with(sel.values, "picture", "rhythm"))
		v.Figure = &figure{Name: "Rhythm of the contacts", Picture: p, Caption: p.Label + ". Filled: held; outlined: planned; dashed: planned, and nothing tells what came of it; hatched: called off or denied. A long bar is a day that is not known exactly."}
	}
	if p := s.pairTopics(now, pair, contacts); p != nil {
		p.File = href(sel.path+".svg", sel.values)
		v.TopicsOf = &figure{Name: "Topics over the contacts", Picture: p, Caption: fmt.Sprintf("A column is a contact. Left half: %s has it; right half: %s; frame of dashes: only the press or a third party.", a.Name, b.Name)}
		v.TopicTable = s.topicRuns(now, pair)
	}
	v.Silent = s.silences(now, pair, values)
	v.LeftOut = shortList[leftOutContact]{len(pair.LeftOut), s.leftOut(now, firstOf(pair.LeftOut, partySilent)), href("/left-out", values)}
	return v, s.saidAndPromised(r, now, v.partyView, f, values)
}

// pairSentences say how the contacts of two run over time.
func pairSentences(p *ledger.Pair) []string {
	if len(p.Contacts) == 0 {
		return []string{"No contact of the two is known here."}
	}
	var how []string
	for _, c := range p.Channels {
		thing := phrase.Channel(c.Channel)
		if c.Contacts != 1 && !strings.HasSuffix(thing, "s") {
			thing += "s"
		}
		how = append(how, strconv.Itoa(c.Contacts)+" "+thing)
	}
	first := phrase.Count(len(p.Contacts), "contact") + " here, " + strconv.Itoa(p.Held) + " of them held"
	if p.First != "" {
		first += ", " + days(p.First, p.Last)
	}
	out := []string{first + ": " + phrase.List(how) + "."}
	if p.Silence != nil && p.Silence.Days > 1 {
		out = append(out, fmt.Sprintf("The longest silence between two that were held: %d days, from %s to %s.", p.Silence.Days, phrase.ShortDate(p.Silence.From), phrase.ShortDate(p.Silence.To)))
	}
	return out
}

// barRoom is the width of a bar for all contacts that were held.
const barRoom = 240

// began says who began the contacts that were held; nil where no text says it of any.
func began(p *ledger.Pair) []beganRow {
	if p.Held == 0 || p.Began.Unsaid == p.Held {
		return nil
	}
	var out []beganRow
	for _, r := range []struct {
		name, class string
		n           int
	}{{p.A.Name, "half-a", p.Began.A}, {p.B.Name, "half-b", p.Began.B}, {"others", "plan", p.Began.Others}, {"no text says", "press", p.Began.Unsaid}} {
		if r.n == 0 && r.name == "others" {
			continue
		}
		title := fmt.Sprintf("%s: %d of %d", r.name, r.n, p.Held)
		bar := &picture{Width: barRoom, Height: 12, Label: title, Shapes: []shape{{X: 1, Y: 1, W: max(1, (barRoom-2)*r.n/p.Held), H: 10, Class: r.class, Title: title}}}
		out = append(out, beganRow{r.name, r.n, bar})
	}
	return out
}

// topicRuns are the topics over the contacts of two, for those who do not see
// the picture.
func (s *server) topicRuns(now *snapshot, p *ledger.Pair) []topicRunRow {
	var out []topicRunRow
	for _, t := range firstOf(p.Topics, matrixRows) {
		row := topicRunRow{Topic: link{Text: s.topic(t.ID), Href: topicHref(t.ID)}}
		for _, told := range t.Told {
			if c := exactContact(now, told.Contact); c != nil {
				row.Told = append(row.Told, countedLink{link: link{Text: newContactLine(c).Day + ": " + toldBy(p, told), Href: contactHref(c.ID)}})
			}
		}
		out = append(out, row)
	}
	return out
}

// toldBy says whose accounts have a topic.
func toldBy(p *ledger.Pair, t ledger.Told) string {
	switch {
	case t.A && t.B:
		return "both"
	case t.A:
		return p.A.Name
	case t.B:
		return p.B.Name
	}
	return "others"
}

// pairColumns is how many contacts, the latest, a picture of topics has.
const pairColumns = 24

// pairTopics draws which side speaks of what in which contact; nil where no
// account speaks of a topic.
func (s *server) pairTopics(now *snapshot, p *ledger.Pair, contacts []readout.Contact) *picture {
	column := map[string]int{}
	var columns []*readout.Contact
	for i := len(contacts) - 1; i >= 0; i-- {
		if len(topicsOf(&contacts[i])) > 0 {
			columns = append(columns, &contacts[i])
		}
	}
	columns = columns[max(0, len(columns)-pairColumns):]
	if len(columns) == 0 {
		return nil
	}
	for i, c := range columns {
		column[c.ID] = i
	}
	topics := slices.DeleteFunc(slices.Clone(p.Topics), func(t ledger.TopicRun) bool {
		return !slices.ContainsFunc(t.Told, func(told ledger.Told) bool { _, ok := column[told.Contact]; return ok })
	})
	topics = firstOf(topics, matrixRows)
	const head = 96
	pic := &picture{Width: nameRoom + len(columns)*cellSize + 60, Height: head + len(topics)*cellSize + 4,
		Label: fmt.Sprintf("Topics of the contacts of %s and %s, and which side speaks of them", p.A.Name, p.B.Name)}
	for i, c := range columns {
		pic.Labels = append(pic.Labels, label{X: nameRoom + i*cellSize + cellSize/2 + 4, Y: head - 8, Text: newContactLine(c).Day, Class: "col", Href: contactHref(c.ID), Turned: true})
	}
	for i, t := range topics {
		y := head + i*cellSize
		pic.Labels = append(pic.Labels, label{X: nameRoom - 8, Y: y + cellSize/2 + 4, Text: shorten(s.topic(t.ID), 28), Class: "row", Href: topicHref(t.ID)})
		pic.Rules = append(pic.Rules, rule{nameRoom, y + cellSize/2, nameRoom + len(columns)*cellSize, y + cellSize/2, "faint"})
		for _, told := range t.Told {
			if j, ok := column[told.Contact]; ok {
				pic.Shapes = append(pic.Shapes, toldShapes(p, told, s.topic(t.ID), newContactLine(columns[j]).Day, nameRoom+j*cellSize, y)...)
			}
		}
	}
	return pic
}

// toldShapes are a square of the picture: a half for each side that speaks.
func toldShapes(p *ledger.Pair, t ledger.Told, topic, day string, x, y int) []shape {
	const margin, side = 6, cellSize - 12
	whole := shape{X: x + margin, Y: y + margin, W: side, H: side, Class: "cell", Title: day + ", " + topic + ": " + toldBy(p, t), Href: contactHref(t.Contact)}
	if !t.A && !t.B {
		whole.Class = "press"
		return []shape{whole}
	}
	out := []shape{}
	if t.A {
		out = append(out, shape{X: whole.X, Y: whole.Y, W: side / 2, H: side, Class: "half-a", Title: whole.Title})
	}
	if t.B {
		out = append(out, shape{X: whole.X + side/2, Y: whole.Y, W: side / 2, H: side, Class: "half-b", Title: whole.Title})
	}
	return append(out, whole)
}

// silences count, for each side and topic, the contacts of which the other speaks
// of the topic and the side does not, those first that are left out most often.
func (s *server) silences(now *snapshot, p *ledger.Pair, values url.Values) []silentRow {
	type key struct{ side, topic string }
	left := map[key]map[string]bool{}
	for i := range p.LeftOut {
		for _, t := range p.LeftOut[i].Topics {
			k := key{p.LeftOut[i].Side, t}
			if left[k] == nil {
				left[k] = map[string]bool{}
			}
			left[k][p.LeftOut[i].Contact] = true
		}
	}
	var out []silentRow
	for k, contacts := range left {
		row := silentRow{Side: s.sideName(now, k.side), Topic: s.topic(k.topic), Href: leftOutHref(k.side, with(values, byTopic, k.topic))}
		own := k.side == p.A.Side()
		for _, t := range p.Topics {
			if t.ID != k.topic {
				continue
			}
			for _, told := range t.Told {
				c := exactContact(now, told.Contact)
				if c == nil || len(c.Comparison) == 0 || !(own && told.B || !own && told.A) {
					continue
				}
				row.Of++
				if contacts[told.Contact] && !(own && told.A || !own && told.B) {
					row.Left++
				}
			}
		}
		if row.Left > 0 {
			out = append(out, row)
		}
	}
	slices.SortFunc(out, func(a, b silentRow) int {
		return cmp.Or(cmp.Compare(b.Left, a.Left), cmp.Compare(a.Of, b.Of), cmp.Compare(a.Side, b.Side), cmp.Compare(a.Topic, b.Topic))
	})
	return out
}
