-- What a person said of a document that its source does not say, as JSON: needed
-- to read it again. NULL: written before this was kept.
ALTER TABLE document ADD COLUMN given TEXT CHECK (given IS NULL OR json_valid(given));

-- Each time that readings were made anew, so that a revision shows it.
CREATE TABLE rereading (
    seq      INTEGER PRIMARY KEY AUTOINCREMENT,
    rules    TEXT NOT NULL,
    lexicon  TEXT NOT NULL,
    readings INTEGER NOT NULL CHECK (readings > 0)
) STRICT;
