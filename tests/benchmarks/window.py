"""The window with 500 articles and 20,000 quotes: choosing an utterance, and scrolling the lists, until painted."""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING

from figure import Figure

from crossquote.language.language import language_of
from crossquote.model.state import State

EN = language_of("en")

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

    from crossquote.gui.desk import Desk

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ARTICLES, UTTERANCES, RENDITIONS, MANY, CHOSEN, STEPS = 500, 5_000, 4, 20, 40, 400
SAID = "I have strongly requested that the ministry send {} ferries to the northern islands before winter begins."
TOLD = "I really asked that the ministry send {} ferries to the northern islands before the winter"


def measure() -> Iterator[Figure]:
    """Yield the figures of the full window."""
    from crossquote.gui.bridge import Bridge  # noqa: PLC0415 - Qt only where the window is measured
    from crossquote.gui.crash import CrashReporter  # noqa: PLC0415
    from crossquote.gui.desk import Desk  # noqa: PLC0415
    from crossquote.gui.garbage import GarbageCollector  # noqa: PLC0415
    from crossquote.gui.start import make_application, open_shell  # noqa: PLC0415
    from crossquote.work.session import Session  # noqa: PLC0415
    from crossquote.work.settings import Settings  # noqa: PLC0415

    application = make_application()
    shell = open_shell("light")
    shell.resize(1440, 900)
    desk = Desk(shell, Bridge(Session(), shell), Settings(reviewer_asked=True), CrashReporter(shell))
    shell.show()
    collector = GarbageCollector(shell)
    collector.start()
    desk.bridge.session.state = full_state()
    for _ in range(4):  # as while a worker reads it
        collector.look()
    show(desk, application.processEvents, UTTERANCES)
    times, doubtful = (choosing(desk, application.processEvents, first) for first in (0, 1))
    work = desk.workspace
    scrolled = {
        "utterances": scroll(work.utterances.table, application.processEvents),
        "articles": scroll(work.articles.list, application.processEvents),
    }
    typed = typing(desk, application.processEvents)
    narrowed = narrowing(desk, application.processEvents)
    desk.bridge.session.state = full_state(UTTERANCES * RENDITIONS // MANY, MANY)
    show(desk, application.processEvents, UTTERANCES * RENDITIONS // MANY)
    many = choosing(desk, application.processEvents, 0, UTTERANCES * RENDITIONS // MANY)
    collector.stop()
    shell.may_close = True
    shell.close()
    yield Figure("choose one of 5,000 utterances, median", statistics.median(times), None, 0.050)
    yield Figure("the same, slowest of 40", max(times), None, 0.050)
    yield Figure(
        "choose one that is possibly the same as three others, median", statistics.median(doubtful), None, 0.050
    )
    yield Figure(f"choose one of {MANY} renditions, median", statistics.median(many), None, 0.050)
    yield Figure("type a letter into the search field, until the list shows it, median", typed[0], None, 0.030)
    yield Figure("the same, slowest", typed[1], None, 0.030)
    yield Figure("switch a filter on or off, until painted, slowest", narrowed, None, 0.100)
    for name, steps in scrolled.items():
        yield Figure(
            f"scroll the list of {name} by a step, until painted, median", statistics.median(steps), None, 0.016
        )
        yield Figure(f"the same, slowest of {STEPS}", max(steps), None, 0.016)


def show(desk: "Desk", settle: Callable[[], None], utterances: int) -> None:
    """Show what is open now: part by part, between other events."""
    desk.bridge.catch_up()
    while desk.workspace.utterances.model.rowCount() != utterances or not desk.comparison.board.cards:
        settle()
    settle()


def choosing(desk: "Desk", settle: Callable[[], None], first: int, of: int = UTTERANCES) -> list[float]:
    """Return the seconds that it takes to choose each of some utterances, from the `first` on; there are so many."""
    times = []
    for number in range(first, of, of // CHOSEN):
        start = time.process_time()
        if not desk.workspace.utterances.select(f"u{number}"):
            raise LookupError(number)
        settle()
        times.append(time.process_time() - start)
    return times


def typing(desk: "Desk", settle: Callable[[], None]) -> tuple[float, float]:
    """Return the seconds that a letter takes, median and slowest; the list is filled at once, as when typing pauses."""
    times = []
    for text in ("f", "fe", "fer", "ferr", "ferri", "ferries 4", "ferries 49", "ferries 4", ""):
        desk.shell.search.setText(text)
        settle()
        start = time.process_time()
        desk.utterances.find_now()
        settle()
        times.append(time.process_time() - start)
    return statistics.median(times), max(times)


def narrowing(desk: "Desk", settle: Callable[[], None]) -> float:
    """Return the seconds that the slowest of some switches takes."""
    from crossquote.work.filters import Facet, Filter  # noqa: PLC0415 - as above

    bar, times = desk.utterances.bar, []
    for one in (Filter(Facet.OUTCOME, "major"), Filter(Facet.OUTLET, "Outlet 3"), Filter(Facet.CHECK, "strength")):
        for _ in range(2):
            start = time.process_time()
            bar.toggle(one)
            settle()
            times.append(time.process_time() - start)
    return max(times)


def scroll(view: "QAbstractItemView", settle: Callable[[], None]) -> list[float]:
    """Return the seconds that each step of scrolling takes: half by the wheel's, half by leaps through the whole."""
    bar = view.verticalScrollBar()
    bar.setValue(0)
    settle()
    times = []
    for number in range(STEPS):
        by_wheel = number % 2 == 0
        value = bar.value() + 60 if by_wheel else bar.maximum() * number // STEPS
        start = time.process_time()
        bar.setValue(value)
        settle()
        times.append(time.process_time() - start)
    return times


def full_state(made: int = UTTERANCES, renditions_of_each: int = RENDITIONS) -> State:
    """Return a state of five hundred articles, each with forty quotes; unless others are given."""
    from crossquote.comparison.compare import compare  # noqa: PLC0415
    from crossquote.comparison.reading.side import Side  # noqa: PLC0415
    from crossquote.message import message  # noqa: PLC0415
    from crossquote.model.article import Article, Detection  # noqa: PLC0415
    from crossquote.model.quote import Quote, QuoteKind, Speaker  # noqa: PLC0415
    from crossquote.model.span import Span  # noqa: PLC0415
    from crossquote.model.utterance import Possible, Rendition, Utterance  # noqa: PLC0415

    texts: dict[int, list[str]] = {number: [] for number in range(ARTICLES)}
    quotes: dict[str, Quote] = {}
    utterances: dict[str, Utterance] = {}
    for number in range(made):
        said = [(SAID if index == 0 else TOLD).format(number) for index in range(renditions_of_each)]
        comparison = compare(Side(said[0], EN), Side(said[1], EN))
        renditions = []
        for index, text in enumerate(said):
            place = (number * renditions_of_each + index) % ARTICLES
            start = sum(len(known) + 1 for known in texts[place])
            texts[place].append(text)
            id_ = f"a{place}:{start}-{start + len(text)}"
            span = Span(start, start + len(text))
            speaker = Speaker(None, "Ada Lindqvist")
            quotes[id_] = Quote(id_, f"a{place}", (span,), QuoteKind.DIRECT, speaker, language="en")
            renditions.append(Rendition(f"a{place}", (id_,), "en", text))
        found = (None, *[comparison] * (renditions_of_each - 1))
        others = range(number + 1, number + 4) if number % (made // CHOSEN) == 1 else ()
        possibly = tuple(Possible(f"u{other}", 0.6, message("reason.same_words")) for other in others)
        utterances[f"u{number}"] = Utterance(
            f"u{number}", "Ada Lindqvist", tuple(renditions), comparisons=found, possibly=possibly
        )
    articles = {
        f"a{number}": Article(
            f"a{number}", "\n".join(lines), f"Ferries {number}", f"Outlet {number}", detection=Detection("en", 1.0)
        )
        for number, lines in texts.items()
    }
    return State(
        articles=MappingProxyType(articles), quotes=MappingProxyType(quotes), utterances=MappingProxyType(utterances)
    )
