"""Grouping: quotes of all articles into utterances, each with a base; on a basis, only what an edit touches."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from msgspec.structs import replace

from crossquote.grouping.group import Constraints, Item, blank, regroup
from crossquote.grouping.index import Index
from crossquote.grouping.item import LABEL
from crossquote.grouping.landmarks import Landmarks, find_landmarks
from crossquote.grouping.packed import DamagedError
from crossquote.grouping.people import is_alone, stands_for
from crossquote.identity import ByIdentity
from crossquote.language.language import language_of
from crossquote.model.changes import differing
from crossquote.model.quote import Quote, QuoteKind, Stance
from crossquote.model.state import State, goes_on, reading_place
from crossquote.model.utterance import Utterance
from crossquote.model.utterances import quotes_of
from crossquote.ordered import Ordered
from crossquote.progress import Step, Work
from crossquote.text.insertions import without_insertions
from crossquote.work.basis import Basis
from crossquote.work.people import how_to_read, spoken_name
from crossquote.work.stages.quoted_parts import take_parts
from crossquote.work.stages.renditions import make_utterance, tell_again
from crossquote.work.stages.struck_quotes import changed_struck
from crossquote.work.stages.who_speaks import spoken_by

_MADE_A_STEP = 20


def group(state: State, known: Basis | None = None) -> Work[Basis]:
    """Bring the quotes of all articles together into utterances, which are not compared yet.

    What is `known` from before is kept as far as the difference between the two states does not reach; where a file has
    kept it, and it turns out to be unreadable, all is worked out anew.
    """
    try:
        return (yield from _group_on(state, known))
    except DamagedError:
        return (yield from _group_on(state, None))


def _group_on(state: State, known: Basis | None) -> Work[Basis]:
    fits = known is not None and known.state.reading_language == state.reading_language
    before = known if known is not None and fits else Basis(blank(language_of(state.reading_language)))
    changed = changed_quotes(before.state, state)
    landmarks = _landmarks(before, state)
    items = _changed_items(before.index, state, changed)
    struck = changed_struck(before.state, state, before.index.struck)
    index = yield from regroup(before.index, items, _constraints(before, state, changed), landmarks, struck)
    yield Step(0, 1, LABEL)
    moved = differing(before.index.groups, index.groups)
    left = _members(before.index, moved)
    homes = {member.id: key for key in moved for member in index.groups.get(key, ())}
    after = replace(before, state=state, index=index, homes=before.homes.changed(homes, left), landmarks=landmarks)
    yield Step(0, 1, LABEL)
    altered = altered_quotes(before.state, state)
    after = yield from with_names(before, after, altered)
    yield Step(0, 1, LABEL)
    after = yield from take_parts(before, after, _looked_at_again(before, after, altered | left | homes.keys()))
    yield Step(0, 1, LABEL)
    reach = _reach(before, after, changed, moved) | _turned(before, after, altered)
    return (yield from _with_utterances(before, after, reach, altered))


def _changed_items(index: Index, state: State, changed: Iterable[str]) -> Mapping[str, Item | None]:
    """Return those of the quotes `changed` that grouping sees otherwise than before, None for those that are gone."""
    items = {id_: item_of(state, state.quotes[id_]) if id_ in state.quotes else None for id_ in changed}
    return {id_: item for id_, item in items.items() if item != index.items.get(id_)}


def _landmarks(before: Basis, state: State) -> Mapping[str, Landmarks]:
    """Return the landmarks of all articles; those of a text are looked for once."""
    known = before.state.articles
    if state.articles is known:
        return before.landmarks
    return {
        key: before.landmarks[key] if key in known and known[key].text == article.text else find_landmarks(article.text)
        for key, article in state.articles.items()
    }


def changed_quotes(before: State, after: State) -> frozenset[str]:
    """Return the quotes that are seen otherwise in two states: they, their article, translation or speaker differ."""
    altered, names = altered_quotes(before, after), _told_otherwise(before, after)
    return altered.union(*map(said_by(after.quotes).__getitem__, names)) if names else altered


def altered_quotes(before: State, after: State) -> frozenset[str]:
    """Return the quotes that are others in two states, whoever their speaker's name stands for."""
    found = differing(before.quotes, after.quotes)
    for one, other in ((before.translations, after.translations), (before.evidence, after.evidence)):
        found |= differing(one, other)
    articles = differing(before.articles, after.articles)
    if articles:
        found |= {key for key, quote in after.quotes.items() if quote.article in articles}
    return found


def said_by(quotes: Mapping[str, Quote]) -> Mapping[str, Sequence[str]]:
    """Return the quotes of each speaker's name; worked out once for the same quotes."""
    return _said_by(ByIdentity(quotes))


@lru_cache(maxsize=2)
def _said_by(quotes: ByIdentity[Mapping[str, Quote]]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for key, quote in quotes.value.items():
        if quote.speaker:
            found.setdefault(quote.speaker.name, []).append(key)
    return found


def _told_otherwise(before: State, after: State) -> frozenset[str]:
    """Return the speakers' names that stand for somebody else than before, as the user says."""
    old, new = before.same_speakers, after.same_speakers
    if old == new:
        return frozenset()
    told_before, told_now = frozenset(old.values()), frozenset(new.values())
    return frozenset(
        name
        for name in said_by(after.quotes)
        if (target := stands_for(name, new)) != stands_for(name, old)
        or is_alone(target, new) != is_alone(target, old)
        or (target in told_now) != (target in told_before)
    )


def _constraints(before: Basis, state: State, changed: Iterable[str]) -> Constraints:
    """Return what the user joined and parted, as far as the quotes are still there; that of before where it is so."""
    known, quotes = before.state, state.quotes
    decided = state.joined is known.joined and state.parted is known.parted
    if decided and all((key in quotes) is (key in known.quotes) for key in changed):
        return before.index.constraints
    return constraints_of(state)


def constraints_of(state: State) -> Constraints:
    """Return what the user joined and parted, as far as the quotes are still there."""
    quotes = state.quotes
    pairs = [(one, other) for one, other in state.joined.items()]
    parted = [(one, other) for one, others in state.parted.items() for other in others]
    return Constraints(
        together=tuple(frozenset(pair) for pair in pairs if pair[0] in quotes and pair[1] in quotes),
        apart=tuple(frozenset(pair) for pair in parted if pair[0] in quotes and pair[1] in quotes),
    )


def item_of(state: State, quote: Quote) -> Item:
    """Return a quote as grouping sees it: without what an editor put in."""
    article = state.articles[quote.article]
    text = without_insertions(quote.text(article.text))
    given = state.translations.get(quote.id)
    language = quote.language or article.language
    told = state.same_speakers
    return Item(
        id=quote.id,
        article=quote.article,
        language=language_of(language),
        text=text,
        translation=text if language == state.reading_language else given and without_insertions(given),
        speaker=spoken_by(state, quote),
        kind=quote.kind,
        alone=quote.speaker is not None and is_alone(stands_for(quote.speaker.name, told), told),
        place=quote.hull.start / max(1, len(article.text)),
    )


def with_names(before: Basis, after: Basis, altered: Iterable[str]) -> Work[Basis]:
    """Return `after` knowing how often each name speaks, and how the reading language calls the persons."""
    spoken = dict(before.spoken)
    for state, step in ((before.state, -1), (after.state, 1)):
        for key in altered:
            name = spoken_name(state, state.quotes[key]) if key in state.quotes else None
            if name is not None:
                spoken[name] = spoken.get(name, 0) + step
    spoken = {name: count for name, count in spoken.items() if count}
    told = after.state.same_speakers
    if spoken.keys() == before.spoken.keys() and told == before.state.same_speakers:
        return replace(after, spoken=spoken)
    called = yield from how_to_read(spoken, told, language_of(after.state.reading_language))
    return replace(after, spoken=spoken, called=called)


def _members(index: Index, utterances: Iterable[str]) -> set[str]:
    return {member.id for key in utterances for member in index.groups.get(key, ())}


def _looked_at_again(before: Basis, after: Basis, touched: AbstractSet[str]) -> set[str]:
    """Return the quotes `touched`, those that stand with them now, and those of which the user decided otherwise.

    Whether a quote is a part of another depends on the words of all that stand there, and on what the user took apart.
    """
    own = {after.homes[key] for key in touched if key in after.homes}
    found = {*touched, *_members(after.index, own)}
    known, state = before.state, after.state
    found |= differing(known.joined, state.joined)
    for key in differing(known.parted, state.parted):
        found |= {key}.union(known.parted.get(key, ()), state.parted.get(key, ()))
    return found


def _reach(before: Basis, after: Basis, changed: frozenset[str], moved: frozenset[str]) -> set[str]:
    """Return the utterances that are to be made anew; who pins an article means all that it quotes."""
    parts = differing(before.taken, after.taken)
    quotes = changed | parts
    for name in ("pins", "references"):
        for key in differing(getattr(before.state, name), getattr(after.state, name)):
            quotes |= {key, *after.by_article.get(key, ())}
    names = differing(before.called, after.called)
    if names:
        told = after.state.same_speakers
        own = said_by(after.state.quotes)
        quotes = quotes.union(*(ids for name, ids in own.items() if stands_for(name, told) in names))
    likely = differing(before.index.possible, after.index.possible)
    reach = {
        *moved,
        *likely,
        *(after.homes.get(key, "") for key in parts),
        *(before.homes.get(key, "") for key in parts),
    }
    for basis in (before, after):
        reach.update(basis.taken.get(key, "") or basis.homes.get(key, "") for key in quotes)
    return reach


def _turned(before: Basis, after: Basis, altered: Iterable[str]) -> set[str]:
    """Return the reports that stand alone and are shown no more, or again, since the quotes around them changed."""
    states = (before.state, after.state)
    articles = {state.quotes[key].article for state in states for key in altered if key in state.quotes}
    lone = (
        key
        for article in articles
        for key in after.by_article.get(article, ())
        if after.state.quotes[key].kind is QuoteKind.INDIRECT and len(after.index.groups[after.homes[key]]) == 1
    )
    return {key for key in lone if _is_shown(after, [key]) is not (key in before.grouped)}


def _with_utterances(before: Basis, after: Basis, reach: set[str], altered: frozenset[str]) -> Work[Basis]:
    """Return `after` where the utterances `reach` are made anew, all in the order to show.

    Those of which no quote was `altered`, gone or come are only told anew: the rest of them stands.
    """
    taken: dict[str, list[str]] = {}
    for part, key in after.taken.items():
        if key in reach:
            taken.setdefault(key, []).append(part)
    place = {article: number for number, article in enumerate(after.state.articles)}
    found: dict[str, Utterance | None] = {}
    for done, key in enumerate(reach):
        if done % _MADE_A_STEP == 0:
            yield Step(done, len(reach), LABEL)
        known = before.grouped.get(key) if before.state.pins is after.state.pins else None
        stands = known is not None and altered.isdisjoint(quotes_of(known))
        found[key] = _made(after, key, place, taken.get(key, ()), known if stands else None)
    quotes, made = after.state.quotes, {key: one for key, one in found.items() if one is not None}
    if goes_on(before.state, after.state):
        ranked = {key: (reading_place(one, quotes, place), one) for key, one in made.items()}
        return replace(after, grouped=before.grouped.changed(ranked, found.keys() - made.keys()))
    made = {key: one for key, one in before.grouped.items() if key not in reach} | made
    rows = [(reading_place(one, quotes, place), key, one) for key, one in made.items()]
    return replace(after, grouped=Ordered.of(rows))


def _made(
    basis: Basis, key: str, place: Mapping[str, int], taken: Iterable[str], known: Utterance | None
) -> Utterance | None:
    """Return the utterance `key`, which has `taken` some parts; None where there is none, or it is not shown.

    What is `known` of it holds where it is made of the same quotes.
    """
    ids = [member.id for member in basis.index.groups.get(key, ()) if member.id not in basis.taken]
    members = _in_order(basis.state, place, (*ids, *taken))
    if not members or not _is_shown(basis, members):
        return None
    groups, homes = basis.index.groups, {basis.homes[id_] for id_ in members}
    reasons = {one.id: one.reason for home in homes for one in groups[home]}
    if known is not None and quotes_of(known) == frozenset(members):
        made = tell_again(basis.state, known, members, reasons, basis.called)
    else:
        made = make_utterance(basis.state, key, members, reasons, basis.called)
    return replace(made, possibly=basis.index.possible.get(key, ()))


def _in_order(state: State, place: Mapping[str, int], ids: Iterable[str]) -> list[str]:
    """Return quotes in the order of articles and their texts."""
    return sorted(ids, key=lambda id_: (place[state.quotes[id_].article], state.quotes[id_].hull, id_))


def _holds_words(basis: Basis, report: Quote) -> bool:
    """Tell whether a quote of the article's own words stands inside a report; they lie in the order of the text."""
    quotes, ids = basis.state.quotes, basis.by_article[report.article]
    first = bisect_left(ids, report.hull.start, key=lambda id_: quotes[id_].hull.start)
    last = bisect_right(ids, report.hull.end, lo=first, key=lambda id_: quotes[id_].hull.start)
    inside = (quotes[id_] for id_ in ids[first:last])
    return any(one.kind is not QuoteKind.INDIRECT and report.hull.contains(one.hull) for one in inside)


def _is_shown(basis: Basis, members: Sequence[str]) -> bool:
    """Tell whether quotes are an utterance: not if all there is, is one report that is nobody's utterance.

    It is none around words that are quotes of their own, nor where the speaker denies it.
    """
    quote = basis.state.quotes[members[0]]
    if len(members) > 1 or quote.kind is not QuoteKind.INDIRECT:
        return True
    return not _holds_words(basis, quote) and not (quote.cue is not None and quote.cue.stance is Stance.DENYING)
