"""An article as it would be printed: signs written out as in a page's source ("&laquo;") are what they stand for.

Quotes are looked for in what would be printed, and lead back to what is written.
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from crossquote.model.article import Article
from crossquote.model.quote import Quote, quote_id
from crossquote.model.span import hull
from crossquote.text.normalize import Normalized, decode


class Printed(Struct, frozen=True):
    """An article as printed, and the way back to what is written."""

    article: Article
    decoded: Normalized

    def written(self, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        """Return `quotes`, which were found in the article as printed, where they stand in what is written."""
        return tuple(map(self._written, quotes))

    def _written(self, quote: Quote) -> Quote:
        back = self.decoded.to_original
        spans = tuple(map(back, quote.spans))
        speaker, cue = quote.speaker, quote.cue
        if speaker is not None and speaker.mention is not None:
            speaker = replace(speaker, mention=back(speaker.mention))
        if cue is not None:
            cue = replace(cue, span=back(cue.span))
        kind = quote.id.rpartition(":")[2] if quote.id.count(":") > quote.article.count(":") + 1 else ""
        return replace(quote, id=quote_id(quote.article, hull(spans), kind), spans=spans, speaker=speaker, cue=cue)


def printed(article: Article) -> Printed | None:
    """Return `article` as it would be printed, None where it is written that way already."""
    decoded = decode(article.text)
    if decoded.text == article.text:
        return None
    layout = article.layout
    skipped = tuple(map(decoded.to_working, layout.skipped))
    places = {
        name: decoded.to_working(span) if span else None
        for name, span in (("title", layout.title), ("byline", layout.byline), ("dateline", layout.dateline))
    }
    return Printed(replace(article, text=decoded.text, layout=replace(layout, skipped=skipped, **places)), decoded)
