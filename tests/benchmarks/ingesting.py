"""Ingesting: two hundred articles of six hundred words, from files to compared utterances."""

import random
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from figure import Figure

from crossquote.progress import finish
from crossquote.resources import seeds
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_files

ARTICLES, WORDS, EVENTS, SAID = 200, 600, 20, 8
PEOPLE = ("Ada Lindqvist", "Tomas Berg", "Olena Marchuk", "Pierre Lanoux", "Carla Ruiz", "Jonas Weber")


def vocabulary() -> Sequence[str]:
    """Return the words of the English sample articles, as often as they occur there, and rarer ones made of them."""
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(seeds().glob("*/*.en.txt")))
    words = re.findall(r"[a-z]{2,}", text)
    return [*words, *(one + other for one, other in zip(words[::3], words[1::3], strict=False) if len(one) > 4)]


def sentence(chance: random.Random, words: Sequence[str], length: int = 18) -> str:
    """Return a sentence of random words."""
    return " ".join(chance.choice(words) for _ in range(length)).capitalize()


def articles(seed: int = 5) -> Iterator[str]:
    """Yield articles on twenty events; each quotes four of the eight things that were said, in slightly other words."""
    chance, words = random.Random(seed), vocabulary()
    events = [[sentence(chance, words) for _ in range(SAID)] for _ in range(EVENTS)]
    for number in range(ARTICLES):
        paragraphs = []
        for said in chance.sample(events[number % EVENTS], 4):
            spoken = said.split()
            spoken[chance.randrange(1, len(spoken))] = chance.choice(words)
            paragraphs.append(f"“{' '.join(spoken)},” {chance.choice(PEOPLE)} said on Tuesday.")
        while sum(len(paragraph.split()) for paragraph in paragraphs) < WORDS:
            paragraphs.append(". ".join(sentence(chance, words) for _ in range(4)) + ".")
        chance.shuffle(paragraphs)
        yield f"Story number {number}\n\n" + "\n\n".join(paragraphs) + "\n"


def measure() -> Iterator[Figure]:
    """Yield the figures of ingesting."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"outlet-{number}.en.txt" for number in range(ARTICLES)]
        for path, text in zip(paths, articles(), strict=True):
            path.write_text(text, encoding="utf-8")
        start = time.perf_counter()
        finish(add_files(Session(), paths))
        yield Figure("200 articles from files to utterances", time.perf_counter() - start, None, 10.0)
