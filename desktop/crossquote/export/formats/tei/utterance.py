"""An utterance in TEI: its base with what others have instead, originals of translations, findings, decisions."""

from collections.abc import Iterator, Mapping, Sequence

from crossquote.export.apparatus import Segment, cut_segments
from crossquote.export.citing import citation
from crossquote.export.document import ReportRendition, ReportUtterance, note_line
from crossquote.export.findings import ToldFinding, tell_findings
from crossquote.export.formats.tei.element import element, said_element, text_element
from crossquote.export.letters import language_tag, xml_escaped
from crossquote.export.telling import Teller
from crossquote.model.review import Note

Witnesses = Mapping[str, str]
"""The ids by which an edition knows articles, by those of the articles."""


def utterance_lines(
    utterance: ReportUtterance, name: str, reading_language: str, witnesses: Witnesses, words: Teller
) -> Iterator[str]:
    """Yield the division of an utterance that is called `name`."""
    yield f'<div type="utterance" xml:id="{name}" n="{xml_escaped("".join(utterance.id.split()))}">'
    yield text_element("head", words.of(utterance.name))
    compared = [(told, told.comparison) for told in utterance.renditions if told.comparison is not None]
    if compared:
        base = "R" if utterance.reference else _witness(utterance.renditions[utterance.base], witnesses)
        sigla = [base, *(_witness(told, witnesses) for told, _ in compared)]
        segments = cut_segments(compared[0][1].base, [one for _, one in compared])
        language = reading_language if utterance.reference else utterance.renditions[utterance.base].language
        yield element("ab", *_text(segments, sigla), xml_lang=language_tag(language))
    shown = {id(told) for told, _ in compared} | ({id(utterance.renditions[utterance.base])} if compared else set())
    for _, told in utterance.base_first:
        yield from _rendition(told, witnesses, words, apart=id(told) not in shown)
    yield from _noted(utterance.note, "", words)
    yield from (text_element("note", words.of(other.line), type="possibly") for other in utterance.possibly)
    yield "</div>"


def _witness(told: ReportRendition, witnesses: Witnesses) -> str:
    key = witnesses[told.article.id]
    return key if told.rendition.translation is None else f"{key}t"


def _text(segments: Sequence[Segment], sigla: Sequence[str]) -> Iterator[str]:
    """Yield the base, with an entry of the apparatus wherever a witness has something else."""
    for segment in segments:
        yield xml_escaped(segment.base) if segment.shared else element("app", *_entry(segment, sigla))


def _entry(segment: Segment, sigla: Sequence[str]) -> Iterator[str]:
    agreeing = [sigla[0]]
    others: dict[tuple[str, bool], list[str]] = {}
    for siglum, reading in zip(sigla[1:], segment.readings, strict=True):
        if reading.text == segment.base:
            agreeing.append(siglum)
        else:
            others.setdefault((reading.text, reading.silent), []).append(siglum)
    yield text_element("lem", segment.base, wit=_pointers(agreeing))
    for (text, silent), wit in others.items():
        gap = element("gap", reason="not-quoted") if silent else ""
        yield element("rdg", gap, xml_escaped(text), wit=_pointers(wit))


def _pointers(sigla: Sequence[str]) -> str:
    return " ".join(f"#{siglum}" for siglum in sigla)


def _rendition(told: ReportRendition, witnesses: Witnesses, words: Teller, *, apart: bool) -> Iterator[str]:
    """Yield what is told of a rendition; its words where no apparatus has them, and the original of a translation."""
    rendition, source = told.rendition, f"#{witnesses[told.article.id]}"
    bibl = text_element("bibl", citation(told, words))
    if told.above or (apart and rendition.translation is None):
        yield element("cit", said_element("quote", rendition.text, rendition.language, source=source), bibl)
    else:
        yield element("ab", bibl, type="source", corresp=source)
    if apart and rendition.translation is not None:
        translation = said_element("quote", rendition.translation, told.language, source=f"{source}t")
        yield element("cit", translation, bibl)
    here = f"#{_witness(told, witnesses)}"
    if told.credit:
        yield text_element("note", words.of(told.credit), type="speaker", corresp=here)
    yield from (_finding(line, here) for line in tell_findings(told, words))
    for note in told.notes:
        yield from _noted(note, here, words)
    if told.judged:
        yield text_element("note", words.of(told.judged), type="verdict", corresp=here)


def _finding(line: ToldFinding, here: str) -> str:
    kind = {"type": "finding", "subtype": line.severity.value, "corresp": here}
    check = text_element("label", line.check)
    return element(
        "note", check, *(text_element("p", part) for part in (line.found, *line.grounds, *line.decided)), **kind
    )


def _noted(note: Note | None, here: str, words: Teller) -> Iterator[str]:
    if note is not None:
        yield text_element("note", words.of(note_line(note)), type="note", corresp=here)
