"""Who speaks in what is open: the persons behind the speakers' names, called as the reading language calls them."""

from collections.abc import Collection, Iterable, Mapping

from msgspec.structs import replace

from crossquote.grouping.namesakes import SpokenName
from crossquote.grouping.people import Person, look_for_people
from crossquote.language.language import Language, language_of
from crossquote.model.quote import Quote
from crossquote.model.state import State
from crossquote.progress import Work, finish


def people(state: State) -> tuple[Person, ...]:
    """Return the persons who speak in the open articles, with all their names and why those are theirs."""
    names = {name for quote in state.quotes.values() if (name := spoken_name(state, quote)) is not None}
    return finish(_people(names, state.same_speakers, language_of(state.reading_language)))


def spoken_name(state: State, quote: Quote) -> SpokenName | None:
    """Return the name of a quote's speaker as its article writes it, None where it has none."""
    return (
        SpokenName(quote.speaker.name, language_of(state.articles[quote.article].language)) if quote.speaker else None
    )


def _people(
    names: Iterable[SpokenName], same_speakers: Mapping[str, str], language: Language
) -> Work[tuple[Person, ...]]:
    found = yield from look_for_people(names, same_speakers)
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
