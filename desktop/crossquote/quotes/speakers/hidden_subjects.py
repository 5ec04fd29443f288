"""Hidden subjects: whether a verb that seems to need none has one beside it that nobody recognised.

"«…», píše na Twitter Karel Novák": whoever it is, it is nobody named before.
"""

from collections.abc import Sequence
from itertools import dropwhile, groupby, takewhile

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.scene import BLOT, Scene
from crossquote.quotes.speakers.clause import first_clause, last_clause
from crossquote.quotes.speakers.media_words import is_medium_word
from crossquote.quotes.unspoken import MAN, WOMAN, load_unspoken
from crossquote.text.blanks import letter_before
from crossquote.text.places import load_places
from crossquote.text.words import fold

_RULED = 2
"""So many words with capitals right behind a preposition may be one name that it rules."""
_NOUN = 2
"""So many words are an adjective and its noun."""
_DESCRIBED = 3
"""So many words are a noun and what describes it at most."""
_INITIALS = 4
"""So many letters have a body's initials at most: "w programie BBC"."""
_BETWEEN = " \u00a0,–—-"
"""What stands between words in marks and their verb."""


def has_subject_beside(scene: Scene, verb: Span) -> bool:
    """Tell whether a clause most likely has a subject of its own around `verb`, whoever that is."""
    if scene.grammar.holds_subject(fold(verb.of(scene.text))):
        return False
    sentence = scene.sentence_at(verb.start)
    before = last_clause(scene, Span(sentence.start, verb.start)).words
    behind = first_clause(scene, Span(verb.end, max(verb.end, sentence.end))).words
    if (
        _is_named_behind(behind, scene.grammar)
        or _leads(before, scene.grammar)
        or _is_behind_place(before, scene.grammar)
    ):
        return True
    return bool(_nouns_behind(scene, verb))


def noun_behind(scene: Scene, verb: Span) -> Span | None:
    """Return a noun that nobody knows, right behind a verb that closes a quote, if it may say something by its ending.

    "„…“, rekao je konobar"; with an adjective before it.
    """
    nouns = _nouns_behind(scene, verb)
    may = 0 < len(nouns) <= _NOUN and nouns[-1].key.endswith(_person_ends(scene, verb))
    return Span(nouns[0].span.start, nouns[-1].span.end) if may else None


def _nouns_behind(scene: Scene, verb: Span) -> Sequence[Token]:
    """Return small words that nobody knows behind a verb that closes a quote, if an ending of theirs tells a person.

    No other word behind a verb is its subject for sure: most say how ("powiedział zdenerwowany", "dijo tajante").
    """
    grammar, sentence, ends = scene.grammar, scene.sentence_at(verb.start), _person_ends(scene, verb)
    before = last_clause(scene, Span(sentence.start, verb.start)).words
    if not ends or not _closes_quote(scene, before, verb):
        return ()
    words = first_clause(scene, Span(verb.end, max(verb.end, sentence.end))).words
    behind = dropwhile(lambda word: _is_of_verb(word.key, grammar), words)
    nouns = list(takewhile(lambda word: _can_be_noun(word, grammar), behind))
    return nouns if len(nouns) <= _DESCRIBED and any(word.key.endswith(ends) for word in nouns) else ()


def _person_ends(scene: Scene, verb: Span) -> tuple[str, ...]:
    """Return how nouns end that may be a verb's subject, none where it is said of several or nobody."""
    ends, wanted = scene.grammar.ends, load_unspoken(scene.language).wanted(fold(verb.of(scene.text)), "")
    if wanted == WOMAN:
        return ends.women_nouns
    return ends.men_nouns if wanted in (MAN, "") else ()


def _closes_quote(scene: Scene, before: Sequence[Token], verb: Span) -> bool:
    """Tell whether nothing but what belongs to it stands between a verb and words in marks before it."""
    start = before[0].span.start if before else verb.start
    of_verb = all(word.key in scene.grammar.finite or scene.grammar.is_adverb(word.key) for word in before)
    return of_verb and letter_before(scene.masked, start, _BETWEEN) == BLOT


def _is_of_verb(key: str, grammar: Grammar) -> bool:
    """Tell whether a word behind a verb belongs to it, or says when, how or to whom."""
    small = grammar.finite | grammar.reflexive_clitics | grammar.clitics | grammar.obliques | grammar.addressees
    return key in (small - grammar.determiners) | grammar.times or grammar.is_adverb(key)


def _can_be_noun(word: Token, grammar: Grammar) -> bool:
    """Tell whether a small word may be a noun that is a subject."""
    ends, key = grammar.ends, word.key
    closed = grammar.adjuncts | grammar.pronouns | grammar.determiners | grammar.relatives | grammar.negators
    no_subject = (*ends.adverbs, *ends.declined, *ends.obliques, *ends.oblique_nouns, *ends.infinitives)
    verb = key.endswith((*ends.participles, *ends.converbs))
    other = key.endswith(no_subject) and not key.endswith(ends.adjectives)
    small = word.capital or not key.isalpha() or grammar.closes_phrase(key) or key in closed
    return not (small or verb or other or _is_of_verb(key, grammar))


def _is_named_behind(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether somebody is named behind a verb whom no preposition rules: "píše ve studii server Claret"."""
    if grammar.order.caseless or grammar.order.nouns_have_capitals:
        return False
    clause = list(takewhile(lambda word: word.capital or not _opens_clause(word.key, grammar), words))
    runs = groupby(range(len(clause)), key=lambda at: clause[at].capital)
    names = [list(run) for capital, run in runs if capital]
    return any(_may_be_subject(clause, name[0], name[-1], grammar) for name in names)


def _opens_clause(key: str, grammar: Grammar) -> bool:
    return grammar.opens_clause(key) or key in grammar.relatives


def _may_be_subject(words: Sequence[Token], first: int, last: int, grammar: Grammar) -> bool:
    """Tell whether a name of the words `first` to `last` is under no preposition, and says neither when nor to whom."""
    small = grammar.prepositions | grammar.links | grammar.additive
    initials = first > 1 and first == last and words[first].span.end - words[first].span.start <= _INITIALS
    medium = first > 1 and is_medium_word(words[first - 1].key, grammar.language)
    if medium and any(word.key in grammar.prepositions for word in words[max(0, first - _DESCRIBED) : first]):
        return False
    ruled = first > 0 and (
        words[first - 1].key in small or (initials and words[first - _NOUN].key in grammar.prepositions)
    )
    told = words[first].key in grammar.times or grammar.is_oblique(words[last].key)
    return not told and (not ruled or last - first >= _RULED)


def _is_behind_place(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether two words with capitals before a verb may be a place and somebody behind it: "En Vigo Roe dijo"."""
    spoken = [word for word in words if not _is_of_verb(word.key, grammar)]
    if len(spoken) <= _RULED or spoken[-_RULED - 1].key not in grammar.locatives:
        return False
    name, declined = spoken[-_RULED:], grammar.ends.declined if grammar.order.names_inflect else ()
    known = " ".join(word.key for word in name) in load_places(grammar.language).keys
    return all(word.capital for word in name) and not (known or name[-1].key.endswith(declined))


def _leads(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether a clause opens with an adjective and its noun, where there are no articles: "Anglický mladík …".

    Or whether those stand right before its verb, and nothing rules them: "V roce 1538 španělská inkvizice varovala".
    """
    if not grammar.order.names_inflect or len(words) <= _NOUN:
        return False
    adjective = words[0].key.endswith(grammar.ends.adjectives) and not grammar.is_adverb(words[0].key)
    small = grammar.breaks | grammar.adjuncts | grammar.pronouns | grammar.finite
    opens = adjective and words[0].key not in small and not words[1].capital and words[1].key not in small
    return opens or _closes_clause(words[-_NOUN - 1 :], grammar)


def _closes_clause(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether an adjective and its noun stand behind a word that rules neither of them."""
    before, described, noun = words
    rules = grammar.prepositions | grammar.determiners | grammar.links | grammar.additive
    other = before.key in rules or before.key.endswith(grammar.ends.adjectives)
    adjective = described.key.endswith(grammar.ends.adjectives) and _can_be_noun(described, grammar)
    return adjective and not other and _can_be_noun(noun, grammar) and not grammar.is_role(noun.key)
