"""Links: tests that need one say so, since Windows wants a privilege for them, and wine makes none at all."""

import tempfile
from pathlib import Path

import pytest


def _can_be_made() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        link = Path(folder, "link")
        try:
            link.symlink_to(Path(folder, "file"))
        except OSError:
            return False
        return link.is_symlink()


needs_links = pytest.mark.skipif(not _can_be_made(), reason="no links can be made here: Windows wants a privilege")
