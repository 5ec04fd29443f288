"""Words in the HTML report: the program's own, and what somebody said: in its language, direction, marks and signs."""

from collections.abc import Iterable
from html import escape

from crossquote.export.telling import Teller, tell_once
from crossquote.language.names import tag_of
from crossquote.message import Fact, Message
from crossquote.model.markup import Look, Piece
from crossquote.text.scripts import reads_right_to_left
from crossquote.wording.telling import tell_fact

_HOLE = "\ue000"
"""Stands where HTML goes into words that are still to be escaped; no catalogue has it."""


class Words(Teller, frozen=True):
    """Tells what the program says, in one language, as HTML."""

    @property
    def way(self) -> str:
        """The attribute of an element that is read as the language is, whatever it begins with."""
        return f" dir={'rtl' if self.leftward else 'ltr'}"

    def of(self, message: Message, /) -> str:
        """Return a message in words, escaped."""
        return escape(tell_once(message, self.language))

    def plain(self, text: str) -> str:
        """Return a text, escaped."""
        return escape(text)

    def fact(self, fact: Fact, kind: str) -> str:
        """Return a fact as the language writes one of its kind ("day", "check"), escaped."""
        return escape(tell_fact(fact, self.language, kind))

    def around(self, code: str, /, **inner: str) -> str:
        """Return the words of `code`, escaped, around facts that are HTML already."""
        holes = {name: f"{_HOLE}{number}{_HOLE}" for number, name in enumerate(inner)}
        line = self(code, **holes)
        for name, hole in holes.items():
            line = line.replace(hole, inner[name])
        return line

    def name(self, text: str) -> str:
        """Return somebody's name as an element that keeps its direction of reading to itself."""
        return f"<bdi>{escape(text)}</bdi>"

    def time(self, at: str) -> str:
        """Return a moment as an element that machines can read."""
        return f"<time datetime='{escape(at)}'>{Teller.time(self, at)}</time>"


def in_language(text: str, language: str | None) -> str:
    """Return the attributes of an element that holds `text`: its language, and the direction it is read in."""
    direction = "rtl" if reads_right_to_left(text) else "auto"
    tag = f" lang='{escape(tag_of(language), quote=True)}'" if language else ""
    return f"{tag} dir={direction}"


def link_html(address: str, text: str) -> str:
    """Return a link to a page, which is told nothing of where it was followed; nothing where there is no address."""
    if not address:
        return ""
    return f" <a href='{escape(address, quote=True)}' rel='noreferrer noopener nofollow'>{text}</a>"


def anchor(utterance: str) -> str:
    """Return by what a link of the page leads to the utterance of an id."""
    return f"utterance-{escape(utterance)}"


def pieces_html(pieces: Iterable[Piece], words: Words) -> str:
    """Return pieces of a rendition as HTML; what differs is told by the kind of its line as well as by its colour."""
    return "".join(_piece(piece, words) for piece in pieces)


def _piece(piece: Piece, words: Words) -> str:
    text = escape(piece.text)
    if piece.look is Look.PLAIN:
        return text
    if piece.look is Look.MISSING:
        return _lacking("missing", text, piece.tip, words)
    if piece.look is Look.OUTSIDE and piece.span is not None and not len(piece.span):
        return _lacking("outside", text, piece.tip, words)
    title = f" title='{words.of(piece.tip)}'" if piece.tip else ""
    return f"<mark class={piece.look.value}{title}>{text}</mark>"


def _lacking(style: str, sign: str, there: Message, words: Words) -> str:
    """Return the sign that stands for words of the base that are not here."""
    tip, spoken = words(f"report.gap.{style}", there=there), words(f"report.gap.{style}_spoken", there=there)
    return f"<span class={style} role=img title='{tip}' aria-label='{spoken}'>{sign}</span>"
