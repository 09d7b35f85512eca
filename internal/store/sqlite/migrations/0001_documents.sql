-- One row a document: the bytes as they came, under their own hash.
CREATE TABLE document (
    id   TEXT PRIMARY KEY CHECK (id GLOB 'sha256:*' AND length(id) = 71),
    raw  BLOB NOT NULL CHECK (length(raw) > 0)
) STRICT, WITHOUT ROWID;

-- Every place that the same bytes were read from.
CREATE TABLE place (
    document TEXT NOT NULL REFERENCES document (id),
    place    TEXT NOT NULL,
    PRIMARY KEY (document, place)
) STRICT, WITHOUT ROWID;

-- What was read out of a document, as `readout read --json` prints it, and what
-- made it. A value without its words is refused.
CREATE TABLE reading (
    document TEXT PRIMARY KEY REFERENCES document (id),
    rules    TEXT NOT NULL,
    lexicon  TEXT NOT NULL,
    reading  TEXT NOT NULL CHECK (
        json_valid(reading)
        AND instr(reading, '"from":[]') = 0
        AND instr(reading, '"from":null') = 0
        AND json_extract(reading, '$.document.id') = document)
) STRICT;

-- The ids that contacts have had, tied to the words of their first claim.
CREATE TABLE contact_name (
    id       TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES document (id),
    field    TEXT NOT NULL,
    start    INTEGER NOT NULL CHECK (start >= 0),
    PRIMARY KEY (id, document, field, start)
) STRICT, WITHOUT ROWID;
