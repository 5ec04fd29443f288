"""Works on a project without end, saying each step when it is acknowledged; meant to be killed."""

import json
import sys
from itertools import count
from pathlib import Path

from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.translation.fake import FakeTranslator
from crossquote.work import projects
from crossquote.work.edits import review
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_text, refresh

SAID = (
    'Story {0}\n\n"We will open bridge number {0} on Monday," Mayor Ada Lindqvist said.\n',
    "Історія {0}\n\n«Ми відкриємо міст номер {0} у понеділок», – сказала мерка Ада Ліндквіст.\n",
)


def main() -> None:
    path = Path(sys.argv[1])
    session = Session(project=Project(path), translator=FakeTranslator([("uk", "en")]))
    if session.state.unfinished:
        finish(refresh(session))
    for number in count(int(sys.argv[2])):
        finish(add_text(session, SAID[number % 2].format(number), f"outlet-{number}"))
        review.write_note(session, f"article:{number}", "seen")
        if number % 4 == 3:
            session.undo()
        if number % 5 == 4:
            projects.save_as(session, path.with_name("elsewhere.crossquote"))
            projects.save_as(session, path)
        if number % 6 == 5 and session.project:
            session.project.compact(forget_steps=number % 12 == 11)
        acknowledge(session, number)


def acknowledge(session: Session, number: int) -> None:
    """Say what is on the disk by now."""
    state = session.state
    told = {
        "number": number,
        "articles": sorted(state.articles),
        "notes": sorted(state.notes),
        "translated": sorted(state.translations),
        "utterances": len(state.utterances),
    }
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
