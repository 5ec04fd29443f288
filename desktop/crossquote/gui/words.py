"""Words: what the window says, in the language that the application speaks.

The application object holds the language, as it holds Qt's own translators; who asks for words asks in that language.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from crossquote.gui.direction import as_window, is_mirrored
from crossquote.wording.catalogue import SOURCE, load_catalogue

if TYPE_CHECKING:
    from crossquote.errors import UserError
    from crossquote.message import Fact, Message
    from crossquote.model.finding import Severity
    from crossquote.progress import Step
    from crossquote.wording.joining import Joint

LANGUAGE = "interfaceLanguage"
"""The property of the application that names the language of its windows; English where it is not set."""


def interface_language() -> str:
    """Return the language that the window speaks."""
    application = QCoreApplication.instance()
    return str(application.property(LANGUAGE) or SOURCE) if application is not None else SOURCE


def say(code: str, /, **facts: "Fact") -> str:
    """Return the words of `code` ("window.…") with `facts`."""
    language = interface_language()
    if not facts and (plain := load_catalogue(language).plain_words(code)) is not None:
        return plain
    return _ways().code(code, facts, language)


def say_message(told: "Message") -> str:
    """Return what a message from below says, read as the window is: a word of an article may stand first in it."""
    said = _ways().message(told, interface_language())
    return said if told.code == _ways().verbatim else as_window(said, mirrored=is_mirrored())


def say_step(step: "Step") -> str:
    """Return what is being done, and how far it is where that can be counted."""
    if step.total > 1:
        return say("window.busy.step", step=step.label, done=step.done, total=step.total)
    return say_message(step.label)


def say_error(error: "UserError") -> str:
    """Return what happened, to which file, and what to do."""
    from crossquote.wording.trouble import tell_error  # noqa: PLC0415 - few windows tell of trouble

    return tell_error(error, interface_language(), in_window=True)


def say_all(told: Iterable["Message"]) -> str:
    """Return what several messages say, one after another."""
    return say_joined(map(say_message, told), _ways().next)


def say_joined(parts: Iterable[str], joint: "Joint") -> str:
    """Return those of `parts` that say something, each joined with the next."""
    return _ways().joined(parts, joint, interface_language())


def say_fact(fact: "Fact", kind: str = "") -> str:
    """Return a fact as the window's language writes it, as one of the `kinds` of `wording` ("bytes", "here")."""
    return _ways().fact(fact, interface_language(), kind)


class _WordingWays(NamedTuple):
    """The ways that `wording` tells."""

    code: Callable[[str, Mapping[str, "Fact"], str], str]
    message: Callable[["Message", str], str]
    fact: Callable[["Fact", str, str], str]
    joined: Callable[[Iterable[str], "Joint", str], str]
    next: "Joint"
    verbatim: str


@cache
def _ways() -> _WordingWays:
    """Return the ways of telling, imported once: the first window, which tells no facts, does without."""
    from crossquote.message import VERBATIM  # noqa: PLC0415 - as below
    from crossquote.wording import joining, telling  # noqa: PLC0415 - an import costs as much as what is told

    return _WordingWays(
        telling.tell_code, telling.tell, telling.tell_fact, joining.join_told, joining.Joint.NEXT, VERBATIM
    )


def severity_word(severity: "Severity") -> str:
    """Return what a severity is called: "major"."""
    return say(f"severity.{severity.value}")
