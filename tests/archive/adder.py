"""Adds a folder to an archive, keeping each file at once and saying so; meant to be killed."""

import sys
from pathlib import Path

from crossquote.archive import add
from crossquote.archive.taking import WayOfReading

if __name__ == "__main__":
    add._KEPT_AFTER = 0.0
    for step in add.add_folders([Path(sys.argv[1])], Path(sys.argv[2]), WayOfReading(), int(sys.argv[3])):
        sys.stdout.write(f"{step.done}\n")
        sys.stdout.flush()
