"""Letters of a PDF report: of what is drawn, those of which each has a glyph of its own can be read again."""

import unicodedata

import regex

_OWN_GLYPH = regex.compile(
    r"[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}"
    r"\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}--\p{M}]",
    regex.VERSION1,
)
"""Scripts that run from left to right, letter by letter; digits run as what stands beside them does."""
_MISTOLD = regex.compile(
    r"[\p{L}\p{M}--\p{Script=Latin}--\p{Script=Cyrillic}--\p{Script=Greek}--\p{Script=Armenian}--\p{Script=Georgian}"
    r"--\p{Script=Hangul}--\p{Script=Common}--\p{Script=Inherited}]",
    regex.VERSION1,
)
"""Scripts of whose glyphs a face may name none for a letter, or, of Chinese signs, one for several."""
_LEFTWARD = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
_HEAPED = regex.compile(r"\p{M}{3}")
"""Marks heaped on one letter, for which a face may draw whatever it has."""


def told_in_order(text: str) -> str:
    """Return what of a text can be looked for on its page as one piece.

    Among letters that run from right to left, others stand in an order that lines and readers decide: nothing of such a
    text is looked for, nor of one with heaps of marks.
    """
    if _LEFTWARD.search(text) or _HEAPED.search(unicodedata.normalize("NFD", text)):
        return ""
    return told_by_glyphs(text)


def told_by_glyphs(text: str) -> str:
    """Return what of `text` can be read again from the page it is drawn on, each letter without its marks.

    Letters of other scripts change their shapes and places as their neighbours want it: a page has no more than that.
    """
    return "".join(_OWN_GLYPH.findall(unicodedata.normalize("NFKD", text)))


def may_be_mistold(text: str) -> bool:
    """Tell whether `text` has letters that a reader of pages may not know by the glyphs that are drawn of them."""
    return _MISTOLD.search(text) is not None
