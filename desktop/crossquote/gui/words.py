"""Words: what the window says, in the language that the application speaks.

The application object holds the language, as it holds Qt's own translators; who asks for words asks in that language.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from crossquote.wording.catalogue import SOURCE, load_catalogue

if TYPE_CHECKING:
    from crossquote.errors import UserError
    from crossquote.message import Fact, Message
    from crossquote.model.finding import Severity
    from crossquote.wording.joining import Joint

LANGUAGE = "interfaceLanguage"
"""The property of the application that names the language of its windows; English where it is not set."""


def interface_language() -> str:
    """Return the language that the window speaks."""
    application = QCoreApplication.instance()
    return str(application.property(LANGUAGE) or SOURCE) if application is not None else SOURCE


def say(code: str, /, **facts: "Fact") -> str:
    """Return the words of `code` ("window.…") with `facts`."""
    if not facts and (plain := load_catalogue(interface_language()).plain_words(code)) is not None:
        return plain
    from crossquote.message import message  # noqa: PLC0415 - the first window, which tells no facts, does without

    return say_message(message(code, **facts))


def say_message(told: "Message") -> str:
    """Return what a message from below says."""
    from crossquote.wording.telling import tell  # noqa: PLC0415 - as above

    return tell(told, interface_language())


def say_error(error: "UserError") -> str:
    """Return what happened, to which file, and what to do."""
    from crossquote.wording.trouble import tell_error  # noqa: PLC0415 - as above

    return tell_error(error, interface_language(), in_window=True)


def say_all(told: Iterable["Message"]) -> str:
    """Return what several messages say, one after another."""
    from crossquote.wording.joining import Joint  # noqa: PLC0415 - as above

    return say_joined(map(say_message, told), Joint.NEXT)


def say_joined(parts: Iterable[str], joint: "Joint") -> str:
    """Return those of `parts` that say something, each joined with the next."""
    from crossquote.wording.joining import join_told  # noqa: PLC0415 - as above

    return join_told(parts, joint, interface_language())


def say_fact(fact: "Fact", kind: str = "") -> str:
    """Return a fact as the window's language writes it, as one of the `kinds` of `wording` ("bytes", "here")."""
    from crossquote.wording.telling import tell_fact  # noqa: PLC0415 - as above

    return tell_fact(fact, interface_language(), kind)


def severity_word(severity: "Severity") -> str:
    """Return what a severity is called: "major"."""
    return say(f"severity.{severity.value}")
