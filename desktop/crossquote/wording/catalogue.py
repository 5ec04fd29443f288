"""Catalogues: the words of each code in one language, read from `resources/catalogues/` when first asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from gettext import c2py
from types import MappingProxyType

from crossquote.message import Fact
from crossquote.resources import resource
from crossquote.wording.po import Entry, MalformedCatalogueError, read_entries, read_header
from crossquote.wording.pseudo import PSEUDO, lengthen

SOURCE = "en"
"""The language whose catalogue has words for every code."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language: code → its forms, one for each plural; `locale` says how its facts are written."""

    language: str
    locale: str
    words: Mapping[str, tuple[str, ...]]
    plural: Callable[[int], int]

    def template(self, code: str, count: Fact) -> str | None:
        """Return the words of `code`, in the form that goes with `count`; None where this catalogue has none.

        A count that is no whole number takes the last form, as "1.5 articles" does.
        """
        forms = self.words.get(code)
        if forms is None:
            return None
        last = len(forms) - 1
        if isinstance(count, float) and count.is_integer():
            count = int(count)
        return forms[min(self.plural(abs(count)), last) if last and isinstance(count, int) else last]


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a catalogue, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in resource("catalogues").glob("*.po")))


@lru_cache(maxsize=8)
def load_catalogue(language: str) -> Catalogue:
    """Return the catalogue of `language`: English where there is none; the pseudo-language is made of English."""
    if language == PSEUDO:
        source = load_catalogue(SOURCE)
        words = {code: tuple(map(lengthen, forms)) for code, forms in source.words.items()}
        return Catalogue(PSEUDO, source.locale, MappingProxyType(words), source.plural)
    if language != SOURCE and language not in languages():
        return load_catalogue(SOURCE)
    text = resource("catalogues", f"{language}.po").read_text(encoding="utf-8")
    return read_catalogue(language, text)


def read_catalogue(language: str, text: str) -> Catalogue:
    """Return the catalogue that `text` is; entries that are fuzzy, or that nobody has translated yet, are left out.

    Raises MalformedCatalogueError for what is no catalogue, and for a code that stands there twice.
    """
    entries: dict[str, Entry] = {}
    for entry in read_entries(text):
        if entry.code in entries:
            raise MalformedCatalogueError(f"line {entry.line}: {entry.code!r} stands there twice")
        entries[entry.code] = entry
    header = read_header(entries.pop("", Entry("", ("",), fuzzy=False, line=1)))
    rule = header.get("plural-forms", "").partition("plural=")[2].rstrip("; ") or "n != 1"
    words = {code: entry.forms for code, entry in entries.items() if all(entry.forms) and not entry.fuzzy}
    return Catalogue(language, header.get("language", language), MappingProxyType(words), c2py(rule))
