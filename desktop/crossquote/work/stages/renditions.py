"""Utterances: what the quotes that belong together make: renditions, a speaker, a base."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from crossquote.comparison.evidence.standing import Standing, weigh_standing
from crossquote.grouping.evidence import together
from crossquote.language.language import language_of
from crossquote.message import Message
from crossquote.model.quote import Quote, QuoteKind
from crossquote.model.state import State
from crossquote.model.utterance import GAP, Rendition, Utterance, text_of
from crossquote.work.copies import number_articles
from crossquote.work.stages.said_again import Said, told_once
from crossquote.work.stages.who_speaks import is_named, named_by_others, spoken_by


def make_utterance(
    state: State, id_: str, members: Sequence[str], reasons: Mapping[str, Message], called: Mapping[str, str]
) -> Utterance:
    """Return the utterance that the quotes `members` make; `called` is how speakers' names are to be read."""
    quotes = [state.quotes[member] for member in members]
    by_article: dict[str, list[Said]] = {}
    for quote in quotes:
        by_article.setdefault(quote.article, []).append(_said(state, quote))
    renditions = tuple(
        _rendition(
            state, own, [said for article, told in by_article.items() if article != one for said in told], reasons
        )
        for one, own in by_article.items()
    )
    return Utterance(
        id=id_,
        speaker=_speaker(state, quotes, called),
        renditions=renditions,
        base=_base(state, renditions),
        reference=_reference(state, members),
    )


def tell_again(
    state: State, known: Utterance, members: Sequence[str], reasons: Mapping[str, Message], called: Mapping[str, str]
) -> Utterance:
    """Return what `make_utterance` does of the quotes of an utterance that is `known`, where these are what they were.

    What they give and which is the base does not depend on who their speakers' names stand for, nor on why they belong
    together.
    """
    quotes = [state.quotes[member] for member in members]
    return replace(
        known,
        speaker=_speaker(state, quotes, called),
        renditions=tuple(replace(one, reason=_reason(reasons, one.quotes)) for one in known.renditions),
        reference=_reference(state, members),
    )


def _reference(state: State, members: Iterable[str]) -> str:
    return next((state.references[member] for member in members if member in state.references), "")


def _reason(reasons: Mapping[str, Message], quotes: Iterable[str]) -> Message:
    return together(reasons[quote] for quote in quotes)


def _rendition(state: State, own: Sequence[Said], others: Sequence[Said], reasons: Mapping[str, Message]) -> Rendition:
    """Return one article's account: what it gives word for word; what only says that again gives way to it."""
    ordered = told_once(own, others)
    quotes = tuple(quote.id for quote in ordered)
    told = frozenset(quotes)
    again = [said.quote for said in own if said.quote.id not in told]
    article = state.articles[ordered[0].article]
    translated = [state.translations.get(quote.id) for quote in ordered]
    shown = (given or quote.text(article.text) for given, quote in zip(translated, ordered, strict=True))
    return Rendition(
        article=article.id,
        quotes=quotes,
        language=ordered[0].language or article.language,
        text=text_of(ordered, article.text),
        translation=GAP.join(shown) if any(given is not None for given in translated) else None,
        reason=_reason(reasons, quotes),
        reports=tuple(quote.id for quote in again),
    )


def _said(state: State, quote: Quote) -> Said:
    """Return a quote with its words as they are read: in the reading language where they are translated."""
    article, given = state.articles[quote.article], state.translations.get(quote.id)
    if given is not None:
        return Said(quote, given, language_of(state.reading_language))
    return Said(quote, quote.text(article.text), language_of(quote.language or article.language))


def _speaker(state: State, quotes: Sequence[Quote], called: Mapping[str, str]) -> str | None:
    """Return the speaker's name: a name before a description, as the reading language writes it, then the commonest.

    One that stands beside the words comes before one that a pronoun is taken for, and before the commonest one of a
    quote that the user corrected. Those who are `named` by other articles alone don't count. Where no quote here has
    the reading language's name, other articles may (`called`).
    """
    named = named_by_others(state, quotes)
    own = [quote for quote in quotes if quote.article not in named]
    spoken = [(quote, name) for quote in own if (name := spoken_by(state, quote))]
    beside = {name for quote, name in spoken if is_named(state, quote)}
    given = {name for quote, name in spoken if quote.id in state.corrections}
    names = Counter(name for _, name in spoken)
    told = set(state.same_speakers.values())
    read = {
        name
        for quote, name in spoken
        if name in told or state.articles[quote.article].language == state.reading_language
    }

    def rank(name: str) -> tuple[bool, bool, bool, bool, int, int, str]:
        return name[:1].isupper(), name in beside, name in read, name in given, names[name], len(name), name

    name = max(names, key=rank, default=None)
    return name if name is None or name in read else called.get(name, name)


def _base(state: State, renditions: Sequence[Rendition]) -> int:
    """Return the index of the base: the user's pin, else not translated, borne out by the others, and word for word.

    Of several such it is the one that says most of what they all say: the longest, unless the others word it otherwise.
    Of those that are alike it is one that names its speaker, so that another's name meets it.
    """
    for pinned in (lambda rendition: rendition.quotes, lambda rendition: (rendition.article,)):
        for index, rendition in enumerate(renditions):
            if any(state.pins.get(key) == rendition.article for key in pinned(rendition)):
                return index
    comparable = _comparable(state, renditions)
    candidates = [index for index in comparable if renditions[index].translation is None] or comparable
    if len(candidates) == 1:
        return candidates[0]
    standing = _standing(state, renditions)

    def rank(index: int) -> tuple[bool, bool, float, int, bool, int]:
        rendition = renditions[index]
        whole = any(state.quotes[quote].kind is QuoteKind.DIRECT for quote in rendition.quotes)
        stands = standing.get(index, Standing(alone=False, bears=0.0))
        named = any(is_named(state, state.quotes[quote]) for quote in rendition.quotes)
        return not stands.alone, whole, stands.bears, len(rendition.shown), named, -index

    return max(candidates, key=rank)


def _comparable(state: State, renditions: Sequence[Rendition]) -> list[int]:
    """Return the indexes of those that can be compared with each other: in the language in which most can be read."""
    read: dict[str | None, list[int]] = {}
    for index, rendition in enumerate(renditions):
        language = rendition.language if rendition.translation is None else state.reading_language
        read.setdefault(language, []).append(index)
    return max(read.items(), key=lambda one: (len(one[1]), one[0] == state.reading_language))[1]


def _standing(state: State, renditions: Sequence[Rendition]) -> Mapping[int, Standing]:
    """Return how the renditions that can be read in the reading language stand among each other, by their index."""
    read = [
        index
        for index, rendition in enumerate(renditions)
        if rendition.translation is not None or rendition.language == state.reading_language
    ]
    sources = sources_of(state, [renditions[index] for index in read])
    found = weigh_standing([renditions[index].shown for index in read], language_of(state.reading_language), sources)
    return dict(zip(read, found, strict=True))


def sources_of(state: State, renditions: Sequence[Rendition]) -> tuple[int, ...]:
    """Return the number of the source of each of `renditions`: articles that share most of their text are one."""
    return number_articles(state.articles[rendition.article] for rendition in renditions)
