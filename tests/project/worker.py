"""Works on a project without end, saying each step when it is acknowledged; meant to be killed, or to be refused."""

import json
import sys
from itertools import count
from pathlib import Path

from crossquote.errors import UserError
from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.translation.fake import FakeTranslator
from crossquote.work import projects
from crossquote.work.edits import review
from crossquote.work.session import Session
from crossquote.work.stages.kept_basis import keep_basis
from crossquote.work.stages.pipeline import add_text, refresh

REFUSED = 3
SAID = (
    'Story {0}\n\n"We will open bridge number {0} on Monday," Mayor Ada Lindqvist said.\n',
    "Історія {0}\n\n«Ми відкриємо міст номер {0} у понеділок», – сказала мерка Ада Ліндквіст.\n",
)


def main() -> None:
    path = Path(sys.argv[1])
    session = Session(project=Project(path), translator=FakeTranslator([("uk", "en")]))
    if room := int(sys.argv[3]):
        hold_files(room)
    if session.state.unfinished:
        finish(refresh(session))
    for number in count(int(sys.argv[2])):
        finish(add_text(session, SAID[number % 2].format(number), f"outlet-{number}"))
        review.write_note(session, f"article:{number}", "seen")
        if number % 3 != 1:
            finish(keep_basis(session))
        if number % 4 == 3:
            session.undo()
        if number % 5 == 4:
            projects.save_as(session, path.with_name("elsewhere.crossquote"))
            projects.save_as(session, path)
        if number % 6 == 5 and session.project:
            session.project.compact(forget_steps=number % 12 == 11)
        acknowledge(session, number, path)


def hold_files(room: int) -> None:
    """Let no file of this process grow beyond `room` bytes: to who writes it, that is a full disk."""
    import resource  # noqa: PLC0415 - not there on Windows

    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))


def acknowledge(session: Session, number: int, path: Path) -> None:
    """Say what is on the disk by now."""
    state = session.state
    log = path.with_name(f"{path.name}-wal")
    told = {
        "number": number,
        "articles": sorted(state.articles),
        "notes": sorted(state.notes),
        "translated": sorted(state.translations),
        "utterances": len(state.utterances),
        "log": log.stat().st_size if log.exists() else 0,
        "changed": path.stat().st_mtime_ns,
    }
    say(told)


def say(told: object) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        main()
    except UserError as error:
        say({"refused": error.message.code})
        sys.exit(REFUSED)
