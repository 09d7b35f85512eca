-- What search looks through: the title and the text of every document, as its
-- reading has them. The index holds no text of its own; the triggers keep it in
-- step with the readings, whoever writes them.
CREATE TABLE searched (
    id       INTEGER PRIMARY KEY,
    document TEXT NOT NULL UNIQUE REFERENCES document (id),
    title    TEXT NOT NULL,
    text     TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
    title, text, content = 'searched', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');

CREATE TRIGGER searched_added AFTER INSERT ON searched
BEGIN
    INSERT INTO search (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE TRIGGER searched_removed AFTER DELETE ON searched
BEGIN
    INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;

-- Removed and added, never changed: this holds for INSERT OR REPLACE too.
CREATE TRIGGER reading_added AFTER INSERT ON reading
BEGIN
    DELETE FROM searched WHERE document = new.document;
    INSERT INTO searched (document, title, text)
        SELECT new.document, coalesce(json_extract(new.reading, '$.document.title'), ''), coalesce(json_extract(new.reading, '$.document.text'), '');
END;

CREATE TRIGGER reading_changed AFTER UPDATE ON reading
BEGIN
    DELETE FROM searched WHERE document IN (old.document, new.document);
    INSERT INTO searched (document, title, text)
        SELECT new.document, coalesce(json_extract(new.reading, '$.document.title'), ''), coalesce(json_extract(new.reading, '$.document.text'), '');
END;

CREATE TRIGGER reading_removed AFTER DELETE ON reading
BEGIN
    DELETE FROM searched WHERE document = old.document;
END;

INSERT INTO searched (document, title, text)
    SELECT document, coalesce(json_extract(reading, '$.document.title'), ''), coalesce(json_extract(reading, '$.document.text'), '')
    FROM reading ORDER BY document;
