"""The instruments under an utterance in the HTML report: scale, kept parts, consensus; drawn by style alone."""

from collections.abc import Iterable, Iterator
from html import escape

from crossquote.comparison.instruments.apparatus import Stretch
from crossquote.comparison.instruments.kept import KeptMap
from crossquote.comparison.instruments.side_by_side import Instruments, Naming
from crossquote.comparison.instruments.variants import VariantTable
from crossquote.comparison.reading.scale import LABELS, Request
from crossquote.export.formats.html.text import Words
from crossquote.message import message
from crossquote.model.markup import MISSING_SIGN, OUTSIDE_SIGN
from crossquote.model.signs import strength_name
from crossquote.model.span import Span
from crossquote.text.scripts import reads_right_to_left


def instruments_html(read: Instruments, name: Naming, words: Words) -> str:
    """Return what `read` holds as HTML, nothing where it holds nothing."""
    parts = (
        _scale(read.scaled, name, words) if read.scaled else "",
        _kept(read.kept, read.rows, name, words) if read.kept else "",
        _consensus(read, read.variants, name, words) if read.variants else "",
    )
    return "".join(parts)


def _scale(scaled: Iterable[tuple[int, Request]], name: Naming, words: Words) -> str:
    last = len(LABELS) - 1
    points = ((100 * at / last, words.of(strength_name(label))) for at, label in enumerate(LABELS))
    labels = "".join(f"<i style='inset-inline-start:{at:.1f}%'>{label}</i>" for at, label in points)
    rows = "".join(
        f"<tr><th scope=row>{escape(name(index))}</th><td class=said dir=auto>{escape(place.phrase)}</td>"
        f"<td class=track><div class=axis title='{words.of(strength_name(place.label))}'>"
        f"<u style='inset-inline-start:{100 * place.share:.1f}%'></u></div></td></tr>"
        for index, place in scaled
    )
    return (
        f"<table class='instrument scale'><caption>{words('instruments.scale')}</caption>"
        f"<thead><tr><td></td><td></td><td class=track><div class=labels>{labels}</div></td></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _kept(kept: KeptMap, rows: tuple[int, ...], name: Naming, words: Words) -> str:
    told = "".join(
        f"<tr{' class=ruler' if row == kept.ruler else ''}><th scope=row>{escape(name(rows[row]))}</th>"
        f"<td class=track><div class=axis>{''.join(_bars(kept.kept[row], kept.text))}</div></td>"
        f"<td class=share>{words('instruments.share', share=kept.shares[row])}</td></tr>"
        for row in kept.order
    )
    caption = f"<caption>{words('instruments.kept')}</caption>"
    return f"<table class='instrument kept'>{caption}<tbody>{told}</tbody></table>"


def _bars(spans: Iterable[Span], text: str) -> Iterator[str]:
    """Yield the parts of a text that was kept, from the side where it begins to be read."""
    length, side = len(text), "right" if reads_right_to_left(text) else "left"
    for span in spans:
        yield f"<b style='{side}:{100 * span.start / length:.1f}%;width:{100 * len(span) / length:.1f}%'></b>"


def _consensus(read: Instruments, table: VariantTable, name: Naming, words: Words) -> str:
    shares = zip(read.rows, table.agreement, strict=True)
    agreeing = tuple(message("instruments.agreeing", who=name(row), share=share) for row, share in shares)
    outlier = (
        "" if table.outlier is None else f" <b>{words('instruments.outlier', who=name(read.rows[table.outlier]))}</b>"
    )
    heads = "".join(f"<th scope=col dir=auto>{escape(stretch.consensus) or '—'}</th>" for stretch in read.stretches)
    rows = "".join(
        f"<tr{' class=outlier' if row == table.outlier else ''}><th scope=row>{escape(name(index))}</th>"
        f"{''.join(_cell(stretch, row, words) for stretch in read.stretches)}</tr>"
        for row, index in enumerate(read.rows)
    )
    consensus = words("instruments.consensus")
    nearest = words.around(
        "instruments.nearest", consensus=f"<b>{consensus}</b>", text=f"<i dir=auto>{escape(table.consensus)}</i>"
    )
    direction = "rtl" if reads_right_to_left(table.consensus) else "ltr"
    return (
        f"<p class=consensus>{nearest} <small>{words('instruments.agreement', shares=agreeing)}{outlier}</small></p>"
        f"<details class=variants><summary>{words('instruments.variants')}</summary><div class=wide>"
        f"<table dir={direction}><thead><tr><th>{consensus}</th>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div></details>"
    )


def _cell(stretch: Stretch, row: int, words: Words) -> str:
    if not stretch.covered[row]:
        return f"<td class=cut title='{words('instruments.not_quoted')}'>{OUTSIDE_SIGN}</td>"
    if stretch.agreeing[row]:
        return f"<td class=same dir=auto>{escape(stretch.cells[row])}</td>"
    if not stretch.cells[row]:
        return f"<td class=lacks title='{words('instruments.missing')}'>{MISSING_SIGN}</td>"
    return f"<td dir=auto><mark>{escape(stretch.cells[row])}</mark></td>"
