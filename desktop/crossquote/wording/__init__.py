"""Wording: what a message says in the reader's language. Window, terminal and reports ask here, and nowhere else.

`tell(message, language)` is the door: `catalogue` reads `resources/catalogues/<language>.po` (`po`), `template` the
gaps in their words. `locales` `moments` `kinds` write numbers, lists, days and sizes (Babel, when asked); `joining`
puts parts and sentences together (no face writes the colon between them itself); `trouble` tells an error with what to
do; `pseudo` makes the language in which tests open every window.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crossquote.wording.telling import tell

__all__ = ["tell"]


def __getattr__(name: str) -> object:
    """Import what tells only for those who ask: the first window wants no more than the catalogue."""
    if name not in __all__:
        raise AttributeError(name)
    from crossquote.wording import telling  # noqa: PLC0415 - see above

    return getattr(telling, name)
