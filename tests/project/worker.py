"""Works on a project without end, saying each step when it is acknowledged; meant to be killed."""

import sys
from itertools import count
from pathlib import Path

from crossquote.progress import finish
from crossquote.project.store import Project
from crossquote.work import review
from crossquote.work.pipeline import add_text
from crossquote.work.session import Session

SAID = 'Story {0}\n\n"We will open bridge number {0} on Monday," Mayor Ada Lindqvist said.\n'


def main() -> None:
    path = Path(sys.argv[1])
    session = Session(project=Project(path))
    for number in count(int(sys.argv[2])):
        finish(add_text(session, SAID.format(number), f"outlet-{number}"))
        review.write_note(session, f"article:{number}", "seen")
        if number % 4 == 3:
            session.undo()
        if number % 5 == 4 and session.project:
            session.project.save_copy(path.with_name("copy.crossquote"))
        sys.stdout.write(f"{number} {len(session.state.articles)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
