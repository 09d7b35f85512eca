// Package conllu reads and writes treebanks in CoNLL-U, the format of Universal
// Dependencies (https://universaldependencies.org/format.html): a line a word,
// ten columns, an empty line after each sentence.
package conllu

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// Word is a syntactic word of a sentence.
type Word struct {
	Form, Lemma, UPOS, XPOS string
	Head                    int    // the word that it hangs on, counted from 1; 0 is the root
	Rel                     string // its relation to the head
	row                     int    // in Sentence.Lines
}

// Sentence is one tree. Lines are the lines of the file as they stand, comments,
// ranges ("3-4") and empty nodes ("5.1") among them, without the empty line.
type Sentence struct {
	Lines []string
	Words []Word
}

// columns is how many columns a line of a word has; maxLine bounds it, in bytes.
const columns, maxLine = 10, 1 << 20

// Read reads all sentences. name stands in the errors, with the line.
func Read(name string, r io.Reader) ([]Sentence, error) {
	var out []Sentence
	var cur Sentence
	flush := func() error {
		if len(cur.Words) > 0 {
			for _, w := range cur.Words {
				if w.Head > len(cur.Words) {
					return fmt.Errorf("head %d of a sentence of %d words", w.Head, len(cur.Words))
				}
			}
			out = append(out, cur)
		}
		cur = Sentence{}
		return nil
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 1<<16), maxLine)
	n := 0
	for lines.Scan() {
		n++
		line := strings.TrimSuffix(lines.Text(), "\r")
		if line == "" {
			if err := flush(); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, n, err)
			}
			continue
		}
		cur.Lines = append(cur.Lines, line)
		if err := cur.word(line); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, n+1, err)
	}
	if err := flush(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, n, err)
	}
	return out, nil
}

// word takes the last line of the sentence, if it is a word's.
func (s *Sentence) word(line string) error {
	if line[0] == '#' {
		return nil
	}
	col := strings.Split(line, "\t")
	if len(col) != columns {
		return fmt.Errorf("%d columns, want %d", len(col), columns)
	}
	if first, last, ok := strings.Cut(col[0], "-"); ok {
		if number(first) != len(s.Words)+1 || number(last) <= number(first) {
			return fmt.Errorf("range %q before word %d", col[0], len(s.Words)+1)
		}
		return nil
	}
	if strings.Contains(col[0], ".") {
		return nil
	}
	if id, err := strconv.Atoi(col[0]); err != nil || id != len(s.Words)+1 {
		return fmt.Errorf("word number %q, want %d", col[0], len(s.Words)+1)
	}
	head, err := strconv.Atoi(col[6])
	if err != nil || head < 0 {
		return fmt.Errorf("head %q is no number", col[6])
	}
	s.Words = append(s.Words, Word{Form: col[1], Lemma: col[2], UPOS: col[3], XPOS: col[4], Head: head, Rel: col[7], row: len(s.Lines) - 1})
	return nil
}

// Write prints the sentence with the values of its words and an empty line; what
// it does not change stands as it was read.
func (s *Sentence) Write(w io.Writer) error {
	lines := append([]string(nil), s.Lines...)
	for _, word := range s.Words {
		col := strings.Split(lines[word.row], "\t")
		col[2], col[3], col[4] = word.Lemma, word.UPOS, word.XPOS
		col[6], col[7], col[8] = strconv.Itoa(word.Head), word.Rel, "_"
		lines[word.row] = strings.Join(col, "\t")
	}
	_, err := io.WriteString(w, strings.Join(lines, "\n")+"\n\n")
	return err
}

// Comment gives the value of the comment "# key = value", or "".
func (s *Sentence) Comment(key string) string {
	for _, line := range s.Lines {
		if k, v, ok := strings.Cut(strings.TrimPrefix(line, "# "), " = "); ok && k == key && line[0] == '#' {
			return v
		}
	}
	return ""
}

// ReadFile reads a file; one whose name ends in .gz is unpacked.
func ReadFile(path string) ([]Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if !strings.HasSuffix(path, ".gz") {
		return Read(path, f)
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return Read(path, z)
}
