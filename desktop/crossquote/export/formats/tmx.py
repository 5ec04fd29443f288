"""TMX: sentences with their translations, as other programs read them (TMX 1.4b)."""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

from crossquote.export.document import Report
from crossquote.export.format import Format, ReportPart
from crossquote.export.letters import language_tag, xml_escaped, xml_text
from crossquote.export.origin import origin_line
from crossquote.export.origin_lines import provenance, sources
from crossquote.export.telling import Teller
from crossquote.export.trees import parse_tree
from crossquote.message import message
from crossquote.model.translation import SentenceKey, Translation
from crossquote.version import this_version


def to_tmx(made: Mapping[SentenceKey, Translation], head: str = "") -> str:
    """Return `made` as a TMX document; each translation says who made it: the user, or which package.

    `head` is what stands in its header.
    """
    return "\n".join(_lines(made, head))


def _lines(made: Mapping[SentenceKey, Translation], head: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<tmx version="1.4">'
    yield (
        f'<header creationtool="Crossquote" creationtoolversion={quoteattr(this_version())} '
        'segtype="sentence" o-tmf="Crossquote" adminlang="en" srclang="*all*" datatype="plaintext">'
    )
    yield f"{head}</header>"
    yield "<body>"
    for key, translation in made.items():
        sides = _side(key.source, key.text) + _side(key.target, translation.text)
        yield f"<tu>{''.join(_notes(translation))}{sides}</tu>"
    yield "</body>"
    yield "</tmx>\n"


def _notes(translation: Translation) -> Iterator[str]:
    if translation.own:
        yield _prop("x-made-by", "user")
    for stamp in translation.stamps:
        yield _prop("x-made-by", str(stamp))
    for flag in translation.flags:
        yield _prop("x-flag", flag.value)


def _prop(kind: str, told: str) -> str:
    return f'<prop type="{kind}">{xml_escaped(told)}</prop>'


def _side(language: str, text: str) -> str:
    return f'<tuv xml:lang="{language_tag(language)}"><seg>{xml_escaped(text)}</seg></tuv>'


def _render(report: Report) -> bytes:
    words = Teller(report.language)
    notes = (f"<note>{xml_escaped(line)}</note>" for line in (*provenance(report, words), *sources(report, words)))
    return to_tmx(report.memory, "".join((*notes, _prop("x-origin", origin_line(report))))).encode()


def _read(data: bytes) -> Iterator[str]:
    yield from parse_tree(data).itertext()


FORMAT = Format(
    rank=30,
    ending=".tmx",
    media="application/x-tmx+xml",
    name=message("report.format.tmx"),
    holds=frozenset({ReportPart.MEMORY}),
    render=_render,
    read=_read,
    write=xml_text,
)
