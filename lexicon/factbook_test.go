package lexicon

import (
	"bufio"
	"cmp"
	"encoding/json"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"readout/internal/token"
)

// factbookRow is a line of the CIA World Factbook's tenures: Text (title and name,
// the family name in capitals) was named first for the role, in office since Since
// (EDTF), by the editions from SeenFrom until the one before SeenUntil.
type factbookRow struct {
	ISO3      string `json:"iso3"`
	Role      string `json:"role"`
	Text      string `json:"text"`
	Since     string `json:"since"`
	Rank      int    `json:"rank"`
	SeenFrom  string `json:"seen_from"`
	SeenUntil string `json:"seen_until"`
	Current   bool   `json:"current"`

	since string // last day that Since may mean
}

// The editions: the first, the last before those of three years that are missing, the
// first after them, and the last.
const (
	firstEdition, beforeGap, afterGap, lastEdition = "2015-10-26", "2017-03-28", "2020-11-23", "2026-05-17"
	// late is for how long an edition may list a predecessor on, in days.
	late = 366
)

// noHolder are beginnings of lines that name no holder of the office: deputies, a
// speaker, somebody elected or designated, a spelling, a second title.
var noHolder = regexp.MustCompile(`(?i)^(co-)?(vice|deputy|first deputy) |^speaker|^supreme people's assembly|-?(elect|designate)\b|^also |^prime minister$|^CEO |^acting president claudia|^the tenure of|^norbert `)

// TestFactbook compares the holders with the tenures of the Factbook where they reach:
// on 500 drawn triples of state, role and day since 2000, and on every Monday. It needs
// their file, and lists every difference; docs/lexicon-differences.md says why each is there.
func TestFactbook(t *testing.T) {
	path := os.Getenv("READOUT_FACTBOOK")
	if path == "" {
		t.Skip("READOUT_FACTBOOK names no factbook-tenures.jsonl")
	}
	lex := load(t)
	rows := factbook(t, lex, path)
	keys := sortedKeys(rows)
	first, last := dayNumber(2000, 1, 3), dayNumber(2026, 5, 17)
	t.Run("500 drawn", func(t *testing.T) {
		c := &comparison{lex: lex, rows: rows}
		for draw := rand.New(rand.NewPCG(2000, 2026)); c.asked < 500; {
			c.ask(keys[draw.IntN(len(keys))], dayOf(first+draw.Int32N(last-first)))
		}
		c.report(t)
	})
	t.Run("every Monday", func(t *testing.T) {
		c := &comparison{lex: lex, rows: rows}
		for _, key := range keys {
			for day := first; day < last; day += 7 {
				c.ask(key, dayOf(day))
			}
		}
		c.report(t)
	})
}

// comparison counts what was asked of the Factbook and of the lexicon.
type comparison struct {
	lex                   *Lexicon
	rows                  map[string][]*factbookRow // by state and role
	asked, agreed, nobody int                       // nobody: the Factbook's line names no holder
	differences           []difference
}

// difference is a row that the lexicon contradicts, from one asked day to another.
type difference struct {
	key, here, first, last string
	row                    *factbookRow
}

// ask compares one day; where no row reaches it, nothing is counted.
func (c *comparison) ask(key, day string) {
	row := listedOn(c.rows[key], day)
	if row == nil {
		return
	}
	c.asked++
	here, ok := agrees(c.lex, row, day)
	if ok {
		c.agreed++
		return
	}
	if noHolder.MatchString(row.Text) {
		c.nobody++
	}
	if n := len(c.differences); n > 0 && c.differences[n-1].row == row && c.differences[n-1].here == here {
		c.differences[n-1].last = day
		return
	}
	c.differences = append(c.differences, difference{key, here, day, day, row})
}

func (c *comparison) report(t *testing.T) {
	for _, d := range c.differences {
		t.Logf("difference\t%s\t%s, since %s\t%s\t%s\t%s", d.key, d.row.Text, d.row.Since, d.first, d.last, d.here)
	}
	named := float64(c.agreed) / float64(c.asked-c.nobody)
	t.Logf("%d of %d agree (%.1f %%); %d lines name no holder, without them %.1f %% agree", c.agreed, c.asked, 100*float64(c.agreed)/float64(c.asked), c.nobody, 100*named)
	if named < 0.99 {
		t.Error("want 99 %")
	}
}

// factbook reads the first-named holders of the states that we know, by state and role.
func factbook(t *testing.T, lex *Lexicon, path string) map[string][]*factbookRow {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows := map[string][]*factbookRow{}
	for sc := bufio.NewScanner(file); sc.Scan(); {
		r := &factbookRow{}
		if err := json.Unmarshal(sc.Bytes(), r); err != nil {
			t.Fatal(err)
		}
		edge, ok := edgeOf(r.Since, true)
		if !ok || r.Rank != 0 || lex.States[r.ISO3] == nil {
			continue
		}
		r.since = dayOf(edge.last)
		rows[r.ISO3+" "+r.Role] = append(rows[r.ISO3+" "+r.Role], r)
	}
	return rows
}

// listedOn is the row that says who was in office on a day; nil where none reaches it:
// before the first edition only who stands in it, in the years without editions who
// stands before and after or whose start lies in them. A successor counts from the
// start that a later edition gives, unless that lies longer back than an edition is late.
func listedOn(rows []*factbookRow, day string) *factbookRow {
	var on []*factbookRow
	for _, r := range rows {
		until := r.SeenUntil
		if r.Current {
			until = lastEdition
		}
		if r.SeenFrom <= beforeGap && until >= afterGap && until <= "2020-11-25" {
			until = beforeGap // whether they were still in office, no edition says
		}
		from := r.SeenFrom
		switch {
		case r.SeenFrom == firstEdition, r.SeenFrom >= afterGap && r.SeenFrom <= "2020-11-25" && r.since >= beforeGap:
			from = r.since
		case r.since < r.SeenFrom && daysBetween(r.since, r.SeenFrom) <= late, r.since > r.SeenFrom:
			from = r.since
		}
		if from <= day && day < until {
			on = append(on, r)
		}
	}
	if len(on) == 0 {
		return nil
	}
	return slices.MaxFunc(on, func(a, b *factbookRow) int {
		return cmp.Or(cmp.Compare(a.since, b.since), cmp.Compare(a.SeenFrom, b.SeenFrom))
	})
}

// agrees reports whether somebody who is head of state or of government here has a
// name of the row's: the Factbook names a president for both roles where we have a
// prime minister too. here lists those who hold the role's own offices.
func agrees(lex *Lexicon, row *factbookRow, day string) (here string, ok bool) {
	own := "head-of-state"
	if row.Role == "head of government" {
		own = "head-of-government"
	}
	var names []string
	for _, kind := range []string{"head-of-state", "head-of-government"} {
		for _, o := range lex.OfficesOfKind(row.ISO3, kind) {
			for _, h := range lex.HoldersOn(o.ID, day) {
				p := lex.People[h.Person]
				if kind == own {
					names = append(names, p.Name)
				}
				ok = ok || sharesName(row.Text, append([]string{p.Name}, p.Aliases...))
			}
		}
	}
	return cmp.Or(strings.Join(names, ", "), "nobody"), ok
}

// sharesName reports whether a word of a Factbook line (a word in capitals, if there is
// one of four letters) is, but for a letter in four, a word of a name.
func sharesName(line string, names []string) bool {
	words := nameWords(line)
	if capitals := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w != strings.ToUpper(w) || len(w) < 4 }); len(capitals) > 0 {
		words = capitals
	}
	for _, w := range words {
		for _, name := range names {
			for _, v := range nameWords(name) {
				if a, b := token.Fold(w), token.Fold(v); len(b) > 1 && distance(a, b)*4 <= len(a) {
					return true
				}
			}
		}
	}
	return false
}

func nameWords(s string) []string {
	s = strings.NewReplacer("'", "", "’", "", "ʻ", "", "\"", " ").Replace(s)
	return strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' || r == ',' || r == '.' || r == '(' || r == ')' })
}

// distance is how many letters have to be put in, taken out or changed.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			corner, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, corner+cost)
		}
	}
	return row[len(b)]
}

func dayOf(n int32) string {
	return time.Unix(int64(n)*24*60*60, 0).UTC().Format(time.DateOnly)
}

func daysBetween(a, b string) int {
	x, _ := time.Parse(time.DateOnly, a)
	y, _ := time.Parse(time.DateOnly, b)
	return int(y.Sub(x).Hours() / 24)
}
