"""Garbage is collected by the event loop while the collector runs, never all at once; by Python again afterwards."""

import gc
import linecache
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from crossquote.gui.garbage import GarbageCollector


class Knot:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def _few_are_many() -> Iterator[None]:
    """Let a tenth of what is left alone elsewhere be much: each test makes many times that."""
    before = gc.get_threshold()
    gc.set_threshold(before[0] // 10, *before[1:])
    yield
    gc.set_threshold(*before)


@pytest.fixture
def collections() -> Iterator[list[int]]:
    """Collect which generations are looked through while the fixture lasts; nothing stays set aside after it."""
    seen: list[int] = []

    def note(phase: str, facts: dict[str, int]) -> None:
        if phase == "start":
            seen.append(facts["generation"])

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)
    gc.unfreeze()


def _make_values() -> list[list[int]]:
    """Return more new values than are left alone."""
    return [[number] for number in range(gc.get_threshold()[0] + 10)]


def test_sources_that_were_read_are_let_go_of(qapp: QApplication) -> None:  # noqa: ARG001 - as below
    collector = GarbageCollector()
    assert linecache.getlines(__file__)
    collector.start()
    kept = linecache.cache.copy()
    collector.stop()
    assert not kept


def test_cycles_are_freed_when_they_are_many(qapp: QApplication) -> None:  # noqa: ARG001 - its timer needs one
    collector = GarbageCollector()
    collector.start()
    try:
        assert not gc.isenabled()
        knot = weakref.ref(Knot())
        many = [Knot() for _ in range(2 * gc.get_threshold()[0])]
        del many
        collector.look()
        assert knot() is None
    finally:
        collector.stop()
    assert gc.isenabled()


def test_what_is_kept_is_looked_through_no_more(
    qapp: QApplication,  # noqa: ARG001 - its timer needs one
    collections: list[int],
) -> None:
    collector = GarbageCollector()
    knot, kept = Knot(), weakref.ref(young := Knot())
    del young
    before = gc.get_freeze_count()
    collector.keep()
    assert kept() is None
    assert gc.get_freeze_count() > before
    later = weakref.ref(Knot())
    gc.collect()
    assert later() is None
    assert knot.own is knot
    assert collections == [1, 2]


def test_no_look_goes_through_what_has_been_there_for_long(
    qapp: QApplication,  # noqa: ARG001 - as above
    collections: list[int],
) -> None:
    collector, there = GarbageCollector(unattended=lambda: False), []
    gc.freeze()
    collector.start()
    try:
        for _ in range(60):
            there.append(_make_values())
            collector.look()
            collector.look_through()
            assert len(gc.get_objects()) < 6 * len(there[0]), "what outlives some looks is set aside"
    finally:
        collector.stop()
    assert set(collections) == {0, 1}


def test_all_is_looked_through_once_nobody_is_there(
    qapp: QApplication,  # noqa: ARG001 - as above
    collections: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("crossquote.gui.garbage._LEAST", 0)
    monkeypatch.setattr("crossquote.gui.garbage._SHARE", 1000)
    somebody = True
    collector, there = GarbageCollector(unattended=lambda: not somebody), []
    collector.start()
    try:
        old = Knot()
        knot = weakref.ref(old)
        while not collections.count(1):
            there.append(_make_values())
            collector.look()
        del old
        collector.look_through()
        assert knot() is not None
        somebody = False
        collector.look_through()
        assert knot() is None
        collector.look_through()
    finally:
        collector.stop()
    assert collections.count(2) == 1


def test_all_is_looked_through_when_much_is_expected(
    qapp: QApplication,  # noqa: ARG001 - as above
    collections: list[int],
) -> None:
    collector = GarbageCollector(unattended=lambda: True)
    collector.keep()
    collector.look_through()
    assert collections.count(2) == 0
    collector.expect_much()
    collector.look_through()
    collector.look_through()
    assert collections.count(2) == 1


def test_no_look_holds_what_another_thread_is_making(
    qapp: QApplication,  # noqa: ARG001 - as above
    collections: list[int],  # noqa: ARG001 - nothing stays set aside
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A tuple that grows while somebody holds it, as a list of all that is there does, ends in a SystemError."""
    collector, failed = GarbageCollector(), list[BaseException]()
    begun, go, done = threading.Event(), threading.Event(), threading.Event()

    def values() -> Iterator[int]:
        yield from range(100)
        begun.set()
        go.wait(10)
        yield from range(10_000)

    def make() -> None:
        try:
            assert len(tuple(number for number in values())) == 10_100
        except SystemError as error:
            failed.append(error)
        finally:
            done.set()

    listed = gc.get_objects

    def list_objects(generation: int | None = None) -> list[object]:
        """Let the other thread have its turn before the list is let go of, as it may any time."""
        held = listed(generation)
        go.set()
        done.wait(10)
        return held

    monkeypatch.setattr(gc, "get_objects", list_objects)
    collector.start()
    worker = threading.Thread(target=make)
    worker.start()
    try:
        begun.wait(10)
        there = []
        for _ in range(12):
            there.append(_make_values())
            collector.look()
    finally:
        go.set()
        worker.join()
        collector.stop()
    assert failed == []
