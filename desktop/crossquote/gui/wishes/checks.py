"""Wishes of checks and rules: what is looked for, and what is raised no more."""

from crossquote.gui.wishes.wish import Wish


class SwitchCheck(Wish, frozen=True):
    """Switch a check on or off."""

    check: str
    on: bool


class ChooseChecks(Wish, frozen=True):
    """Choose from a list which checks are on."""


class CompareWithout(Wish, frozen=True):
    """Compare with all checks but these from now on."""

    off: frozenset[str]


class MakeRule(Wish, frozen=True):
    """Raise no more findings of a check with these words, where they are not empty."""

    check: str
    base: str
    text: str
    reason: str = ""


class ExportRules(Wish, frozen=True):
    """Write all rules into a file."""


class ImportRules(Wish, frozen=True):
    """Take over rules from a file that is asked for."""
