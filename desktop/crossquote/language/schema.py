"""The schema of lexicons: every section and key that a language's file may have, what it means, and who reads it."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from crossquote.language.section import Section
from crossquote.language.sections import comparing, counting, small_words, speaking, words


@lru_cache(maxsize=1)
def schema() -> Mapping[str, Section]:
    """Return all sections by their names, in the order in which they are told."""
    sections = (*words.SECTIONS, *counting.SECTIONS, *speaking.SECTIONS, *small_words.SECTIONS, *comparing.SECTIONS)
    return MappingProxyType({section.name: section for section in sections})
