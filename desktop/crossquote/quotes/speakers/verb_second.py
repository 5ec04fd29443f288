"""The subject where the finite verb stands second and nouns have capitals: before it, or behind it."""

from collections.abc import Sequence

from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.quotes.speakers.clause import first_clause, last_clause
from crossquote.quotes.speakers.head_names import speaks
from crossquote.text.name_rules import load_name_rules
from crossquote.text.words import fold

_MEDIUM = 2
"""So many words are an article and the name of an agency in small letters: "der dpa"."""
_LED = 2
_DESCRIBING, _DESCRIBED = 6, 3
"""So many words may describe a noun before it, and stand between it and one that it rules."""


def in_second_place(scene: Scene, cue: CueMatch, left: Span, right: Span) -> Span | None:
    """Return the subject where nouns have capitals and the finite verb stands second: before it, or behind it."""
    grammar = scene.grammar
    words, behind = last_clause(scene, left).words, first_clause(scene, right).words
    if words and _is_relative(scene, words[0], grammar):
        told = len(words) > 1 and words[0].key in grammar.oblique_determiners
        return _first_noun(words[1:], grammar) if told else None  # "…, dem Roe antwortete"
    if cue.lemma in grammar.quoting:
        return None
    closes = not behind and len(words) > 1 and words[-1].key not in grammar.additive
    if closes and words[0].key in grammar.subordinators and not _has_finite(words, grammar):
        return _subject_of_clause(words[1:], grammar)
    return _of_main_clause(scene, left, words, behind)


def _of_main_clause(scene: Scene, left: Span, words: Sequence[Token], behind: Sequence[Token]) -> Span | None:
    """Return the subject of a clause whose verb stands second, of the words before a cue and those behind it."""
    grammar = scene.grammar
    if words and words[-1].key in grammar.additive:  # "… und hofft" has the subject of the verb before it
        return None
    if not words:
        return _first_noun(behind, grammar) if _is_asked(scene, left, grammar) else None
    second = _finite_at(words, grammar)
    if second < len(words) and words[second].key in grammar.passives:
        return None
    after = words[second + 1 :] if second < len(words) else behind
    if after and after[0].key in grammar.nominatives - grammar.ambiguous and not is_article(after, 0, grammar):
        return after[0].span
    behind_verb = _first_noun(after, grammar)
    leads = second and _leads(words[:second], grammar) and not _is_medium_told(scene, words[:second], behind_verb)
    return _whole(words[:second]) if leads else behind_verb


def _has_finite(words: Sequence[Token], grammar: Grammar) -> bool:
    return any(word.key in grammar.finite | grammar.subjunctive for word in words)


def _subject_of_clause(words: Sequence[Token], grammar: Grammar) -> Span | None:
    """Return the subject of a clause that its verb closes: it leads, but where its case shows it no subject."""
    oblique = next((at for at, word in enumerate(words) if not _is_between(word, grammar)), 0)
    return None if words[oblique].key in grammar.oblique_determiners else _first_noun(words, grammar)


def _is_medium_told(scene: Scene, words: Sequence[Token], behind: Span | None) -> bool:
    """Tell whether words before a verb are a medium that whoever stands behind it tells something: "Der dpa sagte Roe".

    The article is that of a man, too: where no medium or body follows it, its noun speaks.
    """
    grammar = scene.grammar
    if behind is None or words[0].key not in grammar.determiners & grammar.links or len(words) == 1:
        return False
    bodies = load_name_rules(grammar.language).bodies
    ends = tuple(map(fold, grammar.language.lexicon.texts("titles", "body_ends")))
    body = any(word.key in bodies or word.key.endswith(ends) for word in words[1:])
    small = len(words) == _MEDIUM and not words[1].capital
    return (body or small) and speaks(scene, behind, grammar)


def _is_asked(scene: Scene, left: Span, grammar: Grammar) -> bool:
    """Tell whether a sentence begins with what somebody was asked: "Gefragt, warum das Tor zu sei, sagte …"."""
    first = next(iter(scene.words_in(left)), None)
    return first is not None and first.key in grammar.asked


def _is_relative(scene: Scene, word: Token, grammar: Grammar) -> bool:
    """Tell whether a word begins a relative clause, whose verb stands last."""
    if word.key not in grammar.relatives:
        return False
    return word.key not in grammar.determiners or word.span.start != scene.sentence_at(word.span.start).start


def _finite_at(words: Sequence[Token], grammar: Grammar) -> int:
    """Return the index of the finite verb among words before a cue, their number where the cue is it.

    A word that nobody knows is one where it stands between an adverb and an article: "Bislang gingen die Forscher".
    """
    known = next((at for at, word in enumerate(words) if word.key in grammar.finite), len(words))
    led = len(words) > _LED and _is_between(words[0], grammar) and not words[1].capital
    return 1 if known == len(words) and led and words[_LED].key in grammar.determiners else known


def _leads(words: Sequence[Token], grammar: Grammar) -> bool:
    """Tell whether the words before a finite verb are its subject, and not "dies" alone, which is what was said."""
    first = words[0]
    if first.key in grammar.adjuncts | grammar.subordinators | grammar.coordinators or grammar.is_adverb(first.key):
        return False
    if first.key in grammar.oblique_determiners:
        return False  # "Dem Sender sagte Roe", "Den Vorwurf wies Roe zurück"
    if len(words) == 1 and first.key in grammar.anaphors:
        return False
    return first.key in grammar.determiners | grammar.subjects or first.capital


def _first_noun(words: Sequence[Token], grammar: Grammar) -> Span | None:
    """Return the pronoun or noun that words begin with, behind adverbs."""
    start = next((at for at, word in enumerate(words) if not _is_between(word, grammar)), len(words))
    pronoun = start < len(words) and words[start].key in grammar.subjects and not is_article(words, start, grammar)
    end = start + 1 if pronoun else _noun_end(words, start, grammar)
    return _whole(words[start:end])


def is_article(words: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Tell whether a word that can be a subject has its noun right behind it: "erklärte das Amt"."""
    return at + 1 < len(words) and words[at].key in grammar.determiners and words[at + 1].capital


def _is_between(word: Token, grammar: Grammar) -> bool:
    """Tell whether a word may stand between a verb and its subject."""
    return word.key in grammar.adjuncts or grammar.is_adverb(word.key)


def _noun_end(words: Sequence[Token], start: int, grammar: Grammar) -> int:
    """Return the index after a noun with what describes it and what it rules: "der neue Chef der Wache im Hafen"."""
    end = start
    while end < len(words) and end < start + _DESCRIBING and not words[end].capital:
        end += 1
    while end < len(words):
        ahead = words[end + 1 : end + 1 + _DESCRIBED]
        genitive = words[end].key.endswith(grammar.ends.genitives) and bool(ahead) and ahead[0].capital
        ruled = words[end].key in grammar.linkers and any(word.capital for word in ahead)
        if not (words[end].capital or genitive or ruled):
            break
        end += 1
    return end


def _whole(words: Sequence[Token]) -> Span | None:
    return None if not words else Span(words[0].span.start, words[-1].span.end)
