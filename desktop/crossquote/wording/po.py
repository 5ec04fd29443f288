"""Reads catalogues of gettext's format (.po): entries with their forms, as translators' tools write them.

The file itself is read, not one compiled from it: some thousand entries take milliseconds, a catalogue that was edited
is told at once, and nothing that is built can be older than what it was built of.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_TEXT = r'[^"\\\n]*(?:\\.[^"\\\n]*)*'
_STRINGS = rf'(?:"{_TEXT}"\s*)+'
_ENTRY = re.compile(
    rf"(?P<comments>(?:#.*\n|\s*\n)*)"
    rf"(?:msgid\s+(?P<code>{_STRINGS})(?:msgid_plural\s+{_STRINGS})?(?P<forms>(?:msgstr(?:\[\d\])?\s+{_STRINGS})+))?"
)
_FORM = re.compile(rf"msgstr(?:\[\d\])?\s+({_STRINGS})")
_STRING = re.compile(rf'"({_TEXT})"')
_ESCAPED = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_FUZZY = re.compile(r"^#,.*\bfuzzy\b", re.MULTILINE)


class MalformedCatalogueError(ValueError):
    """A catalogue is not what gettext's format says; names the line."""


class Entry(NamedTuple):
    """The words of one code: a single form, or one for each plural of the language; `fuzzy` ones wait for a translator.

    `line` is where its code stands, counted from one.
    """

    code: str
    forms: tuple[str, ...]
    fuzzy: bool
    line: int


def read_entries(text: str) -> Iterator[Entry]:
    """Yield the entries of a catalogue in their order, its header (of the empty code) included.

    Raises MalformedCatalogueError at a line that is none of gettext's.
    """
    text = text.replace("\r\n", "\n").rstrip() + "\n"
    at, line = 0, 1
    while at < len(text):
        found = _ENTRY.match(text, at)
        if found is None or found.end() == at:
            raise MalformedCatalogueError(f"line {line} is none of a catalogue")
        if found["code"] is not None:
            forms = tuple(_joined(form[1]) for form in _FORM.finditer(found["forms"]))
            fuzzy = _FUZZY.search(found["comments"]) is not None
            yield Entry(_joined(found["code"]), forms, fuzzy, line + found["comments"].count("\n"))
        at, line = found.end(), line + found[0].count("\n")


def read_header(entry: Entry) -> Mapping[str, str]:
    """Return what the header of a catalogue says, by the names of its fields in lower case."""
    fields = (line.partition(":") for line in entry.forms[0].split("\n"))
    return {name.strip().lower(): value.strip() for name, _, value in fields if name.strip()}


def _joined(strings: str) -> str:
    """Return what one or more strings beside each other say, escapes resolved."""
    strings = strings.strip()
    text = strings[1:-1] if strings.count('"') == 2 else "".join(_STRING.findall(strings))
    return _ESCAPED.sub(lambda found: _ESCAPES.get(found[1], found[1]), text) if "\\" in text else text
