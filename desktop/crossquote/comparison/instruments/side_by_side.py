"""What is shown under an utterance: the strength scale, what each rendition kept, consensus and outlier."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from crossquote.comparison.instruments.apparatus import Stretch, cut_stretches
from crossquote.comparison.instruments.kept import KeptMap, map_kept
from crossquote.comparison.instruments.strength import place_beside_base
from crossquote.comparison.instruments.variants import VariantTable, tabulate
from crossquote.comparison.reading.scale import Request
from crossquote.language.language import Language, language_of
from crossquote.model.comparison import Comparison
from crossquote.model.utterance import Utterance

Naming = Callable[[int], str]
"""Tells what a rendition is called, by its number in the utterance."""

FEWEST = 3
"""Of fewer renditions there is no consensus, only what both say."""
AT_MOST = 40
"""More renditions than these take too long to set against each other."""
_LONGEST = 20_000
"""Nor is a text of more letters set against others: it is while somebody waits for the window."""


class SideText(Struct, frozen=True):
    """A text to be set beside others: the number of its rendition, and what came of comparing it with the base."""

    row: int
    text: str
    language: Language
    comparison: Comparison | None = None


class Instruments(Struct, frozen=True):
    """What can be read of the renditions that stand in one language, `rows`; the base comes first.

    `scaled` are those that stand on the scale of strength, the weakest first; nothing where fewer than two do. `kept`
    is None where nothing was cut, `variants` where there are fewer than three; `stretches` are those of `variants`.
    """

    rows: tuple[int, ...]
    scaled: tuple[tuple[int, Request], ...] = ()
    kept: KeptMap | None = None
    variants: VariantTable | None = None
    stretches: tuple[Stretch, ...] = ()


NOTHING_READ = Instruments(())


def read_instruments(utterance: Utterance, reading_language: Language) -> Instruments:
    """Return what the renditions of `utterance` that stand in the base's language show side by side."""
    if len(utterance.renditions) < 2:
        return Instruments((utterance.base,))
    texts = sorted(_texts(utterance, reading_language), key=lambda one: one.row != utterance.base)
    language = reading_language if utterance.reference else texts[0].language
    told = in_one_language(texts, language)
    words = [one.text for one in told]
    table = tabulate(words, language) if FEWEST <= len(words) <= AT_MOST else None
    return Instruments(
        rows=tuple(one.row for one in told),
        scaled=stand_on_scale(texts, language),
        kept=keep_of_longest(texts, language),
        variants=table,
        stretches=cut_stretches(table, words) if table else (),
    )


def in_one_language(texts: Sequence[SideText], language: Language) -> tuple[SideText, ...]:
    """Return the texts that can be set against each other word by word: those in `language` that have any."""
    return tuple(one for one in texts if one.language == language and one.text.strip())


def stand_on_scale(texts: Sequence[SideText], language: Language) -> tuple[tuple[int, Request], ...]:
    """Return which texts stand where on the scale of strength, the weakest first; nothing where fewer than two do.

    What does not stand in `language` is not compared with the others, so it is not ranked among them either. The first
    of `texts` is the base.
    """
    told = in_one_language(texts, language)
    if len(told) < 2 or _is_endless(told):
        return ()
    base, others = place_beside_base(told[0].text, [(one.text, one.comparison) for one in told[1:]], language)
    standing = [(one.row, place) for one, place in zip(told, (base, *others), strict=True) if place is not None]
    return tuple(sorted(standing, key=lambda entry: entry[1].value)) if len(standing) > 1 else ()


def keep_of_longest(texts: Sequence[SideText], language: Language) -> KeptMap | None:
    """Return what those of `texts` that stand in `language` kept of the longest; None where none was cut short."""
    told = in_one_language(texts, language)
    if _is_endless(told):
        return None
    compared = [one.comparison for one in told]
    return map_kept([one.text for one in told], language, 0, compared if any(compared) else ())


def _is_endless(texts: Sequence[SideText]) -> bool:
    return any(len(one.text) > _LONGEST for one in texts)


def _texts(utterance: Utterance, reading_language: Language) -> list[SideText]:
    """Return the texts of all renditions; what was compared with what was really said says nothing of the base."""
    comparisons = () if utterance.reference else utterance.comparisons
    return [
        SideText(
            row=row,
            text=told.shown,
            language=language_of(told.language) if told.translation is None else reading_language,
            comparison=comparisons[row] if comparisons else None,
        )
        for row, told in enumerate(utterance.renditions)
    ]
