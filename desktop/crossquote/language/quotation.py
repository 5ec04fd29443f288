"""Quotation marks as a language prints them: what window, terminal and reports draw around what somebody said."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from crossquote.language.lexicon import load_lexicon
from crossquote.notation import read_toml
from crossquote.resources import resource

Marks = tuple[str, str]
_PLAIN: Marks = ("“", "”")
_NO_BREAK = "\N{NO-BREAK SPACE}"


@lru_cache(maxsize=256)
def quotation_marks(code: str | None) -> Marks:
    """Return the marks that the language `code` opens and closes a quote with.

    A lexicon's first pair counts, by which quotes are found too: a linguist chose it, and each machine draws the same.
    """
    pairs = load_lexicon(code).pairs("marks", "pairs") if code else ()
    return pairs[0] if pairs else _marks().get(code or "", _PLAIN)


@lru_cache(maxsize=256)
def drawn_marks(code: str | None) -> Marks:
    """Return the marks of the language `code` as they are drawn around words: with what it has inside of them."""
    opening, closing = quotation_marks(code)
    inside = load_lexicon(code).text("marks", "inside") if code else ""
    blank = _NO_BREAK if inside == "blank" else ""
    return f"{opening}{blank}", f"{blank}{closing}"


@lru_cache(maxsize=1)
def _marks() -> Mapping[str, Marks]:
    """Return code → marks for languages without a lexicon, from `resources/quotation_marks.toml`."""
    table = read_toml(resource("quotation_marks.toml"))["marks"]
    return MappingProxyType({str(code): (str(pair[0]), str(pair[1])) for code, pair in table.items()})
