"""The entrances that a stranger's bytes have into the program: what a case puts there, and what is asked then."""

import io
import json
import os
import plistlib
import random
import sqlite3
import struct
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from mutation import ATOMS, flip_one, mutate, mutate_value

from crossquote.cli.main import run
from crossquote.cli.status import complain
from crossquote.errors import UserError
from crossquote.message import verbatim
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.resources import seeds
from crossquote.work.edits.rules import read_rules
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text
from documents import docx, epub, odt, paragraphs
from documents import packed as zipped
from printed_pages import pdf
from web_pages import page

FIRST = 'One\n\n"We will open the new bridge on Monday, 12 May," Mayor Ada Lindqvist said.\n\nShe did not say why.\n'
SECOND = 'Two\n\n"We must open the old bridge on Tuesday, 13 May," Mayor Ada Lindqvist said.\n\n“No,” he added.\n'
GERMAN = "Zwei\n\n„Wir öffnen die neue Brücke am Montag“, sagte Bürgermeisterin Ada Lindqvist.\n"
TMX = (
    '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header/><body>'
    '<tu><tuv xml:lang="uk"><seg>Ми <bpt i="1">x</bpt>тут.</seg></tuv><tuv xml:lang="en"><seg>We.</seg></tuv></tu>'
    "</body></tmx>"
)
SETTINGS = 'theme = "dark"\ntext_size = 2\nchecks_off = "tense"\nreading_language = "en"\nwindow = "AAAA"\n'
RULES = (
    '{"rules": [{"id": "a", "check": "tense", "base": "x", "text": "y", "reason": "n",'
    ' "stamp": {"who": "w", "at": "2026-01-01T00:00:00+00:00"}}]}'
)
OLDER = Path(__file__).parents[1] / "project" / "files"
JOURNAL = bytes.fromhex("d9d505f920a163d7")
ONE_OF_OURS = b'{"user": "a", "machine": "b", "since": "2026-01-01T00:00:00+00:00", "process": 1}'
LARGE = 300_000
"""Letters: of an article that is as long as one may be."""
NAMES = ("\x1b[31mred.docx", "\u202excod.pdf", "\udcff.eml", "a" * 200 + ".rtf", "-", "--help", "a.png", "a\nb.txt")
HOSTILE_XML = b'<!DOCTYPE a [<!ENTITY b "cccc"><!ENTITY d SYSTEM "file:///etc/passwd">]><a>&b;&d;</a>' + b"<a>" * 9000
CLIMBING = ("../../outside/thesis.txt", "/etc/passwd", "\\\\host\\share", "a/" * 2000 + "b")
SAVED = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/1\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n'
)
HEADS = (
    b"",
    b"%PDF-1.7\n",
    b"PK\3\4",
    b"\x89PNG\r\n",
    b"{\\rtf1 ",
    b"<html><body>",
    b"From: a@b\n\n",
    b"\xff\xfe",
    b"\x1f\x8b\x08",
)


@dataclass(frozen=True, slots=True)
class Case:
    """One case: chance, the folder that it may write to, and a file that nobody may touch."""

    chance: random.Random
    folder: Path
    victim: Path

    def put(self, name: str, data: bytes) -> str:
        """Write a file of the case, and return its path."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return str(path)

    def project(self) -> Path:
        """Return a sound project."""
        return Path(self.put("a.crossquote", sound_project()))


def read_ahead() -> None:
    """Import what every case would import for itself, and make the sound project."""
    for name in ("cli.reports", "cli.package_actions", "cli.languages", "work.save_report", "translation.tmx"):
        import_module(f"crossquote.{name}")
    sound_project()


@lru_cache(maxsize=1)
def sound_project() -> bytes:
    """Return the bytes of a sound project; made once, it also reads the lexicons that every case reads."""
    session = Session()
    finish(add_text(session, FIRST, "first"))
    finish(add_text(session, SECOND, "second"))
    with tempfile.TemporaryDirectory(prefix="crossquote-fuzz-") as folder:
        path = Path(folder, "a.crossquote")
        project = Project(path, new=True)
        project.record(verbatim("Add"), State(), session.state)
        project.close()
        return path.read_bytes()


def _article(case: Case) -> int:
    start = case.chance.choice(HEADS) if case.chance.random() < 0.3 else b""
    text = (FIRST * 3).encode() if case.chance.random() < 0.95 else _long(case.chance)
    path = case.put("one.txt", start + mutate(case.chance, text))
    if case.chance.random() < 0.5:
        return run(["quotes", path])
    return run(["compare", "--json", path, case.put("two.txt", SECOND.encode())])


def _document(case: Case) -> int:
    """Put a document of some format there, its bytes changed, under a name that lies or that no terminal bears."""
    name, data = case.chance.choice(document_samples())
    hurt = mutate(case.chance, data) if case.chance.random() < 0.9 else data
    path = case.put(case.chance.choice((name, name, "article", *NAMES)), hurt)
    return run(["quotes", path])


def _document_parts(case: Case) -> int:
    """Put a packed document there, one of its parts changed in its bytes or its name, or all of it in another."""
    samples = [sample for sample in document_samples() if sample[1].startswith(b"PK")]
    name, data = case.chance.choice(samples)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    chosen = case.chance.choice(sorted(parts))
    parts[chosen] = case.chance.choice((mutate(case.chance, parts[chosen]), b"\0" * 30_000_000, HOSTILE_XML))
    if case.chance.random() < 0.3:
        parts[case.chance.choice(CLIMBING)] = b"x"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    nested = zipped({"inner.zip": held.getvalue(), name: held.getvalue()})
    return run(["quotes", case.put(name, held.getvalue() if case.chance.random() < 0.7 else nested)])


@lru_cache(maxsize=1)
def document_samples() -> tuple[tuple[str, bytes], ...]:
    """Return a small file of each format that holds articles."""
    said = FIRST * 2
    lines = [(50.0, 700.0 - 14 * at, 10.0, line) for at, line in enumerate(said.split("\n"))]
    word = docx(paragraphs(*said.split("\n")))
    mail = f"Received: x\nMessage-ID: <1@a>\nFrom: Ada <a@a>\nSubject: Port\nMIME-Version: 1.0\n\n{said}> quoted\n"
    boxes = (
        f"Content-Type: multipart/mixed; boundary=x\n\n--x\n\n{said}\n--x\nContent-Type: text/html\n\n<p>{said}</p>\n"
    )
    times = "".join(f"{at}\n00:00:{at:02},000 --> 00:00:{at + 1:02},000\n{said[:60]}\n\n" for at in range(1, 9))
    entry = f"<item><title>Port</title><description>&lt;p>{said}&lt;/p></description></item>"
    return (
        ("a.docx", word),
        ("a.odt", odt("".join(f"<text:p>{line}</text:p>" for line in said.split("\n")))),
        ("a.epub", epub(f"<h1>One</h1><p>{said}</p>", f"<ul><li>{said}</ul>")),
        (
            "a.rtf",
            b"{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 " + said.encode("cp1252", "replace") + b"\\par}",
        ),
        ("a.pdf", pdf([lines, lines])),
        ("a.eml", mail.encode()),
        ("b.eml", mail.partition("\n\n")[0].encode() + b"\n" + boxes.encode()),
        ("a.mbox", b"From a@a Mon Mar  3 10:00:03 2025\n" + mail.encode() + b"\n"),
        ("a.srt", times.encode()),
        ("a.vtt", b"WEBVTT\n\n" + times.replace(",", ".").encode()),
        ("a.rss", f"<rss><channel><title>x</title>{entry * 3}</channel></rss>".encode()),
        ("a.csv", f'title,text,date\nPort,"{said}",2025-03-14\nQuay,=1+1,x\n'.encode()),
        ("a.json", json.dumps([{"title": "Port", "text": said, "date": "2025-03-14"}] * 3).encode()),
        ("a.zip", zipped({"one.txt": said, "b/two.docx": word, "mail.eml": mail})),
    )


def _page(case: Case) -> int:
    """Put a page, or what a browser saves one in, with its bytes and its tags mutated."""
    text = page() if case.chance.random() < 0.7 else "<p>“We stay,” she said.</p>" * 20
    if case.chance.random() < 0.4:
        text = _with_odd_tags(case.chance, text)
    name, data = case.chance.choice((("a.html", text.encode()), ("a.mhtml", SAVED + text.encode())))
    if case.chance.random() < 0.2:
        name, data = "a.webarchive", _archived(text)
    return run(["quotes", case.put(name, mutate(case.chance, data) if case.chance.random() < 0.8 else data)])


def _archived(text: str) -> bytes:
    """Return a page as Safari saves it."""
    main = {"WebResourceData": text.encode(), "WebResourceURL": "https://post.example/1"}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def _with_odd_tags(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    odd = (
        "<div>" * chance.choice((50, 5_000, 1_000_000)), "<p " + "a=b " * 200_000 + ">", "<!--", "<script>", "<svg>",
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>", "\u202e\u2066", "<table><td>" * 3_000,
        "x" * 2_000_000, "&lol;" * 50_000, "<meta charset=utf-7>", "<b>" * 400 + "</i>" * 400, "<math><plaintext>",
    )  # fmt: skip
    return text[:at] + chance.choice(odd) + text[at:]


def _long(chance: random.Random) -> bytes:
    """Return an article of one thing again and again, as long as one may be."""
    again = mutate(chance, chance.choice((FIRST.encode(), SECOND.encode(), *ATOMS[:20]))) or b"x"
    return FIRST.encode() + (again * (LARGE // len(again) + 1))[:LARGE]


def _memory(case: Case) -> int:
    path = case.put("m.tmx", mutate(case.chance, TMX.encode(case.chance.choice(("utf-8", "utf-16")))))
    return run(["compare", case.put("one.txt", FIRST.encode()), case.put("two.txt", SECOND.encode()), "--tmx", path])


def _package(case: Case) -> int:
    source = seeds() / "packages" / "translate-de_en-sample"
    files = {path.relative_to(source).as_posix(): path.read_bytes() for path in source.rglob("*") if path.is_file()}
    packed = case.chance.random() < 0.4
    if not packed or case.chance.random() < 0.5:
        name = case.chance.choice(sorted(files))
        files[name] = mutate(case.chance, files[name])
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(f"p/{name}", data)
    data = mutate(case.chance, held.getvalue()) if packed else held.getvalue()
    return run(["packages", "install", case.put("p.argosmodel", data)])


def _project_bytes(case: Case) -> int:
    path = case.project()
    data = path.read_bytes()
    path.write_bytes(flip_one(case.chance, data) if case.chance.random() < 0.6 else mutate(case.chance, data))
    return _open(case, path)


def _project_records(case: Case) -> int:
    path = case.project()
    connection = sqlite3.connect(path)
    for _ in range(case.chance.randint(1, 4)):
        table = case.chance.choice(("records", "derived"))
        rows = connection.execute(f"SELECT kind, id, value FROM {table}").fetchall()  # noqa: S608 - ours
        kind, id_, value = case.chance.choice(rows)
        changed = json.dumps(mutate_value(case.chance, json.loads(value)))
        connection.execute(f"UPDATE {table} SET value = ? WHERE kind = ? AND id = ?", (changed, kind, id_))  # noqa: S608
    connection.commit()
    connection.close()
    return _open(case, path)


def _project_of_an_older_version(case: Case) -> int:
    version = case.chance.choice(("version-1", "version-2"))
    path = Path(case.put("a.crossquote", (OLDER / f"{version}.crossquote").read_bytes()))
    connection = sqlite3.connect(path)
    for number, packed in connection.execute("SELECT number, changes FROM steps").fetchall():
        rows = mutate_value(case.chance, json.loads(zlib.decompress(packed)))
        made = zlib.compress(json.dumps(rows).encode())
        if case.chance.random() < 0.3:
            made = mutate(case.chance, made)
        connection.execute("UPDATE steps SET changes = ? WHERE number = ?", (made, number))
    connection.commit()
    connection.close()
    return _open(case, path)


def _project_steps(case: Case) -> int:
    path = case.project()
    connection = sqlite3.connect(path)
    packed = connection.execute("SELECT changes FROM parts").fetchone()[0]
    rows = mutate_value(case.chance, json.loads(zlib.decompress(packed)))
    made = zlib.compress(json.dumps(rows).encode())
    connection.execute(
        "UPDATE parts SET changes = ?", (made if case.chance.random() < 0.7 else mutate(case.chance, made),)
    )
    name = json.dumps(mutate_value(case.chance, {"code": "did.add", "facts": [["count", 2]]}))
    connection.execute("UPDATE steps SET name = ?", (name,))
    connection.commit()
    connection.close()
    status = _open(case, path)
    return _undo(path) or status


def _undo(path: Path) -> int:
    try:
        project = Project(path)
    except UserError as error:
        complain(error)
        return 3
    try:
        project.undo()
        project.state()
    except UserError as error:
        complain(error)
        return 3
    finally:
        project.close()
    return 0


def _project_tables(case: Case) -> int:
    path = case.project()
    connection = sqlite3.connect(path)
    statements = (
        "CREATE TABLE t (a CHECK (length(zeroblob(300000000 + a)) > 0))", "INSERT INTO t VALUES (1)",
        "CREATE TRIGGER r AFTER INSERT ON steps BEGIN DELETE FROM records; END", "DROP TABLE touched",
        "CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
        "PRAGMA user_version = 1", "PRAGMA user_version = 2", "PRAGMA user_version = 99", "PRAGMA journal_mode = WAL",
        "DELETE FROM steps", "DELETE FROM records", "CREATE INDEX i ON records (value)",
        "UPDATE steps SET number = -number", "UPDATE records SET id = '\"x\"' WHERE kind = 'articles'",
        "UPDATE steps SET undone = 5", "UPDATE parts SET step = 1, number = number + 100 * step",
        "UPDATE steps SET at = char(0, 55555)", "ALTER TABLE steps ADD COLUMN z",
    )  # fmt: skip
    for statement in case.chance.sample(statements, case.chance.randint(1, 3)):
        try:
            connection.execute(statement)
            connection.commit()
        except sqlite3.Error:
            continue
    connection.close()
    return _open(case, path)


def _open(case: Case, path: Path) -> int:
    return run(["review", str(path), *case.chance.choice(([], ["--json"], ["--html", str(case.folder / "r.html")]))])


def _sides_of_sqlite(case: Case) -> int:
    path = case.project()
    if case.chance.random() < 0.5:
        _as_after_a_crash(case, path)
    for ending in case.chance.sample(("-journal", "-wal", "-shm"), case.chance.randint(1, 2)):
        _lay(case, path.with_name(path.name + ending), _journal)
    return _open(case, path)


def _sides_of_ours(case: Case) -> int:
    path = case.project()
    cache = Path(os.environ["CROSSQUOTE_HOME"], "cache")
    cache.mkdir()
    beside = [f".{path.name}.open", f".{path.name}.lock", f".{path.name}.new", f"{path.name}.version-1"]
    mine = ["package-digests.json", *(f"sentences.sqlite{ending}" for ending in ("", "-journal", "-wal", "-shm"))]
    sides = [path.with_name(name) for name in beside] + [cache / name for name in mine]
    for side in case.chance.sample(sides, case.chance.randint(1, 4)):
        _lay(case, side, _note)
    if case.chance.random() < 0.5:
        return _open(case, path)
    case.put(str(cache.with_name("settings") / "sample-packages.json"), b'["translate-de_en"]')
    return run(["compare", case.put("one.txt", FIRST.encode()), case.put("two.txt", GERMAN.encode())])


def _as_after_a_crash(case: Case, path: Path) -> None:
    """Let the last step stand in the log alone."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE steps SET who = who || 'x'")
    if case.chance.random() < 0.5:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = sql || ' '")
    kept = {ending: path.with_name(path.name + ending).read_bytes() for ending in ("", "-wal")}
    connection.close()
    for ending, data in kept.items():
        hurt = case.chance.random() < 0.7
        path.with_name(path.name + ending).write_bytes(mutate(case.chance, data) if hurt else data)


def _lay(case: Case, side: Path, make: Callable[[Case], bytes]) -> None:
    """Put a link, a folder, a pipe or a file in the place of a side file."""
    how = case.chance.random()
    if os.path.lexists(side):
        return
    if how < 0.3:
        case.chance.choice((side.symlink_to, side.hardlink_to))(case.victim)
    elif how < 0.35:
        side.mkdir()
    elif how < 0.4:
        os.mkfifo(side)
    else:
        side.write_bytes(make(case))


def _note(case: Case) -> bytes:
    return mutate(case.chance, ONE_OF_OURS) if case.chance.random() < 0.5 else _journal(case)


def _journal(case: Case) -> bytes:
    victim = os.fsencode(case.victim)
    head = JOURNAL + struct.pack(
        ">5I", case.chance.choice((0, 1, 0xFFFFFFFF)), 7, case.chance.choice((1, 9)), 512, 4096
    )
    tail = struct.pack(">I", 0x40000000 // 4096 + 1) + victim + struct.pack(">II", len(victim), sum(victim)) + JOURNAL
    data = head.ljust(512, b"\0") + case.chance.choice((b"", b"\0\0\0\1" + bytes(4100))) + tail
    return data if case.chance.random() < 0.5 else mutate(case.chance, data)


def _rules(case: Case) -> int:
    by_value = json.dumps(mutate_value(case.chance, json.loads(RULES))).encode()
    data = by_value if case.chance.random() < 0.5 else mutate(case.chance, RULES.encode())
    try:
        read_rules(Path(case.put("rules.json", data)))
    except UserError as error:
        complain(error)
        return 3
    return 0


def _settings(case: Case) -> int:
    home = os.environ["CROSSQUOTE_HOME"]
    path = Path(home, "settings", case.chance.choice(("settings.toml", "sample-packages.json", "recent.txt")))
    case.put(str(path), mutate(case.chance, SETTINGS.encode() if path.suffix == ".toml" else b'["translate-de_en"]'))
    return run(["compare", case.put("one.txt", FIRST.encode()), case.put("two.txt", SECOND.encode())])


def _pipe(case: Case) -> int:
    rows = [{"text": FIRST, "language": "en"}, {"base": {"text": "a b", "language": "en"}, "text": {"text": "a c"}}]
    line = json.dumps(mutate_value(case.chance, case.chance.choice(rows)))
    data = line.encode() if case.chance.random() < 0.5 else mutate(case.chance, line.encode())
    sys.stdin = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
    return run(["pipe", case.chance.choice(("language", "quotes", "checks", "groups"))])


def _lexicon(case: Case) -> int:
    source = (
        b'[language]\nname = "x"\nenglish = "X"\n[cues]\nverbs = ["say*", "tell*"]\n[negation]\nopposites = ["a / b"]\n'
    )
    return run(["languages", "--check", case.put("xx.toml", mutate(case.chance, source))])


ENTRANCES: Mapping[str, tuple[Callable[[Case], int], frozenset[int]]] = {
    "articles": (_article, frozenset({0, 3})),
    "documents by bytes": (_document, frozenset({0, 3})),
    "documents by parts": (_document_parts, frozenset({0, 3})),
    "pages": (_page, frozenset({0, 3})),
    "translation memories": (_memory, frozenset({0, 3})),
    "packages": (_package, frozenset({0, 3})),
    "project files by bytes": (_project_bytes, frozenset({0, 3})),
    "project files by records": (_project_records, frozenset({0, 3})),
    "project files by steps": (_project_steps, frozenset({0, 3})),
    "project files of older versions": (_project_of_an_older_version, frozenset({0, 3})),
    "project files by tables": (_project_tables, frozenset({0, 3})),
    "side files of SQLite": (_sides_of_sqlite, frozenset({0, 3})),
    "side files of ours": (_sides_of_ours, frozenset({0, 3})),
    "rules": (_rules, frozenset({0, 3})),
    "settings": (_settings, frozenset({0})),
    "lines of pipe": (_pipe, frozenset({0, 1})),
    "lexicons": (_lexicon, frozenset({0, 1, 3})),
}
"""Each entrance with the exit statuses that are right for it."""
