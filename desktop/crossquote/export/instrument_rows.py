"""What stands under an utterance as plain JSON values: strength, what each kept, consensus and outlier."""

from typing import Any

from crossquote.comparison.instruments.side_by_side import Instruments


def instrument_row(read: Instruments) -> dict[str, Any]:
    """Return `read` as JSON values; renditions are named by their number in the utterance.

    `strength` counts from 0 (suggest) to 5 (order). `kept` and `consensus` are null where there is nothing to tell.
    """
    strength = [
        {"rendition": row, "value": place.value, "label": place.label, "phrase": place.phrase}
        for row, place in read.scaled
    ]
    return {"strength": strength, "kept": _kept(read), "consensus": _consensus(read)}


def _kept(read: Instruments) -> dict[str, Any] | None:
    kept = read.kept
    if kept is None:
        return None
    renditions = [
        {"rendition": row, "share": round(share, 4), "spans": [[span.start, span.end] for span in spans]}
        for row, share, spans in zip(read.rows, kept.shares, kept.kept, strict=True)
    ]
    return {"longest": read.rows[kept.ruler], "renditions": renditions}


def _consensus(read: Instruments) -> dict[str, Any] | None:
    table = read.variants
    if table is None:
        return None
    agreement = [
        {"rendition": row, "share": round(share, 4)} for row, share in zip(read.rows, table.agreement, strict=True)
    ]
    outlier = None if table.outlier is None else read.rows[table.outlier]
    return {"text": table.consensus, "agreement": agreement, "outlier": outlier}
