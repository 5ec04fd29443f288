"""The frozen program's entry."""

import multiprocessing
import os
import sys

from crossquote.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    # The Moses tokenizer brings joblib, whose processes are not used: on import it would ask the system for semaphores.
    os.environ.setdefault("JOBLIB_MULTIPROCESSING", "0")
    sys.exit(main())
