"""RTF, as Word, WordPad, TextEdit and LibreOffice write it: the text as it stands once tracked changes are accepted."""

import codecs
import re
from collections.abc import Callable, Mapping
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from crossquote.articles.blocks import Block, Kind, tidy
from crossquote.articles.damage import damaged, too_large_inside
from crossquote.articles.format_signs import matches, named
from crossquote.articles.press import articles_in
from crossquote.articles.reader import Draft, Head, Hints, Several, Sureness

_NAME = "rtf"
_SUFFIX = ".rtf"
_SIGN = matches("{", r"\{\\rtf")
_BROKEN = named(r"[{}\s]*+[a-z]{0,32}\d*(?:\\[a-z]{1,32}-?\d*\s?){2}", _SUFFIX)
_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])|[\r\n\0]+|(?P<text>[^\\{}\r\n\0]+)|."
)
_NO_LETTER = re.compile(rb"[\\{}]")
_MOST_GROUPS = 10_000
_CODE_PAGES = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    255: "cp437",
}  # fmt: skip
"""The code pages of the character sets that fonts have, by RTF's numbers; for the others the document's own holds."""
_SYMBOL = 2
_SAYS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d",
    "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f", "lbr": "\n",
}  # fmt: skip
_SIGNS = {b"~": "\u00a0", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\"}
_ENDS = frozenset({"par", "sect", "page", "cell", "row", "nestcell", "nestrow", "column"})
_SILENT = frozenset({
    "colortbl", "pict", "fldinst", "listtext", "pntext", "nonshppict", "filetbl", "revtbl", "sp", "upr", "listtable",
    "atnid", "atnauthor", "objdata", "themedata", "datastore", "xe", "tc", "txe", "rxe", "private", "template",
    "operator", "keywords", "doccomm", "subject", "category", "manager", "company", "hlinkbase", "author", "creatim",
    "revtim", "printim", "comment",
})  # fmt: skip
_STARRED = frozenset({"cs", "ds", "ts", "shpinst", "ud", "footnote", "annotation", "shptxt", "s"})
"""What is read though a star says that it may be left out: it is known here."""
_TITLES = frozenset({"title", "heading 1"})


class _RtfPlace(Enum):
    """Where text goes."""

    BODY = "body"
    BOX = "box"
    NOTE = "note"
    ASIDE = "aside"
    TITLE = "title"
    FONTS = "fonts"
    STYLES = "styles"
    NOWHERE = "nowhere"


_PLACES = {
    **dict.fromkeys(_SILENT, _RtfPlace.NOWHERE),
    **dict.fromkeys(
        (f"{part}{which}" for part in ("header", "footer") for which in ("", "l", "r", "f")), _RtfPlace.ASIDE
    ),
    "annotation": _RtfPlace.ASIDE,
    "footnote": _RtfPlace.NOTE,
    "shptxt": _RtfPlace.BOX,
    "fonttbl": _RtfPlace.FONTS,
    "stylesheet": _RtfPlace.STYLES,
    "title": _RtfPlace.TITLE,
    "ud": _RtfPlace.BODY,
}


class _RtfGroup(Struct, frozen=True):
    """What holds within a pair of braces.

    `wide` is True where the font for East Asian letters holds; `fallbacks` are the letters that follow one given by its
    number, for who can't read it. `since` is how many pieces of text its place held when it began.
    """

    place: _RtfPlace = _RtfPlace.BODY
    font: int = 0
    wide_font: int = 0
    wide: bool = False
    hidden: bool = False
    deleted: bool = False
    fallbacks: int = 1
    style: int = 0
    since: int = 0


class RtfReader(Struct, frozen=True):
    """Reads the body; notes follow it, heads and feet of pages and comments are set aside."""

    name: str = _NAME
    media: str = "application/rtf"
    suffixes: tuple[str, ...] = (_SUFFIX,)
    trusted: bool = False

    def sniff(self, head: Head, name: str) -> Sureness:
        """Know it by its first word; where that is lost, by words of its kind and its name."""
        return _SIGN(head, name) or _BROKEN(head, name)

    def read(self, data: bytes, hints: Hints) -> Draft | Several:
        """Return the document."""
        start = data.find(b"{\\rtf")
        if start < 0:
            raise damaged(_NAME, hints)
        document = _RtfDocument(hints)
        document.take_in(data, start)
        return document.draft()


READER = RtfReader()


class _RtfDocument:
    """A document as its words are read one after another."""

    def __init__(self, hints: Hints) -> None:
        self._hints = hints
        self._group = _RtfGroup()
        self._groups: list[_RtfGroup] = []
        self._held: dict[_RtfPlace, list[str]] = {place: [] for place in _RtfPlace}
        self._blocks: dict[_RtfPlace, list[Block]] = {place: [] for place in _RtfPlace}
        self._bytes = bytearray()
        self._starred = False
        self._to_skip = 0
        self._code_page = "cp1252"
        self._charsets: dict[int, int] = {}
        self._styles: dict[int, str] = {}
        self._deeds: Mapping[str, Callable[[int | None], None]] = {
            "ansicpg": self._set_code_page,
            "mac": lambda _: self._set_code_page(10000),
            "u": self._say_number,
            "uc": lambda number: self._become(replace(self._group, fallbacks=min(10, max(0, number or 0)))),
            "f": lambda number: self._become(replace(self._group, font=number or 0)),
            "deff": lambda number: self._become(replace(self._group, font=number or 0)),
            "af": self._set_wide_font,
            "fcharset": self._set_charset,
            "chftn": self._mark_note,
            "loch": lambda _: self._become(replace(self._group, wide=False)),
            "hich": lambda _: self._become(replace(self._group, wide=False)),
            "dbch": lambda _: self._become(replace(self._group, wide=True)),
            "v": lambda number: self._become(replace(self._group, hidden=number != 0)),
            "deleted": lambda number: self._become(replace(self._group, deleted=number != 0)),
            "plain": lambda _: self._become(replace(self._group, hidden=False, deleted=False)),
            "pard": lambda _: self._become(replace(self._group, style=0)),
            "s": lambda number: self._become(replace(self._group, style=number or 0)),
        }

    def take_in(self, data: bytes, start: int) -> None:
        """Read all words of the document."""
        at = start
        while at < len(data):
            token = _TOKEN.match(data, at)
            if token is None:
                break
            at = token.end()
            if token["word"]:
                number = int(token["number"]) if token["number"] else None
                word = token["word"].decode()
                if word == "bin":
                    at += min(max(0, number or 0), len(data) - at)
                else:
                    self._obey(word, number)
            elif token["brace"]:
                if not self._enter_or_leave(token["brace"]):
                    break
            else:
                self._read_letters(token)
                at = self._past_silence(data, at)
        self._end_paragraphs()

    def _past_silence(self, data: bytes, at: int) -> int:
        """Return where to read on: behind all letters of what is not for reading, as a picture is."""
        if self._group.place is not _RtfPlace.NOWHERE:
            return at
        told = _NO_LETTER.search(data, at)
        return told.start() if told else len(data)

    def draft(self) -> Draft | Several:
        """Return what the document says."""
        title = " ".join("".join(self._held[_RtfPlace.TITLE]).split())[:500] or None
        blocks = (block for place in (_RtfPlace.BODY, _RtfPlace.NOTE, _RtfPlace.ASIDE) for block in self._blocks[place])
        return articles_in(blocks, Draft("", (title and tidy(title)) or None))

    def _enter_or_leave(self, brace: bytes) -> bool:
        """Begin a group or end one; tell whether there is more of the document."""
        self._say_bytes()
        self._starred, self._to_skip = False, 0
        if brace == b"{":
            if len(self._groups) >= _MOST_GROUPS:
                raise too_large_inside(_NAME, self._hints)
            self._groups.append(self._group)
            self._group = replace(self._group, since=len(self._held[self._group.place]))
            return True
        if not self._groups:
            return False
        left, self._group = self._group.place, self._groups.pop()
        if left is not self._group.place and left in (_RtfPlace.BOX, _RtfPlace.NOTE, _RtfPlace.ASIDE):
            self._end_paragraph(left)
        return bool(self._groups)

    def _obey(self, word: str, number: int | None) -> None:
        """Do what a word asks for; what is not known says nothing, or silences its group where a star is before it."""
        self._say_bytes()
        starred, self._starred = self._starred, False
        if starred and word not in _STARRED:
            self._group = replace(self._group, place=_RtfPlace.NOWHERE)
        elif word in _PLACES:
            self._go_to(word)
        elif word in self._deeds:
            self._deeds[word](number)
        elif word in _ENDS:
            self._end_paragraph(self._group.place)
        elif word in _SAYS:
            self._say(_SAYS[word])

    def _go_to(self, word: str) -> None:
        silent = self._group.place is _RtfPlace.NOWHERE
        if word == "ud":
            outer = [group.place for group in self._groups if group.place is not _RtfPlace.NOWHERE]
            self._group = replace(self._group, place=outer[-1] if outer else _RtfPlace.BODY)
        elif not silent:
            self._group = replace(self._group, place=_PLACES[word])

    def _become(self, group: _RtfGroup) -> None:
        self._group = group

    def _read_letters(self, token: re.Match[bytes]) -> None:
        if token["hex"]:
            self._take_bytes(bytes.fromhex(token["hex"].decode()))
        elif token["text"]:
            self._take_bytes(token["text"])
        elif token["sign"] == b"*":
            self._starred = True
        elif token["sign"] in (b"\n", b"\r"):
            self._obey("par", None)
        elif token["sign"] in _SIGNS:
            self._say_bytes()
            self._say(_SIGNS[token["sign"]])

    def _take_bytes(self, data: bytes) -> None:
        skipped = min(self._to_skip, len(data))
        self._to_skip -= skipped
        self._bytes += data[skipped:]

    def _say_bytes(self) -> None:
        """Say the letters that have come as bytes."""
        if self._bytes:
            self._say(self._decoded(bytes(self._bytes)))
            self._bytes.clear()

    def _decoded(self, data: bytes) -> str:
        charset = self._charsets.get(self._group.wide_font if self._group.wide else self._group.font, 0)
        if charset == _SYMBOL and not data.isascii():
            return ""
        return data.decode(_CODE_PAGES.get(charset, self._code_page), "replace")

    def _say(self, text: str) -> None:
        if self._group.hidden or self._group.deleted:
            return
        place = self._group.place
        if place is _RtfPlace.STYLES:
            self._styles[self._group.style] = self._styles.get(self._group.style, "") + text
        elif place not in (_RtfPlace.NOWHERE, _RtfPlace.FONTS):
            self._held[place].append(text)

    def _mark_note(self, _number: int | None) -> None:
        """Take back a blank that was said for the mark of a note alone."""
        held = self._held[self._group.place]
        if len(held) > self._group.since and held[-1] == " ":
            held.pop()

    def _say_number(self, number: int | None) -> None:
        """Say a letter that is given by its number, half a one too; what follows for who can't read it is skipped."""
        code = (number or 0) % 0x10000 if (number or 0) < 0 else number or 0
        if code < 0x110000:
            self._say(chr(code))
        self._to_skip = self._group.fallbacks

    def _end_paragraph(self, place: _RtfPlace) -> None:
        held = self._held[place]
        if place in (_RtfPlace.TITLE, _RtfPlace.NOWHERE, _RtfPlace.STYLES, _RtfPlace.FONTS):
            return
        text = "".join(held)
        held.clear()
        titled = self._styles.get(self._group.style, "").strip(" ;").lower() in _TITLES
        kind = (
            Kind.ASIDE if place is _RtfPlace.ASIDE else Kind.TITLE if titled and place is _RtfPlace.BODY else Kind.TEXT
        )
        if text.strip():
            self._blocks[place].append(Block(text, kind))
        if place is _RtfPlace.BODY:
            self._blocks[place] += self._blocks[_RtfPlace.BOX]
            self._blocks[_RtfPlace.BOX].clear()

    def _end_paragraphs(self) -> None:
        self._say_bytes()
        for place in (_RtfPlace.BOX, _RtfPlace.BODY, _RtfPlace.NOTE, _RtfPlace.ASIDE):
            self._end_paragraph(place)

    def _set_code_page(self, number: int | None) -> None:
        name = "mac_roman" if number == 10000 else f"cp{number}"
        try:
            codecs.lookup(name)
        except LookupError:
            return
        self._code_page = name

    def _set_wide_font(self, number: int | None) -> None:
        if self._group.wide:
            self._group = replace(self._group, wide_font=number or 0)

    def _set_charset(self, number: int | None) -> None:
        if self._group.place is _RtfPlace.FONTS:
            self._charsets[self._group.font] = number or 0
