-- Version 3: what is derived stands apart from what the user gave and decided; messages are codes and facts, as JSON.
CREATE TABLE derived (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
INSERT INTO derived (kind, id, value)
    SELECT kind, id, value FROM records
    WHERE kind IN ('quotes', 'translations', 'evidence', 'weighed', 'forced', 'utterances');
DELETE FROM records WHERE kind IN ('quotes', 'translations', 'evidence', 'weighed', 'forced', 'utterances');

-- What a step changed, part by part (deflated JSON): a further part is written without touching those before.
CREATE TABLE parts (
    step INTEGER NOT NULL,
    number INTEGER NOT NULL,
    changes BLOB NOT NULL,
    PRIMARY KEY (step, number)
) STRICT;
INSERT INTO parts (step, number, changes) SELECT number, 1, changes FROM steps WHERE changes IS NOT NULL;
ALTER TABLE steps RENAME TO steps_of_version_2;
CREATE TABLE steps (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO steps (number, name, who, at, undone) SELECT number, name, who, at, undone FROM steps_of_version_2;
DROP TABLE steps_of_version_2;
