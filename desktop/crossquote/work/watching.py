"""Watching folders: what arrives is taken into an archive, and a followed utterance in other words is told."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from crossquote.archive.add import add_folders
from crossquote.archive.added import AddedToArchive
from crossquote.archive.look import look
from crossquote.archive.taking import WayOfReading
from crossquote.archive.timeline import words_of
from crossquote.archive.trace import Sought, TracedQuote, TracedRendition, trace
from crossquote.message import message
from crossquote.progress import Step, Work

_MOMENT = 0.2
_WAITING = Step(0, 0, message("step.watching"))
FollowedWords = tuple[str, ...]


class Arrived(Struct, frozen=True):
    """A rendition of what is followed, in words that none had before; `sought` is what it renders."""

    sought: Sought
    rendition: TracedRendition
    quote: TracedQuote


class Watch(Struct, frozen=True):
    """What is watched: folders that go into an archive, and what is followed there."""

    folders: tuple[Path, ...]
    archive: Path
    followed: tuple[Sought, ...]
    way: WayOfReading
    workers: int


def watch(
    watched: Watch, tell: Callable[[AddedToArchive, Sequence[Arrived]], None], seconds: float, *, once: bool = False
) -> Work[None]:
    """Take in what is in the folders, tell what came of it, and look again after so many seconds, until it is stopped.

    What is in the archive before is known; of what comes later only surely found renditions in new words are told.
    """
    known: set[tuple[int, FollowedWords]] = set()
    if watched.archive.is_dir() and any(watched.archive.iterdir()):
        yield from _new_among(watched, known)
    while True:
        added = yield from add_folders(watched.folders, watched.archive, watched.way, watched.workers)
        arrived = (yield from _new_among(watched, known)) if added.taken else []
        tell(added, arrived)
        if once:
            return
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            time.sleep(_MOMENT)
            yield _WAITING


def _new_among(watched: Watch, known: set[tuple[int, FollowedWords]]) -> Work[list[Arrived]]:
    """Return the renditions in words that are not `known`, and know them from then on."""
    found = yield from look(watched.archive, lambda shards: [trace(shards, one) for one in watched.followed])
    arrived = []
    for number, (sought, renditions) in enumerate(zip(watched.followed, found, strict=True)):
        for rendition in renditions:
            for quote in rendition.quotes:
                words = number, words_of(quote.quote)
                if quote.sure and words not in known:
                    known.add(words)
                    arrived.append(Arrived(sought, rendition, quote))
    return arrived
