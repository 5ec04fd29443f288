"""Who speaks in what is open: the persons behind the speakers' names, called as the reading language calls them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from crossquote.grouping.namesakes import SpokenName
from crossquote.grouping.people import Person, find_people
from crossquote.identity import ByIdentity
from crossquote.language.language import Language, language_of
from crossquote.model.article import Article
from crossquote.model.quote import Quote
from crossquote.model.state import State
from crossquote.progress import Work

_Roots = tuple[ByIdentity[Mapping[str, Quote]], ByIdentity[Mapping[str, Article]], ByIdentity[Mapping[str, str]], str]


class Speakers(Struct, frozen=True):
    """The persons who speak in a state, with all their names and why those are theirs: who is quoted most leads.

    `quotes` is how many quotes each name has.
    """

    people: tuple[Person, ...]
    quotes: Mapping[SpokenName, int]
    _found_in: _Roots

    def are_of(self, state: State) -> bool:
        """Tell whether those of `state` are the same: of the same quotes, and what the user says of their speakers."""
        return self._found_in == _roots(state)


def find_speakers(state: State) -> Work[Speakers]:
    """Return the persons who speak in the open articles."""
    quotes = Counter(name for quote in state.quotes.values() if (name := spoken_name(state, quote)) is not None)
    found = yield from _people(quotes.keys(), state.same_speakers, language_of(state.reading_language))
    people = sorted(found, key=lambda person: -sum(quotes[name] for name in person.names))
    return Speakers(tuple(_by_quotes(person, quotes) for person in people), quotes, _roots(state))


def _by_quotes(person: Person, quotes: Mapping[SpokenName, int]) -> Person:
    """Return `person` with the names first by which they are quoted most."""
    named = zip(person.names, person.reasons, strict=True)
    names, reasons = zip(*sorted(named, key=lambda one: -quotes[one[0]]), strict=True)
    return replace(person, names=names, reasons=reasons)


def _roots(state: State) -> _Roots:
    """Return what the persons are worked out from."""
    told = ByIdentity(state.same_speakers)
    return ByIdentity(state.quotes), ByIdentity(state.articles), told, state.reading_language


def spoken_name(state: State, quote: Quote) -> SpokenName | None:
    """Return the name of a quote's speaker as its article writes it, None where it has none."""
    if quote.speaker is None:
        return None
    return SpokenName(quote.speaker.name, language_of(state.articles[quote.article].language))


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
