"""Messages of a report in words, remembered: each is told when it is written, and again when that is read back."""

from collections.abc import Iterable
from functools import lru_cache

from crossquote.message import Message
from crossquote.wording import tell
from crossquote.wording.joining import Joint, join_told


@lru_cache(maxsize=8192)
def tell_once(message: Message, language: str) -> str:
    """Return what a message says in `language`."""
    return tell(message, language)


def tell_all_once(messages: Iterable[Message], language: str) -> str:
    """Return what several messages say, one after the other."""
    return join_told((tell_once(message, language) for message in messages), Joint.NEXT, language)
