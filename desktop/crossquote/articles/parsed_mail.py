"""Mail as Python parses it, with headers no longer than any that was written to be read: their cost is the square."""

from email import message_from_bytes
from email.message import Message
from email.policy import Compat32
from email.utils import parseaddr

_LONGEST = 16 * 1024
"""Letters of a header: the library's work on its parameters is the square of them."""


class _ShortHeaders(Compat32):
    """How a message is parsed, of whose headers no more than `_LONGEST` letters are kept."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST]


def parse_mail(data: bytes) -> Message:
    """Return a message with its parts."""
    return message_from_bytes(data, policy=_ShortHeaders())


def sender_in(header: str) -> tuple[str, str]:
    """Return the name and the address that a header gives; nothing where it opens brackets without end."""
    try:
        return parseaddr(header)
    except RecursionError:
        return "", ""
