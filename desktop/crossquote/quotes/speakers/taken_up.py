"""Quotes that the next sentence takes up: "“We go.” So said Roe on Monday.", "«Мы уходим». Об этом заявил Роу."."""

from bisect import bisect_left

from crossquote.model.quote import Stance
from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.passage import QuotedPassage
from crossquote.quotes.scene import BLOT, Scene
from crossquote.quotes.speakers.attribution import Attribution
from crossquote.quotes.speakers.behind_verb import nearest_right
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.subject import find_subject
from crossquote.quotes.topics import find_topic, load_topic_rules

_LONGEST = 250
_ANSWERS = frozenset({Stance.DENYING, Stance.ASKING, Stance.PRAISING, Stance.BLAMING})
"""What somebody denies, asks or judges is somebody else's."""


def by_next_sentence(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return who said a quote by the sentence after it, in which nothing is in marks and "this" or "so" takes it up."""
    following = _following(scene, passage, sentence)
    cues = scene.cues_in(following) if following is not None else ()
    return next((found for cue in cues if following and (found := _said(scene, cue, following))), None)


def _following(scene: Scene, passage: QuotedPassage, sentence: Span) -> Span | None:
    """Return the sentence behind that which a quote ends, if nothing in it is in marks.

    It is of the same paragraph, or begins the next behind a quote that is one: "»Vi venter«. / Det siger Roe".
    """
    end, line = passage.outer.end, scene.line_at(passage.outer.start)
    if scene.says_something(Span(end, max(end, sentence.end))):
        return None
    place = bisect_left(scene.sentences, end, key=lambda span: span.start)
    following = scene.sentences[place] if place < len(scene.sentences) else line
    beside = line.contains(following) or _fills(scene, passage, line)
    if not beside or following.start < end or BLOT in following.of(scene.masked)[:_LONGEST]:
        return None
    return following


def _fills(scene: Scene, passage: QuotedPassage, line: Span) -> bool:
    """Tell whether nothing but a quote stands in its paragraph."""
    outer = passage.outer
    around = Span(line.start, max(line.start, outer.start)), Span(outer.end, max(outer.end, line.end))
    return not any(scene.says_something(span) for span in around)


def by_next_topic(scene: Scene, passage: QuotedPassage, sentence: Span) -> Attribution | None:
    """Return who said a quote that opens its sentence or is one: whom the rest of that, or the next, is about.

    Nothing in the next is in marks.
    """
    topics = load_topic_rules(scene.language)
    if topics is None:
        return None
    rest = passage.behind(sentence)
    opens = passage.outer.start == sentence.start and BLOT not in rest.of(scene.masked)
    found = find_topic(scene, rest, topics) if opens else None
    following = _following(scene, passage, sentence) if found is None else None
    found = find_topic(scene, following, topics) if following is not None else found
    return Attribution(found) if found is not None else None


def answers(scene: Scene, cue: CueMatch, sentence: Span) -> bool:
    """Tell whether a sentence judges the one before it, which somebody else said: "“We go.” Das kritisierte Roe."."""
    return cue.stance in _ANSWERS and _behind_lead(scene, sentence, cue) is not None


def _said(scene: Scene, cue: CueMatch, sentence: Span) -> Attribution | None:
    start = _behind_lead(scene, sentence, cue) if cue.verb and cue.stance not in _ANSWERS else None
    if start is None:
        return None
    subject = find_subject(scene, cue, Span(start, sentence.end))
    for mention in (subject, nearest_right(scene, Span(cue.span.end, sentence.end), scene.grammar)):
        if mention is not None and speaks(scene, mention, scene.grammar):
            return Attribution(mention, cue)
    return None


def _behind_agency(scene: Scene, sentence: Span, cue: CueMatch) -> int:
    """Return where a sentence goes on behind who passes a report on: "Sitat.az xəbər verir ki, bunu nazir deyib".

    So where verbs stand last; elsewhere, and where nobody does, where the sentence begins.
    """
    comma = scene.masked.find(",", sentence.start, cue.span.start)
    before = list(scene.cues_in(Span(sentence.start, max(sentence.start, comma))))
    if comma < 0 or not before or not scene.grammar.order.verb_last:
        return sentence.start
    between = [word.key for word in scene.words_in(Span(before[-1].span.end, comma))]
    return comma + 1 if scene.grammar.conjunctions.issuperset(between) else sentence.start


def _behind_lead(scene: Scene, sentence: Span, cue: CueMatch) -> int | None:
    """Return where a sentence goes on behind what takes up the one before it; None where nothing does.

    No comma parts that from the cue: "This, Roe said, was wrong" says something else.
    """
    grammar = scene.grammar
    words = scene.words_in(sentence)
    start = _behind_agency(scene, sentence, cue)
    words = [word for word in words if word.span.start >= start]
    if not words or "," in scene.masked[start : cue.span.start]:
        return None
    if " ".join(word.key for word in words[:2]) in grammar.anaphors and len(words) > 1:
        return words[1].span.end
    if words[0].key in grammar.thus or words[0].key in grammar.anaphors:
        return words[0].span.end
    behind = scene.words_in(Span(cue.span.end, sentence.end))[:2]  # "Poinformował o tym minister"
    leads = cue.span.start == sentence.start
    return sentence.start if leads and " ".join(word.key for word in behind) in grammar.anaphors else None
