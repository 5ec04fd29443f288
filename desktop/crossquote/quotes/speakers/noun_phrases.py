"""Noun phrases: where the people and bodies that could be speaking are named in a clause.

No parser: a phrase begins with a pronoun, a name, a determiner or a word for a role, where no preposition governs
it, and ends before the next preposition that does not belong to it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.speakers.clause import Clause, opens_time
from crossquote.quotes.speakers.media_words import is_medium_word
from crossquote.quotes.speakers.phrase_ends import behind_phrase
from crossquote.text.name_rules import load_name_rules
from crossquote.text.words import Word

_START = attrgetter("span.start")
_UNDER = 2
_THING = 3
"""So many words are an article, its noun and a name behind that at least."""


def phrases(clause: Clause, grammar: Grammar, *, governed: bool = False) -> Iterator[Span]:
    """Yield the noun phrases of a clause, from left to right; those after a preposition only where `governed`."""
    index = 0
    words = clause.words
    object_ends = -1
    while index < len(words):
        if not _begins(clause, index, grammar):
            index += 1
            continue
        if opens_time(clause, index, grammar):
            index += 2
            continue
        end = behind_phrase(clause, index, grammar)
        lone = end == index + 1 and _is_article(words, index, grammar)
        beside = index > 0 and object_ends == index - 1
        addressed = grammar.order.names_inflect and words[index].key in grammar.addressees
        under = addressed or _governed(words, index, grammar) or (beside and _joined(clause, index, end, grammar))
        end = _behind_place(clause, index, _behind_thing(clause, index, end, grammar)) if under else end
        own = _circumstance_end(words, index, end, grammar, under=under)
        end, under = own, under or own < end
        object_ends = end if under else -1
        if not lone and (governed or not under):
            yield Span(words[_opening(clause, index, grammar)].span.start, _shown_end(clause, end - 1, grammar))
        index = end


def _is_article(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Tell whether a word is a determiner: no pronoun, or one before a noun that is no subject ("az interjúban")."""
    key = words[index].key
    oblique = index + 1 < len(words) and grammar.is_oblique(words[index + 1].key)
    return key in grammar.determiners and (key not in grammar.pronouns or oblique)


def _behind_place(clause: Clause, first: int, end: int) -> int:
    """Return where a governed name ends before another that stands right behind it: "In Boston | Ann Lind"."""
    words = clause.words
    place = next((name.span.end for name in clause.names if name.span.start == words[first].span.start), None)
    starts = {name.span.start for name in clause.names}
    behind = (at for at in range(first + 1, end) if words[at - 1].span.end == place)
    return next((at for at in behind if words[at].span.start in starts), end)


def _behind_thing(clause: Clause, first: int, end: int, grammar: Grammar) -> int:
    """Return where a governed noun ends before a name that stands right behind it: "In his speech | Roe said".

    A role, or a body, is part of what is said of whoever bears the name: "to his brother Tom".
    """
    words, order = clause.words, grammar.order
    fixed = not (order.names_inflect or order.caseless or order.nouns_have_capitals or order.verb_last)
    if not fixed or end != len(words) or end - first < _THING or words[first].key not in grammar.determiners:
        return end
    starts = {name.whole.start for name in clause.names if name.sure}
    at = next((at for at in range(first + 2, end) if words[at].span.start in starts), end)
    noun = words[at - 1]
    small = noun.key in grammar.links | grammar.additive or grammar.is_role(noun.key) or clause.capital(at - 1)
    named = is_medium_word(noun.key, grammar.language)
    return end if small or named or any(clause.capital(n) for n in range(first, at)) else at


def _circumstance_end(words: Sequence[Word], first: int, end: int, grammar: Grammar, *, under: bool) -> int:
    """Return where a phrase from `first` to `end` ends as a circumstance; its own `end` where it is none.

    It ends before a role that no case changes, which begins another phrase, and behind its postposition: "с послом |
    мэр", "на вопрос журналиста | мэр", "a találkozó után | a polgármester".
    """
    key = words[first].key
    opened = words[0].key in grammar.prepositions and grammar.is_role(key) and key not in grammar.roles
    if grammar.order.names_inflect and (under or opened):
        end = next((at for at in range(first + 1, end) if words[at].key in grammar.roles), end)
    return next((at + 1 for at in range(first + 1, end) if words[at].key in grammar.postpositions), end)


def with_owners(clause: Clause, phrase: Span, grammar: Grammar) -> Span:
    """Return a phrase with all that its clause has before it, where that is whose it is: "мэриянын өкүлү".

    Only a language whose verb stands last, and that tells the endings of owners, has them so.
    """
    before = [word for word in clause.words if word.span.end <= phrase.start]
    ends = grammar.ends.genitives
    if not before or not ends or not grammar.order.verb_last:
        return phrase
    if all(word.key.endswith(ends) and not grammar.is_adverb(word.key) for word in before):
        return Span(before[0].span.start, phrase.end)
    head = next(word.key for word in clause.words if word.span.start >= phrase.start)
    start = _title_start([word.key for word in before], head, grammar)
    head = before[start].key if start < len(before) else head
    while start and _is_owner(before[start - 1].key, head, grammar):
        start -= 1
        head = before[start].key
    return Span(before[start].span.start, phrase.end) if start < len(before) else phrase


def _title_start(before: Sequence[str], head: str, grammar: Grammar) -> int:
    """Return the index of the first of some words that is part of a listed title which `head` ends."""
    return next((n for n in range(len(before)) if " ".join([*before[n:], head]) in grammar.roles), len(before))


def _is_owner(key: str, head: str, grammar: Grammar) -> bool:
    """Tell whether a word before `head` says whose it is: a genitive, or a noun before an owned one ("şöbə müdiri")."""
    if grammar.is_adverb(key) or key in grammar.determiners | grammar.times | grammar.pronouns:
        return False
    owned = head.endswith(grammar.ends.owned) or grammar.is_owned_role(head)
    return key.endswith(grammar.ends.genitives) or (owned and not key.endswith(grammar.ends.obliques))


def _joined(clause: Clause, index: int, end: int, grammar: Grammar) -> bool:
    """Tell whether "and" ties a phrase to the one before it, and no verb of its own follows: "with Roe and Hill"."""
    own = end < len(clause.words) and clause.words[end].span.start in clause.cues
    return clause.words[index - 1].key in grammar.additive and not own and end < len(clause.words)


def _opening(clause: Clause, index: int, grammar: Grammar) -> int:
    """Return where a body's name, or an age, begins that does so before its noun: "Nejvyšší soud", "54-latek"."""
    if index and clause.words[index - 1].key.isdigit() and clause.text[clause.words[index - 1].span.end] == "-":
        return index - 1  # "54-latek"
    bodies = load_name_rules(grammar.language).bodies
    if not grammar.order.names_inflect or not index or clause.words[index].key not in bodies or clause.capital(index):
        return index
    led = clause.capital(index - 1) and is_small(clause.words[index - 1], grammar)
    return index - 1 if led else index


def _shown_end(clause: Clause, index: int, grammar: Grammar) -> int:
    """Return where a phrase ends with the word at `index`: a pronoun without the verb that hangs on it ("he's")."""
    word = clause.words[index]
    return word.span.start + word.key.index("'") if word.key in grammar.contracted else word.span.end


def _begins(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether a phrase begins with this word."""
    word = clause.words[index]
    if (not index and _is_relative_head(clause, grammar)) or _belongs_before(clause, index, grammar):
        return False
    if describes_noun_before(clause, index, grammar):
        return False
    titled = grammar.is_role(word.key) or _opens_title(clause, index, grammar)
    role = titled and (clause.capital(index) or not grammar.order.nouns_have_capitals)
    if role or word.key in grammar.pronouns or word.key in grammar.determiners:
        return True
    behind = bisect_right(clause.names, word.span.start, key=_START)
    near = clause.names[max(0, behind - 1) : behind + 1]  # what holds the word begins at it or before, its title so
    named = (name for name in near if grammar.names(name) and not name.key.endswith(grammar.ends.obliques))
    return any(name.whole.start <= word.span.start < name.whole.end for name in named)


def describes_noun_before(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether a word that may be a role describes the noun before it: "a la clase | política"."""
    order, words = grammar.order, clause.words
    behind = order.inverts and not (order.names_inflect or order.caseless or order.verb_second)
    if not behind or index < _UNDER or clause.capital(index) or clause.capital(index - 1):
        return False
    key, noun, article = words[index].key, words[index - 1].key, words[index - _UNDER].key
    closed = grammar.breaks | grammar.prepositions | grammar.determiners | grammar.finite | grammar.pronouns
    other = noun in closed | grammar.times or grammar.is_role(noun) or grammar.is_adverb(noun)
    return article in grammar.determiners and not other and grammar.is_role(key) and key not in closed


def _opens_title(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether a title of two words begins with this one, where no capital shows it: "জেলা প্রশাসক"."""
    pair = " ".join(word.key for word in clause.words[index : index + 2])
    return grammar.order.caseless and pair in grammar.roles


def _is_relative_head(clause: Clause, grammar: Grammar) -> bool:
    """Tell whether a clause behind a comma begins with a pronoun that may be an article, too: ", die het … schreef"."""
    order, word = grammar.order, clause.words[0]
    if word.key not in grammar.who & grammar.determiners or not order.verb_second or order.nouns_have_capitals:
        return False
    return clause.text.endswith(",", 0, clause.span.start)


def _belongs_before(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether what looks like an article belongs to the words before it: "σε ανακοίνωσή του το σωματείο"."""
    after = clause.words[index + 1].key if index + 1 < len(clause.words) else ""
    oblique = clause.words[index].key in grammar.oblique_determiners
    return oblique and after in grammar.determiners - grammar.oblique_determiners


def _governed(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Tell whether a preposition stands right before the phrase."""
    if words[index].key in grammar.oblique_determiners or _names_governed(words, index, grammar):
        return True
    before = index - 1
    reach = before - 3 if grammar.order.nouns_have_capitals else before
    while before >= 0:
        adjective = before > reach and is_small(words[before], grammar)
        if not adjective and words[before].key not in grammar.determiners:
            break
        before -= 1
    return before >= 0 and words[before].key in grammar.prepositions


def _names_governed(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Tell whether a name in marks belongs to a noun under a preposition: "у коментарі «Хвилі»"."""
    if index < _UNDER or not grammar.order.names_inflect:
        return False
    marked = words[index].span.start - words[index - 1].span.end > 1
    return marked and words[index - _UNDER].key in grammar.prepositions and words[index - 1].key not in grammar.breaks


def is_small(word: Word, grammar: Grammar) -> bool:
    """Tell whether a word may be an adjective between a preposition and its noun."""
    closed = grammar.prepositions | grammar.roles | grammar.times
    return word.key not in closed and word.key.endswith(grammar.ends.adjectives)
