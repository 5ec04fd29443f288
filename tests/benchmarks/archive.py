"""Archive: adding beside reading and finding quotes alone, tracing beside comparing with all, grouping; how they grow.

`ARTICLES=10000 uv run python tests/benchmarks/run.py archive` measures with so many, and with a tenth of them.
"""

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from figure import Figure
from measured_groups import b_cubed, is_of, known_utterances, said_in
from msgspec import Struct
from msgspec.structs import replace
from peers import made_of
from press import PressArticle, Rendered, make_press, write_press

from crossquote.archive.add import add_folders
from crossquote.archive.finding import Finder, read_totals
from crossquote.archive.folder import open_to_look
from crossquote.archive.grouped import group_archive
from crossquote.archive.taking import WayOfReading
from crossquote.archive.trace import Sought, TracedRendition, compare_with, trace
from crossquote.articles.arrival import files_in
from crossquote.articles.read import articles_of
from crossquote.errors import UserError
from crossquote.grouping.item import Item
from crossquote.grouping.units import make_unit
from crossquote.language.language import language_of
from crossquote.progress import QUIET, finish
from crossquote.quotes.find import find_quotes
from crossquote.text.detection import detect_article

EN = language_of("en")
ARTICLES = int(os.environ.get("ARTICLES", "2000"))
TRACED, COMPARED = 60, 8
Known = dict[int, dict[str, Rendered]]


def measure() -> Iterator[Figure]:
    """Yield the figures of an archive, and of one of a tenth of its size."""
    with tempfile.TemporaryDirectory() as name:
        small, large = (_Measured(Path(name) / str(size), size) for size in (ARTICLES // 10, ARTICLES))
        yield Figure(f"add {ARTICLES:,}, beside reading and quotes", large.added, large.read, 1.15 * large.read)
        yield Figure(f"add {ARTICLES:,}, beside a tenth", large.added, small.added, 10.5 * small.added)
        yield Figure(f"add {ARTICLES:,}: memory", large.memory, small.memory, 1.0, "GB")
        yield Figure(f"add {ARTICLES:,}: size for each", large.size, small.size, 20.0, "KB")
        yield Figure(
            f"group all of {ARTICLES:,}, beside a tenth",
            large.grouped.seconds,
            small.grouped.seconds,
            11.0 * small.grouped.seconds,
        )
        yield Figure(f"group all of {ARTICLES:,}: memory", large.grouped.memory, small.grouped.memory, 1.5, "GB")
        yield Figure(
            "of those brought together with a quote, right",
            large.grouped.precision,
            small.grouped.precision,
            0.95,
            "",
            more=True,
        )
        yield Figure(
            "of a quote's utterance, brought together with it",
            large.grouped.recall,
            small.grouped.recall,
            0.9,
            "",
            more=True,
        )
        yield Figure("both (B-cubed)", large.grouped.both, small.grouped.both, 0.99 * small.grouped.both, "", more=True)
        few, many = (_Tracing(one) for one in (small, large))
        yield Figure(f"trace in {ARTICLES:,}, cold", many.cold, few.cold, 0.5)
        yield Figure(f"trace in {ARTICLES:,}, warm, beside a tenth", many.warm, few.warm, max(0.1, 1.3 * few.warm))
        yield Figure("found of what comparing with all finds", many.of_all, few.of_all, 0.98, "", more=True)
        yield Figure("sure renditions that are right", many.right, few.right, 0.98, "", more=True)
        for how, share in many.found.items():
            yield Figure(f"known renditions that are found: {how}", share, few.found.get(how), 0.8, "", more=True)
        yield from _beside_peers(large, many)


def _beside_peers(measured: "_Measured", ours: "_Tracing") -> Iterator[Figure]:
    """Yield what is found, and how fast, beside what else finds texts: among as many as there are to be found."""
    with open_to_look(measured.archive) as shards:
        said = [(name, text) for shard in shards for _, name, text in said_in(shard)]
    here = _recall(
        [[(Path(one.path).name, one.quotes[0].quote.text) for one in found] for found in ours.renditions], ours.chosen
    )
    start = time.process_time()
    for name, peer in made_of([text for _, text in said]):
        made = time.process_time() - start
        start = time.process_time()
        most = [len(truth) for truth in ours.chosen]
        found = [
            [said[number] for number in peer.find(words, count)] for words, count in zip(ours.asked, most, strict=True)
        ]
        spent = (time.process_time() - start) / len(ours.asked)
        there = _recall(found, ours.chosen)
        yield Figure(f"trace: seconds, beside {name}", ours.warm, spent, 0.1)
        yield Figure(f"trace: recall, beside {name}", here, there, there, "", more=True)
        yield Figure(f"writing what finds, beside {name}", measured.added - measured.read, made, 0.15 * measured.read)
        start = time.process_time()


def _recall(found: Sequence[Sequence[tuple[str, str]]], chosen: Sequence[Mapping[str, Rendered]]) -> float:
    """Return what share of the known renditions of some utterances is among as many that were found first."""
    met = sum(
        len({name for name, text in some[: len(truth)] if name in truth and is_of(truth[name], text)})
        for some, truth in zip(found, chosen, strict=True)
    )
    return met / max(1, sum(map(len, chosen)))


class _Measured:
    """An archive of so many articles, with what it cost: seconds of the processor, gigabytes, kilobytes an article."""

    def __init__(self, folder: Path, size: int) -> None:
        self.written = write_press(folder / "press", size)
        self.archive = folder / "archive"
        self.read, *_ = _apart("read", folder, size)
        self.added, self.memory, *_ = _apart("add", folder, size)
        self.grouped = _Grouping(*_apart("group", folder, size))
        self.size = sum(path.stat().st_size for path in self.archive.iterdir()) / 1000 / size


class _Grouping(Struct, frozen=True):
    """What bringing all quotes together costs, and how much of what is known is right, and is there."""

    seconds: float
    memory: float
    precision: float
    recall: float

    @property
    def both(self) -> float:
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


def _apart(what: str, folder: Path, size: int) -> list[float]:
    """Return what something costs in a process of its own, where nothing is known from before; and what came of it."""
    command = [sys.executable, __file__, what, str(folder), str(size)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(figure) for figure in json.loads(done.stdout)]


class _Tracing:
    """How long a trace takes, the first and the others by and large, and what of what is known it finds."""

    def __init__(self, measured: _Measured) -> None:
        chance, known = random.Random(1), _known(measured.written)
        several = [one for one in known.values() if len(one) > 3]
        self.chosen = chosen = chance.sample(several, min(TRACED, len(several)))
        self.asked = asked = [
            chance.choice([said.text for said in one.values() if said.how != "translated"] or [""]) for one in chosen
        ]
        start = time.process_time()
        with open_to_look(measured.archive) as shards:
            trace(shards, _sought(asked[0]))
            self.cold = time.process_time() - start
            start = time.process_time()
            self.renditions = found = [trace(shards, _sought(words)) for words in asked]
            self.warm = (time.process_time() - start) / len(asked)
            shares = [_of_all(shards, words) for words in asked[:COMPARED]]
        self.of_all = sum(some for some, _ in shares) / max(1, sum(every for _, every in shares))
        sure = [
            _is_of(one, truth) for truth, few in zip(chosen, found, strict=True) for one in few if one.quotes[0].sure
        ]
        self.right = sum(sure) / max(1, len(sure))
        self.found = dict(_found_by_kind(chosen, found))


def _known(written: Mapping[str, PressArticle]) -> Known:
    """Return who printed what of each utterance."""
    known: Known = {}
    for name, article in written.items():
        for said in article.quoted:
            known.setdefault(said.utterance, {})[name] = said
    return known


def _asked(chance: random.Random, printed: Mapping[str, Rendered]) -> str:
    """Return one rendition of an utterance, in the language that most have."""
    own = [said.text for said in printed.values() if said.how != "translated"]
    return chance.choice(own or [said.text for said in printed.values()])


def _sought(words: str) -> Sought:
    return Sought((Item("?", "?", EN, words, words),), EN)


def _of_all(shards: Sequence[Any], words: str) -> tuple[int, int]:
    """Return how many quotes are found, of how many that comparing with all quotes finds."""
    unit = make_unit(b"", _sought(words).items, EN)
    finder = Finder(shards, read_totals(shards), unit, EN)
    every = {hit.place for hit in compare_with(finder, unit, finder.everywhere())}
    found = {quote.quote for one in trace(shards, _sought(words)) for quote in one.quotes}
    read = [finder.read(place) for place in every]
    return sum(one is not None and one[1] in found for one in read), len(every)


def _is_of(one: TracedRendition, truth: Mapping[str, Rendered]) -> bool:
    said = truth.get(Path(one.path).name)
    return said is not None and is_of(said, one.quotes[0].quote.text)


def _found_by_kind(
    chosen: Sequence[Mapping[str, Rendered]], found: Sequence[Sequence[TracedRendition]]
) -> Iterator[tuple[str, float]]:
    for how in ("verbatim", "fragment", "reworded", "translated"):
        met: list[bool] = []
        for truth, renditions in zip(chosen, found, strict=True):
            names = {Path(one.path).name for one in renditions if _is_of(one, truth)}
            met += [name in names for name, said in truth.items() if said.how == how]
        if met:
            yield how, sum(met) / len(met)


def _read(folder: Path) -> None:
    """Read the files of a folder and find their quotes: what adding is measured by."""
    with WayOfReading().door() as door:
        for path in files_in(folder):
            for article in articles_of(finish(door.read(path, None, QUIET))):
                if not isinstance(article, UserError):
                    told = replace(article, detection=detect_article(article.text))
                    find_quotes(told, language_of(told.language))


def _group(folder: Path, size: int) -> list[float]:
    """Return what bringing all quotes of an archive together costs, and how good it is."""
    start = time.process_time()
    with open_to_look(folder / "archive") as shards:
        grouped = finish(group_archive(shards))
        spent = [time.process_time() - start, _highest()]
        written = {article.name: article for article in make_press(size)}
        return [*spent, *b_cubed([*known_utterances(shards, grouped, written)])]


def _highest() -> float:
    """Return the most memory that this process has had, in gigabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e9 if sys.platform == "darwin" else 1e6)


def _main(what: str, folder: Path, size: int) -> list[float]:
    if what == "group":
        return _group(folder, size)
    start = time.process_time()
    if what == "read":
        _read(folder / "press")
    else:
        finish(add_folders([folder / "press"], folder / "archive", WayOfReading(), 1))
    return [time.process_time() - start, _highest()]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))))
