"""Places that speak: the body in which something was said, where nobody else is named: "в Белом доме уточнили"."""

from collections.abc import Sequence
from itertools import dropwhile, takewhile

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.speakers.clause import Clause
from crossquote.quotes.unspoken import MANY, load_unspoken
from crossquote.text.marks import OPENING
from crossquote.text.places import may_be_of_place
from crossquote.text.short_forms import is_short_form
from crossquote.text.words import Word, fold
from crossquote.text.worldwide import worldwide

_LONGEST = 4
"""So many words has the name of such a place, at most."""
_PAIR = 2
_MARKS = OPENING | set("»”’")
"""What holds the name of a body that may end in a common noun: "«Северный порт» заявили"."""


def place_that_speaks(clause: Clause, grammar: Grammar) -> Span | None:
    """Return the institution in which something was said, where nobody else is named: "в Белом доме уточнили"."""
    words = _before_when(clause, grammar)
    at = next((at for at in range(len(words) - 1, -1, -1) if words[at].key in grammar.places), None)
    if at is None or not 0 < len(words) - at - 1 <= _LONGEST:
        return None
    if any(name.span.start in {word.span.start for word in words[at + 2 :]} for name in clause.names):
        return None  # "W Gdańsku | Anna Lis powiedziała"
    if not can_speak(clause, words[at + 1 :], grammar):
        return None
    alone = all(grammar.is_adverb(word.key) for word in words[:at])
    if not (alone or _behind_circumstance(clause, words, at, grammar)):
        return None
    return without_place(clause, Span(words[at + 1].span.start, words[-1].span.end), grammar)


def subject_behind_place(clause: Clause, grammar: Grammar) -> Span | None:
    """Return a common noun that stands as the subject behind the name of a place: "в городе Салем | делегаты".

    What kind of place it is says so, before the name or in it ("в Салемской области"), or that the name is known.
    """
    if not grammar.settlements:
        return None
    words = _before_when(clause, grammar)
    at = next((at for at in range(len(words) - 1, -1, -1) if words[at].key in grammar.prepositions), None)
    if at is None:
        return None
    end = _behind_place_name(clause, at + 1, grammar)
    small = list(dropwhile(lambda word: _tells_when(word, grammar), words[end:])) if end else []
    plain = not any(clause.text[word.span.start].isupper() or word.key in grammar.breaks for word in small)
    if not plain or not 0 < len(small) <= _PAIR:
        return None
    one = Span(words[at].span.start, small[-1].span.end).of(clause.text)
    return Span(small[0].span.start, small[-1].span.end) if not set(one) & _MARKS else None


def _before_when(clause: Clause, grammar: Grammar) -> list[Token]:
    """Return the words of a clause without those at its end that say when, and are no part of a name ("Anna Lis")."""
    ends = {name.span.end for name in clause.names if len(name.words) > 1}
    words = list(clause.words)
    while words and _tells_when(words[-1], grammar) and words[-1].span.end not in ends:
        words.pop()
    return words


def _behind_place_name(clause: Clause, at: int, grammar: Grammar) -> int:
    """Return the index behind the name of a place that begins with a word of a clause; 0 where none does."""
    words, end = clause.words, at
    while end < len(words) and (clause.capital(end) or words[end].key in grammar.settlements):
        end += 1
    name = words[at:end]
    capitals = [word for word in name if clause.text[word.span.start].isupper()]
    kind = any(word.key in grammar.settlements for word in name)
    body = any(grammar.is_role(word.key) or is_short_form(word.span.of(clause.text)) for word in capitals)
    known = len(capitals) == 1 and may_be_of_place(capitals[0].key, grammar.language)
    if known and not kind and end < len(words):
        known = worldwide(Span(capitals[0].span.start, words[end].span.end).of(clause.text), grammar.language) is None
    return end if capitals and not body and (kind or known) else 0


def _tells_when(word: Word, grammar: Grammar) -> bool:
    return word.key in grammar.times | grammar.adjuncts or grammar.is_adverb(word.key)


def place_behind_verb(verb: str, words: Sequence[Token], grammar: Grammar) -> Span | None:
    """Return the body in or from which something is said, by a verb of several or of nobody: "сообщили в полиции".

    "saopšteno je iz policije".

    `words` follow `verb` in its clause.
    """
    rules, key = load_unspoken(grammar.language), fold(verb)
    several = rules.wanted(key, "") == MANY
    if not several and not key.endswith(rules.nobody):
        return None
    between = grammar.finite | grammar.times
    behind = list(dropwhile(lambda word: word.key in between or grammar.is_adverb(word.key), words))  # "poručili su iz"
    small = grammar.places | grammar.senders if several else grammar.senders
    if not behind or behind[0].key not in small:
        return None
    closed = grammar.prepositions | grammar.breaks | grammar.times | grammar.addressees | grammar.finite
    body = list(takewhile(lambda word: word.word and word.key not in closed, behind[1:]))[:_LONGEST]
    if not _head_speaks(body, grammar):
        return None
    return Span(body[0].span.start, body[-1].span.end)


def _behind_circumstance(clause: Clause, words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Tell whether nobody is named before a body, nor in it: "у відповідь на запит редакції в міністерстві"."""
    others = [*words[1:at], *words[at + 1 :]]
    nobody = not any(clause.text[word.span.start].isupper() or word.key in grammar.roles for word in others)
    opens = grammar.order.names_inflect and words[0].key in grammar.prepositions
    return opens and nobody and _head_speaks(words[at + 1 :], grammar)


def can_speak(clause: Clause, ruled: Sequence[Word], grammar: Grammar) -> bool:
    """Tell whether what a preposition rules can say something: a role or a name, and no other noun before it.

    "в министерстве", "в Белом доме", but no "вопрос журналиста", "беседе с Иваном", "интервью «Волне» министр".
    """
    if _head_speaks(ruled, grammar):
        return True
    others = grammar.prepositions | grammar.roles
    named = any(clause.text[word.span.start].isupper() for word in ruled)
    return named and (not grammar.order.names_inflect or all(word.key not in others for word in ruled[1:]))


def _head_speaks(ruled: Sequence[Word], grammar: Grammar) -> bool:
    """Tell whether the first noun that a preposition rules is a role or a body."""
    head = next((word for word in ruled if not _describes(word, grammar)), None)
    return head is not None and grammar.is_role(head.key)


def _describes(word: Word, grammar: Grammar) -> bool:
    adjective = word.key.endswith(grammar.ends.adjectives) and not grammar.is_role(word.key)
    return adjective or word.key in grammar.determiners or grammar.is_adverb(word.key)


def without_place(clause: Clause, phrase: Span, grammar: Grammar) -> Span:
    """Return a phrase without the place that opens it, whose preposition stands before: "в Карнобат Денков"."""
    words = [word for word in clause.words if phrase.contains(word.span)]
    before = next((word.key for word in reversed(clause.words) if word.span.end <= phrase.start), "")
    start = _person_at_end(clause, words, grammar) if before in grammar.places else 0
    return Span(words[start].span.start, phrase.end) if start else phrase


def _person_at_end(clause: Clause, words: Sequence[Word], grammar: Grammar) -> int:
    """Return where a person begins behind a place: 1 in "в Карнобат Денков", 0 where the last word is no last name.

    With three words or more a given name stands before it: "в Стара Загора Румен Радин".
    """
    ends = (*grammar.ends.men, *grammar.ends.women)
    capital = all(clause.text[word.span.start].isupper() for word in words)
    named = len(words) >= _PAIR and capital and bool(ends) and words[-1].key.endswith(ends)
    if not named or any(grammar.is_role(word.key) for word in words):
        return 0
    return 1 if len(words) == _PAIR else len(words) - _PAIR
