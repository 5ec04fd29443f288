"""The style of the HTML report: its sheet, in the colours of the window's own themes."""

from collections.abc import Iterator

from crossquote.notation import read_toml
from crossquote.resources import resource


def report_style() -> str:
    """Return the report's style sheet: the light theme, and the dark one on screens that ask for it."""
    sheet = resource("report", "report.css").read_text(encoding="utf-8")
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_colours('dark')};color-scheme:dark}}}}"
    return f":root{{{_colours('light')}}}\n{dark}\n{sheet}"


def _colours(theme: str) -> str:
    """Return a theme's colours as custom properties: `--change-added` is `added` of `[change]`."""
    tables = read_toml(resource("themes", f"{theme}.toml"))
    return ";".join(_properties(tables))


def _properties(tables: dict[str, object]) -> Iterator[str]:
    for section, colours in tables.items():
        if isinstance(colours, dict):
            yield from (f"--{section}-{name.replace('_', '-')}:{colour}" for name, colour in colours.items())
