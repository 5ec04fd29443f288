"""Sentence pairs: everyday ones from Tatoeba, our own ones from the sample stories, and their variations."""

import csv
import random
from pathlib import Path

from msgspec import Struct

from sample_packages.recipes import Recipe

HELD_OUT = 500
_MARKS = {"uk": "«»", "ru": "«»", "es": "«»", "de": "„“", "fr": "«»", "en": "“”"}

_ALL_MARKS = '«»„“”"'


class Pair(Struct, frozen=True):
    """A sentence and its translation."""

    source: str
    target: str


class Ground(Struct, frozen=True):
    """What a package learns from, and the everyday pairs that it never sees."""

    everyday: tuple[Pair, ...]
    held_out: tuple[Pair, ...]
    stories: tuple[Pair, ...]


def read_everyday(folder: Path, recipe: Recipe) -> list[Pair]:
    """Return the Tatoeba pairs of `recipe`, direct links only where there are enough of them."""
    with (folder / recipe.parallel).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    pairs = [(row["src"], row["en"]) for row in rows if row["src"] and row["en"]]
    if recipe.reversed:
        pairs = [(english, other) for other, english in pairs]
    return [Pair(source, target) for source, target in dict.fromkeys(pairs)]


def read_stories(folder: Path, recipe: Recipe) -> tuple[Pair, ...]:
    """Return our own pairs, each once: a line is a source and its target, separated by a tab."""
    lines = (folder / f"{recipe.name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line.strip())
    return tuple(dict.fromkeys(Pair(source, target) for source, target in rows))


def split_ground(everyday: list[Pair], stories: tuple[Pair, ...], seed: int) -> Ground:
    """Set `HELD_OUT` everyday pairs aside, and drop from the rest what shares a sentence with them."""
    shuffled = list(everyday)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - training, not secrets
    held_out = shuffled[:HELD_OUT]
    sources, targets = {pair.source for pair in held_out}, {pair.target for pair in held_out}
    rest = [pair for pair in shuffled[HELD_OUT:] if pair.source not in sources and pair.target not in targets]
    return Ground(tuple(rest), tuple(held_out), stories)


def vary(pairs: tuple[Pair, ...], recipe: Recipe) -> list[Pair]:
    """Return the story pairs as the program may cut them: as written, with or without a full stop, in marks."""
    varied = dict.fromkeys(pairs)
    for pair in pairs:
        if not any(mark in pair.source for mark in _ALL_MARKS):
            varied |= dict.fromkeys((_unstopped(pair), _marked(_unstopped(pair), recipe)))
    return list(varied)


def _unstopped(pair: Pair) -> Pair:
    if pair.source.endswith(".") and pair.target.endswith("."):
        return Pair(pair.source[:-1], pair.target[:-1])
    return Pair(f"{pair.source}.", f"{pair.target}.") if pair.source[-1:].isalnum() else pair


def _marked(pair: Pair, recipe: Recipe) -> Pair:
    here, there = _MARKS[recipe.source], _MARKS[recipe.target]
    inner = f" {pair.source} " if recipe.source == "fr" else pair.source
    return Pair(f"{here[0]}{inner}{here[1]}", f"{there[0]}{pair.target}{there[1]}")
