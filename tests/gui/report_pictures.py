"""Takes the pictures of reports in the help: `uv run python tests/gui/report_pictures.py resources/help/pictures`.

A sample story in every format, as a browser, LibreOffice or an editor of text shows it: Chromium, LibreOffice
(`soffice`) and Poppler (`pdftoppm`) have to be there. What is in the files is what the program writes today.
"""

import html
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from types import MappingProxyType

from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parents[1]))

import pypdfium2
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

from chromium import LACKING, Tab, browsing, find_chromium
from crossquote.export.document import Report
from crossquote.export.exporter import known_formats
from crossquote.model.review import Verdict
from crossquote.progress import finish
from crossquote.translation.default import open_translator
from crossquote.work.edits.review import judge
from crossquote.work.report import gather_report
from crossquote.work.session import Session
from crossquote.work.settings import Settings, save_settings
from crossquote.work.stages.pipeline import add_files
from crossquote.work.stories import list_stories
from gui.pictured import keep, of_report

STORY = "harbour-strike"
WIDTH, HEIGHT = 520, 210
FEWER, COLOURS = QImage.Format.Format_RGB555, QImage.Format.Format_RGB888
_LINES = 26
_FIRST = "<body style='margin:16px;font:12px/1.45 monospace;white-space:pre-wrap;overflow-wrap:anywhere'>"
_FOUND = "1,520"
"""What the pictures show: a finding of the story."""
_ABOVE, _SHARP = 150, 96
Shown = Callable[[Path, Tab], QImage]


def reviewed_story() -> Report:
    """Return the report on a sample story, of which a little is reviewed."""
    story = next(one for one in list_stories() if one.id == STORY)
    save_settings(replace(Settings(), reviewer="Ada Lindqvist"))
    session = Session(translator=open_translator())
    finish(add_files(session, story.files))
    utterance = next(one for one in session.state.utterances.values() if len(one.renditions) > 2)
    judge(session, utterance.renditions[utterance.measured[0]], Verdict.PARAPHRASE)
    return gather_report(session.state, title=story.title)


def browsed(path: Path, tab: Tab) -> QImage:
    """Return a page as the browser shows it."""
    tab.show(path, 1040)
    asked = "document.querySelector('.utterance').getBoundingClientRect().top"
    top = tab.call("Runtime.evaluate", expression=asked)["result"]["value"]
    return from_top(QImage.fromData(tab.picture()), int(top))


def typed(path: Path, tab: Tab) -> QImage:
    """Return a file as an editor of text shows it: where it tells what was said."""
    lines = path.read_text(encoding="utf-8").splitlines()
    begin = next((at for at, line in enumerate(lines) if any(mark in line for mark in _MATTER)), 0)
    page = path.with_name("typed.html")
    told = html.escape("\n".join(lines[begin:][:_LINES]))
    page.write_text(f"<meta charset=utf-8>{_FIRST}{told}", encoding="utf-8")
    tab.show(page, 760)
    return QImage.fromData(tab.picture())


_MATTER = ("<body>", "<unit ", '"utterances"', "### ", '<div type="utterance"')
"""What stands before the first utterance, in one format or another."""


def paged(path: Path, _: Tab) -> QImage:
    """Return the page of a PDF that tells of the finding, from a little above that."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    texts = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    number = next(at for at, text in enumerate(texts) if _FOUND in text and at)
    top = document[number].get_textpage().get_charbox(texts[number].index(_FOUND))[3]
    high = document[number].get_size()[1]
    stem, page = str(path.with_suffix("")), str(number + 1)
    subprocess.run(["pdftoppm", "-r", str(_SHARP), "-png", "-singlefile", "-f", page, path, stem], check=True)
    return from_top(QImage(f"{stem}.png"), max(0, round((high - top) * _SHARP / 72) - _ABOVE))


def from_top(picture: QImage, top: int) -> QImage:
    """Return a picture without what is above `top`."""
    return picture.copy(QRect(0, top, picture.width(), picture.height() - top))


def in_office(path: Path, tab: Tab, *, how: str = "") -> QImage:
    """Return a page of a document as LibreOffice lays it out; `how` says how it is to read the file."""
    with TemporaryDirectory() as own:
        home = f"-env:UserInstallation={Path(own).as_uri()}"
        read = [f"--infilter={how}"] if how else []
        command = ["soffice", home, "--headless", *read, "--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    return paged(path.with_suffix(".pdf"), tab)


SHOWN: Mapping[str, Shown] = MappingProxyType(
    {
        ".html": browsed,
        ".pdf": paged,
        ".docx": in_office,
        ".xlsx": in_office,
        ".csv": partial(in_office, how="CSV:44,34,76"),
    }
)


def small(picture: QImage) -> QImage:
    """Return the upper part of a picture, as small as it is shown in the help, in few colours."""
    high = round(picture.width() * HEIGHT / WIDTH)
    part = picture.copy(QRect(0, 0, picture.width(), min(high, picture.height())))
    smooth = Qt.TransformationMode.SmoothTransformation
    return part.scaledToWidth(WIDTH, smooth).convertToFormat(FEWER).convertToFormat(COLOURS)


def main() -> None:
    """Take them all."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "CROSSQUOTE_HOME": mkdtemp(), "SOURCE_DATE_EPOCH": "1764230400"}
    folder, program = Path(sys.argv[1]), find_chromium()
    if program is None:
        sys.exit(LACKING)
    report = reviewed_story()
    with TemporaryDirectory() as own, browsing(program, Path(own) / "browser") as tab:
        for ending, chosen in known_formats().items():
            path = Path(own) / ending[1:] / f"report{ending}"
            path.parent.mkdir()
            path.write_bytes(chosen.render(chosen.fit(report)))
            picture = SHOWN.get(ending, typed)(path, tab)
            small(picture).save(str(folder / f"report-{ending[1:]}.png"))
    keep(of_report(report))


if __name__ == "__main__":
    main()
