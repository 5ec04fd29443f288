"""metadata.json: what a package says of itself, believed only as far as it can be true."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from crossquote.errors import ErrorCode, UserError
from crossquote.translation.routes import Pair

SAMPLE_KEY = "crossquote_sample"
"""The key that marks a package as made for the sample stories only (`"crossquote_sample": true`)."""
_LARGEST = 1024 * 1024
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}")
_ADVICE = "Get the package again from where it came from, and compare its size with the one given there."


@dataclass(frozen=True, slots=True)
class Metadata:
    """What `metadata.json` says, checked. `target_prefix` is the token that some models want before a translation."""

    pair: Pair
    version: str
    from_name: str
    to_name: str
    target_prefix: str = ""
    sample: bool = False


def broken(folder: Path, why: str) -> UserError:
    """Return the error that says why `folder` (or a file) is no package that can be used."""
    return UserError(ErrorCode.PACKAGE, f"not a usable language package: {why}", advice=_ADVICE, path=str(folder))


def read_metadata(folder: Path) -> Metadata:
    """Return what the package in `folder` says of itself; a `UserError` where it can't be so."""
    path = folder / "metadata.json"
    try:
        if path.stat().st_size > _LARGEST:
            raise broken(folder, "its metadata.json is far too large")
        values = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise broken(folder, "it has no metadata.json that can be read") from error
    except (ValueError, RecursionError) as error:
        raise broken(folder, "its metadata.json is not valid JSON") from error
    if not isinstance(values, dict):
        raise broken(folder, "its metadata.json is not a table of names and values")
    return _checked(folder, values)


def _checked(folder: Path, values: Mapping[str, object]) -> Metadata:
    kind = values.get("type", "translate")
    if kind != "translate":
        raise broken(folder, f"it is of type {str(kind)[:40]!r}, not a translation package")
    pair = (_text(folder, values, "from_code", _LANGUAGE), _text(folder, values, "to_code", _LANGUAGE))
    if pair[0] == pair[1]:
        raise broken(folder, f"it says that it translates {pair[0]} into itself")
    return Metadata(
        pair,
        _text(folder, values, "package_version", _VERSION),
        from_name=_name(values, "from_name") or pair[0],
        to_name=_name(values, "to_name") or pair[1],
        target_prefix=_prefix(folder, values),
        sample=values.get(SAMPLE_KEY) is True,
    )


def _text(folder: Path, values: Mapping[str, object], key: str, form: re.Pattern[str]) -> str:
    value = values.get(key)
    if not isinstance(value, str) or not form.fullmatch(value):
        raise broken(folder, f"its metadata.json gives {key} as {str(value)[:40]!r}")
    return value


def _name(values: Mapping[str, object], key: str) -> str:
    value = values.get(key)
    return " ".join(value.split())[:80] if isinstance(value, str) else ""


def _prefix(folder: Path, values: Mapping[str, object]) -> str:
    prefix = values.get("target_prefix", "")
    if not isinstance(prefix, str) or len(prefix) > 40 or prefix.split() != ([prefix] if prefix else []):
        raise broken(folder, "its metadata.json gives a target_prefix that is no token")
    return prefix
