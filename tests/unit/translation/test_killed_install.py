"""An installation that is killed: the old package or the new one is there, and whole."""

import subprocess
import sys
import time
from pathlib import Path

from crossquote.progress import finish
from crossquote.translation.install import install_package
from crossquote.translation.packages import LanguagePackage, PackagePlace, Shelf, find_packages
from crossquote.translation.verify import is_whole
from random_package import make_package

KILLED = """
import sys
from pathlib import Path
from crossquote.progress import finish
from crossquote.translation.install import install_package

if __name__ == "__main__":
    print("go", flush=True)
    finish(install_package(Path(sys.argv[1]), Path(sys.argv[2])))
    print("done", flush=True)
"""


def installed(shelf: Path) -> LanguagePackage:
    return find_packages([Shelf(shelf, PackagePlace.OURS)]).best()[("uk", "en")]


def test_killed_at_any_moment_the_old_or_the_new_is_there(tmp_path: Path) -> None:
    shelf, newer = tmp_path / "shelf", make_package(tmp_path / "newer", seed=2, package_version="2.0")
    finish(install_package(make_package(tmp_path / "older"), shelf))
    script = tmp_path / "killed.py"
    script.write_text(KILLED, encoding="utf-8")
    ends = []
    for delay in (0.0, 0.05, 0.4, 0.8):
        with subprocess.Popen(
            [sys.executable, str(script), str(newer), str(shelf)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(delay)
            process.kill()
            said, complaint = process.communicate()
        assert complaint == b""
        ends.append(said.strip())
        best = installed(shelf)
        assert best.version in ("1.0", "2.0")
        assert is_whole(best.folder)
    assert b"" in ends  # it was killed at work at least once
    finish(install_package(newer, shelf))
    assert installed(shelf).version == "2.0"
