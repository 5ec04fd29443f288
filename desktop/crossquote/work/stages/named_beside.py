"""Whom an article names beside a quote's words, and what only points at somebody: a pronoun, a role, a verb.

A name counts where it is printed: in who is mentioned, right behind a role, or as what leads the sentence before. So
does the one of a quote that goes on with what was quoted before, in its paragraph or the one before.
"""

from functools import lru_cache
from itertools import dropwhile, pairwise

import regex

from crossquote.grouping.name_words import name_words, written_words
from crossquote.language.language import Language, language_of
from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.quotes.unspoken import MAN, MANY, WOMAN, load_unspoken
from crossquote.text.marks import OPENING
from crossquote.text.name_rules import NameRules, load_name_rules
from crossquote.text.words import fold

_QUOTED = regex.compile(r"[“«„”\"][^“”«»„\"]*[“”»\"]")
_MARKS = '“”«»„"‘’'
_ENDS = regex.compile(r"[.!?…։؟।॥。！？](?=[\s”»“\"]|$)")
_SENTENCE = regex.compile(rf"(?r)[.!?…։؟।॥。！？:\n{_MARKS}][\s,.—–-]*")
_DASH = ("—", "–", "-")
_BREAK = regex.compile(r"\s*\n\s*")
_WORD = regex.compile(r"\w")
_APPOSED = regex.compile(r"\s*[,(–—]\s*")
_TWO = 2
_REACH = 60
"""So many letters behind a role hold the name of who has it."""
_KINDS = ("masculine", "feminine", "plural", "neuter", "speaker", "indefinite", "those", "relative", "nobody")


def is_named_beside(quote: Quote, article: Article) -> bool:
    """Tell whether an article prints the name of a quote's speaker beside its words, or only points at them."""
    speaker, text, language = quote.speaker, article.text, language_of(article.language)
    if speaker is None or speaker.mention is None:
        return speaker is not None
    own, called = name_words(speaker.name, language), name_words(speaker.mention.of(text), language)
    if not own.pure or called.sounds.isdisjoint(own.sounds):
        return _names_behind_role(quote, text, language)
    return is_tied(quote, article) or _goes_before(quote, text, language)


def is_tied(quote: Quote, article: Article) -> bool:
    """Tell whether a cue, or nothing but marks, stands between a quote and who is mentioned."""
    return quote.cue is not None or _adjoins(quote, article.text)


def _adjoins(quote: Quote, text: str) -> bool:
    """Tell whether nothing but marks stands between a quote and who is mentioned: "Mara Lind: “…”"."""
    mention = quote.speaker.mention if quote.speaker else None
    if mention is None:
        return False
    between = text[mention.end : quote.hull.start] or text[quote.hull.end : mention.start]
    return "\n" not in between and _WORD.search(between) is None


def _goes_before(quote: Quote, text: str, language: Language) -> bool:
    """Tell whether who is mentioned leads the sentence of a quote or the one before, or said what it goes on with."""
    mention = quote.speaker.mention if quote.speaker else None
    if mention is None or mention.end > quote.hull.start:
        return False
    begin = text.rfind("\n", 0, mention.start) + 1
    parts = _BREAK.split(text[mention.end : quote.hull.start])
    if len(parts) > 1:
        return _is_quoting(text[begin : mention.start] + parts[0]) and all(
            map(_opens_quoted, (*parts[1:-1], parts[-1]))
        )
    between = _QUOTED.sub("", parts[0])
    return len(_ENDS.findall(between)) <= 1 and _leads(text[begin : mention.start], language)


def _is_quoting(paragraph: str) -> bool:
    return not OPENING.isdisjoint(paragraph) or paragraph.lstrip().startswith(_DASH)


def _opens_quoted(paragraph: str) -> bool:
    """Tell whether a paragraph, as far as it stands before a quote, begins with a mark or a dash."""
    return paragraph.lstrip()[:1] in {*_MARKS, *_DASH}


def _leads(before: str, language: Language) -> bool:
    """Tell whether what stands before a name, in its paragraph, leaves it to lead its sentence, or ends a quote."""
    mark = _SENTENCE.search(before)
    rest = before[mark.end() :] if mark else before
    if mark and mark[0][0] in _MARKS and _QUOTED.search(before):
        return not name_words(rest, language).sounds
    words = name_words(rest, language)
    rules = load_name_rules(language)
    prepositions = any(fold(word) in rules.prepositions for word in written_words(rest))
    return words.pure and not words.sounds and not prepositions


def _names_behind_role(quote: Quote, text: str, language: Language) -> bool:
    """Tell whether the name of whom a role points at stands right behind it: "the head of the guild, Karl Brandt"."""
    mention = quote.speaker.mention if quote.speaker else None
    if mention is None or not role_in(quote, text, language):
        return False
    if _has_role_and_name(mention.of(text), language):
        return True
    behind = text[mention.end : mention.end + _REACH]
    apposed = _APPOSED.match(behind)
    if apposed is None:
        return False
    rules, parts = (
        load_name_rules(language),
        regex.split(rf"[,;:.!?)\n{_MARKS}—–]", behind[apposed.end() :], maxsplit=1),
    )
    words = [word for word in written_words(parts[0]) if fold(word) not in rules.particles]
    named = list(dropwhile(lambda word: _says_what(word, rules), words))[:_TWO]
    full = len(named) == _TWO and all(rules.begins_name(word) for word in named)
    own = name_words(quote.speaker.name, language) if quote.speaker else None
    known = own is not None and own.pure and bool(own.sounds)
    return full and not (known and own and own.sounds.isdisjoint(name_words(" ".join(named), language).sounds))


def _says_what(word: str, rules: NameRules) -> bool:
    """Tell whether a word before a name says what the person is, or how old: "52-year-old"."""
    return rules.is_title(fold(word)) or word[0].isdigit()


def _has_role_and_name(called: str, language: Language) -> bool:
    """Tell whether a mention has a name right behind a small word for a role: "the chief engineer Brandt"."""
    rules = load_name_rules(language)
    pairs = pairwise(written_words(called))
    return any(rules.is_title(fold(one)) and one.islower() and rules.begins_name(two) for one, two in pairs)


def role_in(quote: Quote, text: str, language: Language) -> str:
    """Return the words by which an article calls a quote's speaker; nothing where these are a pronoun or a verb."""
    mention = quote.speaker.mention if quote.speaker else None
    if mention is None:
        return ""
    called, cue = mention.of(text), quote.cue
    verb = cue is not None and cue.span.start < mention.end and mention.start < cue.span.end
    return "" if verb or fold(called) in _pronouns(language) or _may_be_verb(called, language) else called


def _may_be_verb(called: str, language: Language) -> bool:
    """Tell whether a mention may be a verb that has its subject in it, as it is of one small word that is no role."""
    lone = called.islower() and len(called.split()) == 1
    return lone and bool(load_unspoken(language).pronouns) and not load_name_rules(language).is_title(fold(called))


@lru_cache(maxsize=64)
def _pronouns(language: Language, *kinds: str) -> frozenset[str]:
    return frozenset(fold(word) for kind in kinds or _KINDS for word in language.lexicon.texts("pronouns", kind))


def pointed_gender(quote: Quote, article: Article) -> str:
    """Return what a pronoun or a verb tells of whom it points at: a man, a woman, many; "" where it tells nothing."""
    mention = quote.speaker.mention if quote.speaker else None
    if mention is None:
        return ""
    language, called = language_of(article.language), fold(mention.of(article.text))
    kinds = ((MAN, "masculine"), (WOMAN, "feminine"), (MANY, "plural"))
    told = [whom for whom, kind in kinds if called in _pronouns(language, kind)]
    if told:
        return told[0] if len(told) == 1 else ""
    unspoken = load_unspoken(language)
    if not unspoken.pronouns or role_in(quote, article.text, language):
        return ""
    return unspoken.wanted(called, "") or ""


def speaks_jointly(quote: Quote, article: Article) -> bool:
    """Tell whether a quote is said by several of whom its speaker is the first: "Ada Lind and Karl Roe said"."""
    mention = quote.speaker.mention if quote.speaker else None
    if quote.speaker is None or mention is None:
        return False
    language = language_of(article.language)
    called = name_words(mention.of(article.text), language).sounds
    joining = load_name_rules(language).additive.intersection(map(fold, written_words(mention.of(article.text))))
    return bool(joining) and bool(called - name_words(quote.speaker.name, language).sounds)


def calls_by_article(quote: Quote, article: Article) -> bool:
    """Tell whether a mention has a determiner right before the name, as a body's has: "the Northern Guild"."""
    mention = quote.speaker.mention if quote.speaker else None
    if mention is None:
        return False
    rules = load_name_rules(language_of(article.language))
    first, *rest = [*written_words(mention.of(article.text))[:_TWO], ""]
    return fold(first) in rules.determiners and rules.begins_name(rest[0]) and not rules.is_title(fold(rest[0]))
