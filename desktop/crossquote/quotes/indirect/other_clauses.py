"""Clauses that a conjunction opens and no cue reports: of whoever spoke, of a noun, or behind another conjunction.

"“…”, explica Tena, que ahora está contento", "respondió a Gil, que había cedido", "alors que le maire …".
"""

from crossquote.quotes.indirect.cue_place import CuePlace
from crossquote.quotes.indirect.extent import follows_quote
from crossquote.text.endings import COMMAS


def is_second(place: CuePlace, index: int) -> bool:
    """Tell whether a conjunction goes with another before it, or takes up a noun: "alors que", "en el que".

    A preposition right behind the cue is its own: "insiste en que".
    """
    grammar, before = place.grammar, place.key(index - 1)
    order = grammar.order
    if order.verb_second:
        return index - 1 > place.last and before in grammar.subordinators | grammar.absolutes  # "efter at", "uden at"
    if not order.inverts or order.commas or order.caseless or index - 1 <= place.last:
        return False
    if before in grammar.determiners | grammar.prepositions - grammar.as_words - grammar.links:
        return True
    before = place.key(index - 2) if before in grammar.links else before
    return before in grammar.subordinators


def is_of_speaker(place: CuePlace, index: int) -> bool:
    """Tell whether a conjunction opens what is said of whoever spoke, or of what they spoke of, behind their words.

    "“…”, explica Tena, que ahora está contento", "“…”, apuntó la ministra por una charla que tuvo".
    """
    order = place.grammar.order
    free = order.inverts and not order.commas and not order.some_commas
    return free and index > place.last and follows_quote(place)


def describes_noun(place: CuePlace, index: int) -> bool:
    """Tell whether a relative clause begins behind the one comma since a cue: "respondió a Gil, que había cedido".

    What is reported has none before it, or two, around what says when: "dijo, este martes, que …".
    """
    order = place.grammar.order
    free = order.inverts and not (order.commas or order.some_commas or order.verb_second or order.caseless)
    commas = sum(place.key(n) in COMMAS for n in range(place.last, index))
    named = place.sentence.tokens[index - 2].capital if index - 2 > place.last else False
    return free and commas == 1 and place.key(index - 1) in COMMAS and named


def takes_up_clause(place: CuePlace, index: int) -> bool:
    """Tell whether a conjunction behind a comma and an article takes up all before it: ", lo que explica el ruido"."""
    grammar = place.grammar
    led = place.key(index - 1) in grammar.determiners | grammar.anaphors | grammar.clitics
    return led and place.key(index - 2) in COMMAS and index - 2 > place.last


def is_copula(place: CuePlace, index: int) -> bool:
    """Tell whether a conjunction that is a copula, too, has its subject before it: "khẳng định cây cầu là …"."""
    last = place.last
    return place.key(index) in place.grammar.copulas and index > last and place.key(last) not in place.grammar.adjuncts


def is_led(place: CuePlace, index: int) -> bool:
    """Tell whether a conjunction is the second word of another: "afin que"."""
    return place.key(index - 1) in place.grammar.subordinators - place.grammar.adverbs
