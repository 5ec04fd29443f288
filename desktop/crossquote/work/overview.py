"""An overview of all that is open: what each article made of each utterance, how near it stays, and who is quoted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from crossquote.language.language import language_of
from crossquote.message import Message
from crossquote.model.finding import Severity
from crossquote.model.state import State
from crossquote.model.utterance import Utterance
from crossquote.quotes.word_classes import load_pronouns
from crossquote.text.instants import instant_of
from crossquote.text.words import fold
from crossquote.work.copies import copies_among, one_witness, sources_among
from crossquote.work.filters import standing_in, uncompared

_SEVERAL = 2
_WORTH_A_LOOK = Severity.MINOR


class Treatment(Struct, frozen=True):
    """What an article made of an utterance: the place of its rendition, and the severest finding that stands.

    `compared` is false of the base, and of what can't be compared; `base` tells the two apart.
    """

    utterance: str
    rendition: int
    article: str
    severity: Severity | None = None
    compared: bool = False
    base: bool = False

    @property
    def keeps(self) -> bool:
        """Whether the rendition was compared, and nothing in it is worth a look."""
        return self.compared and (self.severity is None or self.severity.rank < _WORTH_A_LOOK.rank)


class Nearness(Struct, frozen=True):
    """How many of an article's renditions that could be compared have no finding of minor or worse."""

    kept: int
    compared: int

    @property
    def share(self) -> float:
        """The kept of the compared, from 0 to 1."""
        return self.kept / self.compared


class QuotedSpeaker(Struct, frozen=True):
    """A speaker, and of how many utterances, in how many articles."""

    speaker: str
    utterances: int
    articles: int


class Overview(Struct, frozen=True):
    """What is to be seen of all articles at once.

    `utterances` are those of several articles, the severest first; `articles` are those that tell them, in the order
    in which they come up there; `told` is by article and utterance. `nearest` are the articles with their nearness,
    the nearest first; `worst` is the rendition to begin with. `witnesses` says which
    articles print the same text. `severities` counts the utterances that have a finding of each severity,
    `uncompared` renditions, both as the filters do. `possible` counts pairs that are possibly the same.
    """

    utterances: tuple[str, ...]
    articles: tuple[str, ...]
    told: Mapping[tuple[str, str], Treatment]
    nearest: tuple[tuple[str, Nearness], ...]
    quoted: tuple[QuotedSpeaker, ...]
    severities: Mapping[Severity, int]
    uncompared: int
    possible: int
    quotes: int
    belonging: int
    worst: Treatment | None
    witnesses: tuple[Message, ...]


def survey(state: State, copies: Mapping[str, tuple[str, ...]] | None = None) -> Overview:
    """Return the overview of `state`: one look at each rendition. `copies` are those among its articles, if known."""
    shared = {key: one for key, one in state.utterances.items() if len(one.renditions) >= _SEVERAL}
    told = [one for utterance in shared.values() for one in _told(state, utterance)]
    places = {key: number for number, key in enumerate(shared)}
    worst = {key: max((_rank(one) for one in told_of), default=-1) for key, told_of in _by_utterance(told)}
    ordered = sorted(shared, key=lambda key: (-worst[key], -len(shared[key].renditions), places[key]))
    sources = sources_among(copies_among(state.articles) if copies is None else copies)
    here = ([key for key in keys if key in state.articles] for keys in sources)
    return Overview(
        utterances=tuple(ordered),
        articles=_coming_up(shared[key] for key in ordered),
        told={(one.article, one.utterance): one for one in told},
        nearest=_nearest(told, state.articles),
        quoted=_quoted(state),
        severities=_severities(state),
        uncompared=sum(map(uncompared, state.utterances.values())),
        possible=len(_possible(state.utterances.values())),
        quotes=len(state.quotes),
        belonging=sum(len(one.quotes) for utterance in shared.values() for one in utterance.renditions),
        worst=_worst(told, ordered),
        witnesses=tuple(one_witness([state.articles[key].outlet for key in keys]) for keys in here if len(keys) > 1),
    )


def _coming_up(utterances: Iterable[Utterance]) -> tuple[str, ...]:
    """Return the articles of utterances, each once: who tells the first of them stands first."""
    return tuple(dict.fromkeys(rendition.article for one in utterances for rendition in one.renditions))


def in_time(state: State, utterance: str) -> tuple[int, ...]:
    """Return the renditions of an utterance in the order of their articles' days; those of no known day come last."""
    renditions = state.utterances[utterance].renditions
    days = [_when(state, one.article) for one in renditions]
    return tuple(sorted(range(len(renditions)), key=lambda index: (not days[index], days[index], index)))


def _when(state: State, article: str) -> str:
    """Return the time at which an article came out, else its day, in a form that sorts; empty where nobody knows."""
    found = state.articles[article]
    moment = instant_of(found.source.published) if found.source.published else None
    return moment.isoformat() if moment else found.date or ""


def _severities(state: State) -> Mapping[Severity, int]:
    """Return how many utterances have a finding of each severity."""
    return Counter(
        severity
        for one in state.utterances.values()
        for severity in {found.severity for index in one.measured for _, found in standing_in(state, one, index)}
    )


def _told(state: State, utterance: Utterance) -> Iterator[Treatment]:
    for index, rendition in enumerate(utterance.renditions):
        comparison = utterance.comparisons[index] if utterance.comparisons else None
        base = index == utterance.base and not utterance.reference
        standing = (found.severity for _, found in standing_in(state, utterance, index))
        severity = max(standing, key=lambda one: one.rank, default=None)
        yield Treatment(utterance.id, index, rendition.article, severity, comparison is not None, base)


def _by_utterance(told: Iterable[Treatment]) -> Iterable[tuple[str, Sequence[Treatment]]]:
    found: dict[str, list[Treatment]] = defaultdict(list)
    for one in told:
        found[one.utterance].append(one)
    return found.items()


def _rank(one: Treatment) -> int:
    return -1 if one.severity is None else one.severity.rank


def _nearest(told: Iterable[Treatment], articles: Iterable[str]) -> tuple[tuple[str, Nearness], ...]:
    compared, kept = Counter[str](), Counter[str]()
    for one in told:
        compared[one.article] += one.compared
        kept[one.article] += one.keeps
    found = [(key, Nearness(kept[key], compared[key])) for key in articles if compared[key]]
    return tuple(sorted(found, key=lambda pair: (-pair[1].share, -pair[1].compared)))


def _possible(utterances: Iterable[Utterance]) -> frozenset[frozenset[str]]:
    """Return the pairs of utterances that are possibly the same, each once."""
    return frozenset(frozenset((one.id, other.utterance)) for one in utterances for other in one.possibly)


def _quoted(state: State) -> tuple[QuotedSpeaker, ...]:
    """Return who is quoted, whoever is quoted most first; "I" and "we" are other persons in each article."""
    said: Counter[str] = Counter()
    where: dict[str, set[str]] = defaultdict(set)
    for utterance in state.utterances.values():
        if utterance.speaker and not _is_pronoun(state, utterance):
            said[utterance.speaker] += 1
            where[utterance.speaker].update(one.article for one in utterance.renditions)
    return tuple(QuotedSpeaker(name, count, len(where[name])) for name, count in said.most_common())


def _is_pronoun(state: State, utterance: Utterance) -> bool:
    """Tell whether who speaks is named by no more than a pronoun, in the language of an article that tells it."""
    written = {state.articles[one.article].language for one in utterance.renditions}
    name = fold(utterance.speaker or "")
    return any(name in load_pronouns(language_of(code)) for code in written)


def _worst(told: Iterable[Treatment], ordered: Sequence[str]) -> Treatment | None:
    """Return the rendition with the severest finding, of the first utterance that has one."""
    places = {key: number for number, key in enumerate(ordered)}
    found = (one for one in told if one.severity is not None and one.severity.rank >= _WORTH_A_LOOK.rank)
    return max(found, key=lambda one: (_rank(one), -places[one.utterance]), default=None)
