"""What several tests of use cases begin with."""

from pathlib import Path
from shutil import copytree

import pytest

from made_pack import make_pack


@pytest.fixture(scope="session")
def _packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a pack and what it was made of, of which each test has a copy."""
    folder = tmp_path_factory.mktemp("packed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSQUOTE_HOME", str(tmp_path_factory.mktemp("home")))
        make_pack(folder)
    return folder


@pytest.fixture
def pack(tmp_path: Path, _packed: Path) -> Path:
    copytree(_packed, tmp_path, dirs_exist_ok=True)
    return tmp_path / "bridge.zip"
