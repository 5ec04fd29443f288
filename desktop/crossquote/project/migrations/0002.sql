-- Version 2: how to take a step back can be forgotten, to make the file smaller; its line in the log stays.
ALTER TABLE steps RENAME TO steps_of_version_1;
CREATE TABLE steps (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    changes BLOB,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO steps (number, name, who, at, changes, undone)
    SELECT number, name, who, at, changes, undone FROM steps_of_version_1;
DROP TABLE steps_of_version_1;

-- Which records of the user's own decisions a step changed, so that the history of one is found without unpacking all.
CREATE TABLE touched (
    step INTEGER NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (step, kind, id)
) STRICT, WITHOUT ROWID;
