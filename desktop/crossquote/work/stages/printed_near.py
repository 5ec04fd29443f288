"""Names that are printed near a quote: right beside it, behind a role, and in the sentence or the words before."""

from collections.abc import Container
from itertools import pairwise

import regex

from crossquote.grouping.name_words import name_words, written_words
from crossquote.language.language import Language
from crossquote.model.quote import Quote
from crossquote.text.marks import OPENING
from crossquote.text.name_rules import load_name_rules
from crossquote.text.words import fold

_MARKS = '“”«»„"‘’'
_QUOTED = regex.compile(r"[“«„”\"][^“”«»„\"]*[“”»\"]")
_ENDS = regex.compile(r"[.!?…։؟।॥。！？](?=[\s”»“\"]|$)")
_SENTENCE = regex.compile(rf"(?r)[.!?…։؟।॥。！？:\n{_MARKS}]")
_PART = regex.compile(rf"[,;:.!?)\n{_MARKS}—–]")
_DASH = ("—", "–", "-")
_WORD = regex.compile(r"\w")
_APPOSED = regex.compile(r"\s*[,(–—]\s*")
_COLON = regex.compile(rf"[:：]\s*+[{_MARKS}]?\s*+$")
_TWO, _FEW, _SEVERAL = 2, 3, 5
"""So many words has a full name, a verb with what goes with it, and what a person is, with their age."""
_REACH = 60
"""So many letters behind a role hold the name of who has it, and a paragraph of no more who said the words before."""
_FAR = 2_000
"""A name so many letters before a quote is not near it, and no more of a paragraph is looked at."""


def adjoins(quote: Quote, text: str) -> bool:
    """Tell whether nothing but marks stands between a quote and who is mentioned: "Mara Lind: “…”"."""
    mention = quote.speaker.mention if quote.speaker else None
    if mention is None:
        return False
    between = text[mention.end : quote.hull.start] or text[quote.hull.end : mention.start]
    return "\n" not in between and _WORD.search(between) is None


def goes_before(quote: Quote, text: str, language: Language) -> bool:
    """Tell whether who is mentioned leads the sentence of a quote or the one before, or said what it goes on with."""
    mention = quote.speaker.mention if quote.speaker else None
    if mention is None or not 0 <= quote.hull.start - mention.end <= _FAR:
        return False
    begin = _begin(text, mention.start)
    first, *lines = text[mention.end : quote.hull.start].split("\n")
    parts = [first, *(line for line in lines[:-1] if line.strip()), *lines[-1:]]
    before = text[begin : mention.start]
    if len(parts) > 1:
        return _is_quoting(before + parts[0]) and all(map(_opens_quoted, parts[1:]))
    if _is_beside_quoted(before, parts[0]):
        return True
    near = len(_ENDS.findall(_QUOTED.sub("", parts[0]))) <= 1
    return near and _leads(before, language, colon=_COLON.search(parts[0]) is not None)


def _begin(text: str, place: int) -> int:
    """Return where the paragraph of a place begins, or what is looked at of it."""
    return max(text.rfind("\n", 0, place) + 1, place - _FAR)


def goes_on(quote: Quote, text: str, language: Language) -> bool:
    """Tell whether a quote goes on in a paragraph in which its speaker alone was named as who spoke before.

    Such is “The wood is old,” Karl Roe said. “It stays,” he added.
    """
    before = text[_begin(text, quote.hull.start) : quote.hull.start]
    if quote.speaker is None or _QUOTED.search(before) is None:
        return False
    own, named = name_words(quote.speaker.name, language), name_words(_QUOTED.sub(" ", before), language)
    return own.pure and bool(named.sounds) and named.sounds <= own.sounds


def _is_quoting(paragraph: str) -> bool:
    return not OPENING.isdisjoint(paragraph) or paragraph.lstrip().startswith(_DASH)


def _opens_quoted(paragraph: str) -> bool:
    """Tell whether a paragraph, as far as it stands before a quote, begins with a mark or a dash."""
    return paragraph.lstrip()[:1] in {*_MARKS, *_DASH}


def _is_beside_quoted(before: str, behind: str) -> bool:
    """Tell whether a name stands right behind words in marks, its verb between at most, and others follow."""
    mark = _SENTENCE.search(before)
    if mark is None or _QUOTED.search(before) is None or "\n" in behind:
        return False
    ends = before[: mark.end()].rstrip(" \u00a0,.—–-")[-1:] in {*_MARKS}
    return ends and len(before[mark.end() :].strip(" \u00a0,.—–-").split()) <= _FEW


def _leads(before: str, language: Language, *, colon: bool) -> bool:
    """Tell whether what stands before a name, in its paragraph, leaves it to lead its sentence.

    Before a `colon` a verb may stand before it, too; no other name may, nor a preposition.
    """
    mark = _SENTENCE.search(before)
    rest = before[mark.end() :] if mark else before
    rules = load_name_rules(language)
    words = [word for word in written_words(rest) if fold(word) not in rules.small]
    named = name_words(" ".join(words), language)
    ruled = bool(words) and fold(words[-1]) in rules.prepositions
    fronted = rest.rstrip().endswith(",")
    first = bool(words) and len(named.words) == 1 and named.words[0].written == words[0]
    alone = not named.sounds or (first and (fronted or colon))
    return alone and not ruled and (named.pure or fronted or colon)


def names_behind_role(quote: Quote, text: str, language: Language, pronouns: Container[str]) -> bool:
    """Tell whether the name of whom a role points at stands right behind it: "the head of the guild, Karl Brandt"."""
    mention = quote.speaker.mention if quote.speaker else None
    if mention is None or quote.speaker is None:
        return False
    if _has_role_and_name(mention.of(text), language):
        return True
    behind = text[mention.end : mention.end + _REACH]
    apposed = _APPOSED.match(behind)
    if apposed is None:
        return False
    named = _full_name(_PART.split(behind[apposed.end() :], maxsplit=1)[0], language, pronouns)
    own = name_words(quote.speaker.name, language)
    known = own.pure and bool(own.sounds)
    return bool(named) and not (known and own.sounds.isdisjoint(name_words(named, language).sounds))


def _full_name(part: str, language: Language, pronouns: Container[str]) -> str:
    """Return the full name that a part of a sentence begins with, a few words before that say what the person is."""
    rules = load_name_rules(language)
    words = [word for word in written_words(part) if fold(word) not in rules.particles]
    at = next((at for at, word in enumerate(words) if rules.begins_name(word) and not rules.is_title(fold(word))), None)
    if (
        at is None
        or at > _SEVERAL
        or any(fold(word) in pronouns or fold(word) in rules.prepositions for word in words[:at])
    ):
        return ""
    named = words[at : at + _TWO]
    return " ".join(named) if len(named) == _TWO and rules.begins_name(named[1]) else ""


def _has_role_and_name(called: str, language: Language) -> bool:
    """Tell whether a mention has a name right behind a small word for a role: "the chief engineer Brandt"."""
    rules = load_name_rules(language)
    pairs = pairwise(written_words(called))
    return any(rules.is_title(fold(one)) and one.islower() and rules.begins_name(two) for one, two in pairs)


def names_near(quote: Quote, text: str, language: Language) -> frozenset[str]:
    """Return how the names sound that stand in the sentence before a quote, or behind it, or in few words below it."""
    start, end = quote.hull.start, quote.hull.end
    before = _QUOTED.sub(" ", text[_begin(text, start) : start])
    behind, _, below = text[end : end + _FAR].partition("\n")
    below = below.strip().partition("\n")[0]
    near = (_ENDS.split(before.rstrip(f" {_MARKS}.!?…"))[-1], _ENDS.split(behind.lstrip(f" ,{_MARKS}.!?…"))[0])
    told = (*near, below if len(below) <= _REACH and OPENING.isdisjoint(below) else "")
    return frozenset(sound for part in told for sound in name_words(part, language).sounds)
