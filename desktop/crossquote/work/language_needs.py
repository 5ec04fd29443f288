"""What the languages of the open articles need: which packages read each, and which are lacking."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from crossquote.model.state import State
from crossquote.translation.engine import Translator
from crossquote.translation.packages import LanguagePackage
from crossquote.work.packages import Missing, describe_missing
from crossquote.work.samples import is_sample
from crossquote.work.stages.translate import lacking_pairs


class LanguageNeed(Struct, frozen=True):
    """A language of the open articles: how many are in it, by what it is read, and what is `missing` for that.

    Without either it needs none: it is the reading language.
    """

    language: str
    articles: int
    packages: tuple[LanguagePackage, ...] = ()
    missing: tuple[Missing, ...] = ()


def language_needs(state: State, translator: Translator, here: Iterable[LanguagePackage]) -> tuple[LanguageNeed, ...]:
    """Return what each language of the open articles needs, those that lack something first, then by their articles.

    Of several packages for one pair, the first of those that are `here` is the one that is used.
    """
    counted = Counter((one.language, is_sample(one)) for one in state.articles.values() if one.language)
    by_pair = {package.pair: package for package in reversed(tuple(here))}
    needs: dict[str, LanguageNeed] = {}
    for (language, sample), number in counted.items():
        known = needs.get(language, LanguageNeed(language, 0))
        route, target = None, state.reading_language
        if language != target:
            route = translator.route(language, target, sample_story=sample)
        lacks = lacking_pairs(translator, language, target) if language != target and route is None else ()
        used = tuple(by_pair[pair] for pair in route.pairs if pair in by_pair) if route is not None else ()
        needs[language] = LanguageNeed(
            language,
            known.articles + number,
            tuple(dict.fromkeys((*known.packages, *used))),
            tuple(dict.fromkeys((*known.missing, *describe_missing(lacks)))),
        )
    return tuple(sorted(needs.values(), key=lambda need: (not need.missing, -need.articles, need.language)))
