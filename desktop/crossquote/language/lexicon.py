"""Lexicons: what a linguist knows of a language, one TOML file a language in `resources/languages/`.

A reader of a lexicon asks for a section and a key; what is missing is empty, what is malformed is an error that
names the file and the line. Which sections exist, and what they mean, stands in `resources/languages/README.md`.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache, partial
from types import MappingProxyType

from msgspec import Struct

from crossquote.errors import UserError
from crossquote.language.inheritance import Inherited, Tables
from crossquote.language.section import ValueKind, fits
from crossquote.language.sifted import Sifted
from crossquote.language.source import LexiconSource, is_code, line_of, malformed, path_of, read_source
from crossquote.message import Fact, message
from crossquote.resources import resource


class Lexicon(Struct, frozen=True):
    """The lexicon of one language; an empty one where the program knows nothing of it.

    `flaws` are the mistakes that were met in its file so far, each done without; None where they are raised.
    """

    code: str
    source: bytes
    tables: Tables
    flaws: list[UserError] | None = None

    def __hash__(self) -> int:
        return hash(self.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and self.source == other.source and self.code == other.code

    def has(self, section: str) -> bool:
        """Tell whether this language has anything in `section`."""
        return bool(self.tables.get(section))

    def keys(self, section: str) -> tuple[str, ...]:
        """Return the keys of `section`, in the order of the file."""
        return tuple(self.tables.get(section, {}))

    def texts(self, section: str, key: str) -> tuple[str, ...]:
        """Return a list of texts, in the order of the file."""
        return _texts(self, section, key)

    def pairs(self, section: str, key: str) -> tuple[tuple[str, str], ...]:
        """Return a list of pairs of characters, in the order of the file."""
        value = self.tables.get(section, {}).get(key, [])
        if not isinstance(value, list) or not fits(value, ValueKind.PAIRS):
            raise self.mistake(section, key, ValueKind.PAIRS)
        return tuple((pair[0], pair[1]) for pair in value)

    def text(self, section: str, key: str, default: str = "", among: Collection[str] = ()) -> str:
        """Return a single text; where it has to be one of `among`, another is a mistake."""
        value = self.tables.get(section, {}).get(key, default)
        if not isinstance(value, str):
            raise self.mistake(section, key, ValueKind.TEXT)
        if among and value != default and value not in among:
            choices = ", ".join(sorted(among))
            refused = self._malformed(section, key, "lexicon.choice", entry=value, choices=choices)
            if self.flaws is None:
                raise refused
            return default
        return value

    def numbers(self, section: str, key: str) -> Mapping[str, float]:
        """Return a table of text → number."""
        value = self.tables.get(section, {}).get(key, {})
        if not isinstance(value, dict) or not fits(value, ValueKind.NUMBERS):
            raise self.mistake(section, key, ValueKind.NUMBERS)
        return MappingProxyType({name: float(number) for name, number in value.items()})

    def lists(self, section: str, key: str) -> Mapping[str, tuple[str, ...]]:
        """Return a table of name → list of texts, in the order of the file."""
        value = self.tables.get(section, {}).get(key, {})
        if not isinstance(value, dict) or not fits(value, ValueKind.LISTS):
            raise self.mistake(section, key, ValueKind.LISTS)
        return MappingProxyType({name: tuple(items) for name, items in value.items()})

    def mistake(self, section: str, key: str, expected: ValueKind) -> UserError:
        """Return the error of what stands under a key and is not of the kind `expected`."""
        return self._malformed(section, key, "lexicon.kind", kind=message(f"lexicon-kind.{expected.value}"))

    def _malformed(self, section: str, key: str, code: str, **facts: Fact) -> UserError:
        """Return the error of what stands under a key, in this file or in the one that it goes on from."""
        teller: Lexicon = self
        while teller.code != ANY and key not in LexiconSource(teller.code, teller.source).get(section, {}):
            teller = load_lexicon(teller.text("language", "like", ANY))
        line = line_of(teller.source, section, key)
        return malformed(teller.code, message(code, line=line, section=section, key=key, **facts))


@lru_cache(maxsize=4096)
def _texts(lexicon: Lexicon, section: str, key: str) -> tuple[str, ...]:
    """Return a list of texts; it is asked for with each sentence, and looked through once."""
    value = lexicon.tables.get(section, {}).get(key, [])
    if not isinstance(value, list) or not fits(value, ValueKind.TEXTS):
        raise lexicon.mistake(section, key, ValueKind.TEXTS)
    return tuple(value)


ANY = "und"
"""The lexicon of a text in whatever language: what it holds, every other lexicon has too."""


def read_lexicon(code: str, source: str) -> Lexicon:
    """Return the lexicon written in `source` (TOML); a `UserError` names the line of a mistake, when it is met."""
    written = source.encode()
    own = LexiconSource(code, written)
    if code == ANY:
        return Lexicon(code, written, own)
    like = own.get("language", {}).get("like", ANY)
    if like != ANY and not can_go_on(code, like):
        raise _wrong_like(code, written, like)
    return Lexicon(code, written, Inherited(own, partial(_tables_of, str(like))))


def can_go_on(code: str, like: object) -> bool:
    """Tell whether the lexicon of `code` can go on from that of `like`: there is one step, no chain, so no circle."""
    if not isinstance(like, str) or like == code or like not in known_languages():
        return False
    source = read_source(path_of(like))
    return "like" not in LexiconSource(like, source, lambda _: None).get("language", {})


def _read_what_is_right(code: str, source: bytes, flaws: list[UserError]) -> Lexicon:
    """Return the lexicon written in `source` without what is wrong there, which is added to `flaws`."""
    own = Sifted(code, source, flaws.append)
    if code == ANY:
        return Lexicon(code, source, own, flaws)
    like = own.get("language", {}).get("like", ANY)
    if like != ANY and not _is_there_to_go_on(code, like):
        flaws.append(_wrong_like(code, source, like))
        like = ANY
    return Lexicon(code, source, Inherited(own, partial(_tables_of, str(like))), flaws)


def _is_there_to_go_on(code: str, like: object) -> bool:
    try:
        return can_go_on(code, like)
    except UserError:  # that file can't be read, which is told of that one
        return False


def _wrong_like(code: str, source: bytes, like: object) -> UserError:
    return malformed(code, message("lexicon.like", line=line_of(source, "language", "like"), like=str(like)))


@lru_cache(maxsize=128)
def load_lexicon(code: str | None) -> Lexicon:
    """Return the lexicon of the language `code`; where there is none, what holds in any.

    What is wrong in its file is done without, and told among its flaws.
    """
    if code is None or not is_code(code):
        return Lexicon(code or "", b"", Inherited({}, partial(_tables_of, ANY)))
    path = path_of(code)
    flaws: list[UserError] = []
    try:
        source = read_source(path) if path.is_file() else b""
    except UserError as error:
        source = b""
        flaws.append(error)
    return _read_what_is_right(code, source, flaws)


def _tables_of(code: str) -> Tables:
    return load_lexicon(code).tables


@lru_cache(maxsize=1)
def known_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a lexicon, sorted."""
    return tuple(sorted(path.stem for path in resource("languages").glob("*.toml") if path.stem != ANY))
