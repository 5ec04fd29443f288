"""Functions that remember their answers: mypy sees what they are given (`tests/stubs/functools.pyi`)."""

import pytest

from crossquote.text.stems import stem


def test_a_code_is_no_language() -> None:
    with pytest.raises(AttributeError):
        stem("wordless", "en")  # type: ignore[arg-type]  # were it not seen, mypy would call this comment needless
