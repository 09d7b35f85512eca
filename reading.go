package readout

import (
	"fmt"
	"reflect"
)

// Reading is everything that was read out of one document. It is a pure
// function of the document and the lexicon.
type Reading struct {
	Document   Document    `json:"document"`
	Passages   []Passage   `json:"passages"`
	Entities   []Entity    `json:"entities"`
	Dates      []Date      `json:"dates"`
	Statements []Statement `json:"statements"`
	Contacts   []Report    `json:"contacts"`
	Points     []Point     `json:"points"`
	// Unread is the language of a document that was kept and not read, because no
	// folder of the lexicon covers it.
	Unread string `json:"unread,omitempty"`
}

// Entity returns the entity with the id, or nil.
func (r *Reading) Entity(id EntityID) *Entity {
	for i := range r.Entities {
		if r.Entities[i].ID == id {
			return &r.Entities[i]
		}
	}
	return nil
}

// Statement returns the statement with the id, or nil.
func (r *Reading) Statement(id string) *Statement {
	for i := range r.Statements {
		if r.Statements[i].ID == id {
			return &r.Statements[i]
		}
	}
	return nil
}

// Check verifies that every span of the reading lies inside the text that it
// counts in, on character boundaries, and that every value has its words. The
// error wraps ErrInvalid or ErrUncited and names the value.
func (r *Reading) Check() error {
	return checkWords(&r.Document, reflect.ValueOf(r).Elem(), "reading", InText)
}

var (
	wordsType = reflect.TypeFor[Words]()
	spansType = reflect.TypeFor[Spans]()
	spanType  = reflect.TypeFor[Span]()
)

// checkWords walks a value. Words must be cited; other Spans may be absent
// where the contract lets them.
func checkWords(d *Document, v reflect.Value, path string, in Field) error {
	switch v.Type() {
	case wordsType:
		w := v.Interface().(Words)
		if _, err := w.From.Cut(d.Field(w.In)); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		return nil
	case spansType:
		if s := v.Interface().(Spans); !s.IsZero() {
			if _, err := s.Cut(d.Field(in)); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
		}
		return nil
	case spanType:
		if _, err := At(v.Interface().(Span)).Cut(d.Field(in)); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		return nil
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return checkWords(d, v.Elem(), path, in)
	case reflect.Slice:
		for i := range v.Len() {
			if err := checkWords(d, v.Index(i), fmt.Sprintf("%s[%d]", path, i), in); err != nil {
				return err
			}
		}
	case reflect.Struct:
		return checkStruct(d, v, path, in)
	}
	return nil
}

func checkStruct(d *Document, v reflect.Value, path string, in Field) error {
	if s, ok := v.Interface().(Statement); ok {
		in = s.In
		if s.Content.IsZero() {
			return fmt.Errorf("%s.Content: %w", path, ErrUncited)
		}
	}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Name == "Marks" {
			continue
		}
		at := in
		if f.Name == "InTitle" {
			at = InTitle
		}
		if err := checkWords(d, v.Field(i), path+"."+f.Name, at); err != nil {
			return err
		}
	}
	return nil
}
