"""What is no subject where verbs come first and no capital tells names: objects behind one, names in what is reported.

"دعا صالح المصريين إلى …" is by صالح alone.
"""

from collections.abc import Sequence

from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.scene import Scene
from crossquote.text.cldr import load_cldr
from crossquote.text.name_rules import load_name_rules


def object_begins(words: Sequence[Token], first: int, at: int, grammar: Grammar) -> bool:
    """Tell whether the word at `at` is no part of the phrase from `first` on but what its verb is done to.

    It is a body, several people by a role or their ending, behind a name or an office with what that is of ("طالب رئيس
    البرلمان الحكومة"); behind a name a land or a role, too. Right behind a noun it is what that is of ("رئيس الحكومة").
    """
    if not grammar.ends.told_several or at <= first:
        return False
    key, before = words[at].key, [word.key for word in words[first:at]]
    articles = grammar.ends.articles
    if _rules(before[-1], grammar) or not (_is_closed(before, grammar) and _may_be_object(key, grammar)):
        return False
    if key in grammar.groups or key.endswith(grammar.ends.told_several):
        return True
    if key.startswith(articles) and key in load_name_rules(grammar.language).bodies:
        return True
    return any(not (word.startswith(articles) or grammar.is_role(word)) for word in before)


def _may_be_object(key: str, grammar: Grammar) -> bool:
    """Tell whether a word names people, a body or a land as an object does: with its article, or without any."""
    if key in load_cldr(grammar.language).territories:
        return True
    known = grammar.is_role(key) or key.endswith(grammar.ends.told_several)
    return key.startswith(grammar.ends.articles) and known


def _is_closed(before: Sequence[str], grammar: Grammar) -> bool:
    """Tell whether words are a whole subject: a name, or an office that an article closes."""
    return not grammar.is_role(before[0]) or any(key.startswith(grammar.ends.articles) for key in before)


def _rules(key: str, grammar: Grammar) -> bool:
    """Tell whether a word has what stands behind it: a preposition, a particle of names, an office without article."""
    if key in grammar.prepositions or key in load_name_rules(grammar.language).particles:
        return True
    bare = (key, *(key.removeprefix(joined) for joined in grammar.ends.prefixes if key.startswith(joined)))
    return any(grammar.is_role(one) and not one.startswith(grammar.ends.articles) for one in bare)


def is_within_report(scene: Scene, cue: CueMatch, found: Span) -> bool:
    """Tell whether who was found behind a verb is in the clause that it reports: "insistió en que el gobierno …"."""
    between = scene.words_in(Span(cue.span.end, max(cue.span.end, found.start)))
    return bool(between) and scene.grammar.order.inverts and scene.grammar.opens_clause(between[-1].key)


def is_in_report(scene: Scene, cue: CueMatch, found: Span) -> bool:
    """Tell whether who was found before a verb is in what another verb reports: "قال الوزير إن … علي حسن، مؤكدا أن …".

    So where a subject stands behind its verb, and no capital shows names: it is right behind none.
    """
    order, start = scene.grammar.order, cue.span.start
    if not (cue.verb and order.verb_first and order.caseless) or found.end > start:
        return False
    if scene.masked[found.end : start].rstrip()[-1:] not in (",", "،"):
        return False
    verbs = [other for other in scene.cues_in(Span(scene.sentence_at(start).start, start)) if other.verb]
    if not verbs or verbs[-1].span.end > found.start:
        return False
    return all(scene.words_in(Span(other.span.end, found.start)) for other in verbs)
