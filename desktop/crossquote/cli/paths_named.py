"""The paths that a command line names: where no shell has done so, what their wildcards stand for."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from crossquote.wildcards import expand


class Paths(argparse.Action):
    """Keeps the paths that are given, each wildcard as the files that it stands for."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002 - argparse's
        namespace: argparse.Namespace,
        values: str | Sequence[Path] | None,
        option_string: str | None = None,  # noqa: ARG002 - argparse's
    ) -> None:
        """Take what argparse has read."""
        setattr(namespace, self.dest, [path for given in values or () for path in expand(Path(given))])
