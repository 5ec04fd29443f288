"""A place and a person behind it: "In Boston Ann Lind said" names Ann Lind, though nothing parts her from the place.

A run of words with capitals behind a preposition that says where is cut in two, where a verb shows that the clause has
its subject there; in languages with cases the place has another case than the subject.
"""

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from crossquote.model.span import Span
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.unspoken import MANY, load_unspoken
from crossquote.text.capitals import lands_of_capital
from crossquote.text.cities import city_names
from crossquote.text.given_names import given_name_forms, may_be_given
from crossquote.text.name_rules import load_name_rules
from crossquote.text.name_runs import begins_sentence
from crossquote.text.names import Name
from crossquote.text.places import load_places, may_be_of_place
from crossquote.text.words import Word

_FULL = 2
"""So many words has a full name, and the name of a place at most."""
_LONGEST = 5
"""So many words are a place and a person at most."""
_CITY = 3
"""So many words has a city's name at most: "Santiago de Chile"."""


class NameSetting(Struct, frozen=True):
    """Whether the word before a name opens a sentence, and whether a verb stands behind the name."""

    opens: bool
    verb: bool


def cut_from_places(
    names: Sequence[Name], text: str, words: Sequence[Word], cues: Container[int], grammar: Grammar
) -> Iterator[Name]:
    """Yield `names`, those in two parts that are a place and a person; `cues` are where the verbs of saying begin."""
    index = {word.span.start: at for at, word in enumerate(words)}
    called: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for at in range(len(name.words)):
            called[" ".join(name.words[at:])].add(name.key)
    for name in names:
        at = index.get(name.span.start, 0)
        own = words[at : at + len(name.words)]
        if not _FULL <= len(own) <= _LONGEST or own[-1].span.end != name.span.end:
            yield name  # one with a sign in it, or in which a word hangs on another
            continue
        setting = _setting(text, words, at, len(own), cues, grammar) if name.title is None else None
        count = _place_length(name, setting, called, grammar) if setting is not None else 0
        city = None if count else _in_city(name, text, words, at, cues, grammar)
        if city is not None:
            yield from city
            continue
        count = count or _opens_in_case(name, text, grammar) or _behind_land(name, grammar)
        count = count or _is_seat(name, words[at - 1].key if at else "", grammar)
        verb = not count and _opens_with_verb(name, text, grammar)
        parts = _cut(name, own, count or verb) if count or verb else (name,)
        yield from parts[1:] if verb else parts


def _is_seat(name: Name, before: str, grammar: Grammar) -> bool:
    """Tell whether a name behind a role begins with what that is of: "мэра | Орла Ивана Белова"."""
    rules, words = load_name_rules(grammar.language), name.words
    full = _FULL + rules.is_patronymic(words[-_FULL])  # "Орла | Ивана Ивановича Рогова"
    if not grammar.order.names_inflect or len(words) != full + 1 or not (name.title or grammar.is_role(before)):
        return False
    place, given = (may_be_given(word, grammar.language) for word in words[:_FULL])
    return given and not place and words[0].endswith(rules.seat_ends or ("",))


def _behind_land(name: Name, grammar: Grammar) -> int:
    """Return how many words of a name are a land, where nothing else shows that: "Ngoại giao Na Uy | Jan Kolar"."""
    keys, words = load_places(grammar.language).keys, name.words
    heads = range(len(words) - _FULL, 0, -1) if grammar.is_bare else range(0)
    count = next((count for count in heads if " ".join(words[:count]) in keys), 0)
    return count if count and _can_be_subject(words[count:], grammar) else 0


def _opens_with_verb(name: Name, text: str, grammar: Grammar) -> bool:
    """Tell whether a full name has its verb before it, which opens the sentence: "Przyszedł | Jan Nowak"."""
    if not grammar.order.names_inflect or name.title or len(name.words) != _FULL + 1:
        return False
    first, given, _ = name.words
    told = load_unspoken(grammar.language)
    verb = first.endswith((*told.men, *told.women)) and not may_be_given(first, grammar.language)
    return verb and bool(given_name_forms(given, grammar.language)) and begins_sentence(text, name.span.start)


def _opens_in_case(name: Name, text: str, grammar: Grammar) -> bool:
    """Tell whether a name opens a sentence with a word in a case that no subject has: "Helsingissä | Virtanen"."""
    first, ends = name.words[0], grammar.ends
    if name.title is not None:
        return False
    oblique = first.endswith(ends.obliques) and first.endswith(ends.oblique_nouns)
    return oblique and begins_sentence(text, name.span.start) and _can_be_subject(name.words[1:], grammar)


def _cut(name: Name, own: Sequence[Word], count: int) -> tuple[Name, Name]:
    """Return the place that a name of the words `own` begins with, and whoever it names behind that."""
    place, person = (" ".join(part) for part in (name.words[:count], name.words[count:]))
    return (
        replace(name, span=Span(name.span.start, own[count - 1].span.end), key=place),
        replace(name, span=Span(own[count].span.start, name.span.end), key=person, sure=True),
    )


def _setting(
    text: str, words: Sequence[Word], at: int, count: int, cues: Container[int], grammar: Grammar
) -> NameSetting | None:
    """Return what stands around the name that begins with a word.

    None where no preposition that says where stands right before it, and where the verb behind it is said of several.
    """
    if not at or words[at - 1].key not in grammar.locatives:
        return None
    if text[words[at - 1].span.end : words[at].span.start].strip():
        return None
    behind = _word_behind(text, words, at + count)
    said = behind is not None and _is_verb(behind, cues, grammar)
    verb = said or (behind is not None and grammar.is_adverb(behind.key))
    several = behind is not None and load_unspoken(grammar.language).wanted(behind.key, "") in (MANY, None)
    return None if said and several else NameSetting(begins_sentence(text, words[at - 1].span.start), verb)


def _word_behind(text: str, words: Sequence[Word], at: int) -> Word | None:
    """Return the word at `at` if but a blank parts it from the one before it."""
    beside = 0 < at < len(words) and not text[words[at - 1].span.end : words[at].span.start].strip()
    return words[at] if beside else None


def _is_verb(word: Word, cues: Container[int], grammar: Grammar) -> bool:
    """Tell whether a word behind a name is a verb of saying, or a small one that shows a verb."""
    small = grammar.finite | grammar.reflexive_clitics | grammar.clitics | grammar.passives
    return word.span.start in cues or word.key in small


def _in_city(
    name: Name, text: str, words: Sequence[Word], at: int, cues: Container[int], grammar: Grammar
) -> tuple[Name, Name] | None:
    """Return the large city of several words in a name, and whoever is named behind it, before a verb; None for none.

    Any preposition may rule that; its first word may be too small for a name: "São Paulo", though são is are.
    """
    if name.title is not None or grammar.order.names_inflect:
        return None
    before = words[max(0, at - 1) : at]
    apart = text[before[0].span.start].islower() or text[before[0].span.end : name.span.start].strip() if before else ""
    led = 0 if apart or (before and before[0].key in grammar.prepositions) else len(before)
    ruling = words[at - led - 1] if at > led else None
    behind = _word_behind(text, words, at + len(name.words))
    if ruling is None or ruling.key not in grammar.prepositions or behind is None:
        return None
    whole = words[at - led : at + len(name.words)]
    keys = tuple(word.key for word in whole)
    for count in range(min(_CITY, len(keys) - 1), 1, -1):
        if _is_city(" ".join(keys[:count]), grammar) and _is_verb(behind, cues, grammar):
            name = replace(name, span=Span(whole[0].span.start, name.span.end), key=" ".join(keys))
            return _cut(name, whole, count) if _can_be_subject(keys[count:], grammar) else None
    return None


def _is_city(place: str, grammar: Grammar) -> bool:
    """Tell whether several words are a place that CLDR has, or a large city."""
    return place in load_places(grammar.language).keys or place in city_names(place)


def _place_length(name: Name, setting: NameSetting, called: Mapping[str, Collection[str]], grammar: Grammar) -> int:
    """Return how many words of a name are a place, somebody named behind it; 0 where all or none may be."""
    words = name.words
    inflected = grammar.order.names_inflect and bool(grammar.ends.where)
    if not setting.verb and not (inflected and len(words) > _FULL):
        return 0
    known = _known_place(words, grammar)
    if known:
        return known if _can_be_subject(words[known:], grammar) else 0
    if not (setting.opens or (inflected and len(words) > _FULL)):
        return 0
    opened = 1 + (words[0] in grammar.place_openers)
    within = range(1, opened if len(words) - opened < _FULL else 1)  # "Santa Monica | Ann Lind", but "Cluj | Ana Radu"
    heads = (*range(opened, len(words)), *within)
    known = next((at for at in heads if _is_called(words, at, called, grammar)), 0)
    if known or not setting.opens:
        return known
    if inflected:
        return _by_case(words, grammar)
    person = words[-1].endswith((*grammar.ends.men, *grammar.ends.women))
    sure = len(words) > _FULL or not (grammar.order.drops_pronouns or opened > 1) or (person and opened == 1)
    return opened if sure and opened < len(words) else 0


def _known_place(words: Sequence[str], grammar: Grammar) -> int:
    """Return how many words at the head of a name are a place that CLDR has, or a large city; 0 for none."""
    keys = load_places(grammar.language).keys
    for count in range(min(_CITY, len(words) - 1), words[0] in grammar.place_openers, -1):
        place = " ".join(words[:count])
        if place in keys or lands_of_capital(place) or (count > 1 and _is_city(place, grammar)):
            return count
    return 1 if grammar.order.names_inflect and may_be_of_place(words[0], grammar.language) else 0


def _is_called(words: Sequence[str], at: int, called: Mapping[str, Collection[str]], grammar: Grammar) -> bool:
    """Tell whether somebody is called what stands in a name from a word on: by the article, or by a given name."""
    rest = words[at:]
    if not _can_be_subject(rest, grammar):
        return False
    again = len(called[" ".join(rest)]) > 1 and (len(rest) > 1 or len(words) == _FULL)
    given = len(rest) > 1 and bool(given_name_forms(words[at], grammar.language))
    return again or given


def _by_case(words: Sequence[str], grammar: Grammar) -> int:
    """Return how many words at the head of a name are in the case of a place: "W Rynie | Jan Nowak powiedział".

    What that is of stands behind it, as far as its ending tells: "W Lidze Mistrzów | Jan Nowak".
    """
    rules, persons = load_name_rules(grammar.language), (*grammar.ends.men, *grammar.ends.women)
    count = len(list(takewhile(lambda word: word.endswith(grammar.ends.where), words)))
    behind = words[count:-1] if count else ()
    count += len(list(takewhile(lambda word: _is_of_place(word, grammar), behind)))
    rest = words[count:]
    owner = all(word.endswith(rules.seat_ends) and not word.endswith(persons) for word in rest)
    return count if count and rest and not owner and _can_be_subject(rest, grammar) else 0


def _is_of_place(word: str, grammar: Grammar) -> bool:
    """Tell whether a word behind a place says of what it is, by its case: no given name."""
    ends = (*grammar.ends.declined, *load_name_rules(grammar.language).seat_ends)
    return word.endswith(ends) and not may_be_given(word, grammar.language)


def _can_be_subject(words: Sequence[str], grammar: Grammar) -> bool:
    """Tell whether a name may be a subject: by no ending another case, and no body."""
    ends = (*grammar.ends.declined, *grammar.ends.obliques) if grammar.order.names_inflect else ()
    rules = load_name_rules(grammar.language)
    return not (words[-1].endswith(ends) or any(map(rules.is_body, words)))
