"""Verbs beside a quote that no lexicon lists: “We stay,” grumbled Ann Roe.

Words in marks, a comma or a dash, a verb and somebody: that is a quote by its shape. The verb is then a cue as those
of the lexicon are, but one that stands only beside words in marks.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex
from msgspec.structs import replace

from crossquote.model.quote import Stance
from crossquote.model.span import Span
from crossquote.quotes.cues import CueMatch, Governs
from crossquote.quotes.direct.dashes import has_dialogue
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Page, Token
from crossquote.quotes.unspoken import MAN, WOMAN, load_unspoken
from crossquote.text.marks import MarkFamily
from crossquote.text.pairing import Marked
from crossquote.text.words import fold

_REACH = 100
"""So far after a quote, in letters, its verb and who speaks are looked for."""
_WORDS = 7
_QUOTE_VERB = frozenset({Governs.PARENTHETICAL, Governs.COLON})
_COMMAS = frozenset(",،")
_JOINTS = _COMMAS | frozenset("–—―-")
_LINE = regex.compile(r"(?:[—–―]|-(?=\s))[ \u00a0]?(?=[^\s—–-])")
"""What opens a line of dialogue."""
_PUT_IN = regex.compile(r"(?:[ \u00a0]?[—–―]|[ \u00a0]-)[ \u00a0]?(?=\p{Ll})")
"""What stands before who speaks in one, where a dash does."""
_COMMA_IN = regex.compile(r"[,!?…][ \u00a0](?=\p{Ll})")
"""And where a comma does."""
_MANNER = 4
"""So many words between a verb and who speaks say how, in a line of dialogue."""
_STOPS = frozenset(".,;:!?…()")
_SENTENCE_END = regex.compile(r"[.!?](?=\s)|\n")
_SAID = regex.compile(r"[,!?…][\s\u00a0]*$")
_TITLE_LIKE = regex.compile(
    r"[\p{Lu}\p{N}][\p{L}\p{M}\p{N}’'-]*(?: (?:\p{Ll}{1,3} )?[\p{Lu}\p{N}][\p{L}\p{M}\p{N}’'-]*)+"
)


def with_unlisted(page: Page) -> Page:
    """Return `page` with the verbs beside its marks that no lexicon lists among its cues."""
    found = list(_find(page))
    if not found:
        return page
    return replace(page, cues=tuple(sorted([*page.cues, *found], key=lambda cue: cue.span)))


def _find(page: Page) -> Iterator[CueMatch]:
    if page.grammar.order.caseless:
        return
    for pair in page.marked:
        if pair.family is not MarkFamily.TITLE and _opens(page, pair):
            verb = _verb_after(page, pair)
            if verb is not None:
                yield CueMatch(verb.span, verb.key, Stance.NEUTRAL, _QUOTE_VERB)
    yield from _find_in_dialogue(page)


def _find_in_dialogue(page: Page) -> Iterator[CueMatch]:
    """Yield the verbs in lines that a dash opens: "– Votre pont est tordu – l’interrompit soudain Jean Roux."."""
    if not has_dialogue(page.language) or page.grammar.order.caseless or page.grammar.order.verb_last:
        return
    for line in page.paragraphs:
        opening = _LINE.match(page.text, line.start, line.end)
        if opening is None:
            continue
        dashes = list(_PUT_IN.finditer(page.text, opening.end(), line.end))
        for place in dashes or _COMMA_IN.finditer(page.text, opening.end(), line.end):
            verb = _verb_put_in(page, Span(place.end(), line.end), dashed=bool(dashes))
            if verb is not None:
                yield CueMatch(verb, fold(verb.of(page.text)), Stance.NEUTRAL, _QUOTE_VERB)
                break


def _verb_put_in(page: Page, rest: Span, *, dashed: bool) -> Span | None:
    """Return the verb that opens what a line of dialogue says of who speaks, with all that goes with it before them.

    Behind a comma a role alone does not show it: "– Un mot de Jean Roux, premier ministre".
    """
    tokens = page.tokens_in(Span(rest.start, min(rest.end, rest.start + _REACH)))
    stop = next((at for at, token in enumerate(tokens) if token.key in _STOPS | _JOINTS), len(tokens))
    tokens, grammar = tokens[:stop], page.grammar
    if not tokens or any(cue.verb for cue in page.cues_in(Span(rest.start, tokens[-1].span.end))):
        return None
    start = next((at for at, token in enumerate(tokens) if not _is_pronoun(token, grammar)), 0)
    if not _may_be_verb(tokens[start], grammar):
        return None
    for at in range(start + 1, min(stop, start + 2 + _MANNER)):
        begins = tokens[at].capital or tokens[at].key in grammar.personal | grammar.determiners
        shown = begins or (dashed and _is_role(tokens[at], grammar))
        end = _after_somebody(page, tokens, at) if shown else at
        if end == stop and not _is_ruled(tokens, at, grammar):
            return Span(tokens[start].span.start, tokens[at - 1].span.end)
        if tokens[at].capital:
            return None
    return None


def _is_pronoun(token: Token, grammar: Grammar) -> bool:
    """Tell whether a word before a verb is a pronoun that is its object: "le espetó", "la interruppe"."""
    return grammar.order.inverts and token.key in (grammar.clitics | grammar.obliques) - grammar.speakers


def _is_ruled(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Tell whether who stands at a place is no subject, by what stands before or by their case."""
    before = tokens[at - 1].key
    inflected = grammar.order.names_inflect and not tokens[at].capital and tokens[at].key not in grammar.roles
    return before in grammar.prepositions | grammar.additive or (inflected and grammar.is_role(tokens[at].key))


def _opens(page: Page, pair: Marked) -> bool:
    """Tell whether the marks open their sentence or line, and hold what does not look like a title."""
    before = page.text[max(0, pair.outer.start - 3) : pair.outer.start].rstrip(" \u00a0")
    if before and before[-1] not in '\n.:!?…—–-”"»':
        return False
    return _TITLE_LIKE.fullmatch(pair.content.of(page.text).rstrip(",.")) is None


def _verb_after(page: Page, pair: Marked) -> Token | None:
    """Return the verb after the marks that says that they were spoken: before who speaks, or after them."""
    near = Span(pair.outer.end, min(len(page.text), pair.outer.end + _REACH))
    stop = _SENTENCE_END.search(page.text, near.start, near.end)
    if page.cues_in(Span(near.start, stop.start() if stop else near.end)):
        return None
    tokens = page.tokens_in(near)
    clause = any(word.key in page.grammar.finite for word in page.words_in(pair.content))
    start, joined = 0, _SAID.search(pair.content.of(page.text)[-3:]) is not None
    while start < len(tokens) and tokens[start].key in _JOINTS:
        # A noun and its genitive look like a verb and its subject: there only the dash of speech tells.
        joined = joined or not page.grammar.order.names_inflect or tokens[start].key not in _COMMAS or clause
        start += 1
    if start < len(tokens) and tokens[start].key in page.grammar.quoted_by:
        start, joined = start + 1, True
    if start < len(tokens) and tokens[start].key in page.grammar.reflexive_auxiliaries:
        start += 1  # "s'est agacé l'élu", "si è sfogato il sindaco"
        start += start < len(tokens) and tokens[start].key in page.grammar.passives
    start += start < len(tokens) and _is_pronoun(tokens[start], page.grammar)  # "le espetó", "gli ha sibilato"
    while start < len(tokens) and not page.grammar.order.verb_second and _is_auxiliary(tokens[start], page.grammar):
        start += 1  # "a tonné Ana Roe"
    if not joined or "\n" in page.text[pair.outer.end : tokens[start].span.start if start < len(tokens) else near.end]:
        return None
    alone = _verb_alone(page, tokens[start : start + _WORDS])
    return (
        alone or _verb_first(page, tokens[start : start + _WORDS]) or _verb_second(page, tokens[start : start + _WORDS])
    )


def _verb_alone(page: Page, tokens: Sequence[Token]) -> Token | None:
    """Return a verb that closes its sentence and needs no subject, and tells of whom it is said: "– grzmiał."."""
    unspoken = load_unspoken(page.language)
    if not unspoken.pronouns or not tokens or not _may_be_verb(tokens[0], page.grammar):
        return None
    closed = len(tokens) == 1 or tokens[1].key in _STOPS
    told = (unspoken.wanted(tokens[0].key, "") or "") in (MAN, WOMAN)
    return tokens[0] if closed and told and page.grammar.order.names_inflect else None


def _is_auxiliary(token: Token, grammar: Grammar) -> bool:
    """Tell whether a word makes a past of the verb behind it: "a", "ha", "s-a"."""
    return token.key in grammar.finite and grammar.is_adverb(token.key)


def _verb_first(page: Page, tokens: Sequence[Token]) -> Token | None:
    """Return the verb of "grumbled Ann Roe" and "seufzte sie"."""
    if not tokens or not (_may_be_verb(tokens[0], page.grammar) or _stands_second(tokens[0], page.grammar)):
        return None
    beside = tokens[1].key if len(tokens) > 1 else ""
    objects = page.grammar.obliques | page.grammar.clitics | page.grammar.reflexive_clitics
    at = 2 if page.grammar.is_adverb(beside) or beside in objects else 1
    anybody = page.grammar.is_person_behind([token.key for token in tokens[1:3]])
    return tokens[0] if anybody or _after_somebody(page, tokens, at) > at else None


def _stands_second(token: Token, grammar: Grammar) -> bool:
    """Tell whether a verb may have what was said before it, as it stands second there: "„…“, ist Roe sicher"."""
    return grammar.order.verb_second and grammar.order.commas and token.key in grammar.finite | grammar.passives


def _verb_second(page: Page, tokens: Sequence[Token]) -> Token | None:
    """Return the verb of "Ann Roe grumbled", where a clause may begin with its subject behind a quote."""
    grammar = page.grammar
    if grammar.order.inverts or grammar.order.verb_second or grammar.order.commas:
        return None
    at = _after_somebody(page, tokens, 0)
    if not 0 < at < len(tokens) or not _may_be_verb(tokens[at], grammar):
        return None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    ends = after is None or after.key in _STOPS or after.key in grammar.adjuncts or grammar.is_adverb(after.key)
    return tokens[at] if ends else None


def _may_be_verb(token: Token, grammar: Grammar) -> bool:
    """Tell whether a word may be a verb: lower-case, and none that the grammar knows as small."""
    key = _without_pronoun(token.key, grammar)
    if not token.word or token.capital or len(key) < (3 if grammar.prepositions else 4) or not key.isalpha():
        return False
    small = grammar.breaks | grammar.determiners | grammar.adjuncts | grammar.relatives | grammar.who | grammar.finite
    small |= grammar.pronouns | grammar.subjects | grammar.passives | grammar.links | grammar.as_words
    if key in small or grammar.is_adverb(key) or (grammar.is_role(key) and not _articles_tell(grammar)):
        return False
    return not key.endswith(grammar.ends.participles)


def _articles_tell(grammar: Grammar) -> bool:
    """Tell whether a role has an article where somebody speaks, so that one without is a verb: "juge Ana Roe"."""
    order = grammar.order
    return order.inverts and not (order.names_inflect or order.verb_second or order.verb_first or order.commas)


def _without_pronoun(key: str, grammar: Grammar) -> str:
    """Return a verb without a pronoun that is elided before it, or joined behind it: "s'insurge", "indignou-se".

    An apostrophe that is a letter is none of the mark of such a pronoun: "роз'яснює".
    """
    head, apostrophe, tail = key.partition("'")
    if apostrophe and grammar.order.names_inflect:
        return head + tail
    if apostrophe:
        return tail if head in grammar.reflexive_auxiliaries or key.startswith(grammar.ends.objects) else key
    verb, _, joined = key.partition("-")
    return verb if joined in grammar.reflexive_auxiliaries | grammar.clitics else key


def _after_somebody(page: Page, tokens: Sequence[Token], at: int) -> int:
    """Return the index after the name, pronoun or role that stands at `at`, or `at` where there is none."""
    if at >= len(tokens) or not tokens[at].word:
        return at
    token, grammar = tokens[at], page.grammar
    if token.clitic or token.key in grammar.personal - grammar.neuter:
        return at + 1
    name = _name_end(page, token)
    start = at + 1 if name is None and token.key in grammar.determiners else at
    if name is None and start > at and start < len(tokens):
        name = _name_end(page, tokens[start])  # "ξέσπασε η Άννα Παππά"
    role = next((n for n in range(start, min(start + 3, len(tokens))) if _is_role(tokens[n], grammar)), None)
    if name is None and role is not None and role + 1 < len(tokens):
        name = _name_end(page, tokens[role + 1])
    if name is None:
        return at if role is None else role + 1
    return next((n for n in range(at, len(tokens)) if tokens[n].span.start >= name), len(tokens))


def _is_role(token: Token, grammar: Grammar) -> bool:
    return token.word and grammar.is_role(token.key)


def _name_end(page: Page, token: Token) -> int | None:
    """Return where the name ends that begins, with its title, at a word; None where none does."""
    place = bisect_left(page.names, token.span.start, key=lambda name: name.span.start)
    for name in page.names[place : place + 1]:
        begins = min(name.span.start, name.title.start if name.title else name.span.start)
        if begins == token.span.start and name.sure and token.capital:
            return name.span.end
    return None
