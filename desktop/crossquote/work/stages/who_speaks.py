"""Who speaks, across articles: where one only points at the speaker ("he"), others may name them.

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
from crossquote.grouping.sounds import sounds_like
from crossquote.language.language import language_of
from crossquote.message import message
from crossquote.model.article import Article
from crossquote.model.quote import Quote, Speaker
from crossquote.model.state import State
from crossquote.model.utterance import Rendition, Utterance
from crossquote.model.utterances import holding
from crossquote.quotes.speakers.genders import gender_of_given
from crossquote.quotes.unspoken import MANY
from crossquote.work.stages.named_beside import (
    calls_by_article,
    is_named_beside,
    is_tied,
    pointed_gender,
    role_in,
    speaks_jointly,
)
from crossquote.work.stages.printed_near import names_near
from crossquote.work.stages.told_of import is_full_name, is_told_of

_PARAGRAPHS = 2
"""A pronoun's person is named in its own paragraph or the one before."""
_FAR = 4_000
"""So many letters of those are looked at: some texts have no paragraphs."""


def spoken_by(state: State, quote: Quote) -> str | None:
    """Return the name of a quote's speaker, or the one that it stands for as the user says."""
    return stands_for(quote.speaker.name, state.same_speakers) if quote.speaker else None


def is_named(state: State, quote: Quote) -> bool:
    """Tell whether a quote's speaker is named beside its words, by a name of theirs, or told by the user."""
    if quote.speaker is None:
        return False
    if quote.id in state.corrections or quote.speaker.mention is None:
        return True
    return is_named_beside(quote, state.articles[quote.article])


def told_by_others(state: State, utterance: Utterance) -> Mapping[str, Speaker]:
    """Return, by article, who speaks in the renditions of an utterance where only other articles name them."""
    if len(utterance.renditions) == 1:
        return {}
    return named_by_others(state, [quote for one in utterance.renditions for quote in _told_in(state, one)])


def _told_in(state: State, rendition: Rendition) -> list[Quote]:
    """Return the quotes of a rendition, and those that only say again what they do."""
    return [state.quotes[quote] for quote in (*rendition.quotes, *rendition.reports) if quote in state.quotes]


def is_named_in(state: State, rendition: Rendition) -> bool:
    """Tell whether a rendition's speaker is named beside its words, and alone."""
    named = [quote for quote in _told_in(state, rendition) if is_named(state, quote)]
    return bool(named) and not any(_speaks_jointly(state, quote) for quote in named)


def speaker_of(state: State, rendition: Rendition, told: Mapping[str, Speaker]) -> str | None:
    """Return who speaks in a rendition: as others have `told` it, else who is named beside its words, or pointed at."""
    if rendition.article in told:
        return told[rendition.article].name or None
    spoken = [quote for quote in _told_in(state, rendition) if quote.speaker]
    first = next((quote for quote in spoken if is_named(state, quote)), next(iter(spoken), None))
    return spoken_by(state, first) if first else None


def quotes_told(state: State, article: str) -> tuple[Quote, ...]:
    """Return the quotes of an article, each with who speaks as the other articles tell it where they do."""
    own = state.quotes_of(article)
    told: dict[str, Speaker] = {}
    for key in holding(state.utterances, [quote.id for quote in own]):
        speaker = told_by_others(state, state.utterances[key]).get(article)
        here = (one for one in state.utterances[key].renditions if one.article == article)
        told |= {quote: speaker for one in here for quote in (*one.quotes, *one.reports) if speaker}
    return tuple(_told(quote, told[quote.id]) if quote.id in told else quote for quote in own)


def _told(quote: Quote, speaker: Speaker) -> Quote:
    return replace(quote, speaker=speaker if speaker.name else None)


def who_is_shown(state: State, quote: Quote) -> str:
    """Return the name of a quote's speaker as the program shows it: as other articles tell it where they do."""
    homes = holding(state.utterances, [quote.id])
    told = (told_by_others(state, state.utterances[key]).get(quote.article) for key in homes)
    speaker = next(filter(None, told), quote.speaker)
    return speaker.name if speaker else ""


def named_by_others(state: State, quotes: Sequence[Quote]) -> Mapping[str, Speaker]:
    """Return, by article, who speaks in `quotes` of one utterance where only other articles name them.

    Where these name several, nobody is named. Where the article does not know the person, and points at another by a
    pronoun or a role, that guess is worth nothing: the speaker is what the article calls them, or has no name.
    """
    named = [quote for quote in quotes if is_named(state, quote)]
    left = {quote.article for quote in quotes} - {quote.article for quote in named}
    leader = _leader(state, named) if left else None
    if leader is None:
        return {}
    found: dict[str, Speaker] = {}
    outlet = next(state.articles[quote.article].outlet for quote in named if spoken_by(state, quote) == leader.name)
    for key in left:
        own = [quote for quote in quotes if quote.article == key]
        if not _stands(state, own, leader):
            speaker = _as_led(state.articles[key], own, leader, outlet)
            found |= {key: speaker} if speaker else {}
    return found


def _leader(state: State, named: Sequence[Quote]) -> SpokenName | None:
    """Return whom all that are `named` name: one person by a full name, and nobody together with others."""
    leader = _one_person([_spoken(state, quote) for quote in named])
    if leader is None or not is_full_name(leader) or any(_speaks_jointly(state, quote) for quote in named):
        return None
    given = any(quote.id in state.corrections for quote in named) or leader.name in state.same_speakers.values()
    beside = [quote for quote in named if is_tied(quote, state.articles[quote.article])]
    return leader if given or (beside and not any(_is_led_in(state, quote) for quote in named)) else None


def _speaks_jointly(state: State, quote: Quote) -> bool:
    return quote.id not in state.corrections and speaks_jointly(quote, state.articles[quote.article])


def _is_led_in(state: State, quote: Quote) -> bool:
    return calls_by_article(quote, state.articles[quote.article])


def _stands(state: State, own: Sequence[Quote], leader: SpokenName) -> bool:
    """Tell whether who speaks in quotes that only point at them stands: as the user says, or as `leader` does too."""
    given = any(quote.id in state.corrections for quote in own)
    return given or _is_said_to_speak(state, own, leader)


def _as_led(article: Article, own: Sequence[Quote], leader: SpokenName, outlet: str) -> Speaker | None:
    """Return who speaks in an article's quotes that only point at them; None where it is as they say.

    A pronoun of another gender than the `leader`'s points at somebody else, and so may a role: its holder, or one of
    many. Whom the lines before name, and not the leader, is no guess.
    """
    pointing = next((quote for quote in own if quote.speaker), None)
    mention = pointing.speaker.mention if pointing and pointing.speaker else None
    language, gender = language_of(article.language), gender_of_given(leader.name, leader.language)
    told = {pointed_gender(quote, article) for quote in own} - {""}
    if MANY in told or (gender and told - {gender}) or any(_may_be_anothers(quote, article, leader) for quote in own):
        return None
    role = role_in(pointing, article.text, language) if pointing and mention else ""
    if role or (pointing is not None and _was_just_named(pointing, article, leader)):
        return None
    if is_told_of(leader, article.text, language):
        return Speaker(mention, leader.name, message("reason.named_by_another", outlet=outlet))
    if pointing is None or mention is None or name_words(mention.of(article.text), language).sounds:
        return None
    return Speaker(mention, "")


def _was_just_named(quote: Quote, article: Article, leader: SpokenName) -> bool:
    """Tell whether the paragraph of a quote, or the one before, names whom a pronoun is taken for, and no `leader`."""
    own = quote.speaker.name if quote.speaker else ""
    near = article.text[max(0, quote.hull.start - _FAR) : quote.hull.start]
    start = len(near)
    for _ in range(_PARAGRAPHS):
        start = len(near[:start].rstrip("\n").rpartition("\n")[0])
    before = frozenset(re.findall(r"\w+", near[start:]))
    return not before.isdisjoint(own.split()) and before.isdisjoint(leader.name.split())


def _may_be_anothers(quote: Quote, article: Article, leader: SpokenName) -> bool:
    """Tell whether a quote has no speaker, and a name near that is not the `leader`'s."""
    if quote.speaker is not None:
        return False
    language = language_of(article.language)
    near, known = names_near(quote, article.text, language), name_words(leader.name, leader.language).sounds
    return any(not any(sounds_like(sound, other) for other in known) for sound in near)


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
