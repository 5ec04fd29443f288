"""Reports on 500 utterances in every format, gathered, written and read back as a script has them: CPU time, memory.

What is reported on are the sample stories, told over and over with other names, so that nothing but what the program
itself says comes twice. Each report is made by a process of its own; those that it starts count as well.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import reduce
from operator import or_
from pathlib import Path

import msgspec
from figure import Figure
from msgspec import Struct

from crossquote.export.exporter import known_formats
from crossquote.message import verbatim
from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.model.state import State
from crossquote.model.translation import SentenceKey, Translation
from crossquote.model.utterance import Utterance
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.translation.default import open_translator
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_files
from crossquote.work.stories import list_stories

UTTERANCES, SECONDS, MEGABYTES = 500, {".pdf": 10.0}, 300.0
NAME = re.compile(r"[A-ZА-ЯЄІЇҐ][a-zа-яєіїґ'é]{3,}")
LETTERS = ("aeiou", "bcdfghklmnprstvz", "аеиоу", "бвгдзклмнпрст")


class Told(Struct, frozen=True):
    """What a state tells of some articles, by their ids."""

    articles: dict[str, Article]
    quotes: dict[str, Quote]
    translations: dict[str, str]
    evidence: dict[str, Translation]
    sentences: list[tuple[SentenceKey, Translation]]
    utterances: dict[str, Utterance]

    @property
    def shared(self) -> int:
        """How many of the utterances more than one article reports."""
        return sum(len(one.renditions) > 1 for one in self.utterances.values())


def measure() -> Iterator[Figure]:
    """Yield the figures of each format."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.crossquote")
        keep(path, many_utterances(UTTERANCES))
        for ending in known_formats():
            seconds, most = cost("report", str(path), "-o", f"{folder}/report{ending}", "--force")
            yield Figure(f"{UTTERANCES} utterances as {ending}", seconds, None, SECONDS.get(ending, 5.0))
            yield Figure("the same: memory", most, None, MEGABYTES, "MB")


def cost(*arguments: str) -> tuple[float, float]:
    """Return the CPU time of a command of the program with its children, and the most megabytes one of them had."""
    code = (
        "import json, resource, sys; from crossquote.__main__ import main\n"
        "status = main()\n"
        "who = [resource.getrusage(one) for one in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]\n"
        "print(json.dumps([sum(w.ru_utime + w.ru_stime for w in who), max(w.ru_maxrss for w in who)]))\n"
        "sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True)
    seconds, most = json.loads(done.stdout.splitlines()[-1])
    return seconds, most / (1e6 if sys.platform == "darwin" else 1e3)


def keep(path: Path, state: State) -> None:
    """Make a project of a state."""
    project = Project(path, new=True)
    project.record(verbatim("Add"), State(), state)
    project.close()


def many_utterances(number: int) -> State:
    """Return a state of so many utterances that more than one article reports."""
    stories = [_story(story.files) for story in list_stories()]
    copies = -(-number // sum(story.shared for story in stories))
    told = [_renamed(story, copy) for copy in range(copies) for story in stories]
    return State(
        articles=reduce(or_, (one.articles for one in told)),
        quotes=reduce(or_, (one.quotes for one in told)),
        translations=reduce(or_, (one.translations for one in told)),
        evidence=reduce(or_, (one.evidence for one in told)),
        sentences=dict(pair for one in told for pair in one.sentences),
        utterances=reduce(or_, (one.utterances for one in told)),
    )


def _story(files: tuple[Path, ...]) -> Told:
    session = Session(translator=open_translator())
    finish(add_files(session, files))
    state = session.state
    return Told(
        *(dict(state.articles), dict(state.quotes), dict(state.translations), dict(state.evidence)),
        sentences=list(state.sentences.items()),
        utterances=dict(state.utterances),
    )


def _renamed(story: Told, copy: int) -> Told:
    """Return what is told of a story with other ids, and names of the same length."""
    turned = [letters[copy % len(letters) :] + letters[: copy % len(letters)] for letters in LETTERS]
    turn = str.maketrans("".join(LETTERS), "".join(turned))
    ids = re.compile("|".join(sorted((*story.articles, *story.utterances), key=len, reverse=True)))
    text = msgspec.json.encode(story, order="deterministic").decode()
    text = NAME.sub(lambda found: found[0][0] + found[0][1:].translate(turn), text)
    return msgspec.json.decode(ids.sub(lambda found: f"{found[0]}x{copy}", text), type=Told)
