"""The entrances that a stranger's bytes have into the program: what a case puts there, and what is asked then."""

import io
import json
import os
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import article_entrances as articles
import network_entrances as network
import own_entrances as own
import pack_entrances as packs
import project_entrances as projects
from given import FIRST, SECOND, Case
from mutation import mutate, mutate_value

from crossquote.cli.main import run
from crossquote.cli.status import complain
from crossquote.errors import UserError
from crossquote.paths import data_folder, settings_folder
from crossquote.resources import seeds
from crossquote.work.edits.rules import read_rules
from crossquote.work.measuring import Measured, known_measured

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


def _remembered(case: Case) -> int:
    """Put something else in the place of what is remembered of tables and packages, and ask for it."""
    columns = mutate(case.chance, b'text = ["words"]\ntitle = ["head"]\ndate = ["on"]\n')
    case.put(str(settings_folder() / "columns.toml"), columns)
    counts = dict.fromkeys(Measured.__struct_fields__, 3)
    measured = mutate_value(case.chance, {"translate-de_en 1.0": counts})
    case.put(str(data_folder() / "measured.json"), json.dumps(measured).encode())
    known_measured("translate-de_en", "1.0")
    return run(
        [
            "quotes",
            case.put("a.csv", f"head,words,on\nPort,{' '.join(FIRST.replace(',', '').split())},2025-03-14\n".encode()),
        ]
    )


def _pipe(case: Case) -> int:
    rows = [{"text": FIRST, "language": "en"}, {"base": {"text": "a b", "language": "en"}, "text": {"text": "a c"}}]
    line = json.dumps(mutate_value(case.chance, case.chance.choice(rows)))
    data = line.encode() if case.chance.random() < 0.5 else mutate(case.chance, line.encode())
    sys.stdin = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
    return run(["pipe", case.chance.choice(("language", "quotes", "checks", "groups"))])


MANY_IN_A_LEXICON = (
    b"[t%d]\na = 1\n",
    b"[words]\n#%d\n",
    b"[words.t%d]\n",
    b"k%d = 1\n",
    b"'a%d',\n",
    b"\n#%d",
    b"t%d",
)


def _lexicon(case: Case) -> int:
    source = (
        b'[language]\nname = "x"\nenglish = "X"\n[cues]\nverbs = ["say*", "tell*"]\n[negation]\nopposites = ["a / b"]\n'
    )
    like = case.chance.choice(MANY_IN_A_LEXICON)
    many = b"".join(like % number for number in range(case.chance.choice((0, 0, 300, 60_000))))
    begun = case.chance.choice((b"", b"[", b"[words]\nstop = [\n"))
    data = mutate(case.chance, source) + begun + mutate(case.chance, many)
    return run(["languages", "--check", case.put("xx.toml", data[: 1024 * 1024])])


ENTRANCES: Mapping[str, tuple[Callable[[Case], int], frozenset[int]]] = {
    "articles": (articles.article, frozenset({0, 3})),
    "documents by bytes": (articles.document, frozenset({0, 3})),
    "documents by parts": (articles.document_parts, frozenset({0, 3})),
    "workbooks": (articles.workbook, frozenset({0, 3})),
    "packs by bytes": (packs.pack_bytes, frozenset({0, 1, 3})),
    "packs by parts": (packs.pack_of_parts, frozenset({0, 1, 3})),
    "what is copied": (articles.copied, frozenset({0, 3})),
    "pages": (articles.web_page, frozenset({0, 3})),
    "translation memories": (_memory, frozenset({0, 3})),
    "packages": (_package, frozenset({0, 3})),
    "project files by bytes": (projects.project_bytes, frozenset({0, 3})),
    "project files by records": (projects.project_records, frozenset({0, 3})),
    "project files by steps": (projects.project_steps, frozenset({0, 3})),
    "project files by what they keep of grouping": (projects.project_basis, frozenset({0})),
    "project files of older versions": (projects.project_of_an_older_version, frozenset({0, 3})),
    "project files by tables": (projects.project_tables, frozenset({0, 3})),
    "side files of SQLite": (projects.sides_of_sqlite, frozenset({0, 3})),
    "side files of ours": (projects.sides_of_ours, frozenset({0, 3})),
    "rules": (_rules, frozenset({0, 3})),
    "settings": (_settings, frozenset({0})),
    "what is remembered": (_remembered, frozenset({0, 3})),
    "answers of servers": (network.answers, frozenset({0, 3})),
    "kept index": (network.kept_index, frozenset({0, 3})),
    "release feed": (network.release, frozenset({0, 3})),
    "fetched pages": (network.fetched_page, frozenset({0, 3})),
    "lines of pipe": (_pipe, frozenset({0, 1})),
    "lists of projects": (own.lists_of_projects, frozenset({0, 3})),
    "what is kept of the window": (own.window_settings, frozenset({0})),
    "reports on projects": (own.report_of_project, frozenset({0, 3})),
    "reports verified": (own.report_verified, frozenset({0, 1, 3})),
    "lexicons": (_lexicon, frozenset({0, 1, 3})),
}
"""Each entrance with the exit statuses that are right for it."""
