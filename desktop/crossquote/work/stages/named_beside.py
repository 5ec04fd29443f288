"""Whom an article names beside a quote's words, and what only points at somebody: a pronoun, a role, a verb.

A name counts where it is printed: in who is mentioned, right behind a role, or as what leads the sentence before. So
does the one of a quote that goes on with what was quoted before, in its paragraph or the one before.
"""

from functools import lru_cache

from crossquote.grouping.name_words import name_words, written_words
from crossquote.language.language import Language, language_of
from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.quotes.unspoken import MAN, MANY, WOMAN, load_unspoken
from crossquote.text.name_rules import load_name_rules
from crossquote.text.words import fold
from crossquote.work.stages.printed_near import adjoins, goes_before, goes_on, names_behind_role

_TWO = 2
_KINDS = ("masculine", "feminine", "plural", "neuter", "speaker", "indefinite", "those", "relative", "nobody")


def is_named_beside(quote: Quote, article: Article) -> bool:
    """Tell whether an article prints the name of a quote's speaker beside its words, or only points at them."""
    speaker, text, language = quote.speaker, article.text, language_of(article.language)
    if speaker is None or speaker.mention is None:
        return speaker is not None
    own, called = name_words(speaker.name, language), name_words(speaker.mention.of(text), language)
    if own.pure and not called.sounds.isdisjoint(own.sounds):
        return is_tied(quote, article) or goes_before(quote, text, language)
    role = bool(role_in(quote, text, language))
    return (role and names_behind_role(quote, text, language, _pronouns(language))) or goes_on(quote, text, language)


def is_tied(quote: Quote, article: Article) -> bool:
    """Tell whether a cue, or nothing but marks, stands between a quote and who is mentioned by name."""
    speaker, language = quote.speaker, language_of(article.language)
    if speaker is None or speaker.mention is None:
        return False
    called = name_words(speaker.mention.of(article.text), language)
    named = not called.sounds.isdisjoint(name_words(speaker.name, language).sounds)
    return named and (quote.cue is not None or adjoins(quote, article.text))


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
