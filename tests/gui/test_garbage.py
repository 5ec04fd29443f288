"""Garbage is collected by the event loop while the collector runs, never all at once; by Python again afterwards."""

import gc
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
