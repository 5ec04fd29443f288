"""Who speaks in what is open: the persons behind the speakers' names, called as the reading language calls them."""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from msgspec.structs import replace

from crossquote.grouping.namesakes import SpokenName
from crossquote.grouping.people import Person, find_people
from crossquote.identity import ByIdentity
from crossquote.language.language import Language, language_of
from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.model.state import State
from crossquote.progress import Work, finish


def people(state: State) -> tuple[Person, ...]:
    """Return the persons who speak in the open articles, with all their names and why those are theirs.

    They are worked out once for the same quotes, and what the user says of their speakers.
    """
    told = ByIdentity(state.same_speakers)
    return _people_of(ByIdentity(state.quotes), ByIdentity(state.articles), told, state.reading_language)


@lru_cache(maxsize=1)
def _people_of(
    quotes: ByIdentity[Mapping[str, Quote]],
    articles: ByIdentity[Mapping[str, Article]],
    told: ByIdentity[Mapping[str, str]],
    reading_language: str,
) -> tuple[Person, ...]:
    names = {name for quote in quotes.value.values() if (name := _name_in(articles.value, quote)) is not None}
    return finish(_people(names, told.value, language_of(reading_language)))


def spoken_name(state: State, quote: Quote) -> SpokenName | None:
    """Return the name of a quote's speaker as its article writes it, None where it has none."""
    return _name_in(state.articles, quote)


def _name_in(articles: Mapping[str, Article], quote: Quote) -> SpokenName | None:
    return SpokenName(quote.speaker.name, language_of(articles[quote.article].language)) if quote.speaker else None


def _people(
    names: Iterable[SpokenName], same_speakers: Mapping[str, str], language: Language
) -> Work[tuple[Person, ...]]:
    found = yield from find_people(names, same_speakers)
    told = set(same_speakers.values())
    return tuple(_read_in(person, language, told) for person in found)


def _read_in(person: Person, language: Language, told: Collection[str]) -> Person:
    """Return `person` by a name that the reading language gives, unless the user told another."""
    if person.name in told:
        return person
    return replace(person, name=next((one.name for one in person.names if one.language is language), person.name))


def how_to_read(
    names: Iterable[SpokenName], same_speakers: Mapping[str, str], language: Language
) -> Work[Mapping[str, str]]:
    """Return, for each speaker's name, how `language` calls the person; the name itself where it does not."""
    people = yield from _people(names, same_speakers, language)
    return {spoken.name: person.name for person in people for spoken in person.names}
