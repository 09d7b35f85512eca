-- Where every report stands in the ledger, so that a further document is linked
-- without reading all others. All of it follows from readings and corrections and
-- can be made anew at any time (linking.rules = '' asks for that); package ledger
-- says what the columns mean.
CREATE TABLE linking (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    generation  INTEGER NOT NULL, -- counts the changes of these tables, so that two who link at a time notice
    rules       TEXT NOT NULL,    -- version of the rules that the links were made with
    corrections INTEGER NOT NULL  -- so many, in the order in which they came, are in the links
) STRICT;

INSERT INTO linking VALUES (1, 0, '', 0);

-- Documents that are not in the links yet.
CREATE TABLE unlinked (
    document TEXT PRIMARY KEY REFERENCES document (id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER reading_unlinked AFTER INSERT ON reading
BEGIN
    INSERT OR IGNORE INTO unlinked VALUES (new.document);
END;

-- A reading that is made anew takes the ground from all links.
CREATE TRIGGER reading_relinked AFTER UPDATE ON reading
BEGIN
    UPDATE linking SET rules = '', generation = generation + 1;
END;

-- What linking looks at in a reading (ledger.Outline).
CREATE TABLE outline (
    document TEXT PRIMARY KEY REFERENCES document (id),
    outline  TEXT NOT NULL
) STRICT;

-- A report's key begins with its document.
CREATE TABLE link (
    report   TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document (id),
    bucket   TEXT NOT NULL,
    first    INTEGER NOT NULL, -- days since 1970
    last     INTEGER NOT NULL CHECK (last >= first),
    scale    INTEGER NOT NULL, -- last - first is at most so many: what lies near is sought scale by scale
    strand   TEXT NOT NULL,
    cluster  TEXT NOT NULL,
    contact  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX link_near ON link (bucket, scale, first, last, cluster);
CREATE INDEX link_cluster ON link (cluster);

CREATE TABLE linked_contact (
    contact  TEXT PRIMARY KEY,
    base     TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES document (id),
    field    TEXT NOT NULL,
    start    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX linked_contact_base ON linked_contact (base);

-- What the rules asked of all documents together for the sake of one.
CREATE TABLE asked (
    kind     TEXT NOT NULL,
    key      TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES document (id),
    PRIMARY KEY (kind, key, document)
) STRICT, WITHOUT ROWID;

CREATE INDEX asked_document ON asked (document);

-- The answers, and how many times documents give each.
CREATE TABLE fact (
    kind  TEXT NOT NULL,
    key   TEXT NOT NULL,
    value TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (kind, key, value)
) STRICT, WITHOUT ROWID;
