"""The instruments under an utterance in the HTML report: scale, kept parts, consensus; drawn by style alone."""

from collections.abc import Callable, Iterable, Iterator
from html import escape

from crossquote.comparison.instruments.apparatus import Stretch
from crossquote.comparison.instruments.kept import KeptMap
from crossquote.comparison.instruments.side_by_side import Instruments
from crossquote.comparison.reading.scale import LABELS, Place
from crossquote.model.span import Span

Naming = Callable[[int], str]
"""Gives the outlet of a rendition, by its number in the utterance."""


def instruments_html(read: Instruments, name: Naming) -> str:
    """Return what `read` holds as HTML, nothing where it holds nothing."""
    parts = (
        _scale(read.scaled, name) if read.scaled else "",
        _kept(read.kept, read.rows, name) if read.kept else "",
        _consensus(read, name) if read.variants else "",
    )
    return "".join(parts)


def _scale(scaled: Iterable[tuple[int, Place]], name: Naming) -> str:
    last = len(LABELS) - 1
    labels = "".join(f"<i style='left:{100 * at / last:.1f}%'>{escape(label)}</i>" for at, label in enumerate(LABELS))
    rows = "".join(
        f"<tr><th scope=row>{escape(name(index))}</th><td class=said dir=auto>{escape(place.phrase)}</td>"
        f"<td class=track><div class=axis title='{escape(place.label, quote=True)}'>"
        f"<u style='left:{100 * min(max(place.value / last, 0), 1):.1f}%'></u></div></td></tr>"
        for index, place in scaled
    )
    return (
        "<table class='instrument scale'><caption>How strongly it asks</caption>"
        f"<thead><tr><td></td><td></td><td class=track><div class=labels>{labels}</div></td></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _kept(kept: KeptMap, rows: tuple[int, ...], name: Naming) -> str:
    order = sorted(range(len(rows)), key=lambda row: (row != kept.ruler, -kept.shares[row]))
    told = "".join(
        f"<tr{' class=ruler' if row == kept.ruler else ''}><th scope=row>{escape(name(rows[row]))}</th>"
        f"<td class=track><div class=axis>{''.join(_bars(kept.kept[row], len(kept.text)))}</div></td>"
        f"<td class=share>{kept.shares[row]:.0%}</td></tr>"
        for row in order
    )
    caption = "<caption>What each kept of the longest</caption>"
    return f"<table class='instrument kept'>{caption}<tbody>{told}</tbody></table>"


def _bars(spans: Iterable[Span], length: int) -> Iterator[str]:
    for span in spans:
        yield f"<b style='left:{100 * span.start / length:.1f}%;width:{100 * len(span) / length:.1f}%'></b>"


def _consensus(read: Instruments, name: Naming) -> str:
    table = read.variants
    if table is None:
        return ""
    named = ", ".join(f"{name(row)} {share:.0%}" for row, share in zip(read.rows, table.agreement, strict=True))
    legend = "How much of what each says most of the others say too"
    outlier = "" if table.outlier is None else f" <b>Outlier: {escape(name(read.rows[table.outlier]))}.</b>"
    heads = "".join(f"<th scope=col dir=auto>{escape(stretch.consensus) or '—'}</th>" for stretch in read.stretches)
    rows = "".join(
        f"<tr{' class=outlier' if row == table.outlier else ''}><th scope=row>{escape(name(index))}</th>"
        f"{''.join(_cell(stretch, row) for stretch in read.stretches)}</tr>"
        for row, index in enumerate(read.rows)
    )
    return (
        f"<p class=consensus><b>Consensus</b>, in the words nearest to it: <i dir=auto>{escape(table.consensus)}</i> "
        f"<small>{legend}: {escape(named)}.{outlier}</small></p>"
        "<details class=variants><summary>All against all</summary><div class=wide><table>"
        f"<thead><tr><th>Consensus</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div></details>"
    )


def _cell(stretch: Stretch, row: int) -> str:
    if not stretch.covered[row]:
        return "<td class=cut title='Not quoted'>⟨…⟩</td>"
    if stretch.agreeing[row]:
        return f"<td class=same dir=auto>{escape(stretch.cells[row])}</td>"
    if not stretch.cells[row]:
        return "<td class=lacks title='Missing here'>‸</td>"
    return f"<td dir=auto><mark>{escape(stretch.cells[row])}</mark></td>"
