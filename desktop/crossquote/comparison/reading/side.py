"""One side of a comparison, and what it was translated from."""

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.model.quote import QuoteKind, Stance


class Original(Struct, frozen=True):
    """What a side was translated from: its own text and language."""

    text: str
    language: Language


class Side(Struct, frozen=True):
    """One side of a comparison: the text as shown, and what is known of the rendition.

    `source` is what the text was translated from, None where it was not. `speaker` is a full name,
    `date` the article's (ISO 8601), against which "yesterday" is reckoned. `denied` tells of a part-quote that the
    report around it denies it: he did not have “the money in hand”. Where the speaker is not `named` beside the
    words but pointed at ("he"), who that is is a guess. `beside` is what the report says itself in the sentence
    in which it quotes a part, before that.
    """

    text: str
    language: Language
    source: Original | None = None
    speaker: str | None = None
    kind: QuoteKind | None = None
    stance: Stance | None = None
    date: str | None = None
    denied: bool = False
    named: bool = True
    beside: str = ""
