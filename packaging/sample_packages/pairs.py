"""Sentence pairs: everyday ones from Tatoeba, our own ones from the sample stories, and their variations."""

import csv
import itertools
import random
from dataclasses import dataclass
from pathlib import Path

from sample_packages.recipes import Recipe

HELD_OUT = 500
_MARKS = {"uk": "«»", "ru": "«»", "es": "«»", "de": "„“", "fr": "«»", "en": "“”"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its translation."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Ground:
    """What a package learns from, and the everyday pairs that it never sees."""

    everyday: tuple[Pair, ...]
    held_out: tuple[Pair, ...]
    stories: tuple[tuple[Pair, ...], ...]


def read_everyday(folder: Path, recipe: Recipe) -> list[Pair]:
    """Return the Tatoeba pairs of `recipe`, direct links only where there are enough of them."""
    with (folder / recipe.parallel).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    pairs = [(row["src"], row["en"]) for row in rows if row["src"] and row["en"]]
    if recipe.reversed:
        pairs = [(english, other) for other, english in pairs]
    return [Pair(source, target) for source, target in dict.fromkeys(pairs)]


def read_stories(folder: Path, recipe: Recipe) -> tuple[tuple[Pair, ...], ...]:
    """Return our own pairs, block by block: the sentences of a block follow each other in their article.

    A file has one pair a line, source and target separated by a tab; an empty line ends a block.
    """
    path = folder / f"{recipe.name}.tsv"
    if not path.is_file():
        return ()
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return tuple(block for block in map(_read_block, blocks) if block)


def _read_block(block: str) -> tuple[Pair, ...]:
    rows = (line.split("\t") for line in block.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(Pair(source.strip(), target.strip()) for source, target in rows)


def split_ground(everyday: list[Pair], stories: tuple[tuple[Pair, ...], ...], seed: int) -> Ground:
    """Set `HELD_OUT` everyday pairs aside, and drop from the rest what shares a sentence with them."""
    shuffled = list(everyday)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - training, not secrets
    held_out = shuffled[:HELD_OUT]
    sources, targets = {pair.source for pair in held_out}, {pair.target for pair in held_out}
    rest = [pair for pair in shuffled[HELD_OUT:] if pair.source not in sources and pair.target not in targets]
    return Ground(tuple(rest), tuple(held_out), stories)


def vary(blocks: tuple[tuple[Pair, ...], ...], recipe: Recipe) -> list[Pair]:
    """Return the story pairs as the program may cut them: as written, unstopped, in marks, two together."""
    varied: dict[Pair, None] = {}
    for block in blocks:
        for pair in block:
            varied[pair] = None
            varied[_unstopped(pair)] = None
            varied[_marked(_unstopped(pair), recipe)] = None
        for first, second in itertools.pairwise(block):
            varied[Pair(f"{first.source} {second.source}", f"{first.target} {second.target}")] = None
    return list(varied)


def _unstopped(pair: Pair) -> Pair:
    if pair.source.endswith(".") and pair.target.endswith("."):
        return Pair(pair.source[:-1], pair.target[:-1])
    return Pair(f"{pair.source}.", f"{pair.target}.") if pair.source[-1:].isalnum() else pair


def _marked(pair: Pair, recipe: Recipe) -> Pair:
    if any(mark in pair.source for mark in '«»„“”"'):
        return pair
    here, there = _MARKS[recipe.source], _MARKS[recipe.target]
    inner = f" {pair.source} " if recipe.source == "fr" else pair.source
    return Pair(f"{here[0]}{inner}{here[1]}", f"{there[0]}{pair.target}{there[1]}")
