-- What persons have said of the ledger, in the order in which it came. A row is
-- never changed nor taken out: a later correction takes an earlier one back.
CREATE TABLE correction (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    correction TEXT NOT NULL CHECK (json_valid(correction) AND json_extract(correction, '$.id') = id)
) STRICT;

CREATE TRIGGER correction_is_not_changed BEFORE UPDATE ON correction
BEGIN SELECT RAISE(ABORT, 'a correction is never changed; a later one takes it back'); END;

CREATE TRIGGER correction_is_not_deleted BEFORE DELETE ON correction
BEGIN SELECT RAISE(ABORT, 'a correction is never deleted; a later one takes it back'); END;
