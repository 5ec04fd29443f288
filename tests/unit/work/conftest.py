"""What several tests of use cases begin with."""

from pathlib import Path

import pytest

from made_pack import make_pack


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return make_pack(tmp_path)
