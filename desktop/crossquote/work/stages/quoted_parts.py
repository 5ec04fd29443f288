"""Parts: words quoted inside a report, which follow it where another article says them of the same thing."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from crossquote.grouping.index import parted
from crossquote.grouping.item import LABEL
from crossquote.language.language import language_of
from crossquote.model.quote import Quote, QuoteKind
from crossquote.model.span import Span
from crossquote.model.state import State
from crossquote.progress import Step, Work, gather
from crossquote.text.words import split_words
from crossquote.work.basis import Basis

_PARTS_A_STEP = 100


def take_parts(before: Basis, after: Basis, touched: Collection[str]) -> Work[Basis]:
    """Return `after` where each part that stood alone has joined the utterance of the report around it.

    It does so where another article's quote there has all of its words: "no threat" inside a report beside
    "there is no threat of encirclement". What the user decided of a quote stays as it is. The parts in the articles of
    the quotes `touched` are looked at; the others stay where they were.
    """
    articles = {
        state.quotes[key].article for state in (before.state, after.state) for key in touched if key in state.quotes
    }
    moved = {key for key in touched if _place(before.state, key) != _place(after.state, key)}
    by_article = before.by_article.changed(*parted(_quotes_of(before, after.state, moved)))
    after = replace(after, by_article=by_article)
    left = [key for article in articles for key in before.by_article.get(article, ()) if key in before.taken]
    taken: dict[str, str] = {}
    for article in articles:
        quotes = [after.state.quotes[key] for key in by_article.get(article, ())]
        taken.update((yield from _taken(after, quotes)))
    return replace(after, taken=before.taken.changed(taken, left))


def along(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Return the ids of quotes of one article along its text."""
    return tuple(quote.id for quote in sorted(quotes, key=lambda quote: (quote.hull, quote.id)))


def _place(state: State, key: str) -> tuple[str, Span] | None:
    """Return where a quote stands; None where there is no such quote."""
    return (state.quotes[key].article, state.quotes[key].hull) if key in state.quotes else None


def _quotes_of(before: Basis, state: State, moved: AbstractSet[str]) -> Mapping[str, tuple[str, ...]]:
    """Return, along their texts, the quotes of the articles in which quotes that `moved` stand, or stood before."""
    articles = {one.quotes[key].article for one in (before.state, state) for key in moved if key in one.quotes}
    found: dict[str, list[Quote]] = {article: [] for article in articles}
    for key in {*moved, *(key for article in articles for key in before.by_article.get(article, ()))}:
        if key in state.quotes:
            found[state.quotes[key].article].append(state.quotes[key])
    return {article: along(quotes) for article, quotes in found.items()}


def _taken(basis: Basis, quotes: Sequence[Quote]) -> Work[Mapping[str, str]]:
    """Return the parts among the quotes of one article, which come along its text, each with what takes it."""
    state, groups = basis.state, basis.index.groups
    reports = [one for one in quotes if one.kind is QuoteKind.INDIRECT and len(groups[basis.homes[one.id]]) > 1]
    if not reports:
        return {}
    parts = [
        one
        for one in quotes
        if one.kind is not QuoteKind.INDIRECT
        and one.id not in state.parted
        and one.id not in state.joined
        and len(groups[basis.homes[one.id]]) == 1
    ]
    takers = ((part.id, _taker(basis, part, around)) for part, around in _with_reports(parts, reports))
    found = yield from gather(takers, Step(0, 1, LABEL), _PARTS_A_STEP)
    return {part: home for part, home in found if home is not None}


def _with_reports(parts: Iterable[Quote], reports: Sequence[Quote]) -> Iterator[tuple[Quote, Sequence[Quote]]]:
    """Yield each of `parts` with the `reports` around it, both in order: what ended before it is left behind."""
    coming = [(report.hull, report) for report in reversed(reports)]
    begun: list[tuple[Span, Quote]] = []
    for part in parts:
        place = part.hull
        while coming and coming[-1][0].start <= place.start:
            begun.append(coming.pop())
        begun = [one for one in begun if one[0].end >= place.start]
        yield part, [report for span, report in begun if span.contains(place)]


def _taker(basis: Basis, part: Quote, reports: Iterable[Quote]) -> str | None:
    """Return the utterance of the first of `reports`, all around `part`, that it joins."""
    for report in reports:
        home = basis.homes[report.id]
        ids = [member.id for member in basis.index.groups[home]]
        if _is_said_by_another(basis.state, part, ids) and not _is_kept_apart(basis.state, part, ids):
            return home
    return None


def _is_said_by_another(state: State, part: Quote, ids: Sequence[str]) -> bool:
    """Tell whether a quote of another article has all the words of `part`."""
    wanted = words_of(state, part)
    others = (state.quotes[id_] for id_ in ids)
    return any(quote.article != part.article and wanted <= words_of(state, quote) for quote in others)


def _is_kept_apart(state: State, part: Quote, ids: Sequence[str]) -> bool:
    """Tell whether the user took one of the quotes `ids` away from `part`."""
    return any(part.id in state.parted.get(id_, ()) for id_ in ids)


def words_of(state: State, quote: Quote) -> frozenset[str]:
    """Return the words of a quote as it is read: translated where there is a translation."""
    text = state.translations.get(quote.id) or quote.text(state.articles[quote.article].text)
    return frozenset(word.key for word in split_words(text, language_of(state.reading_language)))
