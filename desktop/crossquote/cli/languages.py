"""`crossquote languages`: what each language has and lacks; `--check` looks for mistakes in lexicons."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from crossquote.articles.file import read_bytes
from crossquote.cli.terminal import print_line, visible
from crossquote.cli.voice import VOICE
from crossquote.errors import ErrorCode, UserError
from crossquote.export.rows import to_json
from crossquote.language.coverage import Ability
from crossquote.language.mistakes import find_mistakes
from crossquote.message import message
from crossquote.resources import resource
from crossquote.work.languages import LanguageSummary, list_languages

_FINE, _FOUND = 0, 1


def run(arguments: argparse.Namespace) -> int:
    """Print what each language has and lacks, or what is wrong with lexicons."""
    if arguments.check is not None:
        return _check(arguments.check)
    known = list_languages()
    if arguments.json:
        for one in known:
            told = {**asdict(one.coverage), "judged": one.judged, "not_judged": one.not_judged}
            print_line(to_json(told))
        return _FINE
    for line in table_lines(known) if arguments.markdown else _lines(known):
        print_line(line)
    return _FINE


def _check(files: Sequence[Path]) -> int:
    """Print the mistakes of lexicons, each with its file and line: of those given, or of all that came along."""
    status = _FINE
    for path in files or sorted(resource("languages").glob("*.toml")):
        for mistake in find_mistakes(_source(path)):
            print_line(f"{visible(str(path))}: {VOICE.of(mistake.why)}")
            status = _FOUND
    return status


def _source(path: Path) -> str:
    """Return the text of a lexicon; a `UserError` where it is none."""
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(ErrorCode.ENCODING, message("error.unreadable", reason=str(error)), path=str(path)) from error


def _lines(known: Sequence[LanguageSummary]) -> Iterator[str]:
    for one in known:
        has = VOICE("terminal.languages.has", sections=one.coverage.has)
        yield f"{one.coverage.code:<3} {one.coverage.english} ({one.coverage.name}): {has}"
        if one.coverage.lacks:
            yield f"    {VOICE('terminal.languages.lacks', sections=one.coverage.lacks)}"
        if one.not_judged:
            yield f"    {VOICE('terminal.languages.not_judged', checks=one.not_judged)}"


def table_lines(known: Sequence[LanguageSummary]) -> Iterator[str]:
    """Yield the languages as a table of Markdown, as README has it."""
    heads = (
        VOICE("terminal.languages.language"),
        *(VOICE(f"ability.{ability.value}") for ability in Ability),
        VOICE("terminal.languages.checks"),
    )
    yield f"| {' | '.join(heads)} |"
    yield "|---" * len(heads) + "|"
    for one in known:
        marks = ("yes" if ability in one.coverage.abilities else "" for ability in Ability)
        judging = f"{len(one.judged)} / {len(one.judged) + len(one.not_judged)}"
        yield f"| {one.coverage.english} (`{one.coverage.code}`) | {' | '.join(marks)} | {judging} |"
