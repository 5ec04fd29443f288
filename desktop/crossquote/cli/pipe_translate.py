"""`crossquote pipe translate`: all lines in one pass, each with its route and the packages that made it."""

from collections.abc import Sequence
from typing import Any

from crossquote.model.translation import Translation
from crossquote.progress import finish
from crossquote.translation.engine import Translator
from crossquote.work.passages import Passage, missing_packages, translate_passages


def passage_rows(passages: Sequence[Passage], translator: Translator | None = None) -> list[dict[str, Any]]:
    """Return one answer a passage; where a package lacks, `translation` is null and `missing` names it."""
    used = translator or _open()
    made = finish(translate_passages(passages, used))
    return [_missing(passage, used) if one is None else _row(one) for passage, one in zip(passages, made, strict=True)]


def _open() -> Translator:
    from crossquote.translation.default import open_translator  # noqa: PLC0415 - no other step needs its database

    return open_translator()


def _row(made: Translation) -> dict[str, Any]:
    return {
        "translation": made.text,
        "route": [f"{source}-{target}" for source, target in made.route],
        "engine": [
            {"package": stamp.package, "version": stamp.version, "sha256": stamp.sha256} for stamp in made.stamps
        ],
        "flags": [flag.value for flag in made.flags],
    }


def _missing(passage: Passage, translator: Translator) -> dict[str, Any]:
    lacking = missing_packages(translator, passage.language, passage.target)
    return {"translation": None, "route": [], "engine": [], "missing": list(lacking)}
