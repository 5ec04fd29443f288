"""Texts to translate, and their translation: sentence by sentence, in one pass a route."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from crossquote.errors import ErrorCode, UserError
from crossquote.model.translation import Flag, Route, SentenceKey, Translation
from crossquote.progress import Work
from crossquote.translation.engine import Translator
from crossquote.translation.pieces import SourcePiece, put_together


class Text(Struct, frozen=True):
    """A text to translate: a quote's or a whole article's, cut into sentences."""

    id: str
    text: str
    language: str
    sample_story: bool
    pieces: tuple[SourcePiece, ...]

    @property
    def kind(self) -> "TextKind":
        """What its route depends on: its language, and whether it belongs to a sample story."""
        return self.language, self.sample_story


TextKind = tuple[str, bool]
Sentences = Mapping[SentenceKey, Translation]


def routes_of(texts: Iterable[Text], target: str, translator: Translator) -> dict[TextKind, Route | None]:
    """Return the route of each kind of text, None where there is none."""
    kinds = dict.fromkeys(text.kind for text in texts)
    return {kind: translator.route(kind[0], target, sample_story=kind[1]) for kind in kinds}


def translate_texts(
    texts: Iterable[Text], routes: Mapping[TextKind, Route | None], translator: Translator, remembered: Sentences
) -> Work[dict[SentenceKey, Translation]]:
    """Return the sentences that are `remembered`, with those of `texts` that were not.

    A package that turns out to be unusable costs its own sentences, not the others'; `translator.problems` has it.
    """
    known = dict(remembered)
    wanted: dict[Route, dict[str, None]] = {}
    for text in texts:
        route = routes[text.kind]
        if route is not None:
            wanted.setdefault(route, {}).update(dict.fromkeys(piece.text for piece in text.pieces))
    for route, sentences in wanted.items():
        lacking = [sentence for sentence in sentences if not _holds(known, sentence, route)]
        try:
            made = yield from translator.translate(lacking, route)
        except UserError as problem:
            if problem.code is not ErrorCode.PACKAGE:
                raise
            continue
        known |= {SentenceKey(one.source, route.source, route.target): one for one in made}
    return known


def _holds(known: Sentences, sentence: str, route: Route) -> bool:
    """Tell whether `sentence` is known by the very packages of `route`, or given by the user."""
    one = known.get(SentenceKey(sentence, route.source, route.target))
    return one is not None and (one.own or one.stamps == route.stamps)


def whole(text: Text, known: Sentences, target: str, route: Route | None = None) -> Translation | None:
    """Return the translation of a whole text from its sentences', None where one of them is not known.

    The user's own translation of the whole text goes before. What a sample package made for a story
    does not count for a text of the user's own.
    """
    own = known.get(SentenceKey(text.text, text.language, target))
    if own is not None and own.own:
        return own
    found = {}
    for piece in text.pieces:
        one = known.get(SentenceKey(piece.text, text.language, target))
        if one is None or (Flag.SAMPLE in one.flags and route is None and not text.sample_story):
            return None
        found[piece.text] = one
    return put_together(text.text, text.pieces, found, target)
