package ledger

import "time"

// Days gives the first and the last day (midnight UTC) that an EDTF value may
// mean; ok is false where it is none. An open end reaches a year.
func Days(edtf string) (first, last time.Time, ok bool) {
	v, ok := parseEDTF(edtf)
	if !ok {
		return first, last, false
	}
	return time.Unix(int64(v.lo)*86400, 0).UTC(), time.Unix(int64(v.hi)*86400, 0).UTC(), true
}
