"""Comments: a finding or a note beside the words that it is about."""

from docx.document import Document as WordDocument
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from crossquote.export.formats.docx.ink import Style, element, paragraph, run, runs_leftward
from crossquote.export.formats.docx.letters import written
from crossquote.text.instants import instant_of

_PART = "/word/comments.xml"


class Comments:
    """The comments of a document, each told by its number among the words; and the numbers of its tracked changes."""

    def __init__(self, document: WordDocument, at: str) -> None:
        self._count = len(document.comments)  # asking makes the part
        self._part = next(
            part for part in document.part.package.iter_parts() if part.partname == _PART and isinstance(part, XmlPart)
        )
        self._at = at
        self._changes = 0

    def add(self, lines: tuple[str, ...], author: str, at: str = "") -> int:
        """Add a comment of some paragraphs by somebody, made at a moment (ISO 8601); return its number."""
        number, self._count = self._count, self._count + 1
        shown = [paragraph((run(text),), Style.COMMENT, right_to_left=runs_leftward(text)) for text in lines if text]
        comment = element("comment", *shown, id=str(number), author=written(author)[:255], initials=_initials(author))
        self._part.element.append(_dated(comment, at or self._at))
        return number

    def changed(self, inner: BaseOxmlElement, name: str, author: str) -> BaseOxmlElement:
        """Return a run as what `author` put in ("ins") or took out ("del"), numbered and dated as the report is."""
        self._changes += 1
        made = element(name, inner, id=str(self._changes), author=written(author)[:255] or "?")
        return _dated(made, self._at)


def begin_comment(number: int) -> BaseOxmlElement:
    """Return where the words begin that a comment is about."""
    return element("commentRangeStart", id=str(number))


def end_comment(number: int) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    """Return where the words end that a comment is about."""
    reference = element("r", element("commentReference", id=str(number)))
    return element("commentRangeEnd", id=str(number)), reference


def _initials(author: str) -> str:
    return "".join(word[0] for word in written(author).split()[:3])


def _dated(made: BaseOxmlElement, at: str) -> BaseOxmlElement:
    moment = instant_of(at)
    if moment is not None:
        made.set(qn("w:date"), f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z")
    return made
