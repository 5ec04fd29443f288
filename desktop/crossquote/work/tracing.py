"""Tracing: what is looked for in an archive, as a user names it, and what came of it."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from crossquote.archive.finding import read_totals
from crossquote.archive.look import look, look_on
from crossquote.archive.timeline import PrintedWording, make_timeline
from crossquote.archive.trace import Sought, TracedRendition, trace_each
from crossquote.errors import ErrorCode, UserError
from crossquote.files import leads_to_file
from crossquote.grouping.item import Item
from crossquote.grouping.units import MEANINGS
from crossquote.language.language import language_of
from crossquote.message import message
from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.progress import Work
from crossquote.text.detection import detect_language
from crossquote.translation.engine import Translator
from crossquote.work.passages import Passage, translate_passages
from crossquote.work.projects import read_project
from crossquote.work.stages.add_articles import read_files
from crossquote.work.stages.find_quotes import find_in
from crossquote.work.stages.group_quotes import item_of

_BETWEEN = "#"
_NAMES_FILE = re.compile(
    r"(?:[~.]{0,2}/|[A-Za-z]:[\\/]|\\\\)\S.*|.*[^\s.]\.(?:txt|md|html?|pdf|docx?|odt|rtf|eml|crossquote)",
    re.IGNORECASE,
)
"""What is the name of a file, and no words: "talks.txt", "./press/talks", "C:\\press\\talks"."""
_ASKED = "?"


class Traced(Struct, frozen=True):
    """What was looked for, its renditions in an archive, the surest first, and how its wordings came one by one."""

    sought: Sought
    renditions: tuple[TracedRendition, ...]
    timeline: tuple[PrintedWording, ...]


def trace_target(
    archive: Path, target: str, language: str | None, speaker: str | None, translator: Translator | None = None
) -> Work[tuple[Traced, ...]]:
    """Return what an archive has of what is named: words, an utterance of a project, or each quote of a file.

    A `translator` has it looked for in every language of the archive that its packages lead to; without, or where none
    leads, by what holds across languages.
    """
    sought = yield from read_target(target, language, speaker)
    return (yield from trace_sought(archive, sought, translator))


def trace_sought(
    archive: Path, sought: Sequence[Sought], translator: Translator | None = None
) -> Work[tuple[Traced, ...]]:
    """Return what an archive has of each that is looked for, as `trace_target` does."""
    if translator is not None:
        sought = yield from _in_languages(archive, sought, translator)
    found = yield from look_on(archive, partial(trace_each, sought=sought))
    pairs = zip(sought, found, strict=True)
    return tuple(Traced(one, renditions, make_timeline(renditions)) for one, renditions in pairs)


def _in_languages(archive: Path, sought: Sequence[Sought], translator: Translator) -> Work[tuple[Sought, ...]]:
    """Return what is looked for with its translations into the languages of the archive, as far as packages lead."""
    totals = yield from look(archive, read_totals)
    codes = sorted(code for code, words in totals.words.items() if words and code not in {"", MEANINGS})
    asked = [
        (number, Passage(one.items[0].text, one.items[0].language.code, code))
        for number, one in enumerate(sought)
        for code in codes
        if one.items[0].language.told and code not in {item.language.code for item in one.items}
        if translator.route(one.items[0].language.code, code) is not None
    ]
    made = yield from translate_passages([passage for _, passage in asked], translator)
    items: dict[int, list[Item]] = {}
    for (number, passage), translation in zip(asked, made, strict=True):
        if translation is not None:
            items.setdefault(number, []).append(_translated(sought[number], passage.target, translation.text))
    return tuple(Sought((*one.items, *items.get(number, ())), one.language) for number, one in enumerate(sought))


def _translated(sought: Sought, code: str, text: str) -> Item:
    first = sought.items[0]
    return Item(f"{first.id}:{code}", first.article, language_of(code), text, None, first.speaker, first.kind)


def read_target(target: str, language: str | None = None, speaker: str | None = None) -> Work[tuple[Sought, ...]]:
    """Return what is looked for by what a user names: an utterance, or each quote of a file."""
    if leads_to_file(Path(target)):
        return (yield from _quotes_of_file(Path(target)))
    project, _, utterance = target.rpartition(_BETWEEN)
    if project and leads_to_file(Path(project)):
        return (_utterance_of_project(Path(project), utterance),)
    for named in filter(None, (project, target)):
        if _NAMES_FILE.fullmatch(named):
            raise UserError(ErrorCode.MISSING, message("error.no-file"), path=named)
    return (sought_words(target, language, speaker),)


def sought_words(text: str, code: str | None = None, speaker: str | None = None) -> Sought:
    """Return that words are looked for, which somebody is given to have said; their language is found where untold."""
    language = language_of(code or detect_language(text).language)
    return Sought((Item(_ASKED, _ASKED, language, text, text, speaker),), language)


def _quotes_of_file(path: Path) -> Work[tuple[Sought, ...]]:
    reading = yield from read_files(State(), [path])
    for problem in reading.problems:
        raise problem
    state = yield from find_in(reading.state, tuple(reading.state.articles))
    return tuple(_each_quote(state))


def _each_quote(state: State) -> Iterator[Sought]:
    for quote in state.quotes.values():
        item = item_of(state, quote)
        yield Sought(
            (Item(item.id, _ASKED, item.language, item.text, item.text, item.speaker, item.kind),), item.language
        )


def _utterance_of_project(path: Path, id_: str) -> Sought:
    with read_project(path) as session:
        if id_ not in session.state.utterances:
            raise UserError(ErrorCode.USAGE, message("error.no-utterance", id=id_), path=str(path))
        return sought_utterance(session.state, session.state.utterances[id_])


def sought_utterance(state: State, utterance: Utterance) -> Sought:
    """Return that an utterance is looked for by all its renditions that are known."""
    quotes = [state.quotes[key] for rendition in utterance.renditions for key in rendition.quotes]
    return Sought(tuple(item_of(state, quote) for quote in quotes), language_of(state.reading_language))
