"""A report in the terminal: renditions side by side, differences marked, findings beneath."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crossquote.cli.show_instruments import instrument_lines
from crossquote.cli.terminal import print_nowhere
from crossquote.cli.voice import Voice
from crossquote.export.citing import rendition_facts
from crossquote.export.document import Report, ReportRendition, ReportUtterance, note_line
from crossquote.export.findings import ToldFinding, tell_findings
from crossquote.export.summary import article_note, remarks_alone
from crossquote.message import message
from crossquote.model.finding import Severity
from crossquote.model.markup import Look, Piece
from crossquote.model.signs import severity_name
from crossquote.model.step import StepName
from crossquote.text.visible import visible
from crossquote.wording.joining import Joint

_STYLES = {
    Severity.CRITICAL: "bold bright_red",
    Severity.MAJOR: "bold yellow",
    Severity.MINOR: "yellow",
    Severity.NEUTRAL: "dim",
}
_LOOKS: Mapping[Look, str] = MappingProxyType(
    {
        Look.PLAIN: "",
        Look.WORDING: "underline",
        Look.CHANGED: "bold yellow underline",
        Look.ADDED: "bold yellow underline",
        Look.MOVED: "bold yellow underline",
        Look.MISSING: "dim yellow",
        Look.OUTSIDE: "dim yellow",
    }
)
"""How the looks of `model.markup` are drawn here."""
_COLUMN = 36


class Screen(Console):
    """Standard output; once its reader has gone, the rest goes nowhere, and the command still ends as it should."""

    def on_broken_pipe(self) -> None:
        """Let the rest go nowhere, instead of ending the program."""
        print_nowhere()


def show_report(report: Report, console: Console | None = None) -> None:
    """Print the utterances of a report: those that can be compared side by side, the others as a list."""
    console = console or Screen()
    for part in _parts(report, Voice(report.language), console.width):
        console.print(part)


def _parts(report: Report, voice: Voice, width: int) -> Iterator[RenderableType]:
    for utterance in report.shared:
        yield from _utterance(utterance, voice, width)
    if report.alone:
        yield Text(voice("report.alone"), style="bold")
        yield _list_alone(report.alone, voice)
    yield from _notes(report, voice)
    yield _summary(report, voice)
    if report.review.begun:
        yield Text(_progress(report, voice), style="dim")
    if report.log:
        yield Text(f"\n{voice('report.log')}", style="bold")
    yield from (_log_line(line, voice) for line in report.log)


def _notes(report: Report, voice: Voice) -> Iterator[RenderableType]:
    """Yield the notes on articles, and those on what is not there any more."""
    for told in report.articles:
        if told.note is not None:
            yield Text(voice.joined((told.article.outlet, article_note(told, voice)), Joint.ABOUT), style="italic")
    if report.other_notes:
        yield Text(voice("report.other_notes"), style="bold")
    yield from (Text(voice.of(note_line(note)), style="italic") for note in report.other_notes)


def _utterance(utterance: ReportUtterance, voice: Voice, width: int) -> Iterator[RenderableType]:
    yield _heading(utterance, voice)
    if utterance.note is not None:
        yield _indented(Text(voice.of(note_line(utterance.note)), style="italic"))
    if utterance.reference:
        said = Text(f"{voice('report.really_said')}  ", style="bold cyan")
        yield _indented(said.append(visible(utterance.reference), style="not bold"))
    yield from map(_indented, _renditions(utterance, voice, width))
    lines = instrument_lines(utterance.read, lambda index: utterance.renditions[index].article.outlet, voice)
    yield from map(_indented, lines)
    yield from (_indented(Text(voice.of(other.line), style="dim")) for other in utterance.possibly)
    yield ""


def _indented(line: RenderableType) -> Padding:
    return Padding(line, (0, 0, 0, 2))


def _heading(utterance: ReportUtterance, voice: Voice) -> Text:
    heading = Text(voice.of(utterance.name), style="bold")
    reach = voice.of(utterance.reach)
    return heading.append(f"  {reach}", style="dim not bold")


def _log_line(line: StepName, voice: Voice) -> Text:
    return Text(
        f"{voice.fact(line.at, 'moment')}  {visible(line.who)}  {voice.of(line.name)}",
        style="dim strike" if line.undone else "",
    )


def _renditions(utterance: ReportUtterance, voice: Voice, width: int) -> Iterator[Table]:
    """Yield as many renditions side by side as a terminal has room for, the base first in every row."""
    told = [rendition for _, rendition in utterance.base_first]
    room = max(1, width // _COLUMN)
    for first in range(0, len(told), room):
        row = told[first : first + room]
        table = Table(box=None, expand=True, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
        for _ in row:
            table.add_column(ratio=1)
        table.add_row(*(_rendition(one, voice) for one in row))
        yield table


def _rendition(told: ReportRendition, voice: Voice) -> RenderableType:
    parts: list[RenderableType] = [_head(told, voice)]
    if told.rendition.translation is not None:
        parts.append(Text(visible(told.rendition.text), style="dim"))
    parts.append(_marked(told.pieces))
    parts += map(_finding, tell_findings(told, voice))
    if told.why_uncompared:
        parts.append(Text(voice.of(told.why_uncompared), style="dim italic"))
    parts += (Text(voice.of(note_line(note)), style="italic") for note in told.notes)
    if told.judged:
        parts.append(Text(voice("terminal.verdict", verdict=told.judged), style="cyan"))
    return Group(*parts)


def _head(told: ReportRendition, voice: Voice) -> Text:
    head = Text(visible(told.article.outlet), style="bold cyan")
    head.append(f"  {voice.joined(rendition_facts(told, voice), Joint.DOT)}", style="dim not bold")
    return head.append(f"  {voice('terminal.base')}", style="cyan") if told.base else head


def _marked(pieces: Iterable[Piece]) -> Text:
    text = Text()
    for piece in pieces:
        text.append(visible(piece.text), style=_LOOKS[piece.look])
    return text


def _finding(told: ToldFinding) -> Text:
    line = Text(f"{told.sign} ", style="dim" if told.gone else _STYLES[told.severity])
    line.append(told.found, style="strike" if told.gone else "")
    for ground in told.grounds:
        line.append(f"  {ground}", style="dim not bold")
    for decided in told.decided:
        line.append(f"  {decided}", style="italic not bold")
    return line


def _list_alone(utterances: Iterable[ReportUtterance], voice: Voice) -> Table:
    table = Table(box=None, expand=True, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(max_width=28, style="bold")
    table.add_column(ratio=1)
    table.add_column(max_width=24, style="dim")
    for utterance in utterances:
        told = utterance.renditions[0]
        lines = (told.rendition.text, *remarks_alone(utterance, voice))
        cells = (utterance.speaker or "—", "\n".join(lines), told.article.outlet)
        table.add_row(*(Text(visible(text)) for text in cells))
    return table


def _summary(report: Report, voice: Voice) -> Text:
    found = tuple(
        message("terminal.found", count=tally.found, severity=severity_name(tally.severity))
        for tally in report.tallies
        if tally.found
    )
    line = voice(
        "terminal.summary" if found else "terminal.summary_same",
        articles=message("count.articles", count=len(report.articles)),
        quotes=message("count.quotes", count=report.quotes),
        utterances=message("count.utterances", count=len(report.utterances)),
        findings=found,
    )
    return Text(f"\n{line}", style="dim")


def _progress(report: Report, voice: Voice) -> str:
    review = report.review
    return voice(
        "terminal.progress",
        progress=message("report.progress", reviewed=review.reviewed, count=review.renditions),
        findings=message("count.findings", count=review.open_findings),
    )
