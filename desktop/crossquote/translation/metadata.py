"""metadata.json: what a package says of itself, believed only as far as it can be true."""

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from crossquote.errors import ErrorCode, UserError
from crossquote.message import Message, message
from crossquote.notation import NotationError, read_json
from crossquote.translation.routes import LanguagePair

SAMPLE_KEY = "crossquote_sample"
"""The key that marks a package as made for the sample stories only (`"crossquote_sample": true`)."""
_LARGEST = 1024 * 1024
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}")


class Metadata(Struct, frozen=True):
    """What `metadata.json` says, checked. `target_prefix` is the token that some models want before a translation."""

    pair: LanguagePair
    version: str
    from_name: str
    to_name: str
    target_prefix: str = ""
    sample: bool = False


def broken(folder: Path, why: Message) -> UserError:
    """Return the error that says why `folder` (or a file) is no package that can be used."""
    return UserError(ErrorCode.PACKAGE, message("error.package", why=why), path=str(folder))


def read_metadata(folder: Path) -> Metadata:
    """Return what the package in `folder` says of itself; a `UserError` where it can't be so."""
    path = folder / "metadata.json"
    try:
        if path.stat().st_size > _LARGEST:
            raise broken(folder, message("package.metadata-too-large"))
        values = read_json(path, most=_LARGEST)
    except OSError as error:
        raise broken(folder, message("package.metadata-unreadable")) from error
    except NotationError as error:
        raise broken(folder, message("package.metadata-no-json")) from error
    if not isinstance(values, dict):
        raise broken(folder, message("package.metadata-no-table"))
    return _checked(folder, values)


def _checked(folder: Path, values: Mapping[str, object]) -> Metadata:
    kind = values.get("type", "translate")
    if kind != "translate":
        raise broken(folder, message("package.other-type", kind=repr(str(kind)[:40])))
    pair = (_text(folder, values, "from_code", _LANGUAGE), _text(folder, values, "to_code", _LANGUAGE))
    if pair[0] == pair[1]:
        raise broken(folder, message("package.into-itself", language=pair[0]))
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
        raise broken(folder, message("package.metadata-value", key=key, value=repr(str(value)[:40])))
    return value


def _name(values: Mapping[str, object], key: str) -> str:
    value = values.get(key)
    return " ".join(value.split())[:80] if isinstance(value, str) else ""


def _prefix(folder: Path, values: Mapping[str, object]) -> str:
    prefix = values.get("target_prefix", "")
    if not isinstance(prefix, str) or len(prefix) > 40 or prefix.split() != ([prefix] if prefix else []):
        raise broken(folder, message("package.prefix-no-token"))
    return prefix
