package lexicon

import (
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strings"

	"readout"
	"readout/internal/token"
)

// loader reads the files of several layers and collects every fault.
type loader struct {
	layers []fs.FS
	hash   hash.Hash
	faults []error
	tokens []token.Token    // of the name that is being cut; used again for the next
	tables map[string][]Row // every table that was read, where it is wanted (Check)
}

// Where is a line of a file: "data/world/holders.tsv:12".
type Where struct {
	File string
	Line int
}

func (w Where) String() string { return fmt.Sprintf("%s:%d", w.File, w.Line) }

// Row is a line of a table.
type Row struct {
	Where
	header []string
	cells  []string
	layer  int
}

// Get is the cell of a column, "" if it is empty.
func (r Row) Get(col string) string {
	for i, c := range r.header {
		if c == col && i < len(r.cells) {
			return strings.TrimSpace(r.cells[i])
		}
	}
	return ""
}

// List is the values of a cell, parted by |.
func (r Row) List(col string) []string {
	cell := r.Get(col)
	if cell == "" {
		return nil
	}
	out := make([]string, 0, strings.Count(cell, "|")+1)
	for v := range strings.SplitSeq(cell, "|") {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// Err is an error that names the row.
func (r Row) Err(format string, args ...any) error {
	return &Fault{Where: r.Where, Message: fmt.Sprintf(format, args...)}
}

// Fault is what is wrong, or to be looked at, in a line of a file. As an error it
// wraps readout.ErrInvalid.
type Fault struct {
	Where
	Message string
	Warning bool // nothing is wrong, but somebody should look
}

func (f *Fault) Error() string {
	return fmt.Sprintf("%s: %s: %v", f.Where, f.Message, readout.ErrInvalid)
}

// Unwrap makes every fault a readout.ErrInvalid.
func (f *Fault) Unwrap() error { return readout.ErrInvalid }

func (l *loader) fault(err error) { l.faults = append(l.faults, err) }

// table reads one table out of every layer. Rows with the same key (the cells of
// the key columns) replace earlier layers' rows; inside one layer they are a fault. A
// file that no layer has is an empty table.
func (l *loader) table(name string, key ...string) []Row {
	var rows []Row
	place := map[string]int{}
	for n, layer := range l.layers {
		own := l.rows(layer, name, n)
		if rows == nil {
			rows, place = make([]Row, 0, len(own)), make(map[string]int, len(own))
		}
		for _, r := range own {
			k := r.key(key)
			at, ok := place[k]
			switch {
			case !ok || len(key) == 0:
				place[k] = len(rows)
				rows = append(rows, r)
			case rows[at].layer == n:
				l.fault(r.Err("the same %s as line %d", strings.Join(key, " and "), rows[at].Line))
			default:
				rows[at] = r
			}
		}
	}
	if l.tables != nil {
		l.tables[name] = rows
	}
	return rows
}

func (r Row) key(cols []string) string {
	if len(cols) == 1 {
		return r.Get(cols[0])
	}
	parts := make([]string, len(cols))
	for i, c := range cols {
		parts[i] = r.Get(c)
	}
	return strings.Join(parts, "\t")
}

// rows reads the table of one layer.
func (l *loader) rows(layer fs.FS, name string, n int) []Row {
	data, err := l.read(layer, name)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			l.fault(err)
		}
		return nil
	}
	file := fileName(name, n)
	var header []string
	out := make([]Row, 0, strings.Count(data, "\n"))
	for i, line := range lines(data) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		cells := strings.Split(line, "\t")
		if header == nil {
			header = cells
			continue
		}
		r := Row{Where: Where{file, i + 1}, header: header, cells: cells, layer: n}
		if len(cells) > len(header) {
			l.fault(r.Err("%d cells where the header has %d", len(cells), len(header)))
			continue
		}
		out = append(out, r)
	}
	return out
}

// fileName is how a fault names a file: ours by its path in the source, a user's by
// its path in the user's folder.
func fileName(name string, layer int) string {
	if layer > 0 {
		return name
	}
	return path.Join("data", name)
}

// read reads a file and adds its name and bytes to the version.
func (l *loader) read(layer fs.FS, name string) (string, error) {
	data, err := fs.ReadFile(layer, name)
	if err != nil {
		return "", err
	}
	fmt.Fprintf(l.hash, "%s\x00%d\x00", name, len(data))
	l.hash.Write(data)
	return string(data), nil
}

// cut cuts a name into tokens, which the next cut overwrites.
func (l *loader) cut(name string, e *English) []token.Token {
	l.tokens = token.Append(l.tokens[:0], name, e.Abbreviation)
	return l.tokens
}

// files lists the files of a folder over all layers, by name, each name once.
func (l *loader) files(dir, ext string) []string {
	var names []string
	for _, layer := range l.layers {
		entries, err := fs.ReadDir(layer, dir)
		if err != nil {
			continue
		}
		for _, e := range entries {
			if !e.IsDir() && strings.HasSuffix(e.Name(), ext) && !slices.Contains(names, e.Name()) {
				names = append(names, e.Name())
			}
		}
	}
	slices.Sort(names)
	return names
}

// lines numbers the lines of a file from 0, without their ends.
func lines(data string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		n := 0
		for line := range strings.SplitSeq(strings.TrimPrefix(data, "\ufeff"), "\n") {
			if !yield(n, strings.TrimSuffix(line, "\r")) {
				return
			}
			n++
		}
	}
}
