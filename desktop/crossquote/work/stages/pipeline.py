"""The pipeline: from files to compared utterances, one step after another."""

import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from crossquote.articles.clipping import Clipping
from crossquote.errors import UserError
from crossquote.message import SILENCE, Message, message
from crossquote.model.changes import Changes, exchanged
from crossquote.model.state import State
from crossquote.model.translation import SentenceKey, Translation
from crossquote.progress import Work
from crossquote.work.basis import Basis
from crossquote.work.copies import copies_among
from crossquote.work.evidence.forced import force_bases
from crossquote.work.evidence.journeys import travel
from crossquote.work.evidence.stability import weigh_sentences
from crossquote.work.session import Session
from crossquote.work.stages.add_articles import AddedArticles, read_clipping, read_files, read_page, read_text
from crossquote.work.stages.compare import compare_again, compare_all, compare_grouped
from crossquote.work.stages.find_quotes import find_in
from crossquote.work.stages.fitting import fit_memory
from crossquote.work.stages.group_quotes import changed_quotes, group
from crossquote.work.stages.stored import read_ahead
from crossquote.work.stages.translate import (
    Ways,
    knows_alike,
    lacking_quotes,
    translate_quotes,
    ways,
    with_own_translations,
    without_lost,
)

if TYPE_CHECKING:
    from crossquote.online.fetching import Fetched

KnownTranslations = Mapping[SentenceKey, Translation]
"""What a translation memory holds, by sentence."""
NO_MEMORY: KnownTranslations = MappingProxyType({})
_AT_ONCE, _AT_MOST = 24, 192
"""Sentences that are kept together: few at first, to be seen soon; then more, to look for them less often."""
ALL = sys.maxsize
"""As many sentences as there are: for who waits for the whole answer."""
_MOST_WEIGHED = 240
"""Sentences: some twenty seconds with packages of Argos's size on two cores."""


class Outcome(Struct, frozen=True):
    """What adding articles did: what changed, what could not be read, and of how many the very bytes were open."""

    changes: Changes
    problems: tuple[UserError, ...] = ()
    again: int = 0


def add_files(
    session: Session, paths: Sequence[Path], encoding: str | None = None, memory: KnownTranslations = NO_MEMORY
) -> Work[Outcome]:
    """Read `paths`, find their quotes and compare them with all that is open.

    What `memory` holds for their sentences stands for the engine's translation.
    """
    keep = session.project.keep_original if session.project is not None else None
    before = session.state
    reading = yield from read_files(before, paths, encoding, keep, partial(_take_some, session, before))
    return (yield from take_in(session, reading, before, memory))


def _take_some(session: Session, before: State, state: State, added: tuple[str, ...]) -> Work[State]:
    """Take in some of many articles: they are kept and seen as they are read, and compared once all are."""
    state = yield from find_in(state, added)
    first = session.state is before
    session.move_to(replace(state, unfinished=True), message("did.add-many-articles") if first else SILENCE)
    return session.state


def add_text(session: Session, text: str, name: str, otherwise: str = "") -> Work[Outcome]:
    """Take `text` as an article of the outlet `name`, find its quotes and compare them with all that is open.

    An empty name is found in the text; where it is not there either, the article is called `otherwise`.
    """
    return (yield from take_in(session, read_text(session.state, text, name, otherwise), session.state))


def add_clipping(session: Session, clipping: Clipping, otherwise: str = "") -> Work[Outcome]:
    """Take what was copied elsewhere as an article, as `add_text` does a text."""
    before = session.state
    keep = session.project.keep_original if session.project is not None else None
    reading = yield from read_clipping(before, clipping, otherwise, keep)
    return (yield from take_in(session, reading, before))


def add_page(session: Session, page: "Fetched") -> Work[Outcome]:
    """Take a page that was fetched as an article."""
    before = session.state
    keep = session.project.keep_original if session.project is not None else None
    return (yield from take_in(session, (yield from read_page(before, page, keep)), before))


def take_in(
    session: Session, reading: AddedArticles, before: State, memory: KnownTranslations = NO_MEMORY
) -> Work[Outcome]:
    """Take in what was read since the state `before`, some of which may have been taken in on the way."""
    begun = session.state is not before
    if not reading.added and not begun:
        return Outcome(Changes(), reading.problems, reading.again)
    state = yield from find_in(reading.state, reading.added)
    if memory:
        state = with_own_translations(state, (yield from fit_memory(state, memory)))
    copies_among(state.articles)  # what it looks for in each text is kept: the window, that asks next, need not wait
    step = SILENCE if begun else message("did.add-articles", count=len(reading.added))
    return Outcome((yield from settle(session, state, step, before)), reading.problems, reading.again)


def settle(session: Session, state: State, step: Message, before: State | None = None) -> Work[Changes]:
    """Keep `state` as the step named `step`, then group and compare what is open anew; return what changed.

    Until that is done the state is unfinished: stopped or killed on the way, the work is to be gone on with. `before`
    is what the step began with, the state that is open where None.
    """
    before = before or session.state
    changes = session.move_to(replace(state, unfinished=True), step)
    return changes | (yield from refresh(session, before))


def refresh(session: Session, before: State | None = None) -> Work[Changes]:
    """Translate what is not yet translated, group and compare anew what is open; return what changed.

    What the session knows from before is gone on from, or else the state `before`, that which is open where None: only
    what differs since then, and what that reaches, is looked at again.
    """
    known = yield from _known(session, before or session.state)
    state = without_lost(session.state)
    routes = ways(state, session.translator)
    if session.translator is not None:
        state = yield from translate_quotes(state, session.translator, _lacking(known, state, routes))
    if known is not None and not knows_alike(known.state, state):
        known = None
    grouped = yield from group(state, known)
    state = yield from compare_grouped(grouped, known, session.checks_off)
    changes = session.move_to(replace(state, unfinished=False))
    weighed = grouped.weighed if grouped.routes == routes else {}
    session.basis = replace(grouped, state=session.state, routes=routes, weighed=weighed)
    return changes | (yield from weigh_findings(session))


def _known(session: Session, before: State) -> Work[Basis | None]:
    """Return the basis to go on from, None where there is none: all is worked out anew in another language.

    Where work was stopped, what is stored was compared before that work, and is no basis.
    """
    language = session.state.reading_language
    if session.basis is None and before.utterances and not before.unfinished and before.reading_language == language:
        yield from read_ahead(session, before)
    known = session.basis
    return known if known is not None and known.state.reading_language == language else None


def _lacking(known: Basis | None, state: State, routes: Ways) -> frozenset[str] | None:
    """Return the quotes that are to be translated; None for all, where others than those that changed may be."""
    if known is None or known.routes != routes or not knows_alike(known.state, state):
        return None
    return changed_quotes(known.state, state) | lacking_quotes(known, state)


def switch_checks(session: Session, step: Message) -> Work[Changes]:
    """Compare anew what is open, by the checks that are on now; one step, named `step`."""
    state = yield from compare_all(session.state, session.checks_off)
    return _move_on(session, state, step) | (yield from weigh_findings(session))


def weigh_findings(session: Session, most: int = _MOST_WEIGHED) -> Work[Changes]:
    """Hold the findings in translations against what the engine says of them; return what changed.

    What else could it have written, how likely does it find the base for a rendition's original, and what becomes of
    the base on its way into another language and back?

    The comparisons are shown before; what is weighed is kept now and then, so that little is lost when this is closed.
    At most `most` sentences are weighed; the rest when this is called again.
    """
    changes, ended = Changes(), True
    asked_of = _open(session)
    for ask in (weigh_sentences, force_bases, travel):
        left, at_once = most, _AT_ONCE
        while session.translator is not None and left > 0:
            some = replace(session.state, utterances={key: session.state.utterances[key] for key in asked_of})
            asked = yield from ask(some, session.translator, min(left, at_once))
            if not asked.count:
                break
            left, at_once = left - asked.count, min(2 * at_once, _AT_MOST)
            told = replace(asked.state, utterances=session.state.utterances)
            changes |= _move_on(session, compare_again(told, asked.utterances))
        ended = ended and left > 0
    if ended and session.basis is not None:
        session.basis = replace(session.basis, weighed=session.state.utterances)
    return changes


def _open(session: Session) -> tuple[str, ...]:
    """Return the utterances of which the engine may still be asked something."""
    if session.translator is None:
        return ()
    return tuple(exchanged(session.basis.weighed if session.basis is not None else {}, session.state.utterances))


def _move_on(session: Session, state: State, step: Message = SILENCE) -> Changes:
    """Make a state the current one that says more, or something else, of the same utterances."""
    known = session.basis is not None and session.basis.state is session.state
    changes = session.move_to(state, step)
    if session.basis is not None and known:
        session.basis = replace(session.basis, state=session.state)
    return changes
