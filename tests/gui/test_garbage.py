"""Garbage is collected by the event loop while the collector runs, and by Python again afterwards."""

import gc
import weakref

from PySide6.QtWidgets import QApplication

from crossquote.gui.garbage import GarbageCollector


class Knot:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.own = self


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


def test_what_is_kept_is_looked_through_no_more(qapp: QApplication) -> None:  # noqa: ARG001 - its timer needs one
    collector = GarbageCollector()
    knot, kept = Knot(), weakref.ref(young := Knot())
    del young
    before = gc.get_freeze_count()
    try:
        collector.keep()
        assert kept() is None
        assert gc.get_freeze_count() > before
        later = weakref.ref(Knot())
        gc.collect()
        assert later() is None
        assert knot.own is knot
    finally:
        gc.unfreeze()
