"""The paths that a command line names: none is empty; where no shell has done so, what their wildcards stand for."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from crossquote.cli.voice import VOICE
from crossquote.wildcards import expand


def path_named(text: str) -> Path:
    """Return the path that is given; an empty one, which would be the folder one is in, is a usage error."""
    if not text:
        raise argparse.ArgumentTypeError(VOICE("terminal.usage.empty"))
    return Path(text)


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
