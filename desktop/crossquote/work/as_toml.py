"""Values as TOML, which any letter can stand in: a name that a stranger gave, too, leaves the file to be read again."""

import json
import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9_-]+")
"""A name that TOML takes without quotes."""


def toml_of(values: Mapping[str, Any]) -> str:
    """Return `values` by their names, one a line."""
    return "".join(f"{_name(name)} = {_value(value)}\n" for name, value in values.items())


def _name(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _value(value: Any) -> str:
    """Return a value as TOML writes it, within a line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_name(name)} = {_value(each)}' for name, each in value.items())}}}"
    return value.isoformat() if isinstance(value, (date, time)) else str(value)


def _text(value: str) -> str:
    """Return a text as TOML writes it, which knows half characters in no form, and JSON escapes others as two."""
    whole = value.encode("utf-8", "replace").decode()
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")
