"""`crossquote measure-packages`: what is found in what a package translates, and what is cried falsely."""

import argparse
from collections.abc import Iterator, Sequence

from msgspec.structs import asdict

from crossquote.cli.status import BAD_INPUT, FINE, complain_of_all
from crossquote.cli.terminal import print_line, show_progress
from crossquote.cli.voice import VOICE, say
from crossquote.export.rows import to_json
from crossquote.model.finding import Severity
from crossquote.translation.engine import Translator
from crossquote.translation.packages import LanguagePackage
from crossquote.work.measuring import Attempt, can_measure, keep_measured, measure_pair, sum_up
from crossquote.work.packages import choose_packages, list_packages


def run(arguments: argparse.Namespace, translator: Translator | None = None) -> int:
    """Measure the packages named, or all, and say what came of it."""
    found = list_packages()
    chosen = choose_packages(arguments.names) if arguments.names else found.packages
    if not chosen:
        say("terminal.packages.none")
    measured = [_measure(package, translator or _open(), as_json=arguments.json) for package in chosen]
    lacking = bool(arguments.names) and not all(measured)
    return complain_of_all(found.faults) or (BAD_INPUT if lacking else FINE)


def _open() -> Translator:
    from crossquote.translation.default import open_translator  # noqa: PLC0415 - opens the memory of translations

    return open_translator()


def _measure(package: LanguagePackage, translator: Translator, *, as_json: bool) -> bool:
    """Measure a package and print what came of it; tell whether it could be measured."""
    trials = show_progress(measure_pair(package.pair, translator))
    if trials:
        keep_measured(package.code, package.version, sum_up(trials))
    lines = _lines(package, trials) if trials else (_why_not(package),)
    for line in (to_json(_row(package, trials)),) if as_json else lines:
        print_line(line)
    return bool(trials)


def _why_not(package: LanguagePackage) -> str:
    if not can_measure(package.pair):
        return VOICE("terminal.measured.no_sentences", package=package.code)
    return VOICE("terminal.measured.not_allowed", package=package.code, pair="-".join(package.pair))


def _row(package: LanguagePackage, trials: Sequence[Attempt]) -> dict[str, object]:
    summed = asdict(sum_up(trials)) if trials else None
    return {
        "package": package.code,
        "version": package.version,
        "measured": summed,
        "trials": list(map(asdict, trials)),
    }


def _lines(package: LanguagePackage, trials: Sequence[Attempt]) -> Iterator[str]:
    """Yield what a measurement came to, then each error that was missed and each faithful sentence that was not."""
    yield VOICE("terminal.measured", package=package.code, version=package.version, **asdict(sum_up(trials)))
    for trial in trials:
        heavy = trial.found is not None and trial.found.rank >= Severity.MAJOR.rank
        if heavy is not bool(trial.error):
            code = "terminal.measured.missed" if trial.error else "terminal.measured.cried"
            yield f"  {VOICE(code, error=trial.error, sentence=trial.sentence, translation=trial.translation)}"
