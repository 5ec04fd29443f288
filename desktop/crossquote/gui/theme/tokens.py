"""Themes: named colours read from `resources/themes/`, one TOML file a theme."""

from typing import NamedTuple

from crossquote.notation import read_toml
from crossquote.resources import resource


class Surface(NamedTuple):
    """What things lie on, and the lines between them."""

    window: str
    pane: str
    card: str
    raised: str
    selected: str
    hover: str
    found: str
    line: str
    line_strong: str


class Ink(NamedTuple):
    """What things are written in."""

    ink: str
    soft: str
    faint: str
    on_accent: str


class Accent(NamedTuple):
    """The one accent colour, and its wash for what is chosen."""

    main: str
    hover: str
    pressed: str
    wash: str


class ChangeColours(NamedTuple):
    """What differs: orange for changed and missing, blue for added; never red against green."""

    changed: str
    changed_wash: str
    added: str
    added_wash: str
    moved: str
    moved_wash: str
    missing: str
    outside: str
    wording: str


class SeverityColours(NamedTuple):
    """How much a finding matters; each also has its own shape."""

    critical: str
    major: str
    minor: str
    neutral: str


class Theme(NamedTuple):
    """All colours of one theme."""

    id: str
    name: str
    dark: bool
    surface: Surface
    text: Ink
    accent: Accent
    change: ChangeColours
    severity: SeverityColours


def load_theme(theme_id: str) -> Theme:
    """Return the theme `theme_id` ("light", "dark", "contrast")."""
    data = read_toml(resource("themes", f"{theme_id}.toml"))
    return Theme(
        id=theme_id,
        name=data["name"],
        dark=data["dark"],
        surface=Surface(**data["surface"]),
        text=Ink(**data["text"]),
        accent=Accent(**data["accent"]),
        change=ChangeColours(**data["change"]),
        severity=SeverityColours(**data["severity"]),
    )
