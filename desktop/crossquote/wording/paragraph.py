"""Several messages, told one after another."""

from collections.abc import Iterable

from crossquote.message import Message
from crossquote.wording.catalogue import SOURCE
from crossquote.wording.telling import tell


def tell_all(messages: Iterable[Message], language: str = SOURCE) -> str:
    """Return what `messages` say in `language`, a sentence each, with blanks between."""
    return " ".join(tell(message, language) for message in messages)
