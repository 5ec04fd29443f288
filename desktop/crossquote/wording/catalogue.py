"""Catalogues: the words of each code in one language, read from `resources/catalogues/` when first asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from gettext import c2py
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from crossquote.resources import resource
from crossquote.wording.po import Entry, MalformedCatalogueError, read_entries, read_header

if TYPE_CHECKING:
    from crossquote.message import Fact

SOURCE, PSEUDO = "en", "qps"
"""The language whose catalogue has words for every code, and the one that is made of its words."""


_NO_HEADER = Entry("", ("",), fuzzy=False, line=1)


class Catalogue(NamedTuple):
    """The words of one language: code → its forms, one for each plural; `locale` says how its facts are written.

    Which form goes with a number says `rule`, as gettext has it.
    """

    language: str
    locale: str
    words: Mapping[str, tuple[str, ...]]
    rule: str

    def plural(self, count: int) -> int:
        """Return which form goes with a number."""
        return _counting(self.rule)(count)

    def plain_words(self, code: str) -> str | None:
        """Return the words of a code that tells no facts; None where there are none, or they tell some."""
        forms = self.words.get(code, ())
        return forms[0] if len(forms) == 1 and "{" not in forms[0] else None

    def template(self, code: str, count: "Fact") -> str | None:
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


def choose_language(wish: str, of_system: Iterable[str] = ()) -> str:
    """Return the language to speak: the `wish`, else the first `of_system`, else English; where it has a catalogue.

    What the system names may have a country ("pt_BR.UTF-8", "uk-UA"); a catalogue for that country goes before.
    """
    there = {*languages(), SOURCE}
    if wish == PSEUDO or wish in there:
        return wish
    for name in of_system:
        full = name.partition(".")[0].partition("@")[0].replace("-", "_")
        for code in (full, full.partition("_")[0]):
            if code in there:
                return code
    return SOURCE


class UnreadWords(Mapping[str, tuple[str, ...]]):
    """The words of a catalogue, each entry read when it is asked for: the first window needs a hundred of thousands.

    Entries stand apart by a blank line, as translators' tools write them.
    """

    def __init__(self, text: str) -> None:
        blocks = text.replace("\r\n", "\n").split("\n\n")
        begun = ((f"\n{block}".find('\nmsgid "') + 7, block) for block in blocks)
        self._blocks = {block[at : block.index('"', at)]: block for at, block in begun if at > 6}
        self._read: dict[str, tuple[str, ...]] = {}
        self.header = read_header(next(read_entries(self._blocks.pop("", "")), _NO_HEADER))

    def __getitem__(self, code: str) -> tuple[str, ...]:
        """Return the forms of an entry that is translated."""
        forms = self._read.get(code)
        if forms is None:
            (entry,) = read_entries(self._blocks[code])
            forms = self._read[code] = () if entry.fuzzy or not all(entry.forms) else entry.forms
        if not forms:
            raise KeyError(code)
        return forms

    def __iter__(self) -> Iterator[str]:
        """Go through the codes that are translated."""
        return (code for code in self._blocks if self.get(code))

    def __len__(self) -> int:
        """Count the codes that are translated."""
        return sum(1 for _ in self)


@lru_cache(maxsize=8)
def load_catalogue(language: str) -> Catalogue:
    """Return the catalogue of `language`: English where there is none; the pseudo-language is made of English."""
    if language == PSEUDO:
        from crossquote.wording.pseudo import lengthen  # noqa: PLC0415 - for those who try the windows alone

        source = load_catalogue(SOURCE)
        words = {code: tuple(map(lengthen, forms)) for code, forms in source.words.items()}
        return Catalogue(PSEUDO, source.locale, MappingProxyType(words), source.rule)
    if language != SOURCE and language not in languages():
        return load_catalogue(SOURCE)
    unread = UnreadWords(resource("catalogues", f"{language}.po").read_text(encoding="utf-8"))
    return _catalogue(language, unread.header, unread)


def read_catalogue(language: str, text: str) -> Catalogue:
    """Return the catalogue that `text` is; entries that are fuzzy, or that nobody has translated yet, are left out.

    Raises MalformedCatalogueError for what is no catalogue, and for a code that stands there twice.
    """
    entries: dict[str, Entry] = {}
    for entry in read_entries(text):
        if entry.code in entries:
            raise MalformedCatalogueError(f"line {entry.line}: {entry.code!r} stands there twice")
        entries[entry.code] = entry
    header = read_header(entries.pop("", _NO_HEADER))
    words = {code: entry.forms for code, entry in entries.items() if all(entry.forms) and not entry.fuzzy}
    return _catalogue(language, header, MappingProxyType(words))


@cache
def _counting(rule: str) -> Callable[[int], int]:
    return c2py(rule)


def _catalogue(language: str, header: Mapping[str, str], words: Mapping[str, tuple[str, ...]]) -> Catalogue:
    rule = header.get("plural-forms", "").partition("plural=")[2].rstrip("; ") or "n != 1"
    return Catalogue(language, header.get("language", language), words, rule)
