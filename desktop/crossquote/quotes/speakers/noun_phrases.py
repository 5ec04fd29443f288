"""Noun phrases: where the people and bodies that could be speaking are named in a clause.

No parser: a phrase begins with a pronoun, a name, a determiner or a word for a role, where no preposition governs
it, and ends before the next preposition that does not belong to it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

import regex
from msgspec import Struct
from msgspec.structs import replace

from crossquote.model.span import Span, hull
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Token
from crossquote.quotes.scene import BLOT, Scene
from crossquote.text.names import Name, is_short_form, load_name_rules
from crossquote.text.same_names import is_land
from crossquote.text.words import Word, fold

_LONGEST = 12
_UNDER = 2
_CLOSING = frozenset("»”")
_OPENING = frozenset('«„“"')
_STOP = regex.compile(
    rf"{BLOT}++|[,:](?!(?<=\p{{Nd}}.)\p{{Nd}})|[;()\[\]…]|[!?](?=\s|$)"
    r"|(?<=\p{Ll}{5})\.(?=\s+\p{Lu})|\s[—–-]+(?=\s)|—|--"
)


_OFFICE = 60
"""So many letters before a full name may belong to the same run of capitals."""
_MOST_CLAUSES = 60


class Clause(Struct, frozen=True):
    """A stretch of words without a comma inside, with the names in it."""

    span: Span
    text: str
    words: tuple[Token, ...]
    names: tuple[Name, ...]
    cues: frozenset[int]

    def with_words(self, words: Sequence[Token]) -> "Clause":
        """Return this clause with only some of its words."""
        return replace(self, words=tuple(words))

    def capital(self, index: int) -> bool:
        """Tell whether a word begins with a capital."""
        return self.text[self.words[index].span.start].isupper()


def cut_clauses(scene: Scene, span: Span) -> list[Clause]:
    """Return the stretches of `span` between commas and other marks; empty ones stand too, as empty clauses.

    Nobody reads a sentence of more than so many clauses: what follows them is left out.
    """
    clauses = [_clause(scene, piece) for piece in _pieces(scene, span)]
    return clauses[1:] if len(clauses) > 1 and is_heading(clauses[0], scene.grammar) else clauses


def is_heading(clause: Clause, grammar: Grammar) -> bool:
    """Tell whether a clause is but a heading in capitals before a colon, which names nobody: "THE FACTS: …"."""
    words = clause.words
    if clause.text[clause.span.end : clause.span.end + 1] != ":" or not words or not clause.capital(0):
        return False
    shouted = clause.span.of(clause.text).isupper() and words[0].key in grammar.determiners
    return shouted and not any(grammar.is_role(word.key) for word in words)


def first_clause(scene: Scene, span: Span) -> Clause:
    """Return the first of the clauses of `span`."""
    return _clause(scene, next(_pieces(scene, span)))


def last_clause(scene: Scene, span: Span) -> Clause:
    """Return the last of the clauses of `span`."""
    return _clause(scene, list(_pieces(scene, span))[-1])


def _pieces(scene: Scene, span: Span) -> Iterator[Span]:
    start = span.start
    for match in islice(_STOP.finditer(scene.masked, span.start, span.end), _MOST_CLAUSES):
        yield Span(start, max(start, match.start()))
        start = match.end()
    yield Span(start, max(start, span.end))


def _clause(scene: Scene, span: Span) -> Clause:
    cues = frozenset(cue.span.start for cue in scene.cues_in(span) if cue.verb)
    return Clause(span, scene.masked, tuple(scene.words_in(span)), tuple(scene.names_in(span)), cues)


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
        end = _end(clause, index, grammar)
        lone = end == index + 1 and words[index].key in grammar.determiners and words[index].key not in grammar.pronouns
        beside = index > 0 and object_ends == index - 1
        under = _governed(words, index, grammar) or (beside and _joined(clause, index, end, grammar))
        object_ends = end if under else -1
        if not lone and (governed or not under):
            yield Span(words[_opening(clause, index, grammar)].span.start, _shown_end(clause, end - 1, grammar))
        index = end


def opens_time(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether a phrase at `index` only tells when: "dijo este martes el ministro"."""
    if index + 1 >= len(clause.words) or clause.words[index].key not in grammar.determiners:
        return False
    capital = clause.capital(index + 1) and clause.words[index].key not in grammar.oblique_determiners
    return not capital and clause.words[index + 1].key in grammar.times


def _joined(clause: Clause, index: int, end: int, grammar: Grammar) -> bool:
    """Tell whether "and" ties a phrase to the one before it, and no verb of its own follows: "with Roe and Hill"."""
    own = end < len(clause.words) and clause.words[end].span.start in clause.cues
    return clause.words[index - 1].key in grammar.additive and not own and end < len(clause.words)


def _opening(clause: Clause, index: int, grammar: Grammar) -> int:
    """Return the index of the first word of a body's name that begins before its noun: "Nejvyšší soud"."""
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
    role = grammar.is_role(word.key) and (clause.capital(index) or not grammar.order.nouns_have_capitals)
    if role or word.key in grammar.pronouns or word.key in grammar.determiners:
        return True
    behind = bisect_right(clause.names, word.span.start, key=lambda name: name.span.start)
    near = clause.names[max(0, behind - 1) : behind + 1]  # what holds the word begins at it or before, its title so
    named = (name for name in near if grammar.names(name) and not name.key.endswith(grammar.ends.obliques))
    return any(_whole(name).start <= word.span.start < _whole(name).end for name in named)


def _belongs_before(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether what looks like an article belongs to the words before it: "σε ανακοίνωσή του το σωματείο"."""
    after = clause.words[index + 1].key if index + 1 < len(clause.words) else ""
    oblique = clause.words[index].key in grammar.oblique_determiners
    return oblique and after in grammar.determiners - grammar.oblique_determiners


def _whole(name: Name) -> Span:
    """Return where a name stands with its title."""
    return hull((name.title, name.span)) if name.title else name.span


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


def _end(clause: Clause, index: int, grammar: Grammar) -> int:
    """Return the index after the last word of the phrase that begins at `index`."""
    words = clause.words
    titled = words[index].key in grammar.honorifics and index + 1 < len(words) and clause.capital(index + 1)
    if (words[index].key in grammar.speakers and not titled) or words[index].key in grammar.contracted:
        return index + 1
    end = _behind_attribute(clause, index, grammar) + 1
    while end < len(words) and end - index < _LONGEST:
        key = words[end].key
        if key in grammar.prepositions and key not in grammar.links:
            break
        if (
            _opens_relative(words, index, end, grammar)
            or grammar.closes_phrase(key)
            or _is_verb(clause, end, grammar)
            or _tells_when(words, end, grammar)
        ):
            break
        if (
            _name_ends(clause, end, grammar)
            or _is_over(clause, end, grammar)
            or _marks_part(clause, end)
            or _marks_close(clause, index, end)
            or _article_hangs(words, end, grammar)
            or (end > index + 1 and key in grammar.nominative)
        ):
            break
        article = words[end - 1].key in grammar.determiners  # "der Papst", but "said mayor Sir Ian"
        if key in grammar.honorifics and clause.capital(end) and not (article or clause.capital(end - 1)):
            break
        if _object_begins(clause, index, end, grammar):
            end -= 1
            break
        noun = clause.capital(end - 1) and words[end - 1].key not in grammar.determiners
        if grammar.order.nouns_have_capitals and noun and not clause.capital(end) and key not in grammar.links:
            break
        end += 1
    while end - 1 > index and words[end - 1].key in grammar.links | grammar.determiners:
        end -= 1
    return end - 1 if _verb_closes(clause, index, end, grammar) else end


def _is_relative_head(clause: Clause, grammar: Grammar) -> bool:
    """Tell whether a clause behind a comma begins with a pronoun that may be an article, too: ", die het … schreef"."""
    order, word = grammar.order, clause.words[0]
    if word.key not in grammar.who & grammar.determiners or not order.verb_second or order.nouns_have_capitals:
        return False
    return clause.text[: clause.span.start].endswith(",")


def _opens_relative(words: Sequence[Word], first: int, index: int, grammar: Grammar) -> bool:
    """Tell whether a pronoun that may be an article, too, opens a relative clause: "een bewoner die anoniem …"."""
    order, key = grammar.order, words[index].key
    after = words[index - 1].key
    noun = index > first + 1 or after not in grammar.determiners
    return (
        key in grammar.who
        and order.verb_second
        and not order.nouns_have_capitals
        and noun
        and after not in grammar.links
    )


def _article_hangs(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Tell whether an article hangs on the word at `index`, which opens another phrase: "in una nota l'azienda"."""
    article, apostrophe, _ = words[index].key.partition("'")
    leads = grammar.links | grammar.determiners | grammar.prepositions
    return bool(apostrophe) and f"{article}'" in grammar.determiners and words[index - 1].key not in leads


def _is_over(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether whom a phrase names is told, where roles stand behind: at an article, or at an object of the verb.

    "Kovács János miniszter egy …", "magyarázta Kovács döntését".
    """
    before, key = clause.words[index - 1].key, clause.words[index].key
    if key in grammar.determiners:
        return grammar.bears(before)
    return grammar.order.roles_behind and clause.capital(index - 1) and grammar.is_oblique(key)


def _marks_part(clause: Clause, index: int) -> bool:
    """Tell whether a mark opens right behind a person's name: "цитує Котика «Хвиля»", but "the paper “Tide”"."""
    before = clause.words[index - 1].span
    if not _OPENING.intersection(clause.text[before.end : clause.words[index].span.start]):
        return False
    name = next((name for name in clause.names if name.span.end == before.end and name.sure), None)
    return name is not None and not name.span.of(clause.text).isupper()


def _marks_close(clause: Clause, first: int, index: int) -> bool:
    """Tell whether marks that opened before a phrase close in it: "im „Boten“ der Rat" has two."""
    words, text = clause.words, clause.text
    if not _CLOSING.intersection(text[words[index - 1].span.end : words[index].span.start]):
        return False
    return not _OPENING.intersection(text[words[first].span.start : words[index - 1].span.end])


def _tells_when(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Tell whether words of time begin at `index`, where no capital shows that a name is over: "مساء الجمعة".

    Or whoever is told something, with the preposition joined to them: "لوكالة الأنباء".
    """
    before = [word.key for word in words[max(0, index - _UNDER) : index]]
    if grammar.order.caseless and grammar.is_addressed(words[index].key, before):
        return True
    timed = grammar.order.caseless and index + 1 < len(words) and words[index].key in grammar.adjuncts
    return timed and grammar.is_adverb(words[index + 1].key)


def _behind_attribute(clause: Clause, index: int, grammar: Grammar) -> int:
    """Return the index of the noun behind an attribute that has nouns of its own: "der für den Hafen zuständige Rat".

    Where none stands behind the article at `index`, that is its own.
    """
    words = clause.words
    inner = words[index + 1].key if index + 1 < len(words) else ""
    if not grammar.order.nouns_have_capitals or words[index].key not in grammar.determiners:
        return index
    if inner not in grammar.prepositions and not inner[:1].isdigit():
        return index
    for at in range(index + 3, min(index + _LONGEST, len(words) - 1)):
        adjective = not clause.capital(at) and words[at].key.endswith(grammar.ends.adjectives)
        if adjective and clause.capital(at - 1) and clause.capital(at + 1):
            return at + 1
    return index


def _is_verb(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether a word is a verb that the lexicon lists, and no name or role besides ("Will", "leads")."""
    word, after = clause.words[index], clause.words[index + 1 : index + 2]
    if after and after[0].key in grammar.reflexive_clitics and not clause.capital(index):
        return True  # "rzecznik spotkał się z nimi"
    if word.span.start in clause.cues:
        return not grammar.is_role(word.key)
    return word.key in grammar.finite and not clause.capital(index)


def _verb_closes(clause: Clause, first: int, end: int, grammar: Grammar) -> bool:
    """Tell whether a verb that nobody listed is the last word of a phrase, by its ending: "the protesters marched"."""
    words = clause.words
    last = words[end - 1].key
    if end - first < 3 or not grammar.ends.past or not last.endswith(grammar.ends.past) or grammar.is_role(last):
        return False
    beside = words[end - 2].key
    return not clause.capital(end - 1) and beside not in grammar.determiners | grammar.links and len(last) > 4


def _name_ends(clause: Clause, index: int, grammar: Grammar) -> bool:
    """Tell whether a name stands right before a small word that no role follows: it is the end of its phrase."""
    words = clause.words
    if clause.capital(index) or _is_base(words[index].key, grammar) or words[index].key in grammar.links:
        return False
    before = words[index - 1].span
    name = next((name for name in clause.names if name.span.end == before.end and name.sure), None)
    if name is None:
        return False
    alone = index < 2 or words[index - 2].key not in grammar.determiners  # "the Northern plan", but "Berg thinks"
    if not (grammar.order.names_inflect or name.title or " " in name.key or alone):
        return False
    return _verb_follows(clause, index, grammar, lone=" " not in name.key and not name.title)


def _verb_follows(clause: Clause, index: int, grammar: Grammar, *, lone: bool) -> bool:
    """Tell whether the word at `index`, after a name, is a verb rather than a noun; a `lone` name may be a land."""
    words = clause.words
    for at in range(index, min(index + 3, len(words))):
        if words[at].key in grammar.determiners:
            return True
        verb = lone and at > index and (words[at].key in grammar.finite or words[at].span.start in clause.cues)
        if verb or _is_base(words[at].key, grammar) or clause.capital(at):
            return False  # "Norlandic media have said": what stands before the verb is a noun
    return True


def _object_begins(clause: Clause, first: int, index: int, grammar: Grammar) -> bool:
    """Tell whether another noun begins at `index`: then a verb stands right before it ("the plan makes no mention")."""
    words = clause.words
    least = 2 if words[first].key in grammar.indefinite else 3  # "One shows an image"
    if index - first < least or words[index].key not in grammar.determiners or clause.capital(index - 1):
        return False
    before = words[index - 1].key
    return before not in grammar.links | grammar.determiners | grammar.coordinators and not grammar.is_role(before)


def _is_base(key: str, grammar: Grammar) -> bool:
    """Tell whether a word is a role, and not in another case as the one who is told something is."""
    return key in grammar.roles if grammar.order.names_inflect else grammar.is_role(key)


def speaks(scene: Scene, mention: Span, grammar: Grammar) -> bool:
    """Tell whether a mention is a name, a pronoun or a role: somebody who can speak, and not what belongs to them."""
    if any(name.sure and not _owns(scene, name, mention) for name in scene.names_in(mention)):
        return True
    longer = scene.names_in(Span(max(0, mention.start - _OFFICE), mention.end))
    ends = any(name.sure and name.span.contains(mention) and name.span.end == mention.end for name in longer)
    if ends and all(word.capital for word in scene.words_in(mention)):
        return True  # "il Parlamento Luca Neri"
    if fold(mention.of(scene.text)) in grammar.speakers:
        return True
    return any(word.key in grammar.speakers or grammar.is_role(word.key) for word in scene.words_in(mention))


def _owns(scene: Scene, name: Name, mention: Span) -> bool:
    """Tell whether a name stands for the owner of what the mention goes on with: "Roe’s use of a phone"."""
    goes_on = mention.end - name.span.end > max(map(len, scene.grammar.ends.possessives), default=0)
    return goes_on and scene.text[name.span.end : name.span.end + 1] in tuple("'’ʼ")


def head_name(scene: Scene, phrase: Span, grammar: Grammar) -> Name | None:
    """Return the name that a phrase itself bears: its last before "of" or "for", where no role follows it.

    The name in "a spokesman for Jane Doe", "the US president" and "Doe’s lawyer" is somebody else's.
    """
    words = scene.words_in(phrase)
    every = scene.names_in(phrase)
    begin = {name.span.start for name in every}  # "Van Dalen" begins with a preposition
    small = (word for word in words if word.key in grammar.links | grammar.prepositions)
    stop = next((word.span.start for word in small if word.span.start not in begin), phrase.end)
    names = [name for name in every if name.span.start < stop]
    if not names:
        return _after_office(scene, phrase, stop, grammar)
    rest = [word for word in words if names[-1].span.end <= word.span.start < stop]
    if rest and grammar.bears(rest[-1].key):
        return names[-1]
    modifies = any(grammar.is_role(word.key) or scene.masked[word.span.start].islower() for word in rest)
    return None if modifies or grammar.is_complement(names[-1]) or _is_office(scene, phrase, names[-1]) else names[-1]


def _is_office(scene: Scene, phrase: Span, name: Name) -> bool:
    """Tell whether initials behind a role say what it is for: "szef NATO", "il segretario Pd".

    So does a land where there are no articles.
    """
    before = scene.words_in(Span(phrase.start, max(phrase.start, name.span.start)))
    text = name.span.of(scene.text)
    initials = is_short_form(text)
    if scene.grammar.order.names_inflect:
        land = len(name.words) == 1 and is_land(name.key, scene.language)
        initials = initials or land or (text.isupper() and len(text) > 1)
    return initials and any(scene.grammar.is_role(word.key) for word in before)


def _after_office(scene: Scene, phrase: Span, stop: int, grammar: Grammar) -> Name | None:
    """Return the name that closes an office with a link in it: "la ministra de Defensa Ana Pérez"."""
    if not any(grammar.is_role(word.key) for word in scene.words_in(Span(phrase.start, stop))):
        return None
    last = next((name for name in scene.names_in(phrase) if name.span.end == phrase.end), None)
    parts = last.span.of(scene.text).split(" ") if last else []
    if last is None or len(parts) < 3 or not all(parts) or parts[-2][0].islower():  # "da Câmara de Vilanova"
        return None
    start = phrase.end - len(" ".join(parts[-2:]))
    return replace(last, span=Span(start, phrase.end), key=" ".join(last.words[-2:]))
