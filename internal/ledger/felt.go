package ledger

import (
	"slices"
	"strings"

	"readout"
)

// placement is a report before and after its neighbourhood was linked again.
type placement struct {
	doc    readout.DocID
	kept   *Link // nil where it is new
	now    *item // nil where it is gone
	moved  bool  // its document is new, or may be read or corrected otherwise
	groups []string
}

// placements are those of one bucket, by report.
type placements map[string]*placement

// placements compares the items of a bucket that were linked with what is kept.
func (r *region) placements(rows map[string]Link, items []*item) placements {
	all := placements{}
	get := func(key string, doc readout.DocID) *placement {
		if all[key] == nil {
			all[key] = &placement{doc: doc, moved: r.touched[doc]}
		}
		return all[key]
	}
	for key, l := range rows {
		get(key, l.Document).kept = &l
	}
	for _, it := range items {
		get(it.key(), it.src.r.Document.ID).now = it
	}
	return all
}

// members are the reports of each cluster: as kept, and as linked now.
func (all placements) members() map[string][]string {
	out := map[string][]string{}
	for key, s := range all {
		if s.kept != nil {
			s.groups = append(s.groups, "kept "+s.kept.Cluster)
		}
		if s.now != nil {
			s.groups = append(s.groups, "now "+s.now.cluster.key())
		}
		for _, g := range s.groups {
			out[g] = append(out[g], key)
		}
	}
	return out
}

// together says of each report with which others it is, before any plan that
// moved was joined and after.
func (all placements) together(of func(*placement) (strand, cluster string, ok bool)) map[string][2]string {
	lists := [2]map[string][]string{{}, {}}
	in := map[string][2]string{}
	for key, s := range all {
		strand, cluster, ok := of(s)
		if !ok {
			continue
		}
		in[key] = [2]string{strand, cluster}
		lists[0][strand] = append(lists[0][strand], key)
		lists[1][cluster] = append(lists[1][cluster], key)
	}
	texts := [2]map[string]string{{}, {}}
	for i := range lists {
		for first, list := range lists[i] {
			slices.Sort(list)
			texts[i][first] = strings.Join(list, "\n")
		}
	}
	out := make(map[string][2]string, len(in))
	for key, firsts := range in {
		out[key] = [2]string{texts[0][firsts[0]], texts[1][firsts[1]]}
	}
	return out
}

// keptIn is where the report was, nowIn where it is: by the first reports of both.
func (s *placement) keptIn() (strand, cluster string, ok bool) {
	if s.kept == nil {
		return "", "", false
	}
	return s.kept.Strand, s.kept.Cluster, true
}

func (s *placement) nowIn() (strand, cluster string, ok bool) {
	if s.now == nil {
		return "", "", false
	}
	return s.now.strand.key(), s.now.cluster.key(), true
}

// feelings collects the reports that are felt, each with all of its clusters.
type feelings struct {
	all     placements
	members map[string][]string // by cluster, of those that were not looked at
	felt    map[string]*placement
	days    stretches
}

func (f *feelings) add(key string) {
	list := []string{key}
	for len(list) > 0 {
		key, list = list[len(list)-1], list[:len(list)-1]
		if f.felt[key] != nil {
			continue
		}
		s := f.all[key]
		f.felt[key] = s
		for _, v := range s.days() {
			f.days.add(v)
		}
		for _, g := range s.groups {
			list = append(list, f.members[g]...)
			delete(f.members, g)
		}
	}
}

// felt are the reports whose clusters change, with the days that tell whether
// those are all: if everything that has a say on those days was looked at, no
// other report can be felt.
func (all placements) felt() (felt map[string]*placement, wide stretches) {
	before, after := all.together((*placement).keptIn), all.together((*placement).nowIn)
	f := &feelings{all: all, members: all.members(), felt: map[string]*placement{}}
	for key, s := range all {
		if s.moved {
			f.add(key)
		}
	}
	for {
		wide = slices.Clone(f.days)
		for _, s := range all {
			for _, v := range s.days() {
				if f.days.meets(v) {
					wide.add(v)
				}
			}
		}
		n := len(f.felt)
		for key, s := range all {
			if before[key] != after[key] && slices.ContainsFunc(s.days(), wide.meets) {
				f.add(key)
			}
		}
		if len(f.felt) == n {
			return f.felt, wide
		}
	}
}

// days are those on which the report has a say, before and now.
func (s *placement) days() []interval {
	var out []interval
	if s.kept != nil {
		out = append(out, interval{s.kept.First, s.kept.Last})
	}
	if s.now != nil {
		out = append(out, s.now.days)
	}
	return out
}

// update is what changes once the region is linked.
func (r *region) update() (*Update, error) {
	u := &Update{Facts: r.gained, Asked: map[readout.DocID][]Question{}}
	held := map[*item]bool{}
	old := map[string]bool{}
	for _, win := range r.windows {
		for key, s := range win.felt {
			if s.kept != nil {
				u.Gone = append(u.Gone, key)
				old[s.kept.Contact] = true
			}
			held[s.now] = true
		}
	}
	slices.Sort(u.Gone)
	u.describe(r.w, slices.DeleteFunc(slices.Clone(r.clusters), func(c *cluster) bool { return !held[c.items[0]] }))
	for id := range r.touched {
		if r.loaded[id] != nil {
			u.Asked[id] = r.w.askedBy(id)
		}
	}
	u.Outlines = outlines(r.w.docs, func(id readout.DocID) bool { return r.fresh[id] })
	delete(old, "")
	if err := u.rename(r.ix, old); err != nil {
		return nil, err
	}
	return u, r.failed
}
