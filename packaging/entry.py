"""The frozen program's entry: the program, or a child of it that answers questions."""

import os
import sys

from crossquote.child.command import CHILD


def _main() -> int:
    # The Moses tokenizer brings joblib, whose processes are not used: on import it would ask the system for semaphores.
    os.environ.setdefault("JOBLIB_MULTIPROCESSING", "0")
    if sys.argv[1:] == [CHILD]:
        from crossquote.child.answering import answer_questions  # noqa: PLC0415 - the program itself has no use for it

        answer_questions()
        return 0
    from crossquote.__main__ import main  # noqa: PLC0415 - a child is not to load what it does not need

    return main()


if __name__ == "__main__":
    sys.exit(_main())
