"""Passages: single texts translated on their own, outside of any article that is open."""

from collections.abc import Sequence

from msgspec import Struct

from crossquote.language.language import language_of
from crossquote.model.translation import Translation
from crossquote.progress import Work
from crossquote.translation.engine import Translator
from crossquote.translation.pieces import cut
from crossquote.translation.routes import package_code
from crossquote.work.samples import is_from_sample
from crossquote.work.stages.translate import lacking_pairs
from crossquote.work.texts import Text, routes_of, translate_texts, whole


class Passage(Struct, frozen=True):
    """A text, the language it is in, and the one to read it in."""

    text: str
    language: str
    target: str


def translate_passages(passages: Sequence[Passage], translator: Translator) -> Work[tuple[Translation | None, ...]]:
    """Return the translation of each of `passages`, None where there is no way; one in its own target stays as it is.

    A passage of the sample stories may be translated by their sample packages.
    """
    made: dict[Passage, Translation | None] = {}
    for target in dict.fromkeys(passage.target for passage in passages):
        asked = [passage for passage in dict.fromkeys(passages) if passage.target == target]
        made |= {passage: Translation(passage.text, passage.text, ()) for passage in asked}
        texts = {passage: _text(passage) for passage in asked if passage.language != target}
        routes = routes_of(texts.values(), target, translator)
        known = yield from translate_texts(texts.values(), routes, translator, {})
        made |= {passage: whole(text, known, target, routes[text.kind]) for passage, text in texts.items()}
    return tuple(made[passage] for passage in passages)


def missing_packages(translator: Translator, source: str, target: str) -> tuple[str, ...]:
    """Return the codes of the packages to add so that `source` can be read in `target`."""
    return tuple(package_code(pair) for pair in lacking_pairs(translator, source, target))


def _text(passage: Passage) -> Text:
    text = passage.text
    return Text(text, text, passage.language, is_from_sample(text), cut(text, language_of(passage.language)))
