"""Utterances: what was said once, and the renditions that articles give of it."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from crossquote.message import SILENCE, Message
from crossquote.model.comparison import Comparison
from crossquote.model.quote import Quote

GAP = " … "
"""What stands between the quotes of one rendition where they are shown as one text."""


class Rendition(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """One article's account of an utterance: one or more quotes of that article, in the article's order.

    `text` is the quotes' texts joined by GAP; `translation` the same in the reading language,
    None where none is needed or there is none. `reason` says why it belongs here.
    `reports` are quotes of the same article that only say again what its `quotes` give: reports of it, a headline.
    """

    article: str
    quotes: tuple[str, ...]
    language: str | None
    text: str
    translation: str | None = None
    reason: Message = SILENCE
    reports: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The text that is compared: the translation where there is one, else the text itself."""
        return self.text if self.translation is None else self.translation


def text_of(quotes: Iterable[Quote], article: str) -> str:
    """Return what `quotes` of one article, whose text is `article`, say as one rendition."""
    return GAP.join([quote.text(article) for quote in quotes])


class Possible(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """Another utterance that may be the same one, and how likely that is: never so likely that it counts as one.

    `reason` says what speaks for it, in the words of that other where both have them; silence where an
    older file does not say.
    """

    utterance: str
    chance: float
    reason: Message = SILENCE


class Utterance(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """What was said once. `base` is the index of the rendition that the others are compared with.

    Where the user gave what was really said, `reference` is that, and all renditions are compared with it.
    `comparisons` has one entry a rendition, None for the base itself and for what can't be compared
    (another language without a translation); it is empty until the utterance has been compared. `possibly` has the
    utterances that may be the same one, the likeliest first; some of them may not be shown.
    """

    id: str
    speaker: str | None
    renditions: tuple[Rendition, ...]
    base: int = 0
    comparisons: tuple[Comparison | None, ...] = ()
    reference: str = ""
    possibly: tuple[Possible, ...] = ()

    @property
    def measured(self) -> tuple[int, ...]:
        """The indexes of the renditions that are held against another text: those that can have a verdict.

        It is all of them where what was really said is known, else all but the base.
        """
        return tuple(index for index in range(len(self.renditions)) if self.reference or index != self.base)


def with_shared_texts(utterance: Utterance) -> Utterance:
    """Return an equal utterance whose comparisons have the very texts of its renditions: they are half of its letters.

    So they are where they were made; read from a file, each is another text of the same letters.
    """
    renditions = utterance.renditions
    there = 0 <= utterance.base < len(renditions)
    base = utterance.reference or (renditions[utterance.base].shown if there else "")
    shared = [
        one and _between(one, base, rendition.shown)
        for one, rendition in zip(utterance.comparisons, renditions, strict=False)
    ]
    return replace(utterance, comparisons=(*shared, *utterance.comparisons[len(shared) :]))


def _between(comparison: Comparison, base: str, text: str) -> Comparison:
    return (
        replace(comparison, base=base, text=text) if (comparison.base, comparison.text) == (base, text) else comparison
    )
