"""Terms to look for: which phrases of a lexicon's section a check reads."""

from msgspec import Struct


class Terms(Struct, frozen=True):
    """The groups of a lexicon's section whose phrases are found in a text, where there is a check that reads them.

    By the terms of `keys` a change that holds them is classed; those of `beside` are found only so that the check can
    tell them from these. `telling` is True where such small words tell much, though they are everyday words.
    """

    section: str
    keys: tuple[str, ...]
    beside: tuple[str, ...] = ()
    telling: bool = False

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """All (section, key) pairs, in the order in which one goes before another that is written alike."""
        return tuple((self.section, key) for key in (*self.keys, *self.beside))
