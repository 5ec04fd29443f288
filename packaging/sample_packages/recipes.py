"""What each sample package is: its languages, its layout, and the size of its model."""

from enum import StrEnum

from msgspec import Struct


class Layout(StrEnum):
    """The three layouts that real Argos packages have."""

    SENTENCEPIECE = "sentencepiece"
    SENTENCEPIECE_OLD = "sentencepiece-old"
    MOSES_BPE = "moses-bpe"


class Recipe(Struct, frozen=True):
    """One package: from which language into which, in which layout, learned from which Tatoeba file."""

    source: str
    target: str
    layout: Layout
    parallel: str
    reversed: bool = False

    @property
    def name(self) -> str:
        """Return the recipe's name ("uk-en")."""
        return f"{self.source}-{self.target}"

    @property
    def folder(self) -> str:
        """Return the name of the package's folder, as Argos names those of its own."""
        return f"translate-{self.source}_{self.target}-sample"


class Shape(Struct, frozen=True):
    """The size of a model: some 3 million parameters, 3 MB in int8."""

    width: int = 192
    inner: int = 640
    heads: int = 4
    encoder_layers: int = 3
    decoder_layers: int = 2
    pieces: int = 4000


SHAPE = Shape()
RECIPES = {
    recipe.name: recipe
    for recipe in (
        Recipe("uk", "en", Layout.MOSES_BPE, "uk-en.tsv"),
        Recipe("ru", "en", Layout.SENTENCEPIECE, "ru-en.tsv"),
        Recipe("es", "en", Layout.SENTENCEPIECE, "es-en.tsv"),
        Recipe("de", "en", Layout.SENTENCEPIECE_OLD, "de-en.tsv"),
        Recipe("fr", "en", Layout.SENTENCEPIECE, "fr-en.tsv"),
        Recipe("en", "uk", Layout.SENTENCEPIECE, "uk-en.tsv", reversed=True),
    )
}
LANGUAGE_NAMES = {
    "en": "English",
    "uk": "Ukrainian",
    "ru": "Russian",
    "es": "Spanish",
    "de": "German",
    "fr": "French",
}
