package lexicon

import (
	"slices"

	"readout"
)

// Forms is en/accounts.tsv: what form of account a page is by what it is called.
type Forms struct{ rows []FormRow }

// FormRow is one line of the file.
type FormRow struct {
	Form    readout.AccountKind
	Field   readout.Field // InTitle or InURL
	Pattern *Pattern
	Example string
}

// forms are the kinds of account that a row can give.
var forms = []readout.AccountKind{readout.ReadoutAccount, readout.JointStatement, readout.Transcript, readout.Briefing,
	readout.Remarks, readout.Post, readout.PressAccount}

func (l *loader) forms() *Forms {
	f := &Forms{}
	for _, r := range l.table("en/accounts.tsv", "field", "pattern") {
		row := FormRow{Form: readout.AccountKind(r.Get("form")), Field: readout.Field(r.Get("field")), Example: r.Get("example")}
		if !slices.Contains(forms, row.Form) {
			l.fault(r.Err("no form %q; the forms are %v", row.Form, forms))
			continue
		}
		if row.Field != readout.InTitle && row.Field != readout.InURL {
			l.fault(r.Err("no field %q; the fields are title and url", row.Field))
			continue
		}
		if row.Pattern = l.pattern(r); row.Pattern == nil {
			continue
		}
		f.rows = append(f.rows, row)
	}
	return f
}

// Rows lists every row.
func (f *Forms) Rows() []FormRow { return slices.Clone(f.rows) }

// Of is the form of a page with this title and address, "" where they do not
// say: the title decides before the address, an earlier row before a later one.
func (f *Forms) Of(title, url string) readout.AccountKind {
	for _, field := range []struct {
		name  readout.Field
		words string
	}{{readout.InTitle, title}, {readout.InURL, url}} {
		for _, r := range f.rows {
			if r.Field == field.name && field.words != "" && r.Pattern.MatchString(field.words) {
				return r.Form
			}
		}
	}
	return ""
}
