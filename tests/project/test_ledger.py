"""Whatever is written, taken back or refused: what a project takes of its room is what counting it all anew says."""

import random
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from crossquote.errors import UserError
from crossquote.message import verbatim
from crossquote.model.state import State
from crossquote.project import file, journal, room
from crossquote.project.codec import differences
from crossquote.project.ledger import Ledger
from crossquote.project.records import check_room, digest
from crossquote.project.room import Taken, check_records

TEXTS = ("", "The ferry sails.", "Пором іде.", "\N{GRINNING FACE}" + "a" * 100)


def another(state: State, chance: random.Random) -> State:
    """Return a state in which some decisions are others: texts of few letters, and lists of many values."""
    key, name = f"{chance.randrange(6)}", chance.choice(("pins", "references", "parted"))
    known = dict(getattr(state, name))
    if chance.random() < 0.3:
        known.pop(key, None)
    else:
        known[key] = chance.choice(TEXTS) if name != "parted" else ("",) * chance.randrange(90)
    return replace(state, **{name: MappingProxyType(known)})


@pytest.mark.parametrize("seed", range(20))
def test_what_is_kept_is_what_counting_anew_says(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_FREE", 40)
    chance, ledger, state, refused = random.Random(seed), Ledger(), State(), 0
    with closing(file.create(tmp_path / "ledger.crossquote")) as connection:
        for _ in range(60):
            after = another(state, chance)
            changes = differences(state, after)
            way = chance.choice(("record", "record", "join", "keep", "undo", "redo"))
            try:
                if way == "record":
                    journal.record(connection, ledger, verbatim("Decide"), "", changes)
                elif way in ("join", "keep"):
                    getattr(journal, way)(connection, ledger, changes)
                else:
                    getattr(journal, way)(connection, ledger)
                state = state if way in ("undo", "redo") else after
            except UserError:
                refused += 1
            assert ledger.taken in (None, check_room(connection))
            assert ledger.digest in (None, digest(connection))
            if chance.random() < 0.5:
                ledger.digest = digest(connection)
    assert refused


def test_the_order_of_records_makes_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where values come first and what they may come with later, a project could else be kept, and not be opened."""
    monkeypatch.setattr(room, "_FREE", 28)
    some = [("parted", b'"a"', b'["","",""]'), ("articles", b'"a"', b'"' + b"a" * 100 + b'"')] * 20
    dense, sparse = sorted(some), sorted(some, reverse=True)
    assert check_records(some) == check_records(dense) == check_records(sparse) == Taken(20 * 11, 0, 20, 20)
    monkeypatch.setattr(room, "_FREE", 27)
    for records in (some, dense, sparse):
        with pytest.raises(UserError):
            check_records(records)
