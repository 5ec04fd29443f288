"""Runs of words with capitals, with the particles inside them: what names are looked for in."""

from collections.abc import Iterator, Sequence

import regex
from msgspec import Struct

from crossquote.model.span import Span
from crossquote.text.called_months import is_called
from crossquote.text.name_particles import opens_surname, stands_before_name
from crossquote.text.name_rules import NameRules
from crossquote.text.small_given_names import is_small_given
from crossquote.text.words import fold

_FULL = 2
"""So many words has a full name, as far as nothing tells of more."""
_BLANK = regex.compile(r"[ \u00a0\u202f]{1,2}")
_LAST_NAME = regex.compile(r"\p{Lu}\.[ \u00a0]\p{Lu}[\p{L}.]")
"""An initial and what stands behind it."""
_GOES_ON = regex.compile(r"[ \u00a0]\p{Ll}|[,.;!?)”»\"’']|$")
"""What stands behind a last name, no further word with a capital."""
_LATIN = regex.compile(r"\p{Latin}")
_SENTENCE_START = regex.compile(r"(?:^|[.!?:…\n|•—–-]|[.!?…][\"”’'»)\]])[\s\"“„«»‘'(\[¿¡—–-]*$")


class NamePart(Struct, frozen=True):
    """A capitalised word, or a particle inside a name."""

    span: Span
    key: str
    particle: bool = False


def find_runs(text: str, rules: NameRules) -> Iterator[Sequence[NamePart]]:
    """Yield the runs of capitalised words in a text, in order, parted where they name several."""
    return (part for run in _runs(text, rules) for part in _parted(run, rules))


def _runs(text: str, rules: NameRules) -> Iterator[list[NamePart]]:
    """Yield the runs of capitalised words, with the particles inside them."""
    run: list[NamePart] = []
    waiting: list[NamePart] = []
    for match in rules.word.finditer(text, concurrent=True):
        capital = rules.begins_name(match[0])
        if not capital and not run:
            continue  # most words: there is nothing that one would go on
        end = match.end()
        possessive = rules.possessive.search(match[0])
        span = Span(match.start(), end - (len(possessive[0]) if possessive else 0))
        key = fold(span.of(text)).removesuffix(".")
        joined = bool(run) and _joined(text, (waiting or run)[-1], match)
        if not joined:
            yield from _closed(run)
            run, waiting = [], []
        behind = bool(run) and run[-1].key in rules.particles  # "Tomás Ó Sé", though sé is he
        behind = behind or (joined and _is_initial(text, match))
        own = behind or key not in rules.never or _leads_surname(text, match, key, rules, inside=bool(run))
        own = own or (joined and not waiting and _is_last_name(text, match, key, run, rules))
        inner = capital and not own and not begins_sentence(text, match.start())
        own = own or (inner and is_small_given(text, span, rules, inside=bool(run)))
        if capital and (own or is_called(text, span, rules, [part.key for part in run])):
            run.extend(waiting if joined else [])
            run.append(NamePart(span, key))
            waiting = []
        elif joined and not capital and (key in rules.particles or (waiting and key in rules.inner_particles)):
            waiting.append(NamePart(span, key, particle=True))
            continue
        else:
            yield from _closed(run)
            run, waiting = [], []
            continue
        if possessive or _inflected(key, rules) or (match[0][0].islower() and _short_form(match[0], rules)):
            yield from _closed(run)
            run, waiting = [], []
    yield from _closed(run)


def _joined(text: str, before: NamePart, word: regex.Match[str]) -> bool:
    """Tell whether no more than a blank parts a word from that before it, and both are of one script.

    "Bloomberg Шкрели" are two: whom somebody told, and who did.
    """
    blank = _BLANK.fullmatch(text, before.span.end, word.start()) is not None
    return blank and (_is_latin(text[before.span.start]) == _is_latin(word[0][0]))


def _is_initial(text: str, word: regex.Match[str]) -> bool:
    """Tell whether a word inside a name is a letter and a period before another: "Iván A. Duarte", though a is to."""
    return len(fold(word[0]).removesuffix(".")) == 1 and _LAST_NAME.match(text, word.start()) is not None


def _is_last_name(text: str, word: regex.Match[str], key: str, run: Sequence[NamePart], rules: NameRules) -> bool:
    """Tell whether a small word with a capital is a last name: behind one word, with nothing like it behind it.

    "Брюс Ли заявил", "Ann Will said", but no "Trump Will Say No", nor "the U.S. But he".
    """
    if len(run) != 1 or key not in rules.behind_given or word[0].isupper() or not rules.is_given(run[0].key):
        return False
    return _GOES_ON.match(text, word.end()) is not None and not run[0].span.of(text).isupper()


def _is_latin(letter: str) -> bool:
    return _LATIN.match(letter) is not None


def _inflected(key: str, rules: NameRules) -> bool:
    """Tell whether a word ends its name by its case, where only the last word of a name has one: "az MTI-nek"."""
    return not rules.cases and key.endswith(rules.oblique_ends)


def _leads_surname(text: str, match: regex.Match[str], key: str, rules: NameRules, *, inside: bool) -> bool:
    """Tell whether a small word with a capital is a part of a name: "Marine Le Pen", or alone "zei De Jonge"."""
    if inside:
        return key in rules.particles and stands_before_name(text, match.end())
    return _opens_surname(text, match, rules)


def _opens_surname(text: str, match: regex.Match[str], rules: NameRules) -> bool:
    """Tell whether a small word with a capital opens a last name that stands alone in a sentence: "zei De Jonge"."""
    if fold(match[0]) not in rules.particles | rules.inner_particles:
        return False
    if begins_sentence(text, match.start()):
        return opens_surname(text, match.start(), match.end(), rules.opening)
    return stands_before_name(text, match.end())


def _short_form(word: str, rules: NameRules) -> bool:
    """Tell whether a word is a body's initials behind an elided article, which no given name follows: "l'AFP"."""
    bare = rules.unelided(word)
    return 1 < len(bare) < len(word) and bare.isupper()


def _of_one(run: Sequence[NamePart], rules: NameRules) -> bool:
    """Tell whether four words with capitals are one name: with a particle, a title or a name after the father."""
    fathers = rules.is_patronymic(run[-_FULL].key)  # "мэра Орла Ивана Ивановича Рогова"
    own = (token.particle or rules.is_title(token.key) or token.key.endswith(rules.patronymics) for token in run)
    return fathers or any(own)


def _parted(run: list[NamePart], rules: NameRules) -> Iterator[list[NamePart]]:
    """Yield the names in a run that "and" joins: "José Ortega y Gasset" is one, "Ana Roe y Tom Hill" are two."""
    titled = len(run) == 2 * _FULL + 1 and rules.is_title(run[0].key)
    own = run[1:] if titled else run
    if len(own) == 2 * _FULL and rules.patronymics and not _of_one(own, rules):  # "сказал Софье Ридель Иван Белов"
        yield run[:-_FULL]
        yield run[-_FULL:]
        return
    body = next((at for at in range(1, len(run) - 1) if _opens_body(run, at, rules)), None)
    if body is not None:
        yield run[:body]
        yield from _parted(run[body + 1 :], rules)
        return
    at = next((at for at, token in enumerate(run) if token.particle and token.key in rules.additive), None)
    if at is None or len(run) - at < 3 or run[at + 1].particle:
        yield run
        return
    yield run[:at]
    yield from _parted(run[at + 1 :], rules)


def _opens_body(run: Sequence[NamePart], at: int, rules: NameRules) -> bool:
    """Tell whether an article inside a run opens a body's name, which another stands before: "Salem | el Gobierno"."""
    article = run[at].particle and run[at].key in rules.determiners - rules.prepositions
    return article and not run[at - 1].particle and run[at + 1].key in rules.bodies


def _closed(run: list[NamePart]) -> Iterator[list[NamePart]]:
    if run:
        yield run


def begins_sentence(text: str, start: int) -> bool:
    """Tell whether a word that begins at `start` opens a sentence, or a line, a list, words in marks."""
    return _SENTENCE_START.search(text[max(0, start - 12) : start]) is not None
