package ledger

import (
	"testing"

	"pgregory.net/rapid"
)

// Stretches are sets of days: they hold what was added, in as few intervals as can be.
func TestStretches(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var s stretches
		var days [60]bool
		some := func() interval {
			lo := rapid.IntRange(0, 50).Draw(rt, "lo")
			return interval{lo, lo + rapid.IntRange(0, 9).Draw(rt, "days")}
		}
		for range rapid.IntRange(0, 8).Draw(rt, "added") {
			v := some()
			s.add(v)
			for d := v.lo; d <= v.hi; d++ {
				days[d] = true
			}
		}
		for i := range s {
			if i > 0 && s[i].lo <= s[i-1].hi+1 {
				rt.Fatalf("%v meet or touch", s)
			}
		}
		v := some()
		meets, covers := false, true
		for d := v.lo; d <= v.hi; d++ {
			meets, covers = meets || days[d], covers && days[d]
		}
		if s.meets(v) != meets || s.covers(v) != covers {
			rt.Fatalf("%v: meets %v %v, covers %v %v", s, v, s.meets(v), v, s.covers(v))
		}
	})
}
