"""The self-test: the program's whole job on its own sample stories, on the machine it stands on."""

import importlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from msgspec import Struct

from crossquote.articles.child import answer, read_apart
from crossquote.articles.door import READING
from crossquote.articles.read import read_article
from crossquote.articles.reader import Hints, gather_drafts
from crossquote.articles.readers import plain
from crossquote.child.worker import Worker
from crossquote.comparison.table import known_checks
from crossquote.errors import UserError
from crossquote.export.exporter import export_report, known_formats
from crossquote.export.formats.json import compared_row
from crossquote.message import SILENCE, Message, message, verbatim
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
from crossquote.work.selftest.layouts import try_layouts
from crossquote.work.selftest.listening import listening
from crossquote.work.selftest.specimens import ARTICLE, PAGE, SENTENCE
from crossquote.work.session import Session
from crossquote.work.stages.pipeline import add_files
from crossquote.work.stories import list_stories

LAZY = (
    "argostranslate.package", "charset_normalizer", "ctranslate2", "filelock", "langdetect", "lxml.etree", "msgspec",
    "pypdfium2", "python_calamine", "rapidfuzz", "regex", "resiliparse.extract", "rich.console", "sacremoses",
    "sentencepiece", "Stemmer", "sqlite3", "truststore", "docx", "xlsxwriter",
)  # fmt: skip


class Result(Struct, frozen=True):
    """What one check found; `detail` says what was checked, or what went wrong."""

    name: str
    right: bool
    detail: Message


Trial = Callable[[], Message]
Trials = tuple[tuple[str, Trial], ...]


def run_checks(*more: Callable[[], Trials]) -> Iterator[Result]:
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
        asked = verbatim("; ".join(guard.asked))
        yield Result("offline", not guard.asked, asked or message("self-test.offline"))


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


def _load(load: Callable[[], Trials], checks: list[tuple[str, Trial]]) -> Message:
    checks += load()
    return SILENCE


def _run(name: str, check: Trial) -> Result:
    try:
        with listening() as heard:
            detail = check()
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is the answer
        what = tell_error(error) if isinstance(error, UserError) else str(error)
        return Result(name, right=False, detail=verbatim(f"{type(error).__name__}: {what}"))
    if heard:
        return Result(name, right=False, detail=message("self-test.output", lines=" | ".join(heard)))
    return Result(name, right=True, detail=detail)


def _packages() -> Message:
    from crossquote.translation.argos import has_argos  # noqa: PLC0415 - with its package, only here

    names = [name for name in LAZY if has_argos() or not name.startswith("argos")]
    for name in names:
        if not name.startswith("argos"):
            importlib.import_module(name)
    return message("self-test.packages", count=len(names))


def _readers() -> Message:
    text = ARTICLE
    with tempfile.TemporaryDirectory() as folder:
        for encoding in ("utf-8", "utf-8-sig", "utf-16"):
            path = Path(folder, f"{encoding}.txt")
            path.write_bytes(text.encode(encoding))
            if read_article(path).text != text:
                raise ValueError(encoding)
        page = Path(folder, "page.html")
        page.write_text(PAGE, encoding="utf-8")
        found = read_article(page)
        if found.title != "Заголовок" or found.text.count("Домовленості немає") != 3:
            raise ValueError(found.text)
        try:
            read_article(Path(folder))
        except UserError:
            return message("self-test.readers")
    raise ValueError(folder)


def _child() -> Message:
    """Let a child of this program read what it reads itself: a frozen program has to start itself for that."""
    data, hints = ARTICLE.encode(), Hints()
    with Worker(answer, READING) as worker:
        for _ in range(2):
            step = Step(0, 0, message("step.reading", file=plain.READER.name))
            if finish(read_apart(plain.READER, data, hints, worker, step)) != gather_drafts(
                plain.READER.read(data, hints)
            ):
                raise ValueError(data)
    return message("self-test.child")


def _translation() -> Message:
    from crossquote.translation.argos import has_argos  # noqa: PLC0415 - with its package, only here

    if not has_argos():
        return message("self-test.no-argos")
    translator = open_translator()
    route = translator.route("uk", "en", sample_story=True)
    if route is None:
        return message("self-test.no-package")
    (made,) = finish(translator.translate([SENTENCE], route))
    if not made.text.strip():
        raise ValueError(made)
    return verbatim(f"{made.source} → {made.text} ({', '.join(map(str, route.stamps))})")


def _stories() -> Message:
    told = []
    for story in list_stories():
        state = _compared(story.files)
        shared = [utterance for utterance in state.utterances.values() if len(utterance.renditions) > 1]
        for quote in state.quotes.values():
            if not quote.text(state.articles[quote.article].text).strip():
                raise ValueError(quote.id)
        if not shared:
            raise ValueError(story.id)
        told.append(
            message(
                "self-test.story",
                story=story.id,
                articles=message("count.articles", count=len(state.articles)),
                quotes=message("count.quotes", count=len(state.quotes)),
                shared=len(shared),
            )
        )
    return message("self-test.stories", stories=tuple(told))


def _reports() -> Message:
    state = _compared(list_stories()[0].files)
    with tempfile.TemporaryDirectory() as folder:
        report, saved = gather_report(state), Path(folder, "r.crossquote")
        for ending, chosen in known_formats().items():
            export_report(report, Path(folder, f"r{ending}"), chosen)
        session = Session(state)
        save_as(session, saved, remembered=False)
        if session.project:
            session.project.close()
        with closing(Project(saved)) as project:
            kept = project.state()
        if compared_row(report) != compared_row(gather_report(kept)):
            raise ValueError(folder)
        memory = Path(folder, "own.tmx")
        if finish(save_memory(state, memory)) != len(read_tmx(memory, state.reading_language)):
            raise ValueError(memory)
    return message("self-test.reports", endings=tuple(known_formats()))


def _known_checks() -> Message:
    pages = {page.id for page in check_pages()}
    if known_checks().keys() != pages:
        raise ValueError(pages ^ known_checks().keys())
    return verbatim(", ".join(known_checks()))


def _compared(files: tuple[Path, ...]) -> State:
    session = Session(translator=open_translator())
    outcome = finish(add_files(session, files))
    if outcome.problems:
        raise outcome.problems[0]
    return session.state


_CHECKS: Trials = (
    ("packages", _packages),
    ("readers", _readers),
    ("child", _child),
    ("translation", _translation),
    ("layouts", try_layouts),
    ("checks", _known_checks),
    ("stories", _stories),
    ("reports", _reports),
)
