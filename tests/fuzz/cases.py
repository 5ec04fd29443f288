"""Run as `python -m cases ENTRANCE[,ENTRANCE…] FIRST COUNT`: cases of entrances, each in its own process with limits.

A line of JSON for each case that went wrong, and for each entrance one with what the dearest cost.
"""

import json
import os
import random
import re
import resource
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from article_entrances import copied
from entrances import ENTRANCES
from given import Case, read_ahead
from network_entrances import ANSWERED_BY_SERVERS
from own_entrances import lists_of_projects
from pack_entrances import sound_pack

from crossquote.cli.terminal import visible_line
from crossquote.message import message
from crossquote.offline import Guard
from crossquote.wording import tell

SECONDS, MEGABYTES = 10, 500
PRECIOUS = b"what the user can't do without\n"
BUG = 99
"""The exit status of a case whose exception nobody caught."""
REFUSED = 3
"""That of one whose file can't be used."""
NAMED_OTHERWISE = frozenset({copied, lists_of_projects})
"""What is copied has no file, and a list that is damaged names any: its case looks for that one itself."""
ASKED = "asked for a connection:"
OWN_MISTAKE = tell(message("error.own-mistake", what="")).rstrip()
SITE = re.compile(r"https?://|\.example\b")
HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e]")
"""What no line has that a terminal is to show."""


def main(names: str, first: int, count: int) -> None:
    """Run cases of each entrance, and tell what went wrong."""
    read_ahead()
    sound_pack()
    for name in names.split(","):
        _knock(name, first, count)


def _knock(name: str, first: int, count: int) -> None:
    action, right = ENTRANCES[name]
    may_connect = action in ANSWERED_BY_SERVERS
    dearest, largest = 0.0, 0.0
    for seed in range(first, first + count):
        with tempfile.TemporaryDirectory(prefix="crossquote-fuzz-") as folder:
            trouble, seconds, megabytes = _run(
                Path(folder), f"{name}:{seed}", action, right, Guard(standing=not may_connect)
            )
        dearest, largest = max(dearest, seconds), max(largest, megabytes)
        if trouble:
            _tell(entrance=name, seed=seed, trouble=trouble)
    _tell(entrance=name, cases=count, seconds=round(dearest, 2), megabytes=round(largest))


def _tell(**told: str | float) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def _run(
    folder: Path, seed: str, action: Callable[[Case], int], right: frozenset[int], guard: Guard
) -> tuple[str, float, float]:
    for inner in ("case", "home", "outside"):
        (folder / inner).mkdir()
    victim = folder / "outside" / "thesis.txt"
    victim.write_bytes(PRECIOUS)
    child = os.fork()
    if not child:
        _be_a_case(Case(random.Random(seed), folder / "case", victim), folder, action, guard)
    _, status, used = os.wait4(child, 0)
    said, aside = ((folder / name).read_text(encoding="utf-8", errors="replace") for name in ("said", "aside"))
    seconds, megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    wrong = [
        "Traceback" in said + aside and f"{said}{aside}"[-1500:],
        status and (not os.WIFEXITED(status) or os.WEXITSTATUS(status) not in right) and f"status {status}",
        not status and 0 not in right and "status 0",
        *_wrong_aside(aside),
        os.waitstatus_to_exitcode(status) == REFUSED
        and action not in NAMED_OTHERWISE
        and not _is_named(aside, folder)
        and f"neither file nor site is named: {aside[:300]}",
        seconds > SECONDS and f"{seconds:.1f} s",
        megabytes > MEGABYTES and f"{megabytes:.0f} MB",
        [path.name for path in (folder / "outside").iterdir()] != [victim.name] and "something outside",
        (not victim.exists() or victim.read_bytes() != PRECIOUS) and "the victim",
    ]
    shutil.rmtree(folder / "case", ignore_errors=True)
    return "; ".join(str(one) for one in wrong if one), seconds, megabytes


def _is_named(aside: str, folder: Path) -> bool:
    """Tell whether a file of a case, or the site that was asked, is named in what it said."""
    return bool(SITE.search(aside)) or any(visible_line(path.name) in aside for path in folder.rglob("*"))


def _wrong_aside(aside: str) -> Iterator[str]:
    """Yield what is wrong with what a case said beside its answer: each trouble is one harmless line of ours."""
    lines = aside.split("\n")
    if lines.pop():
        yield f"a line that does not end: {aside[-200:]!r}"
    for line in lines:
        if not line.startswith("crossquote: ") or HARMFUL.search(line):
            yield f"no line of ours: {line[:300]!r}"
        if OWN_MISTAKE in line or ASKED in line:
            yield line[:600]


def _be_a_case(case: Case, folder: Path, action: Callable[[Case], int], guard: Guard) -> None:
    status = BUG
    try:
        os.dup2(os.open(os.devnull, os.O_RDWR), 0)
        for number, name in ((1, "said"), (2, "aside")):
            os.dup2(os.open(folder / name, os.O_WRONLY | os.O_CREAT), number)
        sys.addaudithook(guard)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS + 2, SECONDS + 2))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.environ["CROSSQUOTE_HOME"] = str(folder / "home")
        os.chdir(folder / "case")
        status = action(case)
        sys.stderr.writelines(f"crossquote: {ASKED} {asked}\n" for asked in guard.asked)
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else BUG
    except BaseException:  # noqa: BLE001 - it is what is looked for
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
