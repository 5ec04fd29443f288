"""The instruments under an utterance in the terminal: strength scale, what each kept, consensus and outlier."""

from collections.abc import Callable, Iterator

from rich.table import Table
from rich.text import Text

from crossquote.cli.terminal import visible
from crossquote.comparison.instruments.kept import KeptMap
from crossquote.comparison.instruments.side_by_side import Instruments
from crossquote.comparison.reading.scale import LABELS, Place
from crossquote.model.span import Span

_WIDTH = 41
"""Signs in a bar: one for each eighth of a step of the scale."""
Naming = Callable[[int], str]


def instrument_lines(read: Instruments, name: Naming) -> Iterator[Text | Table]:
    """Yield what `read` holds, ready to print; nothing where it holds nothing."""
    if read.scaled:
        yield Text("How strongly it asks", style="dim")
        yield _scale(read.scaled, name)
    if read.kept:
        yield Text("What each kept of the longest", style="dim")
        yield _kept(read.kept, read.rows, name)
    if read.variants:
        yield Text("Consensus ", style="dim").append(visible(read.variants.consensus), style="not dim")
        outlier = read.variants.outlier
        if outlier is not None:
            agrees = f" (agrees with {read.variants.agreement[outlier]:.0%} of it)"
            yield Text("Outlier ", style="dim").append(name(read.rows[outlier]), style="bold yellow").append(agrees)


def _table() -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(max_width=24, overflow="ellipsis", no_wrap=True)
    table.add_column(width=_WIDTH, no_wrap=True)
    table.add_column(ratio=1)
    return table


def _scale(scaled: tuple[tuple[int, Place], ...], name: Naming) -> Table:
    table = _table()
    for index, place in scaled:
        share = min(max(place.value / (len(LABELS) - 1), 0), 1)
        at = round(share * (_WIDTH - 1))
        bar = Text("─" * at, style="dim").append("●", style="bold yellow not dim").append("─" * (_WIDTH - 1 - at))
        table.add_row(Text(name(index)), bar, Text(place.label).append(visible(f"  {place.phrase}"), style="dim"))
    return table


def _kept(kept: KeptMap, rows: tuple[int, ...], name: Naming) -> Table:
    table = _table()
    for row in sorted(range(len(rows)), key=lambda row: (row != kept.ruler, -kept.shares[row])):
        style = "cyan" if row == kept.ruler else ""
        table.add_row(
            Text(name(rows[row])), Text(_bar(kept.kept[row], len(kept.text)), style=style), f"{kept.shares[row]:.0%}"
        )
    return table


def _bar(spans: tuple[Span, ...], length: int) -> str:
    """Return a bar whose signs are full where the middle of what they stand for was kept."""
    middles = ((at + 0.5) * length / _WIDTH for at in range(_WIDTH))
    return "".join("█" if any(span.start <= middle < span.end for span in spans) else "·" for middle in middles)
