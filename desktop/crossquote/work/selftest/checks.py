"""The self-test: the program's whole job on its own sample stories, on the machine it stands on."""

import importlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from crossquote.articles.child import answer, read_apart
from crossquote.articles.door import READING
from crossquote.articles.read import read_article
from crossquote.articles.reader import Hints
from crossquote.articles.readers import plain
from crossquote.child.worker import Worker
from crossquote.comparison.table import known_checks
from crossquote.errors import UserError
from crossquote.export.exporter import export_report, known_formats
from crossquote.export.formats.json import compared_row
from crossquote.message import message
from crossquote.model.state import State
from crossquote.offline import offline_guard
from crossquote.paths import HOME_VARIABLE
from crossquote.progress import Step, finish
from crossquote.project.store import Project
from crossquote.translation.default import open_translator
from crossquote.translation.tmx import read_tmx
from crossquote.wording.trouble import tell_error
from crossquote.work.edits.own_versions import save_memory
from crossquote.work.help import check_pages
from crossquote.work.projects import save_as
from crossquote.work.report import gather_report
from crossquote.work.selftest.listening import listening
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_files
from crossquote.work.stories import list_stories

LAZY = (
    "argostranslate.package", "charset_normalizer", "ctranslate2", "filelock", "langdetect", "msgspec", "rapidfuzz",
    "regex", "rich.console", "sacremoses", "sentencepiece", "Stemmer", "sqlite3",
)  # fmt: skip
SENTENCE = "Я дуже просив президента Путіна зберегти їм життя."


@dataclass(frozen=True, slots=True)
class Result:
    """What one check found; `detail` says what was checked, or what went wrong."""

    name: str
    right: bool
    detail: str


Check = Callable[[], str]
Checks = tuple[tuple[str, Check], ...]


def run_checks(*more: Callable[[], Checks]) -> Iterator[Result]:
    """Run every check, and those that `more` loads, under the guard that refuses connections; yield what each found.

    A check that prints anything has failed, be it a library that warns. The user's own folders are not touched.
    """
    with _home_of_its_own(), offline_guard() as guard:
        checks = list(_CHECKS)
        for load in more:
            loaded = _run("loading", partial(_load, load, checks))
            if not loaded.right:
                yield loaded
        for name, check in checks:
            yield _run(name, check)
        yield Result("offline", not guard.asked, "; ".join(guard.asked) or "no connection was asked for")


@contextmanager
def _home_of_its_own() -> Iterator[None]:
    """Give the program an empty home until the end of the block: untitled work of a test is not the user's."""
    before = os.environ.get(HOME_VARIABLE)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ[HOME_VARIABLE] = folder
        try:
            yield
        finally:
            if before is None:
                del os.environ[HOME_VARIABLE]
            else:
                os.environ[HOME_VARIABLE] = before


def _load(load: Callable[[], Checks], checks: list[tuple[str, Check]]) -> str:
    checks += load()
    return ""


def _run(name: str, check: Check) -> Result:
    try:
        with listening() as heard:
            detail = check()
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is the answer
        what = tell_error(error) if isinstance(error, UserError) else str(error)
        return Result(name, right=False, detail=f"{type(error).__name__}: {what}")
    if heard:
        return Result(name, right=False, detail=f"unexpected output: {' | '.join(heard)}")
    return Result(name, right=True, detail=detail)


def _packages() -> str:
    from crossquote.translation.argos import has_argos  # noqa: PLC0415 - with its package, only here

    names = [name for name in LAZY if has_argos() or not name.startswith("argos")]
    for name in names:
        if not name.startswith("argos"):
            importlib.import_module(name)
    return f"{len(names)} packages can be imported"


def _readers() -> str:
    text = "Заголовок\n\nМіністр сказав: «Домовленості немає».\n"
    with tempfile.TemporaryDirectory() as folder:
        for encoding in ("utf-8", "utf-8-sig", "utf-16"):
            path = Path(folder, f"{encoding}.txt")
            path.write_bytes(text.encode(encoding))
            if read_article(path).text != text:
                raise ValueError(encoding)
        try:
            read_article(Path(folder))
        except UserError:
            return "plain text in three encodings; a folder is refused"
    raise ValueError(folder)


def _child() -> str:
    """Let a child of this program read what it reads itself: a frozen program has to start itself for that."""
    data, hints = "Заголовок\n\nМіністр сказав: «Домовленості немає».\n".encode(), Hints()
    with Worker(answer, READING) as worker:
        for _ in range(2):
            step = Step(0, 0, message("step.reading", file=plain.READER.name))
            if finish(read_apart(plain.READER, data, hints, worker, step)) != plain.READER.read(data, hints):
                raise ValueError(data)
    return "a child process reads the same"


def _translation() -> str:
    from crossquote.translation.argos import has_argos  # noqa: PLC0415 - with its package, only here

    if not has_argos():
        return "Argos Translate is not installed; nothing was translated"
    translator = open_translator()
    route = translator.route("uk", "en", sample_story=True)
    if route is None:
        return "no package from Ukrainian to English is here; nothing was translated"
    (made,) = finish(translator.translate([SENTENCE], route))
    if not made.text.strip():
        raise ValueError(made)
    return f"{made.source} → {made.text} ({', '.join(map(str, route.stamps))})"


def _stories() -> str:
    told = []
    for story in list_stories():
        state = _compared(story.files)
        shared = [utterance for utterance in state.utterances.values() if len(utterance.renditions) > 1]
        for quote in state.quotes.values():
            if not quote.text(state.articles[quote.article].text).strip():
                raise ValueError(quote.id)
        if not shared:
            raise ValueError(story.id)
        told.append(f"{story.id}: {len(state.articles)} articles, {len(state.quotes)} quotes, {len(shared)} shared")
    return "; ".join(told)


def _reports() -> str:
    state = _compared(list_stories()[0].files)
    with tempfile.TemporaryDirectory() as folder:
        report, saved = gather_report(state), Path(folder, "r.crossquote")
        for ending, chosen in known_formats().items():
            export_report(report, Path(folder, f"r{ending}"), chosen)
        session = Session(state)
        save_as(session, saved, remembered=False)
        if session.project:
            session.project.close()
        project = Project(saved)
        kept = project.state()
        project.close()
        if compared_row(report) != compared_row(gather_report(kept)):
            raise ValueError(folder)
        memory = Path(folder, "own.tmx")
        if finish(save_memory(state, memory)) != len(read_tmx(memory, state.reading_language)):
            raise ValueError(memory)
    return f"{', '.join(known_formats())} and a project were written and read back"


def _known_checks() -> str:
    pages = {page.id for page in check_pages()}
    if known_checks().keys() != pages:
        raise ValueError(pages ^ known_checks().keys())
    return ", ".join(known_checks())


def _compared(files: tuple[Path, ...]) -> State:
    session = Session(translator=open_translator())
    outcome = finish(add_files(session, files))
    if outcome.problems:
        raise outcome.problems[0]
    return session.state


_CHECKS: Checks = (
    ("packages", _packages),
    ("readers", _readers),
    ("child", _child),
    ("translation", _translation),
    ("checks", _known_checks),
    ("stories", _stories),
    ("reports", _reports),
)
