"""Messages: their codes are few, and each is one text however many messages have it."""

from enum import StrEnum

import msgspec

from crossquote.message import Message, message


class _Code(StrEnum):
    ONE = "some.code"


def test_messages_of_a_file_share_the_text_of_their_code() -> None:
    kept = msgspec.json.encode([message("some.code", number=number) for number in range(3)])
    read = msgspec.json.decode(kept, type=list[Message])
    assert len({id(one.code) for one in (*read, message("some.code"), message(_Code.ONE))}) == 1
    assert type(message(_Code.ONE).code) is str
