"""What there is to judge is looked up line by line: the same as looking through all of it."""

import random
from types import MappingProxyType

from msgspec.structs import replace

from crossquote.identity import ByIdentity
from crossquote.model.review import Decision, FindingKey, Judgement, Progress, Rule, Ruling, Stamp, Verdict
from crossquote.model.state import State
from crossquote.model.utterances import Utterances
from crossquote.work.edits import review
from crossquote.work.edits.raised import lines_of
from crossquote.work.edits.rule_book import silences
from unit.work.test_review import open_state

STAMP = Stamp("ada", "2025-03-14T10:00:00+00:00")


def many(chance: random.Random, copies: int = 300) -> State:
    """Return a state of many utterances like those of a small one, in lines."""
    small = open_state()
    rows = []
    for number in range(copies):
        key, utterance = chance.choice(list(small.utterances.items()))
        quotes = {quote: f"{quote}-{number}" for one in utterance.renditions for quote in one.quotes}
        renditions = tuple(
            replace(one, quotes=tuple(quotes[quote] for quote in one.quotes)) for one in utterance.renditions
        )
        said = tuple(
            one and replace(one, text=one.text.replace("Tuesday", chance.choice(("Tuesday", "Holiday", "Someday"))))
            for one in utterance.comparisons
        )
        made = replace(utterance, id=f"{key}-{number}", renditions=renditions, comparisons=said)
        rows.append((number, made.id, made))
    return replace(small, utterances=Utterances.of(rows))


def keys(state: State) -> list[tuple[str, FindingKey]]:
    return [
        (key, reviewed.key)
        for key, utterance in state.utterances.items()
        for index in range(len(utterance.renditions))
        for reviewed in review.findings(state, utterance, index)
    ]


def decided(state: State, chance: random.Random) -> State:
    found = [key for _, key in keys(state)]
    ruled = chance.sample(found, 20)
    firsts = [one.renditions[i].quotes[0] for one in state.utterances.values() for i in one.measured]
    about = chance.sample(found, 1)
    rules = {
        str(number): Rule(str(number), key.check, key.base, key.text, "", STAMP)
        for number, key in enumerate([*about, replace(about[0], base="", text="nothing like it")])
    }
    return replace(
        state,
        rulings=MappingProxyType({key: Decision(chance.choice(list(Ruling)), "", STAMP) for key in ruled}),
        verdicts=MappingProxyType({key: Judgement(Verdict.FAITHFUL, STAMP) for key in chance.sample(firsts, 30)}),
        rules=MappingProxyType(rules),
    )


def test_progress_is_that_of_all_utterances_one_by_one() -> None:
    chance = random.Random(4)
    state = decided(many(chance), chance)
    parts = [review.progress_of(state, utterance) for utterance in state.utterances.values()]
    assert review.progress(state) == Progress.of_all(parts)
    assert review.progress(state).open_findings == sum(1 for _ in review.open_findings(state)) > 0
    plain = replace(state, utterances=MappingProxyType(dict(state.utterances.items())))
    assert review.progress(plain) == review.progress(state)


def test_a_rule_finds_the_utterances_that_it_silences() -> None:
    chance = random.Random(5)
    state = decided(many(chance), chance)
    for rule in (*state.rules.values(), Rule("r", "date", "", "", "", STAMP), Rule("s", "number", "", "", "", STAMP)):
        wanted = {utterance for utterance, key in keys(state) if silences(rule, key)}
        assert review.utterances_silenced(state, (rule,)) == wanted


def test_a_line_in_which_nothing_changed_is_the_same_as_before() -> None:
    state = many(random.Random(6))
    assert isinstance(state.utterances, Utterances)
    key, utterance = next(iter(state.utterances.items()))
    other = state.utterances.changed({key: (state.utterances.rank(key), replace(utterance, speaker="Per Holm"))})
    before, after = list(lines_of(state.utterances)), list(lines_of(other))
    assert sum(one != now for one, now in zip(before, after, strict=True)) == 1
    assert ByIdentity(before) != ByIdentity(list(before))
