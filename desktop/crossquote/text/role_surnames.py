"""Last names that are a role elsewhere: King of "Tom King", Bakker of "Karel Bakker", as a text shows them.

Where such a word ends two with capitals that no article leads, inside a sentence, it is a name; where they open one,
if the text has the last of them alone ("said King"), or the language writes no role so.
"""

from collections.abc import Sequence

import regex

from crossquote.language.language import Language
from crossquote.text.name_rules import NameRules
from crossquote.text.name_runs import NamePart, begins_sentence
from crossquote.text.places import places_of
from crossquote.text.romanize import has_vowel
from crossquote.text.words import fold

_PAIR = 2
_BEFORE = 24
"""So many letters before a name hold the word before it."""
_WORD_BEFORE = regex.compile(r"(?r)(\p{L}[\p{L}\p{M}’'-]*)[ \u00a0]$")

_SHORTENED = regex.compile(r"\.,? \p{Ll}")
"""What stands behind a word that its period only shortens: "former Norland Gov. and chairman"."""
_WORD_BEHIND = regex.compile(r"[ \u00a0](\p{Ll}+)[ \u00a0]\p{Lu}")
_SHORT = 3
"""A title of no more letters, or of no vowel, is shortened: "Mrs", "Gov"."""


def surnames_of_roles(
    text: str, runs: Sequence[Sequence[NamePart]], rules: NameRules, language: Language
) -> frozenset[str]:
    """Return the words that are a role elsewhere and somebody's last name in `text`, whose names `runs` hold."""
    inside, opening, alone = set[str](), set[str](), set[str]()
    for run in runs:
        if len(run) > _PAIR or not rules.is_title(run[-1].key) or _is_shortened(text, run[-1]):
            continue
        opens = begins_sentence(text, run[0].span.start)
        if len(run) < _PAIR:
            alone.update(() if opens or _is_led(text, run[0], rules) else (run[0].key,))
        elif _is_pair(text, run, rules, language):
            (opening if opens else inside).add(run[-1].key)
    return frozenset(inside | (opening if _writes_roles_small(language) else opening & alone))


def _writes_roles_small(language: Language) -> bool:
    """Tell whether no role has a capital behind another word, so that one which does is a name: "Pieter Visser zei"."""
    text = language.lexicon.text
    nouns, order = text("names", "nouns"), text("function_words", "order")
    return order == "verb second" and nouns != "capital"


def _is_shortened(text: str, part: NamePart) -> bool:
    """Tell whether a title is no whole word: "Mrs", "Gov."."""
    return len(part.key) <= _SHORT or not has_vowel(part.key) or _SHORTENED.match(text, part.span.end) is not None


def _is_pair(text: str, run: Sequence[NamePart], rules: NameRules, language: Language) -> bool:
    """Tell whether two words can be a given name and a last one: none says that they are a role, nor what is before."""
    key, behind = run[0].key, _WORD_BEHIND.match(text, run[-1].span.end)
    links = map(fold, language.lexicon.texts("function_words", "links"))
    former = map(fold, language.lexicon.texts("titles", "former"))
    if run[0].span.of(text).isupper() or (behind is not None and behind[1] in links):
        return False  # "UMWA Director", "Former Secretary of State"
    known = (
        key in former
        or rules.is_title(key)
        or rules.is_body(key)
        or key in rules.small
        or key.endswith(rules.adjective_ends)
    )
    particle = any(part.particle for part in run)
    return not (known or particle or _is_led(text, run[0], rules) or places_of(key, language))


def _is_led(text: str, part: NamePart, rules: NameRules) -> bool:
    """Tell whether an article or an adjective stands before a word, as before a role: "the Norland President"."""
    before = _WORD_BEFORE.search(text[max(0, part.span.start - _BEFORE) : part.span.start])
    key = fold(before[1]) if before is not None else ""
    return key in rules.determiners or (bool(key) and key.endswith(rules.adjective_ends))
