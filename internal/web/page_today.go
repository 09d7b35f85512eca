package web

import (
	"fmt"
	"net/http"
	"slices"
	"time"

	"readout"
	"readout/internal/ledger"
	"readout/internal/phrase"
)

// What the page of a day shows of each list: the first entries, and the others
// folded away; the JSON has them all.
const (
	todayShown  = 8
	todayFolded = 60
)

// quietDays is for how many days without a text the page goes on showing the
// present day by itself; then it shows the day of the latest text.
const quietDays = 7

// todayView is the page of a day.
type todayView struct {
	Day, Title     string
	Notice         string // why it is not the present day
	Earlier, Later *link  // nil where there is nothing to see
	New, Coming    todayList
	Unsettled      todayList
	Disputed       todayList
	Overdue        []promiseView
	OverdueTotal   int
	MoreOverdue    int
	OverdueHref    string
	JSON           string
	Since          string
	Empty          bool // the ledger has no document
}

// todayList is one list of the page.
type todayList struct {
	Total       int
	Lines, More []todayLine
	Left        int    // entries that are not on the page
	All         string // where they are
}

// todayLine is a contact and the last that was said of it.
type todayLine struct {
	contactLine
	Voice string
	Quote quote
}

// todayPage shows a day: what is new, what is coming, what is overdue or disputed.
func (s *server) todayPage(w http.ResponseWriter, r *http.Request) error {
	now, today, err := s.today(r)
	if err != nil {
		return err
	}
	page := &todayView{Day: today.Day, Title: phrase.Date(today.Day), Since: phrase.ShortDate(today.Since), Empty: len(now.Readings) == 0, JSON: "/today.json?day=" + today.Day}
	if asked := r.URL.Query().Get("day"); asked == "" && today.Day != now.asOf {
		page.Notice = fmt.Sprintf("No text here is of the week up to %s. This is the day of the latest text.", phrase.ShortDate(now.asOf))
	}
	day, err := time.Parse(time.DateOnly, today.Day)
	if err != nil {
		return err
	}
	if before := day.AddDate(0, 0, -7); now.Today(before.Format(time.DateOnly)).Latest != "" {
		page.Earlier = dayLink("‹ A week earlier", before)
	}
	if after := day.AddDate(0, 0, 7); after.Format(time.DateOnly) <= now.asOf {
		page.Later = dayLink("A week later ›", after)
	}
	page.New = s.todayList(now, today.New, lastClaim, today.Day, "/timeline")
	page.Coming = s.todayList(now, today.Coming, lastPlan, today.Day, "/timeline?since="+day.AddDate(0, 0, 1).Format(time.DateOnly))
	page.Unsettled = s.todayList(now, today.Unreported, lastPlan, today.Day, "/timeline?status="+string(readout.Unreported))
	page.Disputed = s.todayList(now, today.Disputed, lastClaim, today.Day, "/timeline?disputed=yes")
	page.OverdueHref = "/promises?outcome=" + string(readout.Lapsed)
	page.OverdueTotal = len(today.Overdue)
	page.MoreOverdue = max(0, len(today.Overdue)-todayShown)
	for i := range today.Overdue[:len(today.Overdue)-page.MoreOverdue] {
		v, err := s.promiseOf(r, now, &today.Overdue[i])
		if err != nil {
			return err
		}
		page.Overdue = append(page.Overdue, v)
	}
	return s.show(w, "today", view{Title: "Today", Tab: "/today", Page: page})
}

func dayLink(text string, day time.Time) *link {
	return &link{Text: text, Href: "/today?day=" + day.Format(time.DateOnly)}
}

// today is the ledger as on the day that is asked for: ?day=, else the day from
// which the ledger is judged, or that of the latest text where nothing is newer.
func (s *server) today(r *http.Request) (*snapshot, ledger.Today, error) {
	now, err := s.ledger.now(r.Context())
	if err != nil {
		return nil, ledger.Today{}, err
	}
	day := r.URL.Query().Get("day")
	if day != "" {
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			return nil, ledger.Today{}, fmt.Errorf("%w: %q is no day; write it as 2017-01-28", readout.ErrInvalid, day)
		}
		return now, now.Today(day), nil
	}
	today := now.Today(now.asOf)
	latest, err := time.Parse(time.DateOnly, today.Latest)
	if err != nil {
		return now, today, nil // there is no text to go back to
	}
	if asOf, err := time.Parse(time.DateOnly, now.asOf); err == nil && asOf.Sub(latest) > quietDays*24*time.Hour {
		today = now.Today(today.Latest)
	}
	return now, today, nil
}

// todayList makes a list of contacts, each with the words of the claim that said gives.
func (s *server) todayList(now *snapshot, contacts []readout.Contact, said func(c *readout.Contact, day string) *readout.Claim, day, all string) todayList {
	l := todayList{Total: len(contacts), All: all}
	for i := range contacts[:min(len(contacts), todayFolded)] {
		line := todayLine{contactLine: newContactLine(&contacts[i])}
		if claim := said(&contacts[i], day); claim != nil {
			line.Voice, line.Quote = now.names.Voice(claim.Speaker, claim.Via), now.quote(claim.Words)
			if claim.Said != "" {
				line.Voice += ", " + phrase.ShortDate(claim.Said)
			}
		}
		if i < todayShown {
			l.Lines = append(l.Lines, line)
		} else {
			l.More = append(l.More, line)
		}
	}
	l.Left = len(contacts) - len(l.Lines) - len(l.More)
	return l
}

// lastClaim is the last that was said of a contact up to a day.
func lastClaim(c *readout.Contact, day string) *readout.Claim {
	return lastOf(c, day, func(*readout.Claim) bool { return true })
}

// plans are the statuses of what lies ahead.
var plans = []readout.Status{readout.Scheduled, readout.Arranging, readout.Proposed, readout.Expected, readout.Postponed}

// lastPlan is the last that was said up to a day of when a contact is to be;
// where nothing was, the last that was said of it.
func lastPlan(c *readout.Contact, day string) *readout.Claim {
	if claim := lastOf(c, day, func(claim *readout.Claim) bool { return claim.When != nil && slices.Contains(plans, claim.Status) }); claim != nil {
		return claim
	}
	return lastClaim(c, day)
}

func lastOf(c *readout.Contact, day string, wanted func(*readout.Claim) bool) *readout.Claim {
	var last *readout.Claim
	for i := range c.History {
		if claim := &c.History[i]; claim.Said <= day+"~" && wanted(claim) && (last == nil || claim.Said >= last.Said) {
			last = claim
		}
	}
	return last
}

// todayData is the page as JSON.
type todayData struct {
	Day        string              `json:"day"`
	Since      string              `json:"since"` // the first day of the week that counts as new
	Latest     string              `json:"latest,omitempty"`
	New        []readout.Contact   `json:"new"`
	Coming     []readout.Contact   `json:"coming"`
	Unreported []readout.Contact   `json:"unreported"`
	Overdue    []ledger.PromiseRow `json:"overdue"`
	Disputed   []readout.Contact   `json:"disputed"`
}

// todayJSON writes the page of a day as JSON.
func (s *server) todayJSON(w http.ResponseWriter, r *http.Request) error {
	_, t, err := s.today(r)
	if err != nil {
		return err
	}
	return writeLinked(w, todayData{t.Day, t.Since, t.Latest, orEmpty(t.New), orEmpty(t.Coming), orEmpty(t.Unreported), orEmpty(t.Overdue), orEmpty(t.Disputed)})
}

// orEmpty makes a list that JSON prints as [] rather than null.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
