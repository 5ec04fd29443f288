"""Messages: what is to be said to a user, as a code and facts; the words are found by `wording` alone."""

from sys import intern

from msgspec import Struct
from msgspec.structs import force_setattr

_DEEPEST = 20
"""So many messages stand in one another at most: what is told goes down into each."""
VERBATIM = "verbatim"
"""The code of a message whose only fact, `text`, is told as it stands: a sentence from an older file."""


class Message(Struct, frozen=True, forbid_unknown_fields=True, gc=False, omit_defaults=True):
    """What is to be said: a `code` that every catalogue knows ("strength.weaker"), and the facts that go into it.

    `facts` are pairs of name and value, in the order of their names, so that equal messages are equal values. Codes are
    few and messages many, a file of a project full of them: all that have one code have one text for it.
    """

    code: str
    facts: tuple[tuple[str, "Fact"], ...] = ()

    def __post_init__(self) -> None:
        force_setattr(self, "code", intern(str(self.code)))
        if self.facts and _depth(self) > _DEEPEST:
            msg = f"too deep: {self.code}"
            raise ValueError(msg)

    def fact(self, name: str) -> "Fact":
        """Return one fact, None where there is none of that name."""
        return dict(self.facts).get(name)

    def __bool__(self) -> bool:
        return bool(self.code)


Single = str | int | float | bool | None | Message
Fact = Single | tuple[Single, ...]
"""What a message tells: a text as it stands, a number, a flag, another message; or several of these, told as a list."""


def _depth(told: Message) -> int:
    """Return how many messages stand in one another."""
    depth = 0
    for _, fact in told.facts:
        if isinstance(fact, Message):
            depth = max(depth, _depth(fact))
        elif isinstance(fact, tuple):
            depth = max([depth, *(_depth(each) for each in fact if isinstance(each, Message))])
    return depth + 1


SILENCE = Message("")
"""Nothing to say: false, and told as an empty text."""


def message(code: str, /, **facts: Fact) -> Message:
    """Return the message of `code` with `facts`."""
    return Message(code, tuple(sorted(facts.items())))


def verbatim(text: str) -> Message:
    """Return a message that is told as `text`, letter by letter; silence where there is none."""
    return message(VERBATIM, text=text) if text else SILENCE


def spoken(*messages: Message) -> tuple[Message, ...]:
    """Return the messages that say something."""
    return tuple(filter(None, messages))
