"""Whom a verb without a subject goes on with where particles show topics: "首相が会見した。「…」と述べた。"."""

from bisect import bisect_left
from collections.abc import Sequence

from crossquote.model.span import Span
from crossquote.quotes.scene import Scene
from crossquote.quotes.topics import TopicRules, load_topic_rules, persons_marked

_REACH = 3
"""So many sentences that go on saying something may stand between."""


def topic_before(scene: Scene, verb: Span) -> Span | None:
    """Return the one person whom the sentence before that of `verb` is about, or does something, in its paragraph.

    Sentences between that only go on with what somebody says are passed over; a body is nobody who is meant.
    """
    rules = load_topic_rules(scene.language)
    if rules is None:
        return None
    sentence, line = scene.sentence_at(verb.start), scene.line_at(verb.start)
    place = bisect_left(scene.sentences, sentence)
    for before in reversed(scene.sentences[max(0, place - _REACH) : place]):
        if before.start < line.start:
            return None
        found = _persons(scene, before, rules)
        if found:
            return found[0] if len({one.of(scene.text) for one in found}) == 1 else None
        if not any(cue.verb for cue in scene.cues_in(before)):
            return None
    return None


def _persons(scene: Scene, sentence: Span, rules: TopicRules) -> Sequence[Span]:
    """Return the persons that are topics of a sentence, its subjects where none is."""
    topics = list(persons_marked(scene, sentence, rules.topics, rules))
    return topics or list(persons_marked(scene, sentence, rules.subjects, rules))
