"""Subjects before their verb where neither blanks nor capitals part words: what a clause begins with, as in Chinese."""

from functools import lru_cache

import regex
from msgspec import Struct

from crossquote.language.language import Language
from crossquote.model.span import Span
from crossquote.quotes.scene import BLOT, Scene
from crossquote.quotes.topics import any_of

_CLAUSE = regex.compile(rf"[^，。；：！？,;:!?\n{BLOT}]*$")
_NUMBER = regex.compile(r"\p{N}")
_LONGEST = 40
_SHORTEST = 2
_SHORT_NAME = (
    r"[\p{Han}\p{Hangul}]{2,4}|[\p{Katakana}ー]{2,}|[\p{Han}\p{Katakana}ー]+(?:[·・＝][\p{Han}\p{Katakana}ー]+)+"
)


class ClauseRules(Struct, frozen=True):
    """What stands before a subject, what after it, and how a description of somebody ends."""

    leads: regex.Pattern[str]
    pronouns: regex.Pattern[str]
    circumstances: regex.Pattern[str]
    nobody: regex.Pattern[str]
    noun: regex.Pattern[str]
    described: regex.Pattern[str]
    role: regex.Pattern[str]


@lru_cache(maxsize=64)
def load_clause_rules(language: Language) -> ClauseRules | None:
    """Return the rules of `language`, None where it needs none."""
    texts = language.lexicon.texts
    leads, after, of = (texts("function_words", key) for key in ("leads", "circumstances", "describing"))
    if not after:
        return None
    kinds = ("masculine", "feminine", "plural", "speaker", "indefinite")
    pronouns = tuple(word for kind in kinds for word in texts("pronouns", kind))
    return ClauseRules(
        leads=regex.compile(rf"(?:{any_of(leads)})*[、]?"),
        pronouns=regex.compile(any_of(pronouns)),
        circumstances=regex.compile(rf"(?!{any_of(texts('function_words', 'wholes'))})(?:{any_of(after)})"),
        nobody=regex.compile(rf"(?:{any_of(after)})+"),
        noun=regex.compile(rf"(?!.*(?:{any_of(texts('titles', 'roles'))})\s*$).*(?:{any_of(of)})\s*$"),
        role=_role(language, of),
        described=regex.compile(rf".*[\p{{N}}].*?(?:{any_of(of)})(?=.{{{_SHORTEST}}})"),
    )


def _role(language: Language, of: tuple[str, ...]) -> regex.Pattern[str]:
    """Return the pattern of a role that a name follows: short, or in parts (克拉克·肯特), and no body's or role's."""
    roles, bodies = (any_of(language.lexicon.texts("titles", key)) for key in ("roles", "bodies"))
    letter = rf"(?!{any_of(of)})"
    name = rf"(?:(?:{letter}\p{{Han}}){{{_SHORTEST},4}}|(?:{letter}.){{1,8}}·(?:{letter}.){{1,8}})$"
    return regex.compile(rf".*(?:{roles})(?={name})(?!.*(?:{bodies}|{roles})$)")


@lru_cache(maxsize=64)
def load_person_pattern(language: Language) -> regex.Pattern[str] | None:
    """Return the pattern of somebody whom a pronoun may mean, None where capitals or blanks tell more.

    That is a short name, one in parts (克拉克·肯特), or what ends with a title; no pronoun, body or nobody.
    """
    lexicon = language.lexicon
    kinds = ("masculine", "feminine", "plural", "speaker", "indefinite", "neuter")
    pronouns = any_of(tuple(word for kind in kinds for word in lexicon.texts("pronouns", kind)))
    anybody = any_of(lexicon.texts("function_words", "indefinite"))
    titled, others = (
        any_of(tuple(word for key in keys for word in lexicon.texts("titles", key)))
        for keys in (("honorifics", "roles"), ("bodies", "plural_roles"))
    )
    if lexicon.text("cues", "matching") != "letters":
        return None
    return regex.compile(rf"(?!(?:{pronouns})$|{anybody})(?!.*(?:{others})$)(?:{_SHORT_NAME}|.*(?:{titled}))")


def subject_before(scene: Scene, left: Span, rules: ClauseRules) -> Span | None:
    """Return who stands at the beginning of the clause that ends where `left` does."""
    clause = _CLAUSE.search(scene.masked, left.start, left.end)
    if clause is None or not clause[0].strip() or rules.noun.match(clause[0]):
        return None  # "令人放心的承诺"
    start, text = clause.start(), scene.masked[clause.start() : left.end]
    lead = rules.leads.match(text)
    start += lead.end() if lead else 0
    text = scene.masked[start : left.end]
    pronoun = rules.pronouns.match(text)
    if pronoun:
        return Span(start, start + pronoun.end())
    cut = rules.circumstances.search(text, _SHORTEST)
    text = text[: cut.start()] if cut else text
    dated = _NUMBER.search(text, _SHORTEST) if rules.described.match(text) is None else None
    text = text[: dated.start()] if dated else text  # "王强5日"
    for before in (rules.described, rules.role):
        found = before.match(text)
        start += found.end() if found else 0
        text = text[found.end() :] if found else text
    blank = len(text) - len(text.lstrip())
    bare = text.strip()
    if rules.nobody.fullmatch(bare):
        return None  # "但必须承认"
    return Span(start + blank, start + blank + len(bare)) if 0 < len(bare) <= _LONGEST else None
