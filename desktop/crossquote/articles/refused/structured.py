"""Data that programs exchange."""

import regex

from crossquote.articles.format_signs import matches, named
from crossquote.articles.reader import Head, Hints, Sureness
from crossquote.articles.refusal import Refusal
from crossquote.articles.shortcuts import address_of
from crossquote.errors import ErrorCode, UserError
from crossquote.message import message
from crossquote.notation import NotationError, parse_json

_STRING = r'"(?:[^"\\\n]|\\.){0,200}+"'
_BEGINS_JSON = rf'\{{\s*{_STRING}\s*:\s*["\[{{\dtfn-]|\[\s*(?:\{{\s*{_STRING}\s*:|\[\s*["\[{{\d-])'

JSON_SUFFIXES = (".json", ".jsonl", ".ndjson")
_BROKEN = named(rf"[\[{{]|{_STRING}\s*:", *JSON_SUFFIXES)


def is_json(head: Head, name: str) -> Sureness:
    """Tell JSON: a small file by reading it, a large one by its beginning; a text in brackets is none.

    One that is broken says by its name what it is.
    """
    if head.text.startswith(("{", "[")):
        if regex.match(_BEGINS_JSON, head.text):
            return Sureness.CERTAIN
        if head.whole and _is_read(head.text):
            return Sureness.CERTAIN
    return _BROKEN(head, name)


def _is_read(text: str) -> bool:
    try:
        parse_json(text)
    except NotationError:
        return False
    return True


def _is_shortcut(head: Head, _name: str) -> Sureness:
    """Tell a shortcut to a page of the web by the address in it."""
    return Sureness.CERTAIN if address_of(head.data) is not None else Sureness.NO


def refuse_json(hints: Hints) -> UserError:
    """Return the error for JSON that holds no article."""
    told = message("error.format", format=message("format.json"), instead=message("instead.program"))
    return UserError(ErrorCode.FORMAT, told, path=hints.path)


REFUSED = (
    Refusal("vcard", "text/vcard", matches("BEGIN:", r"BEGIN:VCARD\s"), "article"),
    Refusal("icalendar", "text/calendar", matches("BEGIN:", r"BEGIN:VCALENDAR\s"), "article"),
    Refusal("shortcut", "application/x-mswinurl", _is_shortcut, "shortcut"),
)
