"""Speech after a dash, and the cue between dashes that cuts what is said ("— Yes, — he said. — Tomorrow").

Spanish, French, Russian, Ukrainian, Polish and Portuguese open speech with a dash; several of them put the cue
between dashes inside quotation marks too. Danish, Norwegian and Swedish open it with a dash and go on with a comma
("– Yes, says Ann Roe. – Tomorrow"), Swedish without a new dash. A dash alone is no sign of speech: lists use it, too.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import regex

from crossquote.language.language import Language
from crossquote.model.quote import QuoteKind
from crossquote.model.span import Span, hull
from crossquote.quotes.cues import load_cues
from crossquote.quotes.direct.cues_inside import insertion_end
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Page, Token
from crossquote.quotes.passage import QuotedPassage, trim
from crossquote.quotes.scene import Scene

_OPENING = regex.compile(r"(?:[—–―]|-(?=\s))[ \u00a0]?(?=[^\s—–-])")
_INSERT = regex.compile(
    r"[ \u00a0]?[—–―][ \u00a0]?(?=\p{Ll})|[ \u00a0]-[ \u00a0]?(?=\p{Ll})"
    r"|(?<=[,!?…])[ \u00a0](?=\p{Ll}+(?:-\p{Ll})?-(?:\p{Ll}+)[ .,])"
)
_RESUME = regex.compile(
    r"[.,;:!?…]?[ \u00a0]?(?:[—–―][.,;:]?[ \u00a0]?|-[.,;:]?[ \u00a0])(?=[^\s—–-])"
    r"|(?<=-\p{Ll}{2,5}\b[^.,—–]{0,40})[.,] "
)
_INNER = regex.compile(r"(?<=[.!?:…”\"»])[ \u00a0][—–―-][ \u00a0](?=\p{Lu})")
"""A dash that opens speech inside a paragraph: "Rozmawiał z prasą. - Zostajemy - dodał."."""
_TELLS = regex.compile(r"[.!?…][ \u00a0]+\p{Lu}")
_STOPPED = regex.compile(r"[.!?…][ \u00a0]?[—–―-]")
_JOINED = regex.compile(r"(\p{Ll}+)(?:-\p{Ll})?-\p{Ll}+\b")
_COMMA = regex.compile(r"[,!?…][ \u00a0]")
_NEXT = regex.compile(r"[ \u00a0]?[—–―-][ \u00a0]?(?=[^\s—–-])")
_CUE_WITHIN = 40
_CLOSED = regex.compile(r"[.!?…,;:]|[ \u00a0][—–―-][ \u00a0]")
_TOLD_IN = 7
"""So many words have a subject and its verb between dashes at most."""
_SENTENCE = 3
"""So many words has a sentence at least that stands behind a dash with nobody named beside it."""
_INSERT_REACH = 160


def opens_speech(language: Language) -> bool:
    """Tell whether `language` opens speech with a dash."""
    return language.lexicon.text("marks", "dashes") == "speech"


def has_dialogue(language: Language) -> bool:
    """Tell whether a dash opens speech in `language`, whatever parts it from who speaks."""
    return opens_speech(language) or _leaves_commas(language)


def _leaves_commas(language: Language) -> bool:
    """Tell whether a dash opens speech in `language`, and a comma parts it from who says it."""
    return language.lexicon.text("marks", "dashes") == "speech, commas" or _goes_on(language)


def _goes_on(language: Language) -> bool:
    """Tell whether what was said goes on in `language` behind the sentence that says who says it, with no new dash."""
    return language.lexicon.text("marks", "dashes") == "speech, commas, on"


def find_dialogue(scene: Scene, taken: Sequence[Span]) -> Iterator[QuotedPassage]:
    """Yield the lines of dialogue that a dash opens, outside `taken`."""
    if opens_speech(scene.language):
        split = _split_by_either
    elif _leaves_commas(scene.language):
        split = _split_by_comma
    else:
        return
    runs = [
        [(line, split(scene.page, Span(_opening_end(scene, line), line.end))) for line in run] for run in _runs(scene)
    ]
    told = [any(len(spans) > 1 or spans[-1].end < line.end - 2 for line, spans in parts) for parts in runs]
    for parts, speech in zip(runs, told, strict=True):
        asked = len(parts) > 1 and any(scene.text[line.end - 1] == "?" for line, _ in parts)
        if not (speech or asked or (any(told) and _is_answer(scene, parts))):
            continue
        for line, spans in parts:
            if not _overlaps(line, taken):
                yield from _passages(scene, line, spans, turn=speech or asked)
    if opens_speech(scene.language):
        yield from _inside(scene, taken)


def dialogue_lines(scene: Scene) -> Iterator[tuple[Span, Sequence[Span]]]:
    """Yield each paragraph that a dash opens, with what is said in it, where a dash opens speech."""
    if not opens_speech(scene.language):
        return
    for line in (line for run in _runs(scene) for line in run):
        yield line, split_by_cue(scene.page, Span(_opening_end(scene, line), line.end))


def _is_answer(scene: Scene, parts: Sequence[tuple[Span, Sequence[Span]]]) -> bool:
    """Tell whether paragraphs behind a dash are sentences, in a language that parts who speaks by a comma.

    Nobody is named beside them: where others say who speaks, an article prints its interview so.
    """
    texts = [spans[0].of(scene.text) for _, spans in parts]
    whole = all(text[:1].isupper() and text[-1] in ".!?…" and len(text.split()) >= _SENTENCE for text in texts)
    return whole and _leaves_commas(scene.language) and not any(_is_told(scene, spans[0]) for _, spans in parts)


def _is_told(scene: Scene, span: Span) -> bool:
    """Tell whether a verb of saying stands behind the last comma of what follows a dash: it may say who speaks."""
    comma = scene.text.rfind(",", span.start, span.end)
    return comma >= 0 and any(cue.verb for cue in scene.page.cues_in(Span(comma, span.end)))


def _passages(scene: Scene, line: Span, spans: Sequence[Span], *, turn: bool) -> Iterator[QuotedPassage]:
    """Yield what a line says as one passage, or as several where each has an attribution that ends a sentence."""
    text, begin = scene.text, 0
    for at in range(1, len(spans) + 1):
        if at < len(spans):
            after = spans[at + 1].start if at + 1 < len(spans) else line.end
            stops = _STOPPED.search(text, spans[at - 1].end, spans[at].start) is not None
            if not (stops and any(cue.verb for cue in scene.page.cues_in(Span(spans[at].end, after)))):
                continue
        said = tuple(spans[begin:at])
        outer = (Span(line.start if begin == 0 else said[0].start, said[0].end), *said[1:])
        yield QuotedPassage(said, hull(outer), QuoteKind.DIRECT, outer, turn=turn and begin == 0)
        begin = at


def _inside(scene: Scene, taken: Sequence[Span]) -> Iterator[QuotedPassage]:
    """Yield what a dash opens inside a paragraph, where a cue between dashes says that somebody says it."""
    text = scene.text
    for line in scene.lines:
        if _OPENING.match(text, line.start, line.end):
            continue
        done = line.start
        for opening in _INNER.finditer(text, line.start, line.end):
            if opening.start() < done:
                continue
            rest = Span(opening.end(), line.end)
            spans = split_by_cue(scene.page, rest)
            told = spans[0].end < line.end - 2 or _announced(scene, opening.start())
            if told and not _overlaps(Span(rest.start, spans[-1].end), taken):
                yield from _passages(scene, rest, spans, turn=False)
                done = spans[-1].end


def _announced(scene: Scene, place: int) -> bool:
    """Tell whether a colon stands before `place`, in a sentence that begins with whoever may speak."""
    if scene.text[place - 1] != ":":
        return False
    before = Span(scene.sentence_at(place - 1).start, place)
    names = any(name.sure for name in scene.names_in(before))
    return names or any(scene.grammar.is_role(word.key) for word in scene.words_in(before))


def _overlaps(line: Span, taken: Sequence[Span]) -> bool:
    """Tell whether one of `taken`, which are in order and apart, overlaps `line`."""
    place = bisect_right(taken, line.start, key=lambda span: span.end)
    return place < len(taken) and taken[place].start < line.end


def _runs(scene: Scene) -> Iterator[list[Span]]:
    """Yield the groups of paragraphs that begin with a dash, one after the other."""
    run: list[Span] = []
    for line in scene.lines:
        if _OPENING.match(scene.text, line.start, line.end) and scene.text[line.end - 1] != ";":
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _opening_end(scene: Scene, line: Span) -> int:
    match = _OPENING.match(scene.text, line.start, line.end)
    return match.end() if match else line.start


def split_by_cue(page: Page, span: Span, *, marked: bool = False) -> tuple[Span, ...]:
    """Return the parts of `span` that are said, without the cues between dashes; all of it where there is none.

    In what is `marked`, a hyphen parts a cue only where another ends it.
    """
    text = page.text
    parts: list[Span] = []
    start = place = span.start
    while (found := _INSERT.search(text, place, span.end)) is not None:
        place = found.end()
        if not _has_cue(page, found.end(), span.end):
            continue
        again = _RESUME.search(text, found.end(), min(span.end, found.end() + _INSERT_REACH))
        if again is not None and _TELLS.search(text, found.end(), again.start()):
            again = None
        if again is None and marked and "-" in found[0]:
            continue
        parts.append(Span(start, found.start()))
        if again is None or again.end() >= span.end:
            start = span.end
            break
        start = place = again.end()
    parts.append(Span(start, span.end))
    return _kept(parts, span, text)


def _kept(parts: Sequence[Span], span: Span, text: str) -> tuple[Span, ...]:
    """Return the parts of `span` without the blanks around them; all of it where nothing is left."""
    return tuple(part for part in (trim(part, text) for part in parts) if len(part) > 0) or (span,)


def _split_by_either(page: Page, span: Span) -> tuple[Span, ...]:
    """Return the parts of `span` that are said, without cues between dashes or, where there are none, after commas."""
    parts = split_by_cue(page, span)
    return _split_by_comma(page, span) if parts == (span,) else parts


def _split_by_comma(page: Page, span: Span) -> tuple[Span, ...]:
    """Return the parts of `span` that are said: up to a cue after a comma, and on after the next comma or dash."""
    text = page.text
    parts: list[Span] = []
    start = place = span.start
    while (found := _COMMA.search(text, place, span.end)) is not None:
        place = found.end()
        end = insertion_end(page, found.end(), span.end)
        if end is None:
            continue
        parts.append(Span(start, found.start() + (text[found.start()] != ",")))
        again = _NEXT.match(text, end, span.end)
        start = place = again.end() if again else end
        if again is None and (
            _narrates(page, end, span.end) if text[end - 1] != "," else _tells_on(page, end, span.end)
        ):
            start = span.end
            break
    parts.append(Span(start, span.end))
    return _kept(parts, span, text)


def _narrates(page: Page, start: int, end: int) -> bool:
    """Tell whether the article speaks again behind a sentence that says who speaks, as far as its words show.

    So it does where languages open what was said with a new dash, and where a sentence is about somebody or reports.
    """
    words, grammar = page.words_in(Span(start, end)), page.grammar
    if not _goes_on(page.language) or not words:
        return True
    about = grammar.masculine | grammar.feminine
    return words[0].key in about or any(cue.verb for cue in page.cues_in(Span(start, end)))


def _tells_on(page: Page, start: int, end: int) -> bool:
    """Tell whether the article speaks again after a comma: "…, and adds that …", "…, who is a nurse", "…, a nurse"."""
    words = page.words_in(Span(start, min(end, start + _CUE_WITHIN)))
    if not words:
        return False
    first, grammar = words[0].key, page.grammar
    if grammar.is_role(first) and not _has_finite(words, grammar):
        return True
    return first in page.grammar.relatives or (first in page.grammar.coordinators and _has_cue(page, start, end))


def _has_finite(words: Sequence[Token], grammar: Grammar) -> bool:
    ends = grammar.ends.finite
    return any(word.key in grammar.finite or (bool(ends) and word.key.endswith(ends)) for word in words[1:])


def _opens(page: Page, start: int, cue: int) -> bool:
    """Tell whether no more than small words stand between a dash and its cue: "— так сказал он"."""
    words = page.words_in(Span(start, cue))
    grammar = page.grammar
    small = grammar.quotatives | grammar.pronouns | grammar.prepositions | grammar.determiners | grammar.coordinators
    small |= grammar.quoted_by
    return all(grammar.is_adverb(word.key) or word.key in small for word in words)


def _has_cue(page: Page, start: int, end: int) -> bool:
    """Tell whether a cue stands at the head of an insertion."""
    found = page.cues_in(Span(start, max(start, min(end, start + _CUE_WITHIN))))
    if any(cue.verb and cue.span.start - start <= 25 and _opens(page, start, cue.span.start) for cue in found):
        return True
    if page.grammar.order.verb_last and _closes_with_cue(page, start, end):
        return True
    joined = _JOINED.match(page.text, start)
    if joined is None:
        return False
    return any(cue.verb for cue in load_cues(page.language).find(page.text, start, joined.end(1)))


def _closes_with_cue(page: Page, start: int, end: int) -> bool:
    """Tell whether an insertion ends with its cue, and who says it stands before that: "— deyə Cəmilə soruşdu."."""
    close = _CLOSED.search(page.text, start, min(end, start + _INSERT_REACH))
    words = page.words_in(Span(start, close.start() if close else end))
    said = words[words[0].key in page.grammar.quoted_by :] if words else ()
    if not 1 < len(said) <= _TOLD_IN or not (said[0].capital or page.grammar.is_role(said[0].key)):
        return False
    return any(
        cue.verb and cue.span.end == words[-1].span.end for cue in page.cues_in(hull((said[0].span, said[-1].span)))
    )
