"""XLIFF 2.0: the sentences of one language with their translations, as translation programs take them up."""

from collections import Counter
from collections.abc import Iterator
from types import MappingProxyType

from msgspec.structs import replace

from crossquote.export.document import Report
from crossquote.export.format import Format, ReportPart
from crossquote.export.letters import NOT_XML, language_tag, xml_escaped
from crossquote.export.origin import origin_line
from crossquote.export.origin_lines import provenance, sources
from crossquote.export.telling import Teller
from crossquote.export.trees import parse_tree
from crossquote.message import message
from crossquote.model.translation import Translation

_XLF = "urn:oasis:names:tc:xliff:document:2.0"


def _fit(report: Report) -> Report:
    """Return a report with the sentences of one language into one other: those of which there are most."""
    pairs = Counter((key.source, key.target) for key in report.memory)
    if len(pairs) < 2:
        return report
    most = max(pairs, key=lambda pair: (pairs[pair], pair))
    kept = {key: made for key, made in report.memory.items() if (key.source, key.target) == most}
    lacking = tuple(
        message("report.xliff.left_out", count=pairs[pair], source=pair[0], target=pair[1])
        for pair in sorted(pairs)
        if pair != most
    )
    return replace(report, memory=MappingProxyType(kept), left_out=(*report.left_out, *lacking))


def _render(report: Report) -> bytes:
    return "\n".join(_lines(report)).encode()


def _lines(report: Report) -> Iterator[str]:
    words = Teller(report.language)
    source, target = next(((key.source, key.target) for key in report.memory), (None, report.reading_language))
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<xliff xmlns="{_XLF}" version="2.0" srcLang="{language_tag(source)}" trgLang="{language_tag(target)}">'
    yield '<file id="f1">'
    title = report.title or words("report.untitled")
    notes = (title, *provenance(report, words), *sources(report, words))
    told = "".join(f"<note>{xml_escaped(note)}</note>" for note in notes)
    yield f'<notes>{told}<note category="origin">{origin_line(report)}</note></notes>'
    for number, (key, made) in enumerate(report.memory.items(), start=1):
        state = "final" if made.own else "translated"
        yield f'<unit id="u{number}">{_notes(made)}<segment state="{state}">'
        yield f'<source xml:space="preserve">{_content(key.text)}</source>'
        yield f'<target xml:space="preserve">{_content(made.text)}</target></segment></unit>'
    yield "</file>"
    yield "</xliff>\n"


def _notes(made: Translation) -> str:
    by = ["user"] if made.own else []
    told = [("made-by", one) for one in (*by, *map(str, made.stamps))] + [("flag", one.value) for one in made.flags]
    notes = "".join(f'<note category="{name}">{xml_escaped(text)}</note>' for name, text in told)
    return f"<notes>{notes}</notes>" if notes else ""


def _content(text: str) -> str:
    """Return a text as inline content; what XML can't hold has an element of its own."""
    parts = NOT_XML.split(text)
    odd = (f'<cp hex="{ord(letter):04X}"/>' for letter in NOT_XML.findall(text))
    return xml_escaped(parts[0]) + "".join(cp + xml_escaped(part) for cp, part in zip(odd, parts[1:], strict=True))


def _read(data: bytes) -> Iterator[str]:
    tree = parse_tree(data)
    for side in (*tree.iter(f"{{{_XLF}}}source"), *tree.iter(f"{{{_XLF}}}target")):
        yield "".join((side.text or "", *(f"{chr(int(one.get('hex', ''), 16))}{one.tail or ''}" for one in side)))


FORMAT = Format(
    rank=32,
    ending=".xlf",
    media="application/xliff+xml",
    name=message("report.format.xliff"),
    holds=frozenset({ReportPart.MEMORY}),
    render=_render,
    read=_read,
    fit=_fit,
)
