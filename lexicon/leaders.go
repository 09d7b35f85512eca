package lexicon

// leader is a row of leaders.tsv: the office that leads a state between two days.
type leader struct{ office, from, to string }

func (l *loader) leaders(w *World) {
	for _, r := range l.table("world/leaders.tsv", "state", "from") {
		if w.Offices[r.Get("office")] == nil {
			l.fault(r.Err("no office %q", r.Get("office")))
			continue
		}
		w.leaders[r.Get("state")] = append(w.leaders[r.Get("state")], leader{r.Get("office"), r.Get("from"), r.Get("to")})
	}
}

// LeaderOffice is the office that "the leader of" a state means on a day
// (YYYY-MM-DD, "" = whatever holds without limits): leaders.tsv, or else its head
// of state, or else its head of government. It is nil for a state without either.
func (w *World) LeaderOffice(state, day string) *Office {
	for _, l := range w.leaders[state] {
		if (l.from == "" || day >= l.from) && (l.to == "" || day != "" && day < l.to) {
			return w.Offices[l.office]
		}
	}
	for _, kind := range []string{"head-of-state", "head-of-government"} {
		if o := w.withHolder(w.OfficesOfKind(state, kind), day); o != nil {
			return o
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
