"""What the program says: counts, languages, kinds of quote, and errors in words a user can act on."""

from collections import Counter
from collections.abc import Collection
from pathlib import Path

from crossquote.errors import UserError
from crossquote.gui.words import interface_language, say, say_fact, say_joined, say_message, severity_word
from crossquote.model import signs
from crossquote.model.finding import Finding
from crossquote.model.review import Progress
from crossquote.model.state import State
from crossquote.project.store import Project
from crossquote.translation.routes import call_language
from crossquote.wording.joining import Joint
from crossquote.wording.trouble import tell_trouble
from crossquote.work.session import Session


def language_name(code: str | None) -> str:
    """Return the name of a language, its code where the program does not know it."""
    return say_message(signs.language_name(code))


def route_name(pair: tuple[str, str], own: tuple[str, str]) -> str:
    """Return two languages by name, from one into the other; by their `own` names where the program knows none."""
    names = (say_fact(call_language(code, called)) for code, called in zip(pair, own, strict=True))
    return say_joined(names, Joint.ROUTE)


def say_size(size: int) -> str:
    """Return how large a package of `size` bytes is."""
    megabytes = size / 1_000_000
    return (
        say("window.packages.megabytes", size=round(megabytes)) if megabytes >= 1 else say("window.packages.under-1-mb")
    )


def local_time(at: str) -> str:
    """Return a time of the log (ISO 8601, UTC) as the clock here shows it; what is no time, as it stands."""
    return say_fact(at, "here")


def say_finding(finding: Finding) -> str:
    """Return a finding in a few words: "major: Weaker: asked for demanded"."""
    return say("window.finding.told", severity=severity_word(finding.severity), finding=finding.message)


def reviewed_line(review: Progress) -> str:
    """Return how many renditions have a verdict; nothing where none can have one."""
    return say("window.count.reviewed", done=review.reviewed, all=review.renditions) if review.renditions else ""


def state_line(state: State, review: Progress, *, busy: bool = False) -> str:
    """Return what is open, and how far its review is, in one line; while it is `busy`, nothing has been left undone."""
    if not state.articles:
        return say("window.messages.no-articles-yet")
    parts = [
        say("count.articles", count=len(state.articles)),
        say("count.quotes", count=len(state.quotes)),
        say("count.utterances", count=len(state.utterances)),
    ]
    if reviewed := reviewed_line(review):
        parts.append(reviewed)
        parts.append(say("window.count.findings-open", count=review.open_findings))
    if state.unfinished and not busy:
        parts.append(say("window.messages.not-all-compared"))
    if state.checks_off:
        parts.append(say("window.count.checks-off", count=len(state.checks_off.split())))
    return say_joined(parts, Joint.DOT)


def short_names(paths: Collection[str]) -> dict[str, str]:
    """Return what to call each of some files: by its name, and by where it lies, too, where others are called so."""
    tails = {path: [Path(path).parts[-count:] for count in range(1, len(Path(path).parts) + 1)] for path in paths}
    known = Counter(tail for path in paths for tail in tails[path])
    return {path: str(Path(*next((tail for tail in tails[path] if known[tail] == 1), ()))) for path in paths}


def opened_lines(session: Session) -> tuple[str, ...]:
    """Return what there is to know of a project that was opened: that the program died over it, that it was older.

    And what lay beside it that was not its own.
    """
    project = session.project
    if project is None:
        return ()
    lines = []
    if project.left_by is not None:
        last = project.next_steps[0]
        since = project.left_by.since
        if last is None:
            lines.append(say("window.messages.left-open", since=since))
        else:
            lines.append(say("window.messages.left-open-after", since=since, step=last.name, at=last.at))
    if project.upgrade is not None:
        lines.append(say("window.messages.upgraded", file=project.upgrade.copy.name))
    return (*lines, *set_aside_lines(project))


def set_aside_lines(project: Project) -> tuple[str, ...]:
    """Return what there is to say of what lay beside a project and was not its own."""
    files = tuple(side.name for side in project.set_aside)
    return (say("window.messages.set-aside", files=files),) if files else ()


def reason_line(error: UserError) -> str:
    """Return what happened and what to do, in one line: for where the file is named beside it."""
    return tell_trouble(error, "", interface_language())


def problem_line(error: UserError, *, advice: bool = True) -> str:
    """Return what happened, to which file, and (unless that is told otherwise) what to do, in one line."""
    name = Path(error.path).name if error.path else ""
    return tell_trouble(error, name, interface_language(), advice=advice)
