"""Comparing: every rendition of every utterance against its base."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from crossquote.comparison.compare import comparing
from crossquote.comparison.evidence.odd_base import by_number, odd_findings, tell_odd_base
from crossquote.comparison.evidence.siding import weigh_siding
from crossquote.comparison.reading.side import Original, Side
from crossquote.comparison.table import Checks, known_checks
from crossquote.language.language import language_of
from crossquote.message import message
from crossquote.model.changes import differing, exchanged, with_values
from crossquote.model.comparison import Comparison
from crossquote.model.quote import Speaker
from crossquote.model.state import State, goes_on
from crossquote.model.utterance import Rendition, Utterance
from crossquote.model.utterances import Utterances, quotes_of
from crossquote.progress import Step, Work, finish
from crossquote.work.basis import Basis
from crossquote.work.evidence.forced import with_forced
from crossquote.work.evidence.journeys import with_journeys
from crossquote.work.evidence.stability import compare_sides, with_stability
from crossquote.work.settings import load_settings
from crossquote.work.stages.denied_parts import is_denied, words_beside
from crossquote.work.stages.group_quotes import altered_quotes
from crossquote.work.stages.renditions import sources_of
from crossquote.work.stages.who_speaks import is_named_in, speaker_of, told_by_others

_SHOW_EVERY = 20
_LONG = 20_000
"""Letters of two renditions that take their time."""


def compare_all(state: State, off: frozenset[str] = frozenset()) -> Work[State]:
    """Compare the renditions of each utterance with its base, where both can be read in one language.

    The checks `off` are left out, besides those that the settings switch off.
    """
    compared: dict[str, Utterance] = {}
    checks = chosen_checks(off)
    for number, (utterance_id, utterance) in enumerate(state.utterances.items()):
        step = Step(number, len(state.utterances), message("step.comparing"))
        if number % _SHOW_EVERY == 0:
            yield step
        compared[utterance_id] = yield from _comparing(state, utterance, checks, step)
    return replace(state, utterances=MappingProxyType(compared), checks_off=" ".join(sorted(checks.off)))


def compare_grouped(grouped: Basis, known: Basis | None, off: frozenset[str] = frozenset()) -> Work[State]:
    """Return the state of what was `grouped`, each utterance compared.

    What was compared before stands, where it is `known` that neither the utterance nor the checks are others.
    """
    checks = chosen_checks(off)
    named = " ".join(sorted(checks.off))
    before = known if known is not None and known.state.checks_off == named else None
    stood, kept = (before.grouped, before.state.utterances) if before is not None else ({}, {})
    wanted = exchanged(stood, grouped.grouped)
    if len(stood) != len(kept):
        wanted += sorted(grouped.grouped.keys() - kept.keys() - set(wanted))
    compared = dict(_standing(grouped, before, wanted)) if before is not None else {}
    wanted = [key for key in wanted if key not in compared]
    for number, key in enumerate(wanted):
        step = Step(number, len(wanted), message("step.comparing"))
        if number % _SHOW_EVERY == 0:
            yield step
        compared[key] = yield from _comparing(grouped.state, grouped.grouped[key], checks, step)
    return replace(grouped.state, utterances=_all_of(grouped, before, compared), checks_off=named)


def _standing(grouped: Basis, before: Basis, wanted: Iterable[str]) -> Iterator[tuple[str, Utterance]]:
    """Yield those of the utterances `wanted` of which nothing that is compared is another, with their comparisons.

    What may be the same as they, and why their quotes belong together, follows from the whole set and changes with it.
    """
    altered = altered_quotes(before.state, grouped.state)
    kept = before.state.utterances
    for key in wanted:
        was, made = before.grouped.get(key), grouped.grouped[key]
        stands = was is not None and key in kept and altered.isdisjoint(quotes_of(made)) and _says_the_same(was, made)
        if was is not None and stands and _differ_in(before.state, was) == _differ_in(grouped.state, made):
            yield key, replace(made, comparisons=kept[key].comparisons)


def _says_the_same(was: Utterance, made: Utterance) -> bool:
    """Tell whether two utterances are one but for what is told of them: who speaks, why, and what may be the same."""
    if len(was.renditions) != len(made.renditions):
        return False
    renditions = zip(was.renditions, made.renditions, strict=True)
    told = tuple(replace(one, reason=now.reason) for one, now in renditions)
    return replace(was, speaker=made.speaker, renditions=told, possibly=made.possibly) == made


def _differ_in(state: State, utterance: Utterance) -> tuple[tuple[str | None, str | None] | None, ...]:
    """Return the two speakers under whom each rendition is compared with the base; None where they are one.

    Who it is makes no difference to what is found then.
    """
    told = told_by_others(state, utterance)
    speakers = [speaker_of(state, rendition, told) for rendition in utterance.renditions]
    base = utterance.speaker if utterance.reference else speakers[utterance.base]
    return tuple(None if one == base else (base, one) for one in speakers)


def _all_of(grouped: Basis, before: Basis | None, compared: Mapping[str, Utterance]) -> Utterances:
    """Return all utterances in the order to show, some of them `compared` now and the others as they were `before`."""
    there, kept = grouped.grouped, before.state.utterances if before is not None else {}
    if before is not None and isinstance(kept, Utterances) and goes_on(before.state, grouped.state):
        gone = [key for key in differing(before.grouped, there) if key not in there]
        return kept.changed({key: (there.rank(key), one) for key, one in compared.items()}, gone)
    return Utterances.of([(rank, key, compared[key] if key in compared else kept[key]) for rank, key, _ in there.rows])


def compare_again(state: State, ids: Iterable[str]) -> State:
    """Return `state` with some utterances compared anew, by the checks that the others were compared by."""
    checks = checks_of(state)
    again = {id_: compare_utterance(state, state.utterances[id_], checks) for id_ in ids}
    return replace(state, utterances=with_values(state.utterances, again))


def chosen_checks(off: frozenset[str] = frozenset()) -> Checks:
    """Return the checks that the settings leave on, without those that are `off` besides."""
    return Checks(off=(off | set(load_settings().checks_off.split())).intersection(known_checks()))


def checks_of(state: State) -> Checks:
    """Return the checks by which what is open was compared."""
    return Checks(off=frozenset(state.checks_off.split()))


def compare_utterance(state: State, utterance: Utterance, checks: Checks | None = None) -> Utterance:
    """Return `utterance` with one comparison a rendition; None for the base and what can't be compared.

    Unless others are given, the checks are those by which the rest of the state was compared.
    """
    return finish(_comparing(state, utterance, checks or checks_of(state), Step(0, 1, message("step.comparing"))))


def _comparing(state: State, utterance: Utterance, checks: Checks, step: Step) -> Work[Utterance]:
    """Do what `compare_utterance` does, and stop at `step` now and then, and between the parts of a long comparison.

    Short ones are remembered, by what they say.
    """
    if len(utterance.renditions) == 1 and not utterance.reference:
        return replace(utterance, comparisons=(None,))
    told = told_by_others(state, utterance)
    base_side = _side(state, utterance.renditions[utterance.base], told)
    base_index: int | None = utterance.base
    if utterance.reference:
        base_side = Side(utterance.reference, language_of(state.reading_language), speaker=utterance.speaker)
        base_index = None
    found: list[tuple[Side, Comparison] | None] = []
    for index, rendition in enumerate(utterance.renditions):
        if index % _SHOW_EVERY == _SHOW_EVERY - 1:
            yield step
        side = _side(state, rendition, told)
        comparable = index != base_index and side.language.told and side.language is base_side.language
        if not comparable:
            found.append(None)
            continue
        if len(base_side.text) + len(side.text) > _LONG:
            compared = yield from comparing(base_side, side, checks, step)
        else:
            compared = compare_sides(base_side, side, checks)
        compared = with_stability(state, rendition, compared, (base_side, side), checks)
        compared = with_forced(state, rendition, compared, base_side)
        found.append((side, compared))
    return replace(utterance, comparisons=_explained(state, utterance, found, base_side))


def _explained(
    state: State, utterance: Utterance, told: Sequence[tuple[Side, Comparison] | None], base: Side
) -> tuple[Comparison | None, ...]:
    """Return what was found, weighed by who sides with whom, with journeys of the base.

    Where most side against the base, its findings say that it may be the odd one. Articles of one source count once.
    """
    sources = sources_of(state, utterance.renditions)
    found: Sequence[Comparison | None] = [one and one[1] for one in told]
    if not utterance.reference:
        found = weigh_siding(base, told, odd_findings(found, sources))
    odd = {} if utterance.reference else by_number(odd_findings(found, sources))
    travelled = tuple(
        one and with_journeys(state, utterance, index, one, base, odd.get(index, ())) for index, one in enumerate(found)
    )
    return tell_odd_base(travelled, sources) if odd else travelled


def _side(state: State, rendition: Rendition, told: Mapping[str, Speaker]) -> Side:
    """Return what is compared of a rendition: its text as shown, and what is known of it, and `told` by others."""
    quotes = [state.quotes[quote] for quote in rendition.quotes]
    translated, article = rendition.translation is not None, state.articles[rendition.article]
    return Side(
        text=rendition.shown,
        language=language_of(state.reading_language if translated else rendition.language),
        source=Original(rendition.text, language_of(rendition.language)) if translated else None,
        speaker=speaker_of(state, rendition, told),
        beside="" if translated else words_beside(article.text, quotes[0], language_of(rendition.language)),
        named=rendition.article in told or is_named_in(state, rendition),
        kind=quotes[0].kind,
        stance=next((quote.cue.stance for quote in quotes if quote.cue), None),
        date=article.date,
        denied=is_denied(article.text, quotes[0], language_of(rendition.language)),
    )
