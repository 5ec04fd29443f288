"""The shapes of reported speech in a sentence: where the content of a cue begins and ends, and whose words they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crossquote.model.span import Span
from crossquote.quotes.clauses import COLONS, COMMAS, DASHES, QUOTE_MARKS, STOPS, Sentence
from crossquote.quotes.cues import CueMatch, Governs
from crossquote.quotes.grammar import Grammar

_LEAD = 14
"""How many tokens may stand between a cue and the conjunction of its clause."""

_BREAKS = COMMAS | STOPS | COLONS | DASHES | QUOTE_MARKS | frozenset("()[]")


@dataclass(frozen=True, slots=True)
class Report:
    """Reported speech found: its content, cue and the mention of its speaker."""

    content: tuple[Span, ...]
    cue: CueMatch
    speaker: Span | None


@dataclass(frozen=True, slots=True)
class Place:
    """A cue in its sentence: tokens `[first, last)` hold it, `number` is its place among the sentence's cues."""

    sentence: Sentence
    grammar: Grammar
    number: int

    @property
    def first(self) -> int:
        """The index of the cue's first token."""
        return self.sentence.cues[self.number][0]

    @property
    def last(self) -> int:
        """The index after the cue's last token."""
        return self.sentence.cues[self.number][1]

    @property
    def cue(self) -> CueMatch:
        """The cue itself."""
        return self.sentence.cues[self.number][2]

    def key(self, index: int) -> str:
        """Return the key of the token at `index`, empty outside the sentence."""
        return self.sentence.tokens[index].key if 0 <= index < len(self.sentence.tokens) else ""

    def word(self, index: int) -> bool:
        """Tell whether there is a word at `index`."""
        return 0 <= index < len(self.sentence.tokens) and self.sentence.tokens[index].word

    def span(self, start: int, end: int) -> Span | None:
        """Return the span of tokens `[start, end)` without marks at its ends, None where no word is left."""
        tokens = self.sentence.tokens
        while start < end and not tokens[start].word:
            start += 1
        while end > start and not tokens[end - 1].word:
            end -= 1
        return Span(tokens[start].span.start, tokens[end - 1].span.end) if start < end else None

    @property
    def size(self) -> int:
        """The number of tokens of the sentence."""
        return len(self.sentence.tokens)


Pattern = Callable[[Place], Report | None]


def find_report(place: Place) -> Report | None:
    """Return what the cue at `place` reports, None where it reports nothing."""
    if place.sentence.tokens[place.first].quoted:
        return None
    if place.cue.verb and Governs.CLAUSE not in place.cue.governs:
        return None
    patterns = _PREPOSITIONAL if not place.cue.verb and Governs.NOUN_COMPLEMENT not in place.cue.governs else _OTHER
    for pattern in patterns:
        found = pattern(place)
        if found is not None:
            return found
    return None


def content_end(place: Place, start: int) -> int:
    """Return the index after the last token of a content that begins at `start`."""
    index = start
    while index < place.size:
        if place.key(index) in STOPS or _yields(place, index):
            break
        index += 1
    return index


def _yields(place: Place, index: int) -> bool:
    """Tell whether another attribution begins at `index`: ", adding that …", "but warned that …"."""
    key, grammar = place.key(index), place.grammar
    if key in COMMAS or key in DASHES:
        after = index + 1
        while place.key(after) in grammar.adverbs:
            after += 1
        if _cue_at(place, after) or place.key(after) in grammar.asides:
            return True
        return place.key(index + 1) in (grammar.coordinators | grammar.subordinators) and _new_speaker(place, index + 2)
    if key in grammar.coordinators:
        after = index + 1
        while place.key(after) in grammar.adverbs:
            after += 1
        return _cue_at(place, after)
    return False


def _cue_at(place: Place, index: int) -> bool:
    """Tell whether a later cue that is a verb begins at `index`."""
    return any(first == index and cue.verb for first, _, cue in place.sentence.cues[place.number + 1 :])


def _new_speaker(place: Place, start: int) -> bool:
    """Tell whether a subject and a cue follow `start`: "…, but critics say …"."""
    for first, last, cue in place.sentence.cues[place.number + 1 :]:
        if start < first <= start + 6 and cue.verb and Governs.CLAUSE in cue.governs:
            between = place.sentence.keys()[start:first]
            return not _BREAKS.intersection(between) and place.key(last) not in STOPS
    return False


def subject_before(place: Place, index: int) -> Span | None:
    """Return the noun phrase that ends before the verb at `index`."""
    grammar = place.grammar
    end = index
    while end > 0 and place.key(end - 1) in grammar.adverbs:
        end -= 1
    stop = _BREAKS | grammar.coordinators | grammar.conjunctions | grammar.subordinators
    stop |= grammar.relatives | grammar.questions
    if place.key(end - 1) in COMMAS:  # an apposition lies between: "Ivanov, the mayor, said"
        inner = end - 2
        while inner > 0 and place.key(inner) not in COMMAS:
            inner -= 1
        if inner > 0 and place.key(inner) in COMMAS:
            end = inner
    start = end
    while start > 0 and place.key(start - 1) not in stop:
        start -= 1
    return place.span(start, end)


def subject_after(place: Place, index: int) -> tuple[Span | None, int]:
    """Return the noun phrase that follows the verb before `index`, and the index after it."""
    grammar = place.grammar
    end = index
    while end < place.size and place.key(end) not in _BREAKS and place.key(end) not in grammar.conjunctions:
        if end > index and place.key(end) in grammar.adjuncts:
            break
        end += 1
    return place.span(index, end), end


def _reported(place: Place, start: int, end: int, speaker: Span | None) -> Report | None:
    content = place.span(start, end)
    if content is None:
        return None
    return Report((content,), place.cue, speaker)


def _is_verb(place: Place) -> bool:
    """Tell whether the cue is a verb here, not a noun ("the claims", "home states", "a pledged delegate")."""
    grammar, before = place.grammar, place.key(place.first - 1)
    if before in grammar.determiners - grammar.subjects or before.endswith(("'s", "s'")):
        return False
    if place.sentence.tokens[place.first].capital and place.first and not place.sentence.headline:
        return place.key(place.first - 1) in QUOTE_MARKS
    if _participle(place):
        return True
    if before in grammar.prepositions:
        return False
    if place.cue.lemma not in grammar.homographs or _past(place):
        return True
    known = before in grammar.subjects | grammar.adverbs | grammar.coordinators | grammar.relatives or not before
    return known or place.sentence.tokens[place.first - 1].capital or before.endswith("s")


def _participle(place: Place) -> bool:
    """Tell whether the cue is a participle like "saying", which has no subject of its own."""
    return place.key(place.first).endswith(tuple(place.grammar.participles)) if place.grammar.participles else False


def _past(place: Place) -> bool:
    return place.key(place.first).endswith("ed")


def _follows_quote(place: Place) -> bool:
    """Tell whether the cue's clause belongs to words in marks before it: "…," he said on Friday."""
    index = place.first - 1
    while index >= 0 and place.word(index) and not place.sentence.tokens[index].quoted:
        if place.first - index > 14:
            return False
        index -= 1
    while index > 0 and not place.word(index) and not place.sentence.tokens[index].quoted:
        if place.key(index) in QUOTE_MARKS:
            return True
        index -= 1
    return index >= 0 and place.sentence.tokens[index].quoted


def after_conjunction(place: Place) -> Report | None:
    """Read "said on Monday that …", "asked whether …"."""
    if Governs.CLAUSE not in place.cue.governs or not _is_verb(place):
        return None
    grammar = place.grammar
    for index in range(place.last, min(place.last + _LEAD, place.size)):
        key = place.key(index)
        if key in STOPS or key in COLONS or key in QUOTE_MARKS or _cue_at(place, index):
            return None
        if key in grammar.conjunctions or (key in grammar.questions and _opens_question(place, index)):
            if _is_object(place, index):
                return None
            if index + 1 < place.size and place.key(index + 1) in STOPS:
                return None
            return _reported(place, index, content_end(place, index + 1), _speaker(place))
    return None


def _opens_question(place: Place, index: int) -> bool:
    return index == place.last or place.key(index - 1) in COMMAS or index == place.last + 1


def _is_object(place: Place, index: int) -> bool:
    """Tell whether the cue has another object before the conjunction at `index`: "announced a plan that …"."""
    if index == place.last or place.cue.lemma in place.grammar.addressing:
        return False
    after = place.key(place.last)
    return after not in place.grammar.adjuncts | place.grammar.adverbs | COMMAS | DASHES


def _speaker(place: Place) -> Span | None:
    if place.key(place.first - 1) in place.grammar.passives:
        return None
    return subject_before(place, place.first)


def bare_clause(place: Place) -> Report | None:
    """Read "said he would come", "told reporters on Monday the talks had failed"."""
    if Governs.BARE not in place.cue.governs or not _is_verb(place) or _follows_quote(place):
        return None
    start = place.last
    if place.cue.lemma in place.grammar.addressing and place.key(start) in place.grammar.addressees:
        start += 1
    if not place.word(start):
        return None
    end = content_end(place, start)
    if end - start < 3 or not _has_finite(place, start, end):
        return None
    return _reported(place, start, end, _speaker(place))


def _has_finite(place: Place, start: int, end: int) -> bool:
    """Tell whether a finite verb stands in `[start, end)`, as far as its form shows."""
    grammar = place.grammar
    tokens = place.sentence.tokens
    return any(token.key in grammar.finite or _inflected(token.key) for token in tokens[start:end] if token.word)


def _inflected(key: str) -> bool:
    return len(key) > 3 and key.endswith(("ed", "es", "s"))


def parenthetical(place: Place) -> Report | None:
    """Read "…, he said.", "…, said Ivanov, the mayor." and "…, he said, …"."""
    if Governs.PARENTHETICAL not in place.cue.governs or not _is_verb(place):
        return None
    comma = _opening_comma(place)
    if comma is None or comma < 1 or _follows_quote(place) or _participle(place):
        return None
    inverted = comma == place.first - 1
    close = _after_inversion(place) if inverted else _after_cue(place)
    if close is None:
        return None
    head = place.span(_content_start(place, comma), comma)
    tail = None
    if close < place.size and place.key(close) in COMMAS | DASHES and not inverted:
        if place.key(close + 1) in QUOTE_MARKS or place.key(close + 1) in place.grammar.conjunctions:
            return None
        tail = place.span(close, content_end(place, close + 1))
    if head is None or (comma < 3 and tail is None):
        return None
    speaker = subject_after(place, place.last)[0] if inverted else subject_before(place, place.first)
    return Report((head, tail) if tail else (head,), place.cue, speaker)


def _content_start(place: Place, comma: int) -> int:
    """Return where the content before a parenthetical begins: after a stop, a quote, or at the start."""
    index = comma
    while index > 0 and place.key(index - 1) not in STOPS and not place.sentence.tokens[index - 1].quoted:
        index -= 1
    return index


def _opening_comma(place: Place) -> int | None:
    """Return the index of the comma before the attribution, None where its subject is not one phrase."""
    for index in range(place.first - 1, max(place.first - 14, -1), -1):
        key = place.key(index)
        if key in COMMAS or key in DASHES:
            return index
        if not place.word(index) or key in place.grammar.conjunctions | place.grammar.subordinators:
            return None
    return None


def _after_cue(place: Place) -> int | None:
    """Return the index of the mark that ends ", he said on Friday", None where a clause follows the cue instead."""
    index = place.last
    while index < place.size and place.key(index) not in STOPS | COMMAS | DASHES:
        index += 1
    between = place.sentence.tokens[place.last : index]
    if not between:
        return index
    if place.key(place.last) not in place.grammar.adjuncts and place.cue.lemma not in place.grammar.addressing:
        return None
    finite = any(token.key in place.grammar.finite or token.key in place.grammar.infinitives for token in between)
    return None if finite or len(between) > 10 else index


def _after_inversion(place: Place) -> int | None:
    """Return the end of ", said Ivanov, the mayor", None where a clause and no noun phrase follows the cue."""
    index = place.last
    while index < place.size and place.key(index) not in STOPS | COMMAS | DASHES:
        index += 1
    between = place.sentence.tokens[place.last : index]
    if not between or between[0].key in place.grammar.subjects | place.grammar.conjunctions | place.grammar.adjuncts:
        return None
    if any(token.key in place.grammar.finite for token in between):
        return None
    head = place.sentence.tokens[: place.first]
    return index if any(token.key in place.grammar.finite or _inflected(token.key) for token in head) else None


def infinitive(place: Place) -> Report | None:
    """Read "urged Putin to spare lives", "promised to come", "asked not to be named"."""
    if Governs.INFINITIVE not in place.cue.governs or not _is_verb(place):
        return None
    for index in range(place.last, min(place.last + 9, place.size)):
        key = place.key(index)
        if key in _BREAKS:
            return None
        if key in place.grammar.infinitives and place.word(index + 1):
            if place.sentence.tokens[index + 1].capital and not place.sentence.headline:
                continue
            if place.key(index + 1) in place.grammar.determiners:
                continue
            return _reported(place, place.last, content_end(place, index), _speaker(place))
    return None


def noun_complement(place: Place) -> Report | None:
    """Read "the claim that …", "his promise to …"."""
    if Governs.NOUN_COMPLEMENT not in place.cue.governs:
        return None
    if place.key(place.last) not in place.grammar.conjunctions:
        return None
    if place.key(place.last + 1) in place.grammar.finite:
        return None
    return _reported(place, place.last, content_end(place, place.last + 1), None)


def noun_object(place: Place) -> Report | None:
    """Read "denied the charges", "announced a ceasefire"."""
    if place.cue.lemma not in place.grammar.objects or not _is_verb(place) or not place.word(place.last):
        return None
    if place.key(place.first - 1) in place.grammar.passives or place.key(place.last) in place.grammar.adjuncts:
        return None
    end = place.last
    while end < place.size and place.key(end) not in _BREAKS:
        if _yields(place, end):
            break
        end += 1
    return _reported(place, place.last, end, _speaker(place)) if end - place.last > 1 else None


def after_colon(place: Place) -> Report | None:
    """Read "He said: come tomorrow." where no marks stand."""
    if Governs.COLON not in place.cue.governs or place.key(place.last) not in COLONS:
        return None
    if place.key(place.last + 1) in QUOTE_MARKS:
        return None
    return _reported(place, place.last + 1, content_end(place, place.last + 1), _speaker(place))


def prepositional(place: Place) -> Report | None:
    """Read "According to X, …", "…, according to X.", "…, according to X, …"."""
    if Governs.PREPOSITION not in place.cue.governs:
        return None
    end = place.last
    while end < place.size and place.key(end) not in COMMAS | STOPS:
        end += 1
    speaker = place.span(place.last, end)
    if speaker is None:
        return None
    begin = place.first
    while begin > 0 and place.key(begin - 1) not in STOPS:
        begin -= 1
    head = place.span(begin, place.first) if place.first - begin > 2 else None
    tail_end = content_end(place, min(end + 1, place.size))
    tail = place.span(end, tail_end) if end < place.size and place.key(end) in COMMAS else None
    if head is not None and tail is not None and len(tail) * 4 < len(head):
        tail = None
    spans = tuple(span for span in (head, tail) if span is not None)
    return Report(spans, place.cue, speaker) if spans else None


_PREPOSITIONAL: Sequence[Pattern] = (prepositional,)
_OTHER: Sequence[Pattern] = (
    noun_complement,
    after_colon,
    parenthetical,
    after_conjunction,
    infinitive,
    bare_clause,
    noun_object,
)
