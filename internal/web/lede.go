package web

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"readout"
	"readout/internal/phrase"
)

// lede says in a sentence or two what the comparison comes to.
func (m *comparer) lede() string {
	if len(m.c.Points) == 0 && m.c.Contact == nil {
		return "There is nothing to lay side by side: the two texts share no contact."
	}
	if len(m.c.Points) == 0 {
		return "No point of either account was found: nothing that says what was discussed, agreed or promised."
	}
	topics := map[readout.Relation][]string{}
	counts := map[readout.Relation]int{}
	for i := range m.c.Points {
		row := &m.c.Points[i]
		counts[row.Relation]++
		for _, t := range row.Topics {
			topics[row.Relation] = append(topics[row.Relation], m.s.topic(t))
		}
	}
	both := counts[readout.Same] + counts[readout.Differs]
	text := "The two texts share no point."
	if both > 0 {
		text = "The two texts share " + phrase.Count(both, "point") + inBrackets(append(topics[readout.Differs], topics[readout.Same]...)) +
			", " + toldDifferently(counts[readout.Differs], both) + "."
	}
	for _, side := range []struct {
		name string
		rel  readout.Relation
	}{{m.view.A.Name, readout.OnlyA}, {m.view.B.Name, readout.OnlyB}} {
		if n := counts[side.rel]; n > 0 {
			where := "the text of " + side.name
			if strings.HasPrefix(side.name, "The ") && strings.HasSuffix(side.name, " text") {
				where = strings.ToLower(side.name)
			}
			number := strconv.Itoa(n)
			if both > 0 {
				number += " more"
			}
			text += fmt.Sprintf(" %s %s only in %s%s.", number, map[bool]string{true: "stands", false: "stand"}[n == 1], where, inBrackets(topics[side.rel]))
		}
	}
	return text
}

// toldDifferently says how many of the shared points differ.
func toldDifferently(n, of int) string {
	switch {
	case n == 0:
		return "told alike"
	case n == of && n == 1:
		return "told differently"
	case n == of:
		return "all told differently"
	}
	return fmt.Sprintf("%d of them told differently", n)
}

// ledeTopics is how many topics a sentence names.
const ledeTopics = 5

func inBrackets(topics []string) string {
	var distinct []string
	for _, t := range topics {
		if !slices.Contains(distinct, t) {
			distinct = append(distinct, t)
		}
	}
	if len(distinct) == 0 {
		return ""
	}
	if more := len(distinct) - ledeTopics; more > 0 {
		distinct = append(distinct[:ledeTopics], fmt.Sprintf("%d more", more))
	}
	return " (" + strings.Join(distinct, ", ") + ")"
}

// topic is the name of a topic.
func (s *server) topic(id string) string {
	if t := s.Lexicon.Topics.Get(id); t != nil && t.Name != "" {
		return t.Name
	}
	return phrase.Topic(id)
}

func (s *server) topics(ids []string) string {
	var names []string
	for _, id := range ids {
		names = append(names, s.topic(id))
	}
	return strings.Join(names, ", ")
}
