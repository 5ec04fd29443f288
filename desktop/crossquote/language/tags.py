"""Tags of languages as the web and translation memories write them: `zh-Hant` where Argos Translate says `zt`."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from crossquote.language.lexicon import known_languages
from crossquote.language.together import ask_all


def code_of(tag: str) -> str:
    """Return the code by which Argos names the language of a tag such as `uk-UA` or `zh_TW`."""
    folded = tag.strip().replace("_", "-").casefold()
    if folded in known_languages():
        return folded
    primary = folded.split("-")[0]
    return _codes().get(folded, _codes().get(primary, primary))


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    """Return tag, folded → code, where the two differ."""
    told = ask_all(lambda lexicon: lexicon.texts("language", "tags"))
    return MappingProxyType({str(tag).casefold(): code for code, tags in told.items() for tag in tags})
