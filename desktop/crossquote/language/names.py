"""Names of languages, as messages tell them and as the web does."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from crossquote.language.lexicon import load_lexicon
from crossquote.notation import read_toml
from crossquote.resources import resource


def english_name(code: str) -> str:
    """Return what a language is called in English; its code where the program does not know it."""
    return load_lexicon(code).text("language", "english") or _names().get(code, code)


def tag_of(code: str) -> str:
    """Return what the web calls the language `code`."""
    return next(iter(load_lexicon(code).texts("language", "tags")), code)


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """Return code → name for languages without a lexicon, from `resources/language_names.toml`."""
    table = read_toml(resource("language_names.toml"))["english"]
    return MappingProxyType({str(code): str(name) for code, name in table.items()})
