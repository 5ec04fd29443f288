"""Utterances in the terminal: renditions side by side, differences marked, findings beneath."""

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crossquote.cli.show_instruments import instrument_lines
from crossquote.cli.terminal import print_nowhere, visible
from crossquote.comparison.instruments.segments import Segment, segments
from crossquote.comparison.instruments.side_by_side import read_instruments
from crossquote.export.decisions import Decided, Decisions
from crossquote.language.language import language_of
from crossquote.model.comparison import ChangeClass, Comparison, Op
from crossquote.model.finding import Finding, Severity
from crossquote.model.signs import KINDS, QUIET, SIGNS
from crossquote.model.state import State
from crossquote.model.utterance import Utterance

_STYLES = {
    Severity.CRITICAL: "bold bright_red",
    Severity.MAJOR: "bold yellow",
    Severity.MINOR: "yellow",
    Severity.NEUTRAL: "dim",
}
_COLUMN = 36


_UNDECIDED = Decisions()


class Screen(Console):
    """Standard output; once its reader has gone, the rest goes nowhere, and the command still ends as it should."""

    def on_broken_pipe(self) -> None:
        """Let the rest go nowhere, instead of ending the program."""
        print_nowhere()


def show_state(state: State, console: Console | None = None, decisions: Decisions = _UNDECIDED) -> None:
    """Print the utterances of `state`: those of several articles side by side, the others as a list.

    `decisions` are what the user made of what was found, and the log of who did what when.
    """
    console = console or Screen()
    shared = [found for found in state.utterances.values() if len(found.renditions) > 1 or found.reference]
    alone = [found for found in state.utterances.values() if len(found.renditions) == 1 and not found.reference]
    for utterance in shared:
        console.print(_heading(utterance))
        if utterance.reference:
            said = Text("What was really said  ", style="bold cyan").append(
                visible(utterance.reference), style="not bold"
            )
            console.print(Padding(said, (0, 0, 0, 2)))
        _print_renditions(console, state, utterance, decisions)
        _print_instruments(console, state, utterance)
        console.print()
    if alone:
        console.print(Text("In one article only", style="bold"))
        console.print(_list_alone(state, alone))
    console.print(_summary(state))
    _print_log(console, decisions)


def _heading(utterance: Utterance) -> Text:
    languages = len({rendition.language for rendition in utterance.renditions})
    heading = Text(visible(utterance.speaker or "Speaker not named"), style="bold")
    return heading.append(f"  {len(utterance.renditions)} renditions in {languages} language(s)", style="dim not bold")


def _print_instruments(console: Console, state: State, utterance: Utterance) -> None:
    """Print the strength scale, what each rendition kept, consensus and outlier, as far as there are any."""
    read = read_instruments(utterance, language_of(state.reading_language))
    for line in instrument_lines(
        read, lambda index: visible(state.articles[utterance.renditions[index].article].outlet)
    ):
        console.print(Padding(line, (0, 0, 0, 2)))


def _print_log(console: Console, decisions: Decisions) -> None:
    if decisions.progress:
        console.print(Text(decisions.progress, style="dim"))
    if decisions.log:
        console.print(Text("\nWho did what when", style="bold"))
    for line in decisions.log:
        style = "dim strike" if line.undone else ""
        console.print(Text(visible(f"{line.at}  {line.who}  {line.what}"), style=style))


def _print_renditions(console: Console, state: State, utterance: Utterance, decisions: Decisions) -> None:
    """Print as many renditions side by side as the terminal has room for, the base first in every row."""
    order = sorted(range(len(utterance.renditions)), key=lambda index: index != utterance.base)
    room = max(1, console.width // _COLUMN)
    for first in range(0, len(order), room):
        row = order[first : first + room]
        table = Table(box=None, expand=True, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
        for _ in row:
            table.add_column(ratio=1)
        table.add_row(*(_rendition(state, utterance, index, decisions) for index in row))
        console.print(Padding(table, (0, 0, 0, 2)))


def _rendition(state: State, utterance: Utterance, index: int, decisions: Decisions) -> RenderableType:
    rendition = utterance.renditions[index]
    comparison = utterance.comparisons[index] if utterance.comparisons else None
    article = state.articles[rendition.article]
    head = Text(visible(article.outlet), style="bold cyan")
    kind = KINDS[state.quotes[rendition.quotes[0]].kind]
    head.append(f"  {visible(rendition.language or '?')} · {kind}", style="dim not bold")
    base = index == utterance.base and not utterance.reference
    if base:
        head.append("  BASE", style="cyan")
    parts: list[RenderableType] = [head]
    if rendition.translation is not None:
        parts.append(Text(visible(rendition.text), style="dim"))
    parts.append(_marked(segments(comparison)) if comparison else Text(visible(rendition.shown)))
    if comparison:
        for number, finding in enumerate(comparison.findings):
            place = (utterance.id, index, number)
            parts.append(_finding(finding, decisions.rulings.get(place), decisions.remarks.get(place)))
    elif not base:
        parts.append(Text("Not compared: no translation into the reading language.", style="dim italic"))
    verdict = decisions.verdicts.get((utterance.id, index))
    if verdict is not None:
        parts.append(Text(visible(f"Verdict: {verdict}"), style="cyan"))
    return Group(*parts)


def _marked(pieces: Iterable[Segment]) -> Text:
    text = Text()
    for piece in pieces:
        if piece.op is Op.EQUAL or (piece.text and piece.kind is ChangeClass.TRUNCATION):
            text.append(visible(piece.text))
        elif not piece.text:
            text.append(" ⟨…⟩ " if piece.kind is ChangeClass.TRUNCATION else "‸", style="dim yellow")
        elif piece.kind in QUIET:
            text.append(visible(piece.text), style="underline")
        else:
            text.append(visible(piece.text), style="bold yellow underline")
    return text


def _finding(finding: Finding, ruling: Decided | None, remark: Decided | None) -> Text:
    gone = ruling is not None and ruling.gone
    line = Text(f"{SIGNS[finding.severity]} ", style="dim" if gone else _STYLES[finding.severity])
    line.append(visible(finding.message), style="strike" if gone else "")
    if finding.evidence:
        line.append(visible(f"  {finding.evidence}"), style="dim not bold")
    for told in (ruling, f"Note: {remark}" if remark else None):
        if told is not None:
            line.append(visible(f"  {told}"), style="italic not bold")
    return line


def _list_alone(state: State, utterances: Sequence[Utterance]) -> Table:
    table = Table(box=None, expand=True, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(max_width=28, style="bold")
    table.add_column(ratio=1)
    table.add_column(max_width=24, style="dim")
    for utterance in utterances:
        rendition = utterance.renditions[0]
        outlet = state.articles[rendition.article].outlet
        table.add_row(*(Text(visible(text)) for text in (utterance.speaker or "—", rendition.text, outlet)))
    return table


def _findings(comparisons: Iterable[Comparison | None]) -> Iterable[Finding]:
    return (finding for comparison in comparisons if comparison for finding in comparison.findings)


def _summary(state: State) -> Text:
    counted = dict.fromkeys(Severity, 0)
    for utterance in state.utterances.values():
        for finding in _findings(utterance.comparisons):
            counted[finding.severity] += 1
    line = f"{len(state.articles)} articles · {len(state.quotes)} quotes · {len(state.utterances)} utterances"
    named = ", ".join(f"{number} {severity.value}" for severity, number in counted.items() if number)
    return Text(f"\n{line} · findings: {named or 'none'}", style="dim")
