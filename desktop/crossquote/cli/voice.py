"""What the command line says to people: words of the catalogue, ready for a terminal."""

from collections.abc import Iterable

from msgspec import Struct

from crossquote.cli.spoken import interface_language
from crossquote.cli.terminal import print_line
from crossquote.message import Fact, Message, message
from crossquote.text.visible import visible
from crossquote.wording import tell
from crossquote.wording.joining import Joint, join_told
from crossquote.wording.telling import tell_fact


class Voice(Struct, frozen=True):
    """Tells what the program says; an article's control characters do nothing in it.

    It speaks `language`, or where none is named that which was chosen when the command line started.
    """

    language: str | None = None

    def __call__(self, code: str, /, **facts: Fact) -> str:
        """Return the words of `code` with `facts`."""
        return self.of(message(code, **facts))

    def fact(self, fact: Fact, kind: str) -> str:
        """Return a fact as the language writes one of its kind ("moment")."""
        return visible(tell_fact(fact, self.language or interface_language(), kind))

    def joined(self, parts: Iterable[str], joint: Joint) -> str:
        """Return those of `parts` that say something, each joined with the next."""
        return visible(join_told(parts, joint, self.language or interface_language()))

    def plain(self, text: str) -> str:
        """Return a text that is none of ours, as a terminal may show it."""
        return visible(text)

    def of(self, told: Message, /) -> str:
        """Return a message in words."""
        return visible(tell(told, self.language or interface_language()))


VOICE = Voice()
"""How the command line speaks."""


def say(code: str, /, **facts: Fact) -> None:
    """Write a line of the catalogue to standard output."""
    print_line(VOICE(code, **facts))


def help_of(name: str) -> str:
    """Return what `--help` says of a command or an option; argparse would read a lone % as a field of its own."""
    return VOICE(f"terminal.help.{name}").replace("%", "%%")
