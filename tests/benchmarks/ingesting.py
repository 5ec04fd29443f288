"""Ingesting: two hundred articles of six hundred words, from files to compared utterances."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from comparing import renditions
from figure import Figure

from crossquote.progress import finish
from crossquote.work.pipeline import add_files
from crossquote.work.session import Session

ARTICLES, WORDS = 200, 600


def article(number: int) -> str:
    """Return an article of some six hundred words with a quote in every second paragraph."""
    text = renditions(1, seed=number)[0]
    said = f"“{text.capitalize()},” Mayor Ada Lindqvist said on Tuesday."
    told = f"{text.capitalize()} and nothing else was decided in the town hall number {number} that day."
    paragraphs = [told if index % 2 else said for index in range(WORDS // len(text.split()))]
    return f"Harbour story number {number}\n\n" + "\n\n".join(paragraphs) + "\n"


def measure() -> Iterator[Figure]:
    """Yield the figures of ingesting."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"outlet-{number}.en.txt" for number in range(ARTICLES)]
        for number, path in enumerate(paths):
            path.write_text(article(number), encoding="utf-8")
        start = time.perf_counter()
        finish(add_files(Session(), paths))
        yield Figure("200 articles from files to utterances", time.perf_counter() - start, None, 10.0)
