"""What something is for somebody, in marks: "For Tom Hill, it is “a disaster”", "Dla Jana Nowaka to „katastrofa”"."""

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.scene import Scene
from crossquote.text.pairing import Marked
from crossquote.text.words import opens_small

_BETWEEN = 4
"""So many words stand between the name and the marks at most: "it is", "ist das"."""


def is_valued(pair: Marked, words: tuple[str, ...], scene: Scene) -> bool:
    """Tell whether marks hold what their sentence says that something is for the one person whom it opens with.

    Nothing but "it is" stands between the two: "For the firm, the “cloud” is …" has a term in marks.
    """
    grammar, start = scene.grammar, scene.sentence_at(pair.outer.start).start
    before = Span(start, max(start, pair.outer.start))
    names = scene.names_in(before)
    if not grammar.for_words or len(names) != 1 or not (words and opens_small(words[0])):
        return False
    lead = [word.key for word in scene.words_in(Span(start, names[0].whole.start))]
    behind = [word.key for word in scene.words_in(Span(names[0].span.end, before.end))]
    titled = [key for key in lead[1:] if not grammar.is_role(key)]
    opens = lead[:1] != [] and (lead[0] in grammar.for_words or " ".join(lead) in grammar.for_words)
    return opens and not titled and 0 < len(behind) <= _BETWEEN and all(_says_is(key, grammar) for key in behind)


def _says_is(key: str, grammar: Grammar) -> bool:
    """Tell whether a word is a form of "to be", or stands for a thing: "it", "das", "c'est"."""
    thing = grammar.copulas | grammar.finite | grammar.anaphors | grammar.neuter | grammar.expletives | grammar.pronouns
    parts = key.split("'")
    return key in thing or (len(parts) > 1 and all(part in thing or len(part) == 1 for part in parts))
