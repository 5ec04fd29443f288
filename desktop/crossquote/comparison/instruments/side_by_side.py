"""What is shown under an utterance: the strength scale, what each rendition kept, consensus and outlier."""

from dataclasses import dataclass

from crossquote.comparison.instruments.apparatus import Stretch, cut_stretches
from crossquote.comparison.instruments.kept import KeptMap, map_kept
from crossquote.comparison.instruments.strength import place_on_scale
from crossquote.comparison.instruments.variants import VariantTable, tabulate
from crossquote.comparison.reading.scale import Request
from crossquote.language.language import Language, language_of
from crossquote.model.utterance import Utterance

_FEWEST = 3
"""Of fewer renditions there is no consensus, only what both say."""
AT_MOST = 40
"""More renditions than these take too long to set against each other."""


@dataclass(frozen=True, slots=True)
class Instruments:
    """What can be read of the renditions that stand in one language, `rows`; the base comes first.

    `places` are on the scale of strength, one a row, None where a rendition requests nothing. `kept` is None where
    nothing was cut; `variants` where there are fewer than three. `stretches` are those of `variants`.
    """

    rows: tuple[int, ...]
    places: tuple[Request | None, ...]
    kept: KeptMap | None
    variants: VariantTable | None
    stretches: tuple[Stretch, ...]

    @property
    def scaled(self) -> tuple[tuple[int, Request], ...]:
        """Renditions with their places on the scale, the weakest first; nothing where fewer than two stand on it."""
        standing = [(row, place) for row, place in zip(self.rows, self.places, strict=True) if place is not None]
        return tuple(sorted(standing, key=lambda entry: entry[1].value)) if len(standing) > 1 else ()


def read_instruments(utterance: Utterance, reading_language: Language) -> Instruments:
    """Return what the renditions of `utterance` that stand in the base's language show side by side."""
    renditions = utterance.renditions
    if len(renditions) < 2:
        return Instruments((utterance.base,), (None,), None, None, ())
    languages = [language_of(told.language) if told.translation is None else reading_language for told in renditions]
    language = reading_language if utterance.reference else languages[utterance.base]
    rows = [index for index in range(len(renditions)) if languages[index] == language and renditions[index].shown]
    rows.sort(key=lambda index: index != utterance.base)
    texts = [renditions[index].shown for index in rows]
    comparisons = [utterance.comparisons[index] if utterance.comparisons else None for index in rows]
    table = tabulate(texts, language) if _FEWEST <= len(texts) <= AT_MOST else None
    return Instruments(
        rows=tuple(rows),
        places=tuple(place_on_scale(text, language) for text in texts),
        kept=map_kept(texts, language, 0, () if utterance.reference else comparisons),
        variants=table,
        stretches=cut_stretches(table, texts) if table else (),
    )
