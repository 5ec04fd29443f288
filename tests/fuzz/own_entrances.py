"""The entrances of what the program lists and makes itself: recent projects, work without a name, reports."""

import json
import tempfile
from functools import lru_cache
from pathlib import Path

from given import Case, sound_project
from mutation import flip_one, mutate, mutate_value

from crossquote.cli.main import run
from crossquote.cli.status import complain
from crossquote.errors import UserError
from crossquote.export.exporter import known_formats
from crossquote.paths import settings_folder
from crossquote.wording.trouble import tell_error
from crossquote.work.projects import open_project, recoverable, untitled_folder
from crossquote.work.recent import recent, remember
from crossquote.work.saved_views import read_views
from crossquote.work.settings import load_settings
from crossquote.work.window_layout import read_sizes, read_sorting

SUFFIX = ".crossquote"
VIEWS = '[{"name":"mine","filters":{"chosen":[]},"words":"bridge"}]'


def _hurt(case: Case, data: bytes) -> bytes:
    """Return `data` with one bit flipped, or made hostile in another way."""
    return flip_one(case.chance, data) if case.chance.random() < 0.6 else mutate(case.chance, data)


def lists_of_projects(case: Case) -> int:
    """Change the list of recent projects, and work that an earlier run left without a name; open what is listed.

    What is changed can name a file that is none of the case's: what is said of each names the one that was opened.
    """
    listed = f"{case.project()}\n{case.folder / 'gone.crossquote'}\n{case.victim}\n".encode()
    case.put(str(settings_folder() / "recent.txt"), _hurt(case, listed))
    left = untitled_folder() / f"left{SUFFIX}"
    case.put(str(left), _hurt(case, sound_project()) if case.chance.random() < 0.7 else sound_project())
    case.put(str(left.with_name(f".{left.name}.open")), _hurt(case, b'{"user": "a", "machine": "b", "process": 1}'))
    status = 0
    for path in [*(one.path for one in recent()), *(one.path for one in recoverable())]:
        try:
            session = open_project(path)
        except UserError as error:
            status = _refused(path, error)
        else:
            if session.project is not None:
                session.project.close()
    remember(case.folder / f"new{SUFFIX}")
    return status


def _refused(path: Path, error: UserError) -> int:
    """Say why a project can't be opened, which names that very one."""
    complain(error)
    assert tell_error(error).startswith(f"{path}: ")
    return 3


def window_settings(case: Case) -> int:
    """Change what the settings keep of the window, and read all of it."""
    values = {"window": "AdnQywADAAAAAAAA", "views": VIEWS, "panes": "300 700", "sorting": "speaker down"}
    if case.chance.random() < 0.5:
        values["views"] = json.dumps(mutate_value(case.chance, json.loads(VIEWS)))
    kept = "".join(f"{name} = {json.dumps(value)}\n" for name, value in values.items()).encode()
    case.put(str(settings_folder() / "settings.toml"), _hurt(case, kept))
    settings = load_settings()
    read_views(settings.views)
    read_views(_hurt(case, VIEWS.encode()).decode("utf-8", "replace"))
    read_sizes(_hurt(case, b"300 700").decode("utf-8", "replace"), 2)
    read_sorting(_hurt(case, b"speaker down").decode("utf-8", "replace"), ("speaker", "found"))
    return 0


def report_of_project(case: Case) -> int:
    """Report on a project whose bytes are changed."""
    path = case.project()
    path.write_bytes(_hurt(case, path.read_bytes()))
    return run(["report", str(path), "-o", str(case.folder / f"r{case.chance.choice(_endings())}")])


@lru_cache(maxsize=16)
def _sound_report(ending: str) -> bytes:
    """Return the bytes of a report on the sound project."""
    with tempfile.TemporaryDirectory(prefix="crossquote-fuzz-") as folder:
        project, report = Path(folder, "a.crossquote"), Path(folder, f"r{ending}")
        project.write_bytes(sound_project())
        assert run(["report", str(project), "-o", str(report)]) == 0
        return report.read_bytes()


def report_verified(case: Case) -> int:
    """Verify a report whose bytes, or those of whose project, are changed."""
    path, ending = case.project(), case.chance.choice(_endings())
    report = Path(case.put(f"r{ending}", _sound_report(ending)))
    changed = report if case.chance.random() < 0.7 else path
    changed.write_bytes(_hurt(case, changed.read_bytes()))
    return run(["verify", str(report), "--project", str(path), *case.chance.choice(([], ["--json"]))])


def _endings() -> tuple[str, ...]:
    """Return the endings of reports that need no translation; one with pages is drawn by a process of its own."""
    return tuple(ending for ending in known_formats() if ending not in {".pdf", ".tmx", ".xlf"})
