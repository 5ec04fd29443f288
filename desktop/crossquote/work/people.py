"""Who speaks in what is open: the persons behind the speakers' names, called as the reading language calls them."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from crossquote.grouping.people import Person, SpokenName, find_people
from crossquote.language.language import Language, language_of
from crossquote.model.state import State


def people(state: State) -> tuple[Person, ...]:
    """Return the persons who speak in the open articles, with all their names and why those are theirs."""
    names = {
        SpokenName(quote.speaker.name, language_of(state.articles[quote.article].language))
        for quote in state.quotes.values()
        if quote.speaker
    }
    told, language = set(state.same_speakers.values()), language_of(state.reading_language)
    return tuple(_read_in(person, language, told) for person in find_people(names, state.same_speakers))


def _read_in(person: Person, language: Language, told: Collection[str]) -> Person:
    """Return `person` by a name that the reading language gives, unless the user told another."""
    if person.name in told:
        return person
    return replace(person, name=next((one.name for one in person.names if one.language is language), person.name))


def names_to_read(state: State) -> Mapping[str, str]:
    """Return, for each speaker's name, how the reading language calls the person; the name itself where it does not."""
    return {spoken.name: person.name for person in people(state) for spoken in person.names}
