"""The frozen program's entry."""

import multiprocessing
import sys

from crossquote.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
