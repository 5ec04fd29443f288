"""Who speaks, across articles: where one only points at the speaker ("he", "the minister"), others may name them.

Whom a pronoun means is a guess, and often a wrong one; a name beside the very words is none. So what an article only
points at is read by the name that the others give, where that person is named in the article too.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from crossquote.grouping.name_words import name_words
from crossquote.grouping.namesakes import SpokenName
from crossquote.grouping.people import stands_for
from crossquote.grouping.same_person import Same, same_person
from crossquote.language.language import language_of
from crossquote.message import message
from crossquote.model.quote import Quote, Speaker
from crossquote.model.state import State
from crossquote.model.utterance import Rendition, Utterance
from crossquote.model.utterances import holding

_SHORT, _ENDING = 3, 2
"""Letters of a word that tells whose name it is at least, and of its end, which a case may change."""


def spoken_by(state: State, quote: Quote) -> str | None:
    """Return the name of a quote's speaker, or the one that it stands for as the user says."""
    return stands_for(quote.speaker.name, state.same_speakers) if quote.speaker else None


def is_named(state: State, quote: Quote) -> bool:
    """Tell whether a quote's speaker is named beside its words, by a name of theirs, or told by the user."""
    if quote.speaker is None:
        return False
    if quote.id in state.corrections or quote.speaker.mention is None:
        return True
    article = state.articles[quote.article]
    mention = quote.speaker.mention
    language = language_of(article.language)
    called = name_words(mention.of(article.text), language)
    own = called.pure and not called.sounds.isdisjoint(name_words(quote.speaker.name, language).sounds)
    return own and (quote.cue is not None or _adjoins(quote, article.text))


def _adjoins(quote: Quote, text: str) -> bool:
    """Tell whether nothing but marks stands between a quote and who is mentioned: "Mara Lind: “…”"."""
    mention = quote.speaker.mention if quote.speaker else None
    if mention is None:
        return False
    between = text[mention.end : quote.hull.start] or text[quote.hull.end : mention.start]
    return "\n" not in between and re.search(r"\w", between) is None


def told_by_others(state: State, utterance: Utterance) -> Mapping[str, Speaker]:
    """Return, by article, who speaks in the renditions of an utterance where only other articles name them."""
    quotes = [state.quotes[quote] for one in utterance.renditions for quote in one.quotes if quote in state.quotes]
    return named_by_others(state, quotes)


def speaker_of(state: State, rendition: Rendition, told: Mapping[str, Speaker]) -> str | None:
    """Return who speaks in a rendition: as others have `told` it, else who is named beside its words, or pointed at."""
    if rendition.article in told:
        return told[rendition.article].name
    quotes = [state.quotes[quote] for quote in rendition.quotes if quote in state.quotes]
    spoken = [quote for quote in quotes if quote.speaker]
    first = next((quote for quote in spoken if is_named(state, quote)), next(iter(spoken), None))
    return spoken_by(state, first) if first else None


def quotes_told(state: State, article: str) -> tuple[Quote, ...]:
    """Return the quotes of an article, each with who speaks as the other articles tell it where they do."""
    own = state.quotes_of(article)
    told: dict[str, Speaker] = {}
    for key in holding(state.utterances, [quote.id for quote in own]):
        speaker = told_by_others(state, state.utterances[key]).get(article)
        here = (one for one in state.utterances[key].renditions if one.article == article)
        told |= {quote: speaker for one in here for quote in one.quotes if speaker}
    return tuple(replace(quote, speaker=told[quote.id]) if quote.id in told else quote for quote in own)


def named_by_others(state: State, quotes: Sequence[Quote]) -> Mapping[str, Speaker]:
    """Return, by article, who speaks in `quotes` of one utterance where only other articles name them.

    Where these name several, nobody is named. Where the article does not know the person, and points at another by a
    pronoun or a role, that guess is worth nothing: the speaker is what the article calls them.
    """
    named = [quote for quote in quotes if is_named(state, quote)]
    left = {quote.article for quote in quotes} - {quote.article for quote in named}
    leader = _one_person([_spoken(state, quote) for quote in named]) if left else None
    if leader is None:
        return {}
    outlet = next(state.articles[quote.article].outlet for quote in named if spoken_by(state, quote) == leader.name)
    found: dict[str, Speaker] = {}
    for key in left:
        own = [quote for quote in quotes if quote.article == key]
        if any(quote.id in state.corrections for quote in own) or _is_said_to_speak(state, own, leader):
            continue
        mention = next((quote.speaker.mention for quote in own if quote.speaker), None)
        text, language = state.articles[key].text, language_of(state.articles[key].language)
        if _is_told_of(leader, text):
            found[key] = Speaker(mention, leader.name, message("reason.named_by_another", outlet=outlet))
        elif mention is not None and not name_words(mention.of(text), language).sounds:
            found[key] = Speaker(mention, mention.of(text))
    return found


def _spoken(state: State, quote: Quote) -> SpokenName:
    return SpokenName(spoken_by(state, quote) or "", language_of(state.articles[quote.article].language))


def _one_person(names: Iterable[SpokenName]) -> SpokenName | None:
    """Return the fullest of names that are all one person's; None where they are not, or there is none."""
    ordered = sorted(set(names), key=lambda one: (-len(one.name.split()), -len(one.name), one.name))
    leader = ordered[0] if ordered else None
    alike = leader is not None and all(_is_one(leader, other) for other in ordered[1:])
    return leader if alike else None


def _is_one(first: SpokenName, second: SpokenName) -> bool:
    return same_person(first.name, second.name, (first.language, second.language)) is Same.YES


def _is_said_to_speak(state: State, quotes: Sequence[Quote], leader: SpokenName) -> bool:
    """Tell whether one of `quotes` is a person's whose name is known."""
    return any(_is_one(_spoken(state, quote), leader) for quote in quotes if quote.speaker)


def _is_told_of(name: SpokenName, text: str) -> bool:
    """Tell whether a text has a word of a name, whatever its ending."""
    words = (word.written for word in name_words(name.name, name.language).words)
    return any(word[: max(_SHORT, len(word) - _ENDING)] in text for word in words if len(word) >= _SHORT)
