package parser

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
)

// A model's file is a zip: grammar.json, words.tsv (form, "sure" or "", row, tags),
// lemmas.tsv (part of speech and end, change), and for each of tagger, actions and
// labels its files of weights (little endian). The same model gives the same file.

// header is grammar.json.
type header struct {
	Format    int                `json:"format"`
	Tags      []string           `json:"tags"`
	Open      []uint8            `json:"open"`
	Relations []string           `json:"relations"`
	Allowed   map[string][]int   `json:"allowed"` // "HEAD DEPENDENT"
	Units     map[string][]int64 `json:"units"`   // by name of the weights: the linear model's, then each network's
}

// format is the version of the file; another one is not read.
const format = 1

// maxNets bounds how many networks vote with one linear model.
const maxNets = 4

// maxEntry bounds an unpacked entry of a model's file, in bytes.
const maxEntry = 64 << 20

func (m *Model) weights() map[string]*Weights {
	return map[string]*Weights{"tagger": &m.Tagger, "actions": &m.Actions, "labels": &m.Labels}
}

var weightNames = []string{"tagger", "actions", "labels"}

// Write writes the model's file.
func (m *Model) Write(to io.Writer) error {
	z := zip.NewWriter(to)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	h := header{Format: format, Tags: m.Tags, Open: m.Open, Relations: m.Relations, Allowed: map[string][]int{}, Units: map[string][]int64{}}
	for p, list := range m.Allowed {
		for _, r := range list {
			k := p.Head + " " + p.Dependent
			h.Allowed[k] = append(h.Allowed[k], int(r))
		}
	}
	for name, w := range m.weights() {
		h.Units[name] = []int64{w.WideUnit}
		for _, n := range w.Nets {
			h.Units[name] = append(h.Units[name], n.Unit)
		}
	}
	text, err := json.MarshalIndent(h, "", " ")
	if err != nil {
		return err
	}
	put := func(name string, data any) {
		if err != nil {
			return
		}
		var w io.Writer
		if w, err = z.Create(name); err == nil {
			err = binary.Write(w, binary.LittleEndian, data)
		}
	}
	put("grammar.json", text)
	put("words.tsv", m.wordLines())
	put("lemmas.tsv", m.lemmaLines())
	for _, name := range weightNames {
		w := m.weights()[name]
		put(name+".wide", w.Wide)
		for i, n := range w.Nets {
			put(fmt.Sprintf("%s.rows%d", name, i+1), n.Rows)
			put(fmt.Sprintf("%s.bias%d", name, i+1), n.Bias)
			put(fmt.Sprintf("%s.out%d", name, i+1), n.Out)
		}
	}
	if err != nil {
		return err
	}
	return z.Close()
}

func (m *Model) wordLines() []byte {
	var lines []string
	for form, e := range m.Words {
		sure := ""
		if e.Sure {
			sure = "sure"
		}
		tags := make([]string, len(e.Tags))
		for i, t := range e.Tags {
			tags[i] = strconv.Itoa(int(t))
		}
		lines = append(lines, form+"\t"+sure+"\t"+strconv.Itoa(int(e.Row))+"\t"+strings.Join(tags, " ")+"\n")
	}
	sort.Strings(lines)
	return []byte(strings.Join(lines, ""))
}

func (m *Model) lemmaLines() []byte {
	var lines []string
	for end, change := range m.Rules {
		lines = append(lines, end+"\t"+change+"\n")
	}
	sort.Strings(lines)
	return []byte(strings.Join(lines, ""))
}

// Read reads a model's file and makes the model ready.
func Read(data []byte) (*Model, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	files := map[string][]byte{}
	for _, f := range z.File {
		if files[f.Name], err = unpack(f); err != nil {
			return nil, fmt.Errorf("model: %s: %w", f.Name, err)
		}
	}
	m := &Model{}
	for _, part := range []struct {
		name string
		read func([]byte) error
	}{{"grammar.json", m.readHeader}, {"words.tsv", m.readWords}, {"lemmas.tsv", m.readLemmas}} {
		data, ok := files[part.name]
		if !ok {
			return nil, fmt.Errorf("model: no %s", part.name)
		}
		if err := part.read(data); err != nil {
			return nil, fmt.Errorf("model: %s: %w", part.name, err)
		}
	}
	for name, w := range m.weights() {
		if err := w.read(files, name); err != nil {
			return nil, fmt.Errorf("model: %s: %w", name, err)
		}
	}
	if err := m.Ready(); err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	return m, nil
}

func unpack(f *zip.File) ([]byte, error) {
	if f.UncompressedSize64 > maxEntry {
		return nil, fmt.Errorf("%d bytes, at most %d", f.UncompressedSize64, maxEntry)
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data := make([]byte, f.UncompressedSize64)
	if _, err := io.ReadFull(r, data); err != nil {
		return nil, err
	}
	if _, err := r.Read(make([]byte, 1)); err != io.EOF { // the end brings the checksum
		return nil, err
	}
	return data, nil
}

func (m *Model) readHeader(data []byte) error {
	var h header
	if err := json.Unmarshal(data, &h); err != nil {
		return err
	}
	if h.Format != format {
		return fmt.Errorf("format %d, want %d", h.Format, format)
	}
	if len(h.Tags) == 0 || len(h.Tags) > MaxTags || len(h.Relations) < 2 || len(h.Relations) > MaxRelations {
		return fmt.Errorf("%d tags and %d relations", len(h.Tags), len(h.Relations))
	}
	m.Tags, m.Open, m.Relations, m.Allowed = h.Tags, h.Open, h.Relations, map[Pair][]uint8{}
	for key, list := range h.Allowed {
		head, dependent, _ := strings.Cut(key, " ")
		for _, r := range list {
			if r < 1 || r >= len(m.Relations) {
				return fmt.Errorf("relation %d of %d", r, len(m.Relations))
			}
			p := Pair{head, dependent}
			m.Allowed[p] = append(m.Allowed[p], uint8(r))
		}
	}
	for name, w := range m.weights() {
		units := h.Units[name]
		if len(units) < 2 || len(units)-1 > maxNets {
			return fmt.Errorf("%s: %d units", name, len(units))
		}
		w.WideUnit = units[0]
		for _, u := range units[1:] {
			w.Nets = append(w.Nets, Net{Unit: u})
		}
	}
	return m.checkTags(m.Open)
}

func (m *Model) checkTags(tags []uint8) error {
	if len(tags) == 0 {
		return fmt.Errorf("a list of no tags")
	}
	for _, t := range tags {
		if int(t) >= len(m.Tags) {
			return fmt.Errorf("tag %d of %d", t, len(m.Tags))
		}
	}
	return nil
}

func (m *Model) readWords(data []byte) error {
	m.Words = map[string]Entry{}
	return eachLine(data, 4, func(col []string) error {
		row, err := strconv.Atoi(col[2])
		if err != nil || row < 0 || row > MaxRows {
			return fmt.Errorf("row %q", col[2])
		}
		e := Entry{Sure: col[1] != "", Row: uint32(row)}
		for _, t := range strings.Fields(col[3]) {
			n, err := strconv.ParseUint(t, 10, 8)
			if err != nil {
				return err
			}
			e.Tags = append(e.Tags, uint8(n))
		}
		m.Words[col[0]] = e
		return m.checkTags(e.Tags)
	})
}

func (m *Model) readLemmas(data []byte) error {
	m.Rules = map[string]string{}
	return eachLine(data, 2, func(col []string) error {
		m.Rules[col[0]] = col[1]
		return nil
	})
}

func eachLine(data []byte, columns int, do func([]string) error) error {
	for i, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		col := strings.Split(line, "\t")
		if len(col) != columns {
			return fmt.Errorf("line %d: %d columns, want %d", i+1, len(col), columns)
		}
		if err := do(col); err != nil {
			return fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	return nil
}

func (w *Weights) read(files map[string][]byte, name string) error {
	w.Wide = signed(files[name+".wide"])
	for i := range w.Nets {
		n := &w.Nets[i]
		bias, out := files[fmt.Sprintf("%s.bias%d", name, i+1)], files[fmt.Sprintf("%s.out%d", name, i+1)]
		n.Rows = signed(files[fmt.Sprintf("%s.rows%d", name, i+1)])
		n.Bias, n.Out = make([]int32, len(bias)/4), make([]int16, len(out)/2)
		if _, err := binary.Decode(bias, binary.LittleEndian, n.Bias); err != nil {
			return err
		}
		if _, err := binary.Decode(out, binary.LittleEndian, n.Out); err != nil {
			return err
		}
	}
	return nil
}

func signed(data []byte) []int8 {
	out := make([]int8, len(data))
	for i, b := range data {
		out[i] = int8(b)
	}
	return out
}
