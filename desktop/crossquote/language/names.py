"""Names of languages, as messages tell them and as the web does.

They stand in a section that no language has from another, and that is read by itself: who tells a message needs no
lexicon, nor what a lexicon is made of.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from crossquote.errors import UserError
from crossquote.language.inheritance import OWN
from crossquote.language.source import LexiconSource, is_code, path_of, read_source
from crossquote.notation import read_toml
from crossquote.resources import resource


def english_name(code: str) -> str:
    """Return what a language is called in English; its code where the program does not know it."""
    name = _section(code).get("english")
    return name if isinstance(name, str) and name else _names().get(code, code)


def tag_of(code: str) -> str:
    """Return what the web calls the language `code`."""
    tags = _section(code).get("tags")
    return str(tags[0]) if isinstance(tags, list) and tags else code


@lru_cache(maxsize=128)
def _section(code: str) -> Mapping[str, object]:
    """Return what the lexicon of `code` says of its language; what is wrong there is told of the lexicon."""
    path = path_of(code)
    if not is_code(code) or not path.is_file():
        return MappingProxyType({})
    try:
        return LexiconSource(code, read_source(path), lambda _: None).get(OWN, MappingProxyType({}))
    except UserError:
        return MappingProxyType({})


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """Return code → name for languages without a lexicon, from `resources/language_names.toml`."""
    table = read_toml(resource("language_names.toml"))["english"]
    return MappingProxyType({str(code): str(name) for code, name in table.items()})
