"""What a system or a library raises is told by `causes.cause_of` alone, never in its own words."""

from pathlib import Path

import pytest

from architecture.prose import SEEN_BY_MAKERS, find_all_prose, find_prose

PACKAGE = Path(__file__).parents[2] / "desktop" / "crossquote"


def test_no_words_of_a_system_or_library_are_told() -> None:
    assert find_all_prose(PACKAGE) == []


def test_what_is_left_out_is_there() -> None:
    assert [name for name in SEEN_BY_MAKERS if not find_prose((PACKAGE / name).read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("handled", "found"),
    [
        ('raise UserError(ErrorCode.WRITE, message("error.place", reason=error.strerror)) from error', True),
        ('raise UserError(ErrorCode.WRITE, message("error.place", reason=error.strerror or str(error)))', True),
        ('raise broken(folder, message("package.unreadable", reason=str(error)[:160])) from error', True),
        ('raise broken(folder, message("package.unreadable", reason=f"it said {error}")) from error', True),
        ("return verbatim(repr(error))", True),
        ("return str(error)", True),
        ('reason = getattr(error, "reason", None)\n    return message("page.network", reason=reason)', True),
        ('raise UserError(ErrorCode.WRITE, message("error.place", reason=cause_of(error))) from error', False),
        ('raise UserError(ErrorCode.NETWORK, message("error.feed", reason=error.message)) from error', False),
        ('msg = f"not JSON: {error}"\n    raise ValueError(msg) from error', False),
        ('_log.warning("not read: %s", error)', False),
        ("raise ValueError(str(error)) from error", False),
    ],
)
def test_words_of_an_error_are_found(handled: str, *, found: bool) -> None:
    assert bool(find_prose(f"try:\n    deed()\nexcept OSError as error:\n    {handled}\n")) == found
