"""Attributions: where an article says who speaks, and the first places to look for it."""

from msgspec import Struct

from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.passage import QuotedPassage
from crossquote.quotes.scene import BLOT, MOST_CUES, REACH, Scene
from crossquote.quotes.speakers.clause import cut_clauses
from crossquote.quotes.speakers.head_names import speaks
from crossquote.quotes.speakers.last_verb import behind_participle, owner_of_words
from crossquote.quotes.speakers.manner import behind_neuter
from crossquote.quotes.speakers.mentions import names_anybody
from crossquote.quotes.speakers.noun_phrases import phrases
from crossquote.quotes.speakers.subject import find_subject, is_noun, segment
from crossquote.quotes.topics import find_topic, load_topic_rules
from crossquote.text.blanks import letter_before
from crossquote.text.words import fold

_APOSTROPHES = ("'", "’", "ʼ")
_SMALL = 3
"""So many small words may stand between a cue and whatever says it."""


class Attribution(Struct, frozen=True):
    """Where the article says who speaks, and by what cue; either may be missing.

    `unspoken`: the mention is the verb itself, which needs no subject in its language.
    """

    mention: Span | None = None
    cue: CueMatch | None = None
    carried: bool = False
    unspoken: bool = False


def around(scene: Scene, passage: QuotedPassage) -> Span:
    """Return the sentence or sentences that a passage stands in."""
    first, last = (
        scene.sentence_at(passage.outer.start),
        scene.sentence_at(max(passage.outer.start, passage.outer.end - 1)),
    )
    start = max(first.start, passage.outer.start - REACH)
    return Span(start, max(start, min(max(first.end, last.end), passage.outer.end + REACH)))


def is_somebody(scene: Scene, found: Attribution) -> bool:
    """Tell whether what stands before a verb is but a pronoun for anybody, with "other" or without: "Otro añadió"."""
    grammar, mention, cue = scene.grammar, found.mention, found.cue
    if mention is None or cue is None or mention.end > cue.span.start:
        return False
    words = [word.key for word in scene.words_in(mention)]
    small = (grammar.determiners | grammar.indefinite) - grammar.neuter
    alone = not grammar.indefinite.isdisjoint(words) and small.issuperset(words)
    return alone or fold(mention.of(scene.text)) in grammar.indefinite


def takes_up_somebody(scene: Scene, mention: Span) -> bool:
    """Tell whether a relative pronoun takes up somebody who can speak: "tocca a Roe, che afferma …".

    Without a comma it takes up a name alone: "con Roe che lo accusa di …".
    """
    start = scene.sentence_at(mention.start).start
    if fold(mention.of(scene.text)) not in scene.grammar.who:
        return False
    clause = next((c for c in reversed(cut_clauses(scene, Span(start, mention.start))) if c.words), None)
    found = list(phrases(clause, scene.grammar, governed=True)) if clause is not None else []
    if clause is None or not found or found[-1].end != clause.words[-1].span.end:
        return False
    if letter_before(scene.masked, mention.start) == ",":
        return speaks(scene, found[-1], scene.grammar)
    return any(name.sure and name.span.end == found[-1].end for name in scene.names_in(found[-1]))


def hands_on(scene: Scene, found: Attribution) -> bool:
    """Tell whether a verb says that a medium quotes somebody, whom nothing names: "цитирует «Волна» доклад"."""
    return found.mention is None and found.cue is not None and found.cue.lemma in scene.grammar.quoting


def last_of(scene: Scene, sentence: Span) -> Attribution | None:
    """Return the last attribution of a sentence; a verb's rather than a noun's. It is looked for from its end."""
    sentence = Span(max(sentence.start, sentence.end - REACH), sentence.end)
    for cue in sorted(scene.cues_in(sentence)[-MOST_CUES:], key=lambda cue: (is_noun(scene, cue), -cue.span.start)):
        mention = find_subject(scene, cue, segment(scene, sentence, cue.span))
        if mention is not None:
            return Attribution(mention, cue)
    mention = first_phrase(scene, sentence)
    return Attribution(mention) if mention is not None and names_anybody(scene, mention) else None


def first_phrase(scene: Scene, sentence: Span) -> Span | None:
    """Return the topic of a sentence, or its first phrase that names somebody who can speak, else its first."""
    grammar = scene.grammar
    topics = load_topic_rules(scene.language)
    if topics is not None:
        return find_topic(scene, sentence, topics)
    clauses = cut_clauses(scene, sentence)[:4]
    described = behind_participle(scene, clauses)
    if described is not None:
        return described
    found = [phrase for clause in clauses for phrase in phrases(clause, grammar)]
    first = next((phrase for phrase in found if speaks(scene, phrase, grammar)), found[0] if found else None)
    if first is None or is_one_of_several(scene, sentence, first):
        return None
    return owner_of_words(scene, first)


def is_one_of_several(scene: Scene, sentence: Span, mention: Span | None) -> bool:
    """Tell whether a sentence without a verb names others beside a mention: "A quarrel between Hale and Roe: “…”".

    So where a name is tied by "and" to one that opens its sentence, which may begin with a noun: "Spór Nowaka i Lis".
    """
    if mention is None:
        return False
    grammar = scene.grammar
    if any(word.key in grammar.between for word in scene.words_in(Span(sentence.start, mention.end))):
        return True
    behind = scene.words_in(Span(mention.end, max(mention.end, sentence.end)))[:2]
    tied = len(behind) > 1 and behind[0].key in grammar.additive and behind[1].capital
    return tied and grammar.order.names_inflect and mention.start == sentence.start


def says(scene: Scene, found: Attribution, sentence: Span) -> bool:
    """Tell whether what was found says something: it can speak, or stands where only the subject of its cue does.

    That is beside the cue ("the note says") or at the head of a clause; beside a noun stands whose it is.
    """
    grammar, mention, cue = scene.grammar, found.mention, found.cue
    if mention is None:
        return False
    if cue is None or grammar.order.caseless or grammar.order.verb_last:
        return True
    if speaks(scene, mention, grammar) or fold(mention.of(scene.text)) in grammar.who:
        return True
    if is_noun(scene, cue):
        far = mention.overlaps(cue.span) and not _is_near(scene, cue.span, sentence)
        return not far and _is_whose(scene, mention, cue.span)
    impersonal = fold(cue.span.of(scene.text)).rsplit(None, 1)[-1] in grammar.expletives
    leads = scene.masked[sentence.start : mention.start].rstrip()[-1:] in ("", ",")
    return impersonal or leads or _beside_cue(scene, mention, cue.span)


def after_article(scene: Scene, cue: CueMatch, grammar: Grammar) -> bool:
    """Tell whether an article stands right before a cue, in a language where that makes it a noun ("their stress")."""
    before = scene.words_in(Span(max(0, cue.span.start - 30), cue.span.start))[-1:]
    if not before or not (grammar.order.article_means_noun or cue.lemma in grammar.homographs):
        return False
    if BLOT in scene.masked[before[0].span.end : cue.span.start]:
        return False  # "a “gift,” said Roe"
    return before[0].key in grammar.determiners or before[0].key in grammar.links


def describes(scene: Scene, passage: QuotedPassage, mention: Span | None) -> bool:
    """Tell whether words in marks only say what a text is, which says nothing so: "The report is “a scandal”"."""
    grammar = scene.grammar
    inside = scene.page.words_in(passage.spans[0])[:1]
    if mention is None or not inside or inside[0].key not in grammar.determiners or mention.end > passage.outer.start:
        return False
    between = [word.key for word in scene.words_in(Span(mention.end, passage.outer.start))]
    copula = not grammar.copulas.isdisjoint(between)
    small = all(key in grammar.copulas or grammar.is_adverb(key) or key in grammar.negators for key in between)
    person = any(name.sure for name in scene.names_in(mention))
    return copula and small and not person and bool(scene.cues_in(mention))


def _is_near(scene: Scene, noun: Span, sentence: Span) -> bool:
    """Tell whether what is in marks follows a noun that reports by itself with no more than a few words between."""
    end = next((at for at in range(noun.end, sentence.end) if scene.masked[at] == BLOT), sentence.end)
    return len(scene.words_in(Span(noun.end, end))) <= _SMALL


def _is_whose(scene: Scene, mention: Span, noun: Span) -> bool:
    """Tell whether a mention is a noun that reports, or stands where whose it is does: "der Bericht des Vereins".

    In "the announcement is part of “a plan”" the part announces nothing.
    """
    if mention.overlaps(noun):
        return True
    if mention.end <= noun.start:
        return scene.text[mention.end : mention.end + 1] in _APOSTROPHES
    return not any(word.key in scene.grammar.finite for word in scene.words_in(Span(noun.end, mention.start)))


def _beside_cue(scene: Scene, mention: Span, cue: Span) -> bool:
    """Tell whether no more than small words stand between a cue and a mention."""
    if mention.overlaps(cue):
        return True
    grammar = scene.grammar
    gap = Span(mention.end, cue.start) if mention.end <= cue.start else Span(cue.end, mention.start)
    small = grammar.determiners | grammar.prepositions | grammar.finite | grammar.expletives
    words = behind_neuter(scene.words_in(gap), cue.of(scene.text), grammar)
    return len(words) <= _SMALL and all(
        word.capital or word.key in small or grammar.is_adverb(word.key) for word in words
    )
