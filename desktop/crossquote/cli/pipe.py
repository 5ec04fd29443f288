"""`crossquote pipe STEP`: each step as a JSON-lines filter, one answer a line, in the same order."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TextIO

from msgspec.structs import replace

from crossquote.cli.pipe_articles import ReadRow, open_door
from crossquote.cli.pipe_translate import passage_rows
from crossquote.cli.status import FINE, FOUND
from crossquote.cli.terminal import stream_line
from crossquote.comparison.compare import compare
from crossquote.comparison.reading.side import Original, Side
from crossquote.errors import UserError
from crossquote.export.rows import comparison_row, quote_rows, to_json, told_row
from crossquote.grouping.group import Item, group_quotes
from crossquote.language.language import language_of
from crossquote.language.tags import code_of
from crossquote.model.article import Article, Detection
from crossquote.model.quote import Quote, QuoteKind
from crossquote.notation import NotationError, parse_json
from crossquote.progress import QUIET, finish
from crossquote.quotes.find import look_for_quotes, part_overlong
from crossquote.text.detection import detect_article
from crossquote.wording.telling import tell
from crossquote.wording.trouble import tell_error
from crossquote.work.passages import Passage
from crossquote.work.stages.find_quotes import overlong_warning

Given = Mapping[str, Any]
Reply = dict[str, Any]
_LONGEST = 16 * 1024 * 1024
"""Letters of a line: those of the longest article, each of them escaped."""


class LineError(ValueError):
    """A line that is not what the step takes."""


def _text(row: Given, key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str):
        msg = f"'{key}' must be a text"
        raise LineError(msg)
    return value


def _optional(row: Given, key: str) -> str | None:
    return None if row.get(key) is None else _text(row, key)


def _code(row: Given, key: str) -> str | None:
    """Return the code of the language that a row names, by that or as the web does ("pt-BR")."""
    tag = _optional(row, key)
    return code_of(tag) if tag else tag


def _language(row: Given) -> Reply:
    found = detect_article(_text(row, "text"))
    return {
        "language": found.language,
        "confidence": round(found.confidence, 4),
        "candidates": [[code, round(p, 4)] for code, p in found.candidates],
    }


def _quotes(row: Given) -> Reply:
    text, told = _text(row, "text"), _code(row, "language")
    detection = Detection(told, 1.0, told=True) if told else detect_article(text)
    language = language_of(detection.language)
    article = Article("line", text, title="line", outlet="line", detection=detection)
    found, overlong = part_overlong(finish(look_for_quotes(article, language, QUIET)))
    warnings = {"warnings": [told_row(overlong_warning(article, overlong))]} if overlong else {}
    return {
        "language": detection.language,
        "quotes": [answer for quote in found for answer in quote_rows(_whole(quote), text)],
        **warnings,
    }


def _whole(quote: Quote) -> Quote:
    """Return an indirect quote as one span: it is one report, also where "…, he said, …" stands in its middle."""
    return replace(quote, spans=(quote.hull,)) if quote.kind is QuoteKind.INDIRECT else quote


def _side(row: Given, key: str) -> Side:
    source = row.get("base_source" if key == "base" else "source")
    language = language_of((_code(row, "base_language") if key == "base" else None) or _code(row, "language"))
    if source is None:
        return Side(_text(row, key), language)
    if not isinstance(source, dict):
        msg = "a source must be an object with 'language' and 'text'"
        raise LineError(msg)
    return Side(_text(row, key), language, Original(_text(source, "text"), language_of(_code(source, "language"))))


def _checks(row: Given) -> Reply:
    return comparison_row(compare(_side(row, "base"), _side(row, "text")))


def _item(row: Given) -> Item:
    return Item(
        id=str(row.get("id", "")),
        article=str(row.get("article", "")),
        language=language_of(_code(row, "language")),
        text=_text(row, "text"),
        translation=_optional(row, "translation"),
        speaker=_optional(row, "speaker"),
    )


def _groups(rows: Sequence[Given]) -> list[Reply]:
    return [
        {
            "id": row.get("id"),
            "utterance": found.utterance,
            "score": round(found.score, 4),
            "reason": tell(found.reason),
        }
        for row, found in zip(rows, group_quotes([_item(row) for row in rows]), strict=True)
    ]


LINE_STEPS: Mapping[str, Callable[[Given], Reply]] = {"language": _language, "quotes": _quotes, "checks": _checks}


def _file(read: ReadRow, row: Given) -> Reply:
    return read(_text(row, "path"))


FILE_STEPS: Mapping[str, Callable[[ReadRow, Given], Reply]] = {"articles": _file}


def _passage(row: Given) -> Passage:
    return Passage(_text(row, "text"), code_of(_text(row, "language")), code_of(_text(row, "to")))


def _translate(rows: Sequence[Given]) -> list[Reply]:
    return passage_rows([_passage(row) for row in rows])


SET_STEPS: Mapping[str, tuple[Callable[[Given], object], Callable[[Sequence[Given]], list[Reply]]]] = {
    "groups": (_item, _groups),
    "translate": (_passage, _translate),
}
STEPS = (*LINE_STEPS, *FILE_STEPS, *SET_STEPS)


def _parse(line: str) -> Given:
    try:
        row = parse_json(line, most=_LONGEST)
    except NotationError as error:
        msg = f"not JSON: {tell(error.why)}"
        raise LineError(msg) from error
    if not isinstance(row, dict):
        msg = "a line must be a JSON object"
        raise LineError(msg)
    return row


def _each(step: Callable[[Given], Reply], lines: Iterable[tuple[int, str]]) -> Iterator[tuple[bool, Reply]]:
    for number, line in lines:
        try:
            row = _parse(line)
            yield True, {**row, **step(row)}
        except LineError as error:
            yield False, {"error": str(error), "line": number}
        except UserError as error:
            yield False, {"error": tell_error(error), "line": number}


def _together(
    lines: Iterable[tuple[int, str]],
    check: Callable[[Given], object],
    step: Callable[[Sequence[Given]], list[Reply]],
) -> Iterator[tuple[bool, Reply]]:
    rows: list[Given] = []
    answers: list[tuple[bool, Reply]] = []
    for number, line in lines:
        try:
            row = _parse(line)
            check(row)
        except LineError as error:
            answers.append((False, {"error": str(error), "line": number}))
        else:
            answers.append((True, {**row}))
            rows.append(row)
    found = iter(step(rows))
    for right, answer in answers:
        yield (True, {**answer, **next(found)}) if right else (False, answer)


def run_step(step: str, lines: Iterable[str]) -> Iterator[tuple[bool, str]]:
    """Yield (whether the line was right, its answer as one line of JSON) for each line, in order."""
    filled = ((number, line) for number, line in enumerate(lines, start=1) if line.strip() or _is_cut(line))
    for right, answer in _answers(step, filled):
        yield right, to_json(answer)


def _answers(step: str, lines: Iterable[tuple[int, str]]) -> Iterator[tuple[bool, Reply]]:
    if step in SET_STEPS:
        yield from _together(lines, *SET_STEPS[step])
    elif step in FILE_STEPS:
        with open_door() as read:
            yield from _each(partial(FILE_STEPS[step], read), lines)
    else:
        yield from _each(LINE_STEPS[step], lines)


def cut_lines(given: TextIO) -> Iterator[str]:
    """Yield the lines of `given`; of one that is longer than any that is read so much that it is refused."""
    while line := given.readline(_LONGEST + 1):
        rest = line
        while rest and not rest.endswith("\n"):
            rest = given.readline(_LONGEST)
        yield line


def _is_cut(line: str) -> bool:
    return len(line) > _LONGEST


def run(arguments: argparse.Namespace) -> int:
    """Run one step as a filter: a line of JSON in, a line of JSON out."""
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    status = FINE
    for right, answer in run_step(arguments.step, cut_lines(sys.stdin)):
        stream_line(answer)
        status = status if right else FOUND
    return status
