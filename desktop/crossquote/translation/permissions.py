"""Permissions: which sample packages the user allowed for their own articles."""

import json
from pathlib import Path

from crossquote import paths
from crossquote.errors import ErrorCode, UserError
from crossquote.files import write_own
from crossquote.message import message
from crossquote.notation import read_json


def allowed_samples() -> frozenset[str]:
    """Return the codes of the sample packages that may translate the user's own articles."""
    try:
        codes = read_json(_path())
    except (OSError, ValueError):
        return frozenset()
    return frozenset(code for code in codes if isinstance(code, str)) if isinstance(codes, list) else frozenset()


def allow_sample(code: str, *, allowed: bool) -> None:
    """Let a sample package translate the user's own articles from now on, or no more."""
    codes = allowed_samples() | {code} if allowed else allowed_samples() - {code}
    path = _path()
    try:
        write_own(path, json.dumps(sorted(codes)))
    except OSError as error:
        raise UserError(ErrorCode.WRITE, message("error.permission-not-saved"), path=str(path)) from error


def _path() -> Path:
    return paths.settings_folder() / "sample-packages.json"
