package lexicon

// leader is a row of leaders.tsv: the office that leads a state between two days.
type leader struct{ office, from, to, with string }

func (l *loader) leaders(w *World) {
	for _, r := range l.table("world/leaders.tsv", "state", "from") {
		if w.Offices[r.Get("office")] == nil || r.Get("with") != "" && w.Offices[r.Get("with")] == nil {
			l.fault(r.Err("no office %q or %q", r.Get("office"), r.Get("with")))
			continue
		}
		w.leaders[r.Get("state")] = append(w.leaders[r.Get("state")], leader{r.Get("office"), r.Get("from"), r.Get("to"), r.Get("with")})
	}
}

// LeaderOffice is the office that "the leader of" a state means on a day
// (YYYY-MM-DD, "" = whatever holds without limits): leaders.tsv, or else its head
// of state, or else its head of government. It is nil for a state without either.
func (w *World) LeaderOffice(state, day string) *Office {
	if l := w.leaderOn(state, day); l != nil {
		return w.Offices[l.office]
	}
	for _, kind := range []string{"head-of-state", "head-of-government"} {
		if o := w.withHolder(w.OfficesOfKind(state, kind), day); o != nil {
			return o
		}
	}
	return nil
}

// LeadShared reports whether "the leader of" a state may be either of two on a day: a
// president or a prime minister.
func (w *World) LeadShared(state, day string) bool {
	l := w.leaderOn(state, day)
	return l != nil && l.with != ""
}

// leaderOn is the row of leaders.tsv that holds for a state on a day; nil where none does.
func (w *World) leaderOn(state, day string) *leader {
	for i, l := range w.leaders[state] {
		if (l.from == "" || day >= l.from) && (l.to == "" || day != "" && day < l.to) {
			return &w.leaders[state][i]
		}
	}
	return nil
}

// withHolder prefers the first office that has a holder on the day: a state's offices of
// one kind may follow each other.
func (w *World) withHolder(offices []*Office, day string) *Office {
	for _, o := range offices {
		if day != "" && len(w.HoldersOn(o.ID, day)) > 0 {
			return o
		}
	}
	if len(offices) > 0 {
		return offices[0]
	}
	return nil
}
