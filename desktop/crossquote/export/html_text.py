"""Words in the HTML report: in their language and direction, in its quotation marks, marked as in the window."""

from collections.abc import Iterable
from html import escape

from crossquote.language.lexicon import load_lexicon
from crossquote.model.markup import Look, Piece
from crossquote.text.scripts import Script, count_scripts, main_script

_RIGHT_TO_LEFT = frozenset({Script.ARABIC, Script.HEBREW})
_TAGS = {"zt": "zh-Hant", "pb": "pt-BR"}
"""What browsers call languages that Argos Translate has names of its own for (BCP 47)."""


def quotation_marks(language: str | None) -> tuple[str, str]:
    """Return the quotation marks that `language` prints; English ones where the program does not know it."""
    pairs = load_lexicon(language).texts("marks", "pairs") if language else ()
    return (pairs[0][0], pairs[0][1]) if pairs else ("“", "”")


def in_language(text: str, language: str | None) -> str:
    """Return the attributes of an element that holds `text`: its language, and the direction it is read in."""
    scripts = count_scripts(text)
    direction = "rtl" if scripts and main_script(scripts) in _RIGHT_TO_LEFT else "auto"
    tag = f" lang='{escape(_TAGS.get(language, language), quote=True)}'" if language else ""
    return f"{tag} dir={direction}"


def quoted_html(body: str, language: str | None, *, quoted: bool) -> str:
    """Return `body` (HTML) in the quotation marks of its language, as it is where it is only reported."""
    opening, closing = quotation_marks(language) if quoted else ("", "")
    return f"{opening}{body}{closing}"


def pieces_html(pieces: Iterable[Piece]) -> str:
    """Return pieces of a rendition as HTML; what differs is told by the kind of its line as well as by its colour."""
    return "".join(_piece(piece) for piece in pieces)


def _piece(piece: Piece) -> str:
    text, tip = escape(piece.text), escape(piece.tip, quote=True)
    if piece.look is Look.PLAIN:
        return text
    if piece.look is Look.MISSING:
        return f"<span class=missing role=img title='Missing here: {tip}' aria-label='missing: {tip}'>{text}</span>"
    if piece.look is Look.OUTSIDE and piece.span is not None and not len(piece.span):
        return f"<span class=outside role=img title='Left out: {tip}' aria-label='left out: {tip}'>{text}</span>"
    title = f" title='{tip}'" if tip else ""
    return f"<mark class={piece.look.value}{title}>{text}</mark>"
