"""Bodies in marks: what stands in quotation marks and is who reports, or does, something: "«Порт» объявил, что …"."""

import regex

from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.scene import Scene
from crossquote.text.pairing import Marked
from crossquote.text.words import fold, opens_small

CLOSED_LIKE_SPEECH = regex.compile(r"(?:[.!?…,;।۔]|--|—|。|！|？|，)[\"”’'»\s]*$")
_BODY_WORDS = 3
_VERB, _MEDIUM = 30, 3
"""So far behind a medium, in letters, its verb is looked for, and so many words has its name at most."""
_BEHIND = 12
"""So many letters beside a verb hold the small word that stands there."""


def is_medium(pair: Marked, words: tuple[str, ...], scene: Scene, sentence: Span) -> bool:
    """Tell whether marks hold who reports: "…, — пишет «Северная волна»", "«Порт» сообщает, что …"."""
    if len(words) > _BODY_WORDS or is_closed_like_speech(pair, scene.text) or opens_small(words[0]):
        return False
    if _reports(pair, scene, sentence):
        return True
    cue = _right_before(pair, scene, sentence)
    return cue is not None and _is_body(pair, scene, sentence, cue)


def is_body(pair: Marked, words: tuple[str, ...], scene: Scene, sentence: Span) -> bool:
    """Tell whether marks inside a sentence hold the name of a body, where no article tells: "«Порт» объявил, что …".

    They hold words right behind a verb that begins its clause alone: "сказал «Нет»", but "…, — пишет «Волна»".
    """
    if len(words) > _BODY_WORDS or is_closed_like_speech(pair, scene.text):
        return False
    return _is_body(pair, scene, sentence, _right_before(pair, scene, sentence))


def _right_before(pair: Marked, scene: Scene, sentence: Span) -> CueMatch | None:
    """Return the verb of saying right before marks."""
    start = pair.outer.start
    return next((cue for cue in scene.cues_in(sentence) if cue.span.end in (start - 1, start - 2) and cue.verb), None)


def _is_body(pair: Marked, scene: Scene, sentence: Span, cue: CueMatch | None) -> bool:
    """Tell whether the place of marks in a sentence, behind `cue` or no verb of saying, is that of a body's name."""
    text, start, end = scene.text, pair.outer.start, pair.outer.end
    if not scene.grammar.order.names_inflect:
        return False
    before, after = text[sentence.start : start].rstrip(), text[end : end + 3].lstrip(" \u00a0")
    if not before and text[end : end + 1] == " " and opens_small(after):
        return not any(cue.span.start == end + 1 for cue in scene.cues_in(sentence))
    if not before or before[-1] in ":—–-" or after[:1] in tuple("—–-"):
        return False
    lead = text[sentence.start : cue.span.start].rstrip() if cue is not None else ","
    return lead[-1:] in tuple(",—–-") or fold(lead) in scene.grammar.anaphors


def _reports(pair: Marked, scene: Scene, sentence: Span) -> bool:
    """Tell whether what is in marks is who reports: "«Порт» сообщает, что …", "…, conforme informou “O Porto”"."""
    text, start, end, grammar = scene.text, pair.outer.start, pair.outer.end, scene.grammar
    for cue in scene.cues_in(sentence) if not opens_small(pair.content.of(text)) else ():
        if not cue.verb:
            continue
        if cue.span.start == end + 1 and not text[sentence.start : start].strip():
            behind = scene.words_in(Span(cue.span.end, min(len(text), cue.span.end + _BEHIND)))[:1]
            return bool(behind) and (behind[0].key in grammar.conjunctions or grammar.is_oblique(behind[0].key))
        if cue.span.end == start - 1:
            lead = scene.words_in(Span(max(sentence.start, cue.span.start - _BEHIND), cue.span.start))[-1:]
            return bool(lead) and lead[0].key in grammar.as_words | grammar.source_prepositions
    return False


def is_closed_like_speech(pair: Marked, text: str) -> bool:
    """Tell whether what is in marks ends as speech does: a sentence, or one that goes on behind a comma."""
    return CLOSED_LIKE_SPEECH.search(text[max(pair.content.start, pair.content.end - 8) : pair.content.end]) is not None


def says_itself(pair: Marked, scene: Scene) -> bool:
    """Tell whether a medium in marks opens a sentence and its verb stands right behind: "«Волна» сообщила: «…»".

    A comma or a dash would stand behind somebody's words.
    """
    order, content, end = scene.grammar.order, pair.content.of(scene.text), pair.outer.end
    opens = scene.sentence_at(pair.outer.start).start == pair.outer.start and content[:1].isupper()
    if not (order.commas and order.names_inflect and opens) or content[-1:] in tuple(".,!?…"):
        return False
    cue = next(iter(scene.page.cues_in(Span(end, min(len(scene.text), end + _VERB)))), None)
    return len(content.split()) <= _MEDIUM and cue is not None and cue.verb and scene.text[end : cue.span.start] == " "
