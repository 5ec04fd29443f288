"""`crossquote languages`: what each language has and lacks; `--check` looks for mistakes in lexicons."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import to_builtins

from crossquote.cli.status import BAD_INPUT, FINE, FOUND, complain, complain_of_all
from crossquote.cli.terminal import print_line
from crossquote.cli.voice import VOICE
from crossquote.errors import UserError
from crossquote.export.rows import to_json
from crossquote.language.coverage import Ability
from crossquote.language.mistakes import find_mistakes
from crossquote.language.source import read_source, text_of
from crossquote.language.together import language_troubles
from crossquote.resources import resource
from crossquote.wording.joining import Joint
from crossquote.work.languages import LanguageSummary, list_languages


def run(arguments: argparse.Namespace) -> int:
    """Print what each language has and lacks, or what is wrong with lexicons."""
    if arguments.check is not None:
        return _check(arguments.check)
    known = list_languages()
    status = complain_of_all(language_troubles())
    if arguments.json:
        for one in known:
            told = {**to_builtins(one.coverage), "judged": one.judged, "not_judged": one.not_judged}
            print_line(to_json(told))
        return status
    for line in table_lines(known) if arguments.markdown else _lines(known):
        print_line(line)
    return status


def _check(files: Sequence[Path]) -> int:
    """Print the mistakes of lexicons, each with its file and line: of those given, or of all that came along."""
    status = FINE
    for path in files or sorted(resource("languages").glob("*.toml")):
        try:
            found = find_mistakes(text_of(path, read_source(path)), path.stem)
        except UserError as error:
            complain(error)
            status = BAD_INPUT
            continue
        for mistake in found:
            print_line(VOICE.joined((str(path), VOICE.of(mistake.why)), Joint.ABOUT))
            status = status or FOUND
    return status


def _lines(known: Sequence[LanguageSummary]) -> Iterator[str]:
    for one in known:
        has = VOICE("terminal.languages.has", sections=one.coverage.has)
        name = f"{one.coverage.code:<3} {VOICE.fact(one.coverage.code, 'language')} ({one.coverage.name})"
        yield VOICE.joined((name, has), Joint.ABOUT)
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
        marks = (VOICE("fact.yes") if ability in one.coverage.abilities else "" for ability in Ability)
        judging = f"{len(one.judged)} / {len(one.judged) + len(one.not_judged)}"
        name = VOICE.fact(one.coverage.code, "language")
        yield f"| {name} (`{one.coverage.code}`) | {' | '.join(marks)} | {judging} |"
