"""Wording: what a message says in the reader's language. Window, terminal and reports ask here, and nowhere else."""

from crossquote.wording.telling import tell

__all__ = ["tell"]
