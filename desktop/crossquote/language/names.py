"""Names of languages, as messages tell them."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from crossquote.language.lexicon import load_lexicon
from crossquote.resources import resource


def english_name(code: str) -> str:
    """Return what a language is called in English; its code where the program does not know it."""
    return load_lexicon(code).text("language", "english") or _names().get(code, code)


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """Return code → name for languages without a lexicon, from `resources/language_names.toml`."""
    table = tomllib.loads(resource("language_names.toml").read_text(encoding="utf-8"))["english"]
    return MappingProxyType({str(code): str(name) for code, name in table.items()})
