"""Unspoken subjects: what a verb tells of who speaks where its language needs no pronoun ("powiedział", "dijo")."""

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from crossquote.language.language import Language
from crossquote.text.words import fold

MAN, WOMAN, MANY = "man", "woman", "many"


class Unspoken(Struct, frozen=True):
    """What verbs tell by their endings, and the pronoun that stands for each of it; "" where a verb tells nothing."""

    men: tuple[str, ...]
    women: tuple[str, ...]
    many: tuple[str, ...]
    nobody: tuple[str, ...]
    impersonal: tuple[str, ...]
    objects: tuple[str, ...]
    pronouns: Mapping[str, str]

    def wanted(self, verb: str, before: str) -> str | None:
        """Return whom `verb` is said of, None for nobody; `before` is the word before it ("hanno", "se")."""
        if before in self.impersonal or verb.endswith(self.nobody):
            return None
        if before in self.many or verb.endswith(self.many):
            return MANY
        return WOMAN if verb.endswith(self.women) else MAN if verb.endswith(self.men) else ""


@lru_cache(maxsize=64)
def load_unspoken(language: Language) -> Unspoken:
    """Return what the verbs of `language` tell of an unspoken subject; no pronouns where it must be spoken."""
    texts = language.lexicon.texts

    def folded(key: str) -> tuple[str, ...]:
        return tuple(map(fold, texts("pronouns", key)))

    anybody = language.lexicon.text("pronouns", "unspoken")
    known = ((MAN, "masculine"), (WOMAN, "feminine"), (MANY, "plural"))
    pronouns = {whom: texts("pronouns", key)[0] for whom, key in known if texts("pronouns", key)} if anybody else {}
    return Unspoken(
        men=folded("masculine_verbs"),
        women=folded("feminine_verbs"),
        many=folded("plural_verbs"),
        nobody=folded("nobodys_verbs"),
        impersonal=folded("nobodys_words"),
        objects=folded("objects"),
        pronouns=pronouns | {"": anybody} if anybody else {},
    )
