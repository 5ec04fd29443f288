"""The instruments under an utterance in the terminal: strength scale, what each kept, consensus and outlier."""

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from crossquote.cli.voice import Voice
from crossquote.comparison.instruments.kept import KeptMap
from crossquote.comparison.instruments.side_by_side import Instruments, Naming
from crossquote.comparison.instruments.variants import VariantTable
from crossquote.comparison.reading.scale import Request
from crossquote.model.signs import strength_name
from crossquote.model.span import Span
from crossquote.text.visible import visible

_WIDTH = 41
"""Signs in a bar: one for each eighth of a step of the scale."""


def instrument_lines(read: Instruments, name: Naming, voice: Voice) -> Iterator[Text | Table]:
    """Yield what `read` holds, ready to print; nothing where it holds nothing."""
    if read.scaled:
        yield Text(voice("instruments.scale"), style="dim")
        yield _scale(read.scaled, name, voice)
    if read.kept:
        yield Text(voice("instruments.kept"), style="dim")
        yield _kept(read.kept, read.rows, name, voice)
    if read.variants:
        yield from _consensus(read.variants, read.rows, name, voice)


def _consensus(table: VariantTable, rows: tuple[int, ...], name: Naming, voice: Voice) -> Iterator[Text]:
    yield _styled(voice("terminal.consensus", text=table.consensus), visible(table.consensus), "not dim")
    if table.outlier is not None:
        who, share = name(rows[table.outlier]), table.agreement[table.outlier]
        yield _styled(voice("terminal.outlier", who=who, share=share), visible(who), "bold yellow")


def _styled(line: str, part: str, style: str) -> Text:
    """Return a line in which only `part` stands out."""
    text, start = Text(line, style="dim"), line.find(part)
    if start >= 0:
        text.stylize(style, start, start + len(part))
    return text


def _table() -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(max_width=24, overflow="ellipsis", no_wrap=True)
    table.add_column(width=_WIDTH, no_wrap=True)
    table.add_column(ratio=1)
    return table


def _scale(scaled: tuple[tuple[int, Request], ...], name: Naming, voice: Voice) -> Table:
    table = _table()
    for index, place in scaled:
        at = round(place.share * (_WIDTH - 1))
        bar = Text("─" * at, style="dim").append("●", style="bold yellow not dim").append("─" * (_WIDTH - 1 - at))
        label = Text(voice.of(strength_name(place.label)))
        table.add_row(Text(visible(name(index))), bar, label.append(visible(f"  {place.phrase}"), style="dim"))
    return table


def _kept(kept: KeptMap, rows: tuple[int, ...], name: Naming, voice: Voice) -> Table:
    table = _table()
    for row in kept.order:
        bar = Text(_bar(kept.kept[row], len(kept.text)), style="cyan" if row == kept.ruler else "")
        table.add_row(Text(visible(name(rows[row]))), bar, voice("instruments.share", share=kept.shares[row]))
    return table


def _bar(spans: tuple[Span, ...], length: int) -> str:
    """Return a bar whose signs are full where the middle of what they stand for was kept."""
    middles = ((at + 0.5) * length / _WIDTH for at in range(_WIDTH))
    return "".join("█" if any(span.start <= middle < span.end for span in spans) else "·" for middle in middles)
