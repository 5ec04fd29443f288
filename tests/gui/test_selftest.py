"""What the self-test does with the window leaves nothing behind: on Windows its home couldn't be removed."""

import os
import subprocess
import sys
from pathlib import Path

CHECKING = """
from crossquote.gui.selftest import window_checks

[(_, check)] = window_checks()
check()
"""


def test_no_project_is_left_open(tmp_path: Path) -> None:
    environment = os.environ | {"CROSSQUOTE_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", CHECKING], env=environment, check=True)
    assert [path.name for path in tmp_path.rglob("*.crossquote*")] == []
