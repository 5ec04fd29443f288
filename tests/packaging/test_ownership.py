"""Whose the files of a frozen program are, where Python itself is reached by a link."""

import sys
from pathlib import Path

import pytest
from ownership import owners_of

from links import needs_links


@needs_links
def test_a_python_that_is_reached_by_a_link_owns_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "python" / "lib-dynload" / "_asyncio.so"
    module.parent.mkdir(parents=True)
    module.write_bytes(b"")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "python")
    monkeypatch.setattr(sys, "base_prefix", str(link))
    assert owners_of({"_asyncio.so": module.resolve()}) == {"_asyncio.so": ("Python", True)}
