"""Words between a verb and its subject that say how, or how much later: "ha detto ridendo Roe", "zwei Jahre später"."""

from collections.abc import Sequence
from itertools import dropwhile

from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.unspoken import MAN, WOMAN, load_unspoken
from crossquote.text.numerals import load_numerals, lookup
from crossquote.text.words import fold

_LATER = 2
"""So many words, how many of what, stand before "later"."""


def behind_manner(words: Sequence[Token], at: int, grammar: Grammar) -> int:
    """Return the index behind words of a clause that begin at `at` and say how or how much later; `at` for none."""
    end = at
    while count := _count_manner(words, end, grammar):
        end += count
    later = end + _LATER
    if later >= len(words) or not _counts(words[end].key, grammar):
        return end
    told = _count_manner(words, later, grammar) > 0 or words[later].key in grammar.adverbs
    period = words[end + 1].key in grammar.times and not words[end + 1].capital
    return behind_manner(words, later, grammar) if told or period else end


def _count_manner(words: Sequence[Token], at: int, grammar: Grammar) -> int:
    """Return how many words from `at` on are one that says how, or two ("plus tard")."""
    if at < len(words) and grammar.is_manner(words[at].key):
        return 1
    return 2 * (" ".join(word.key for word in words[at : at + 2]) in grammar.manner)


def _counts(key: str, grammar: Grammar) -> bool:
    return key.isdigit() or lookup(load_numerals(grammar.language).values, key) is not None


def behind_neuter(words: Sequence[Token], verb: str, grammar: Grammar) -> Sequence[Token]:
    """Return words behind a verb of a man or a woman without neuter ones that open them: "сказал сухо | дворник".

    None where "and" joins what else somebody does: "сказал сухо и ушёл".
    """
    if not grammar.ends.neuter or load_unspoken(grammar.language).wanted(fold(verb), "") not in (MAN, WOMAN):
        return words
    rest = list(dropwhile(lambda word: _is_neuter(word, grammar), words))
    if len(rest) == len(words) or not rest or rest[0].key not in grammar.additive:
        return rest
    return behind_neuter(rest[1:], verb, grammar) if len(rest) > 1 and _is_neuter(rest[1], grammar) else ()


def _is_neuter(word: Token, grammar: Grammar) -> bool:
    closed = grammar.pronouns | grammar.determiners
    return not (word.capital or word.key in closed) and word.key.endswith(grammar.ends.neuter)


def behind_ruled(words: Sequence[Token], at: int, grammar: Grammar) -> int:
    """Return the index behind a preposition with its noun, or whom somebody tells; `at` where neither begins there.

    So where verbs come first and no capital shows a name, which begins behind them: "قالت بعد الجلسة ليلى حداد". A noun
    without an article has the next word with one as whose it is, or what describes it.
    """
    if not (grammar.order.verb_first and grammar.order.caseless) or at + 1 >= len(words):
        return at
    key, articles = words[at].key, grammar.ends.articles
    if key in grammar.times:
        return at + 1
    if key not in grammar.prepositions - grammar.agents and key not in grammar.addressees:
        return at
    end = at + 1 + (key in grammar.prepositions)
    while end < len(words) and words[end].key.startswith(articles) and not grammar.is_role(words[end].key):
        end += 1
    return end if end < len(words) else at
