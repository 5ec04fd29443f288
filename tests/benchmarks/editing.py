"""Editing: what one edit costs in a project of 100, 500 and 1,000 articles with forty quotes each, on the disk.

Each figure is the median of several edits through the session, from the wish to the state that is kept, without a
window; CPU time, so that it holds on a busy machine. What is edited is chosen before; so the project is made, grouped
and compared, and one quote in fifty has a verdict, a note, is joined or kept apart. The first edit of a project that
was opened again is one figure by itself: it reads what the file keeps to go on from, or groups what is stored, unless
that was done ahead. Python's own search for garbage is off, as it is while there is a window.
"""

import gc
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from types import MappingProxyType

from figure import Figure
from grouping import STOP, SYLLABLES, VOCABULARY
from msgspec.structs import replace

from crossquote.message import message
from crossquote.model.article import Article, Detection
from crossquote.model.quote import Quote, QuoteKind, Speaker
from crossquote.model.review import Judgement, Note, Rule, Stamp, Verdict
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.model.translation import Hypothesis, SentenceKey, Weighed
from crossquote.model.utterance import Utterance
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work.edits import quotes, review, speakers
from crossquote.work.session import Session
from crossquote.work.stages.kept_basis import keep_basis
from crossquote.work.stages.pipeline import settle
from crossquote.work.stages.stored import read_ahead

SIZES = (100, 500, 1000)
QUOTES, RENDITIONS, RULES, RUNS, PARTS, DECIDED = 40, 4, 50, 7, 40, 50
Wish = Callable[[], object]
"""What is done when it is called: something that was chosen before."""
Edit = Callable[[Session, random.Random], Wish]
GOAL = 0.1
"""Seconds; also for joining two speakers, an edit of all their quotes: a hundred in 500 articles."""


def make_state(articles: int, seed: int = 5) -> State:
    """Return articles of invented words, forty quotes each; one quote in four is a rendition of a shared utterance."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(SYLLABLES, k=2 + rank % 3)) for rank in range(VOCABULARY)]

    def word() -> str:
        if chance.random() < 0.45:
            return chance.choice(STOP)
        return words[min(VOCABULARY - 1, int(VOCABULARY * chance.random() ** 3))]

    told: list[tuple[str, str]] = []
    while len(told) < articles * QUOTES:
        said = [word() for _ in range(chance.randint(8, 30))]
        speaker = f"Ada {words[chance.randrange(400)].title()}"
        number = RENDITIONS if chance.random() < 0.08 else 1
        renditions = ([one if chance.random() < 0.85 else word() for one in said] for _ in range(number))
        told += ((" ".join(rendition).capitalize(), speaker) for rendition in renditions)
    chance.shuffle(told)
    state = State(articles=MappingProxyType(dict(_articles(told, articles))))
    made = {quote.id: quote for article in state.articles.values() for quote in _quotes(article)}
    return replace(state, quotes=MappingProxyType(made))


def _articles(told: list[tuple[str, str]], number: int) -> Iterator[tuple[str, Article]]:
    for place in range(number):
        own = told[place::number][:QUOTES]
        text = "\n\n".join(f"“{said},” {speaker} said." for said, speaker in own)
        id_ = f"a{place:04}"
        yield id_, Article(id_, text, f"Ferries {place}", f"Outlet {place}", detection=Detection("en", 1.0))


def _quotes(article: Article) -> Iterator[Quote]:
    start = 0
    for line in article.text.split("\n\n"):
        end = start + line.index(",”")
        name = line.rpartition("” ")[2].removesuffix(" said.")
        speaker = Speaker(None, name)
        yield Quote(f"{article.id}:{start + 1}-{end}", article.id, (Span(start + 1, end),), QuoteKind.DIRECT, speaker)
        start += len(line) + 2


def measure() -> Iterator[Figure]:
    """Yield the figures of editing."""
    gc.disable()
    for size in SIZES:
        gc.collect()
        with tempfile.TemporaryDirectory() as folder:
            path, chance = Path(folder, "large.crossquote"), random.Random(7)
            with _opened(path, new=True) as session:
                anew = _took(session, _add(make_state(size)), chance)
                _took(session, _decide, chance)
                yield from _edit(session, size)
            with _opened(path) as session:
                first = _took(session, _correct, chance)
                yield Figure(f"the first correction, nothing kept, {size} articles", first, anew, anew)
                yield Figure(f"keep what edits go on from, {size} articles", _took(session, _keep, chance), None, 1)
            with _opened(path) as session:
                again = _took(session, _correct, chance)
                yield Figure(f"the first correction after opening, {size} articles", again, first, GOAL)
            with _opened(path) as session:
                finish(read_ahead(session))
                yield Figure(f"the same, read ahead, {size} articles", _took(session, _correct, chance), None, GOAL)
    gc.enable()


@contextmanager
def _opened(path: Path, *, new: bool = False) -> Iterator[Session]:
    with closing(Project(path, new=new)) as project:
        yield Session(project=project)


def _add(state: State) -> Edit:
    return lambda session, _: partial(settle, session, state, message("did.add-articles", count=len(state.articles)))


def _edit(session: Session, size: int) -> Iterator[Figure]:
    chance = random.Random(7)
    for name, edit in (
        ("correct a speaker", _correct),
        ("this is no quote", _unmark),
        ("merge two utterances", _merge),
        ("split a rendition off", _part),
        ("move a quote", _move),
        ("a verdict", _judge),
        ("a note", _note),
        ("a rule beside fifty", _rule),
        ("how far the review is, beside them", lambda session, _: partial(review.progress, session.state)),
        ("take a step back", lambda session, _: session.undo),
    ):
        if edit is _rule:
            _with_rules(session, chance)
        times = [_took(session, edit, chance) for _ in range(RUNS)]
        yield Figure(f"{name}, {size} articles", statistics.median(times), None, GOAL)
    times = [_took(session, _join_speakers, chance) for _ in range(RUNS)]
    yield Figure(f"join two speakers, {size} articles", statistics.median(times), None, GOAL)
    keep, join = _parts(session)
    yield Figure(f"keep the first part of a step, {size} articles", keep, None, GOAL)
    yield Figure(f"keep the fortieth part of it, {size} articles", join, None, GOAL)


def _took(session: Session, edit: Edit, chance: random.Random) -> float:
    wish = edit(session, chance)
    start = time.process_time()
    done = wish()
    if isinstance(done, Generator):
        finish(done)
    return time.process_time() - start


def _some(session: Session, chance: random.Random) -> Quote:
    return chance.choice(list(session.state.quotes.values()))


def _correct(session: Session, chance: random.Random) -> Wish:
    known = chance.choice([quote.speaker.name for quote in session.state.quotes.values() if quote.speaker])
    return partial(quotes.correct_quote, session, _some(session, chance).id, speaker=known)


def _keep(session: Session, _: random.Random) -> Wish:
    return partial(keep_basis, session)


def _join_speakers(session: Session, chance: random.Random) -> Wish:
    names = sorted({quote.speaker.name for quote in session.state.quotes.values() if quote.speaker})
    return partial(speakers.join_speakers, session, *chance.sample(names, 2))


def _unmark(session: Session, chance: random.Random) -> Wish:
    return partial(quotes.unmark_quotes, session, [_some(session, chance).id])


def _merge(session: Session, chance: random.Random) -> Wish:
    one, other = chance.sample(list(session.state.utterances), 2)
    return partial(quotes.merge_utterances, session, one, session.state.utterances[other].renditions[0].quotes[0])


def _shared(session: Session, chance: random.Random) -> Utterance:
    return chance.choice([one for one in session.state.utterances.values() if len(one.renditions) > 1])


def _part(session: Session, chance: random.Random) -> Wish:
    utterance = _shared(session, chance)
    return partial(quotes.part_rendition, session, utterance.id, utterance.renditions[0].article)


def _move(session: Session, chance: random.Random) -> Wish:
    return partial(
        quotes.move_quote, session, _some(session, chance).id, _shared(session, chance).renditions[0].quotes[0]
    )


def _note(session: Session, chance: random.Random) -> Wish:
    return partial(review.write_note, session, f"quote:{_some(session, chance).id}", "seen")


def _decide(session: Session, chance: random.Random) -> Wish:
    """Decide on one quote in fifty: verdicts, notes, quotes that belong together and apart; one step."""
    state, stamp = session.state, Stamp("benchmark", "2025-03-14T00:00:00+00:00")
    some = chance.sample(list(state.quotes), len(state.quotes) // DECIDED)
    others = chance.sample(list(state.quotes), len(some))
    pairs = [(one, other) for one, other in zip(some, others, strict=True) if one != other]
    decided = replace(
        state,
        verdicts=MappingProxyType({one: Judgement(chance.choice(list(Verdict)), stamp) for one in some}),
        notes=MappingProxyType({f"quote:{one}": Note(f"quote:{one}", "seen", stamp) for one in some}),
        joined=MappingProxyType(dict(pairs[::2])),
        parted=MappingProxyType({one: (other,) for one, other in pairs[1::2]}),
    )
    return partial(settle, session, decided, message("did.join-quotes"))


def _judge(session: Session, chance: random.Random) -> Wish:
    utterance = session.state.utterances[chance.choice(list(session.state.utterances))]
    return partial(review.judge, session, utterance.renditions[0], chance.choice(list(Verdict)))


def _rule(session: Session, chance: random.Random) -> Wish:
    return partial(review.add_rule, session, _a_rule(chance))


def _with_rules(session: Session, chance: random.Random) -> None:
    for _ in range(RULES):
        _rule(session, chance)()


def _a_rule(chance: random.Random) -> Rule:
    stamp = Stamp("benchmark", "2025-03-14T00:00:00+00:00")
    check = chance.choice(("omission", "addition", "name", "wording"))
    return Rule(str(chance.random()), check, f"words {chance.random()}", "", "", stamp)


def _parts(session: Session) -> tuple[float, float]:
    """Return the seconds that the first and the fortieth part of a step take to be kept."""
    review.write_note(session, "article:a0000", "seen")
    times = []
    for part in range(PARTS):
        key = SentenceKey(f"Sentence {part}", "uk", "en")
        others = tuple(Hypothesis(f"Another sentence {number} of {part}" * 20, -1.0) for number in range(40))
        weighed = {**session.state.weighed, key: Weighed(others, ())}
        start = time.process_time()
        session.move_to(replace(session.state, weighed=MappingProxyType(weighed)))
        times.append(time.process_time() - start)
    return statistics.median(times[:3]), statistics.median(times[-3:])
