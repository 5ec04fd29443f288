"""The table of checks: whatever file of `checks/` exports a CHECK, in the order of telling."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct

from crossquote.comparison import checks
from crossquote.comparison.check import Check
from crossquote.comparison.reading.one_text import LookedFor
from crossquote.language.language import Language


@lru_cache(maxsize=1)
def known_checks() -> Mapping[str, Check]:
    """Return every check by its id, in the order in which they are told to a reader."""
    found = (_check_of(module.name) for module in pkgutil.iter_modules(checks.__path__))
    return MappingProxyType({check.id: check for check in sorted(found, key=lambda check: (check.rank, check.id))})


def _check_of(name: str) -> Check:
    check = importlib.import_module(f"{checks.__name__}.{name}").CHECK
    if not isinstance(check, Check) or check.id != name:
        msg = f"checks/{name}.py has to export a CHECK of the id '{name}'"
        raise TypeError(msg)
    return check


def looked_for() -> LookedFor:
    """Return the (section, key) pairs of a lexicon that some check reads."""
    return _looked_for(tuple(known_checks().values()))


@lru_cache(maxsize=1)
def _looked_for(known: tuple[Check, ...]) -> LookedFor:
    return tuple(dict.fromkeys(pair for check in known for terms in check.terms for pair in terms.pairs))


def cannot_judge(language: Language) -> tuple[str, ...]:
    """Return the ids of the checks that have no word lists for `language`, and so say nothing there."""
    lexicon = language.lexicon
    return tuple(check.id for check in known_checks().values() if check.needs and not lexicon.has(check.needs))


class Checks(Struct, frozen=True):
    """Which checks to run: all but those that are switched `off`, by id."""

    off: frozenset[str] = frozenset()

    def __iter__(self) -> Iterator[Check]:
        return (check for name, check in known_checks().items() if name not in self.off)


ALL_CHECKS = Checks()
