package lexicon

import (
	"bufio"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"path"
	"slices"
	"strings"

	"readout"
)

// loader reads the files of several layers and collects every fault.
type loader struct {
	layers []fs.FS
	hash   hash.Hash
	faults []error
}

// Row is a line of a table, with the file and line that errors name.
type Row struct {
	File  string
	Line  int
	cells map[string]string
}

// Get is the cell of a column, "" if it is empty.
func (r Row) Get(col string) string { return r.cells[col] }

// List is the values of a cell, parted by |.
func (r Row) List(col string) []string {
	var out []string
	for v := range strings.SplitSeq(r.cells[col], "|") {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// Err is an error that names the row.
func (r Row) Err(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s: %w", r.File, r.Line, fmt.Sprintf(format, args...), readout.ErrInvalid)
}

func (l *loader) fault(err error) { l.faults = append(l.faults, err) }

// table reads one table out of every layer. Rows with the same key (the cells of
// the key columns) replace earlier layers' rows; inside one layer they are a fault. A
// file that no layer has is an empty table.
func (l *loader) table(name string, key ...string) []Row {
	var rows []Row
	place := map[string]int{}
	for n, layer := range l.layers {
		own := map[string]int{}
		for _, r := range l.rows(layer, name, n > 0) {
			k := r.key(key)
			if line, ok := own[k]; ok && len(key) > 0 {
				l.fault(r.Err("the same %s as line %d", strings.Join(key, " and "), line))
				continue
			}
			own[k] = r.Line
			if at, ok := place[k]; ok && len(key) > 0 {
				rows[at] = r
				continue
			}
			place[k] = len(rows)
			rows = append(rows, r)
		}
	}
	return rows
}

func (r Row) key(cols []string) string {
	parts := make([]string, len(cols))
	for i, c := range cols {
		parts[i] = r.cells[c]
	}
	return strings.Join(parts, "\t")
}

func (l *loader) rows(layer fs.FS, name string, overlay bool) []Row {
	data, err := l.read(layer, name)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			l.fault(err)
		}
		return nil
	}
	file := path.Join("data", name)
	if overlay {
		file = name
	}
	var header []string
	var out []Row
	for i, line := range splitLines(data) {
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if header == nil {
			header = cells
			continue
		}
		r := Row{File: file, Line: i + 1, cells: make(map[string]string, len(header))}
		if len(cells) > len(header) {
			l.fault(r.Err("%d cells where the header has %d", len(cells), len(header)))
			continue
		}
		for j, c := range cells {
			r.cells[header[j]] = strings.TrimSpace(c)
		}
		out = append(out, r)
	}
	return out
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

func splitLines(data string) []string {
	var out []string
	sc := bufio.NewScanner(strings.NewReader(strings.TrimPrefix(data, "\ufeff")))
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		out = append(out, strings.TrimSuffix(sc.Text(), "\r"))
	}
	return out
}
