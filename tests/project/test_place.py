"""The place of an open file."""

import gc
import warnings
from pathlib import Path

from crossquote.project.place import Place


def test_a_place_that_is_freed_leaves_no_file_open(tmp_path: Path) -> None:
    path = tmp_path / "bridge"
    path.write_bytes(b"")
    place = Place(path)
    assert place.holds()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        del place
        gc.collect()
