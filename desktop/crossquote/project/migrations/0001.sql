-- Version 1: a record is one value of the state, as JSON; its kind is the state's field, its id the key in that field.
CREATE TABLE records (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- The files that articles were read from, byte for byte.
CREATE TABLE originals (
    sha256 TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

-- What the user did, in order: a named step is the records it changed, before and after (deflated JSON).
CREATE TABLE steps (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    changes BLOB NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;
