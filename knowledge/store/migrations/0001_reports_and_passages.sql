-- Reports, their files and their passages, with a full-text index over the passages' terms.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE report (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice: buttons and links outlive a report
    file          TEXT NOT NULL,
    sha256        TEXT NOT NULL UNIQUE,               -- of the file's bytes
    text_sha256   TEXT NOT NULL,                      -- of the text read from it
    format        TEXT NOT NULL,
    added_at      TEXT NOT NULL,
    document_date TEXT,                               -- ISO; NULL where the report does not say
    summary       TEXT NOT NULL,                      -- JSON: heading, counts, people, gates, problems
    payload       TEXT NOT NULL                       -- JSON of the caller
);
CREATE INDEX report_text ON report (text_sha256);

-- Kept apart from `report`, so that listing reports reads no large rows.
CREATE TABLE content (
    report_id INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    text      TEXT NOT NULL,
    original  BLOB NOT NULL                           -- zlib
);

CREATE TABLE passage (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    seq       INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    quote     TEXT NOT NULL,
    start     INTEGER NOT NULL,
    "end"     INTEGER NOT NULL,
    terms     TEXT NOT NULL,
    payload   TEXT NOT NULL,
    UNIQUE (report_id, seq)
);

-- The index keeps no text of its own: it reads `passage.terms`, so the triggers must tell it before a row goes.
-- Letters stay as the caller folded them (remove_diacritics=0) and "c:task" or "nhiem_vu" stays one token.
CREATE VIRTUAL TABLE passage_index USING fts4 (
    content="passage", terms, tokenize=unicode61 "remove_diacritics=0" "tokenchars=_:-/.,%+"
);
CREATE VIRTUAL TABLE passage_vocabulary USING fts4aux (passage_index);

CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN
    INSERT INTO passage_index (docid, terms) VALUES (new.id, new.terms);
END;
CREATE TRIGGER passage_removed BEFORE DELETE ON passage BEGIN
    DELETE FROM passage_index WHERE docid = old.id;
END;
CREATE TRIGGER passage_reindexing BEFORE UPDATE OF terms ON passage BEGIN
    DELETE FROM passage_index WHERE docid = old.id;
END;
CREATE TRIGGER passage_reindexed AFTER UPDATE OF terms ON passage BEGIN
    INSERT INTO passage_index (docid, terms) VALUES (new.id, new.terms);
END;
