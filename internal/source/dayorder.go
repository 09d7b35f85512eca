package source

import (
	"strings"
	"time"

	"readout"
)

// evidence is what a document says about the order of day and month in its
// numeric dates.
type evidence struct {
	explicit   []time.Time   // days that cannot be misread: ISO, named months, URL, metadata
	style      map[byte]bool // by separator: true = month first, where another date of the page shows it
	monthFirst bool          // the default of the language or the site's country
}

// evidenceBytes is how much of a text is searched for evidence.
const evidenceBytes = 256 << 10

// nearby is how far an explicit day may lie from a reading that it supports:
// comments and datelines follow a publication within a week.
const nearby = 7 * 24 * time.Hour

func gatherEvidence(doc *readout.Document, languageTag string) evidence {
	ev := evidence{style: map[byte]bool{}, monthFirst: monthFirstByDefault(languageTag, doc.URL)}
	seen := map[byte]bool{}
	for _, text := range []string{doc.Text[:min(len(doc.Text), evidenceBytes)], doc.URL, doc.Title, doc.PublishedRaw} {
		for _, f := range findDays(text) {
			if f.numeric == nil {
				if !f.day.IsZero() {
					ev.explicit = append(ev.explicit, f.day)
				}
				continue
			}
			_, mf := f.numeric.monthFirst()
			_, df := f.numeric.dayFirst()
			if sep := f.numeric.separator; mf != df && !seen[sep] {
				seen[sep], ev.style[sep] = true, mf
			}
		}
	}
	return ev
}

// monthFirstByDefault: English of no other country than the United States
// writes the month first, everything else the day.
func monthFirstByDefault(languageTag, url string) bool {
	tag := strings.ToLower(strings.ReplaceAll(languageTag, "_", "-"))
	if tag != "" && tag != "en" && tag != "en-us" {
		return false
	}
	host, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(url, "https://"), "http://"), "/")
	for _, country := range []string{".uk", ".ie", ".au", ".nz", ".in", ".za", ".eu", ".ru", ".ua", ".de", ".fr", ".it", ".tr"} {
		if strings.HasSuffix(host, country) {
			return false
		}
	}
	return true
}

// order reads a numeric day; other is the second reading where both exist and
// the form alone does not decide. Evidence in order of strength: a field over
// 12; full stops (always day first); a weekday written beside it; another date
// of the page in the same form; an explicit day of the page within a week;
// the default of language and country.
func (ev evidence) order(f foundDay) (day, other time.Time) {
	mf, mfOK := f.numeric.monthFirst()
	df, dfOK := f.numeric.dayFirst()
	switch {
	case !mfOK || f.numeric.separator == '.' && dfOK:
		return df, time.Time{}
	case !dfOK || mf.Equal(df):
		return mf, time.Time{}
	}
	if ev.isMonthFirst(f, mf, df) {
		return mf, df
	}
	return df, mf
}

func (ev evidence) isMonthFirst(f foundDay, mf, df time.Time) bool {
	if f.weekday != nil && (mf.Weekday() == *f.weekday) != (df.Weekday() == *f.weekday) {
		return mf.Weekday() == *f.weekday
	}
	if first, ok := ev.style[f.numeric.separator]; ok {
		return first
	}
	if a, b := ev.supports(mf), ev.supports(df); a != b {
		return a
	}
	return ev.monthFirst
}

func (ev evidence) supports(day time.Time) bool {
	for _, e := range ev.explicit {
		if e.Sub(day).Abs() <= nearby {
			return true
		}
	}
	return false
}
