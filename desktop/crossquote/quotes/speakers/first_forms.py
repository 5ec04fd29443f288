"""First forms: the nominative of a name that its source's preposition rules: "по словам Ивана Петрова" is Иван Петров.

A name's last name alone tells no more than its gender's endings do, so all words of a name have to fit one gender; what
two first forms could stand behind ("Zbigniewa Ziobry") is left as it is printed.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.quotes.cues import Governs
from crossquote.quotes.grammar import Grammar
from crossquote.quotes.page import Page, Token
from crossquote.text.marks import OPENING
from crossquote.text.name_rules import load_name_rules
from crossquote.text.names import Name
from crossquote.text.short_forms import is_short_form
from crossquote.text.words import fold

_REACH = 70
"""So many letters before a name hold its source's preposition and whatever the person is."""
_BETWEEN = 5
"""So many words say what the person is."""
_TELLING = 3
"""An ending of fewer letters tells a woman's last name alone from no body's name ("Минобороны")."""


class GenitiveForms(Struct, frozen=True):
    """Endings of names in the genitive, each with that of the first form, none where it could be several."""

    men: Mapping[str, str | None]
    women: Mapping[str, str | None]

    def first_form(self, parts: Sequence[str]) -> str | None:
        """Return the words of a name in their first form, None where that isn't known for sure."""
        if len(parts) == 1:
            return _changed(self.men, parts[0]) or _changed(self.women, parts[0], least=_TELLING) or None
        men = [_changed(self.men, part) for part in parts]
        women = [_changed(self.women, part) for part in parts]
        kept = [part if form in (None, part) else None for form, part in zip(men[1:], parts[1:], strict=True)]
        others = [form if form is not None else own for form, own in zip(women[1:], kept, strict=True)]
        man = women[0] is None or men[0] != parts[0]  # "Саши Петрова" is of neither for sure
        return (_joined(men) if man else None) or _joined([women[0], *others])


@lru_cache(maxsize=64)
def load_genitive_forms(language: Language) -> GenitiveForms:
    """Return how the names of `language` end in the genitive, and in their first form."""

    def pairs(key: str) -> Mapping[str, str | None]:
        parted = (fold(pair).partition(" ") for pair in language.lexicon.texts("names", key))
        return {end: base or None for end, _, base in parted}

    return GenitiveForms(pairs("genitive_men"), pairs("genitive_women"))


def first_form(page: Page, name: Name) -> str | None:
    """Return the first form of a name under a source's preposition, None where it has none or its case isn't known."""
    forms = load_genitive_forms(page.language)
    own = name.span.of(page.text)
    parts = own.split(" ")
    rules = load_name_rules(page.language)
    body = len(parts) > 1 and any(rules.is_body(fold(part)) for part in parts)
    other = body or any(is_short_form(part) or part.isupper() for part in parts)
    if not forms.men or other or page.text[name.span.start - 1] in OPENING or not _is_source(page, name):
        return None  # "газеты «Волна»"
    found = forms.first_form(parts)
    return found if found != own else None


def _is_source(page: Page, name: Name) -> bool:
    """Tell whether a source's preposition rules a name, or a postposition: "Jono Petraičio teigimu"."""
    behind = next(iter(page.cues_in(Span(name.span.end, name.span.end + _REACH))), None)
    if behind is not None and behind.span.start == name.span.end + 1 and Governs.POSTPOSITION in behind.governs:
        return True
    return _is_behind_preposition(page, name)


def _is_behind_preposition(page: Page, name: Name) -> bool:
    """Tell whether no more than what somebody is stands between a name and a preposition of its source."""
    start = (name.title or name.span).start
    near = Span(max(0, start - _REACH), name.span.start)
    grammar, words = page.grammar, page.words_in(near)
    cue = next(reversed([cue for cue in page.cues_in(near) if Governs.PREPOSITION in cue.governs]), None)
    ruling = (word for word in reversed(words) if word.key in grammar.source_prepositions or _is_for(word, grammar))
    lone = (word.span.end for word in ruling)
    end = max(cue.span.end if cue is not None else -1, next(lone, -1))
    between = [word for word in words if word.span.start >= end]
    closed = grammar.prepositions | grammar.breaks | grammar.finite | grammar.links
    office = bool(between) and load_name_rules(page.language).is_title(between[0].key)
    plain = all(word.key not in closed and (office or not word.capital) for word in between)
    return end >= 0 and len(between) <= _BETWEEN and plain and "," not in page.text[end : name.span.start]


def _is_for(word: Token, grammar: Grammar) -> bool:
    """Tell whether a word opens what something is for somebody: "Dla Jana Nowaka to …"."""
    return word.capital and word.key in grammar.for_words


def _joined(forms: Sequence[str | None]) -> str | None:
    """Return the words of a name, None where one of them isn't known."""
    return " ".join(map(str, forms)) if all(forms) else None


def _changed(forms: Mapping[str, str | None], word: str, least: int = 1) -> str | None:
    """Return a word with its longest known ending put into the first form; "" where that is several, None for none."""
    key = fold(word)
    ends = (key[at:] for at in range(1, len(key) - least + 1)) if len(key) == len(word) else ()
    end = next((end for end in ends if end in forms), None)
    if end is None:
        return None
    base = forms[end]
    return word.removesuffix(word[-len(end) :]) + base if base is not None else ""
