"""Whatever is edited, in whatever order: what is open is what it would be, were everything worked out anew."""

import inspect
import pkgutil
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import crossquote.work.edits
from crossquote.model.changes import Changes
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.translation.engine import Translator
from crossquote.translation.fake import FakeTranslator
from crossquote.work.build import build
from crossquote.work.edits import quotes
from crossquote.work.edits.own_versions import weigh_sentence
from crossquote.work.edits.partners import place_new
from crossquote.work.session import Session
from crossquote.work.stages.kept_basis import keep_basis
from crossquote.work.stages.pipeline import add_text, refresh
from crossquote.work.stages.stored import lacks_basis, read_ahead
from edits_by_chance import EDITS, edit, story

LOOKING: frozenset[object] = frozenset({place_new, weigh_sentence})
"""What is given a session and edits nothing."""


def test_every_edit_is_among_those_by_chance() -> None:
    found: set[object] = set()
    for module in pkgutil.iter_modules(crossquote.work.edits.__path__):
        named = import_module(f"crossquote.work.edits.{module.name}")
        for name, made in inspect.getmembers(named, inspect.isfunction):
            if made.__module__ == named.__name__ and not name.startswith("_"):
                found |= {made} if next(iter(inspect.signature(made).parameters), "") == "session" else set()
    assert found - LOOKING <= EDITS.keys()


def anew(session: Session) -> State:
    other = Session(replace(session.state, unfinished=True), session.translator)
    finish(refresh(other))
    return other.state


@contextmanager
def opened(translator: Translator | None, *, kept: bool) -> Iterator[Session]:
    """Give a session, with a project where what it does is `kept` and can be taken back."""
    if not kept:
        yield Session(translator=translator)
        return
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder) / "by chance.crossquote", new=True)
        try:
            yield Session(translator=translator, project=project)
        finally:
            project.close()


def edit_by_chance(session: Session, chance: random.Random) -> None:
    before = session.state
    done = edit(session, chance)
    if not isinstance(done, Changes):
        finish(done)
    if session.project is None and chance.random() < 0.2:
        session.state = before
    while session.project is not None and chance.random() < 0.3:
        chance.choice((session.undo, session.undo, session.redo))()


def open_again(session: Session, chance: random.Random) -> Session:
    """Return a session of what is open, as opening a project does: its file may have kept what edits go on from."""
    if chance.random() < 0.7:
        finish(keep_basis(session))
    state = session.state if session.project is None or chance.random() < 0.5 else session.project.state()
    if session.project is not None and chance.random() < 0.2:
        session.project.keep_index(build(), chance.randbytes(40))
    again = Session(state, session.translator, session.project)
    for _ in range(chance.choice((0, 3, 99)) if lacks_basis(again) else 0):
        next(read_ahead(again), None)  # begun while nobody edits, and stopped again and again
    return again


def check_edits(seed: int, edits: int, *, translated: bool, kept: bool) -> None:
    chance = random.Random(seed)
    with opened(FakeTranslator([("uk", "en"), ("en", "uk")]) if translated else None, kept=kept) as begun:
        session = begun
        for number in range(chance.choice((3, 3, 9))):
            finish(add_text(session, story(chance, number), f"outlet {number}"))
        for _ in range(edits):
            if not session.state.utterances:
                break
            edit_by_chance(session, chance)
            there = anew(session)
            assert list(session.state.utterances) == list(there.utterances)
            assert session.state == there
            session = open_again(session, chance) if chance.random() < 0.2 else session


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10**9), st.booleans(), st.booleans())
def test_an_edit_leads_where_working_everything_out_anew_does(seed: int, translated: bool, kept: bool) -> None:
    check_edits(seed, 6, translated=translated, kept=kept)


def test_what_the_user_keeps_apart_is_no_part_of_what_it_was_brought_to() -> None:
    session = Session()
    told = (
        "Per Holm said that the treaty of the harbour is signed on Tuesday.",
        "Ada Lindqvist said that nobody strongly requested the harbour to wait until Friday.",
        "Per Holm said that the treaty is signed on Tuesday.",
    )
    for number, text in enumerate(told):
        finish(add_text(session, f"Story {number}\n\n{text}", f"Outlet {number}"))
    _, there, _ = session.state.quotes
    article = next(iter(session.state.articles.values()))
    start = article.text.index("harbour")
    finish(quotes.mark_quote(session, article.id, Span(start, start + len("harbour"))))
    home = next(one for one in session.state.utterances.values() if len(one.renditions) > 1)
    finish(quotes.move_rendition(session, home.id, article.id, there))
    assert len(session.state.utterances) == 3
    assert session.state == anew(session)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(400))
def test_many_edits_lead_where_working_everything_out_anew_does(seed: int) -> None:
    check_edits(seed, 12, translated=seed % 2 == 0, kept=seed % 3 == 0)
