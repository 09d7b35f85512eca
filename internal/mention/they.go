package mention

// clauseBegins reports whether "they" at token i can go back to two persons: it
// begins its sentence, or a clause after "that" or a comma.
func (s *scan) clauseBegins(i int) bool {
	return s.initial(i) || s.tokens[i-1].Is("that", ",", "and", "where", "when", "as", "while", "before", "after", "once", "but", "finally", "also", ";")
}

// opensClause reports whether "they" at token i is the subject of a clause of time that
// opens its sentence: "When they talked, Reyes and Holt agreed".
func (s *scan) opensClause(i int) bool {
	return !s.initial(i) && s.initial(i-1) && s.tokens[i-1].Is("when", "after", "before", "as", "while", "since")
}

// meetLater reports whether "they" at token i meet each other in a clause of time: whoever two
// are named before, "Reyes thinks that Holt can stop it and will say so when they meet".
func (s *scan) meetLater(i int) bool {
	return i > 0 && s.tokens[i-1].Is("when", "before", "after", "once") && s.is(i+1, len(s.tokens), "meet", "met", "speak", "spoke", "talk", "talked")
}
