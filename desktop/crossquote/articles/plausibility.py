"""Checks a draft before anything is made of it: a reader may be wrong, or taken over by what it read."""

import re
from datetime import date, datetime
from math import isfinite
from urllib.parse import urlsplit

from crossquote.articles.file import MAX_BYTES
from crossquote.articles.reader import MOST_ASIDE, MOST_IN_ONE_FILE, Draft, Several
from crossquote.message import Fact, Message
from crossquote.model.span import Span

_LONGEST = {"title": 2000, "author": 500, "outlet": 500, "address": 2000, "fact": 2000}
_MOST_AUTHORS, _MOST_WARNINGS, _MOST_FACTS = 50, 50, 10
_DEEPEST = 3
_MOST_ENCLOSED_BYTES, _LONGEST_NAME = 40 * 1024 * 1024, 4000
_LANGUAGE = re.compile(r"[a-z]{2}")
_CODE = re.compile(r"[a-z][a-z0-9.-]{0,80}")


class DraftError(ValueError):
    """A reader gave something that cannot be the draft of an article."""


def checked(draft: Draft) -> Draft:
    """Return `draft`; a `DraftError` where it can't be one: too large, spans outside its text, no date, no address."""
    _hold(len(draft.text) <= MAX_BYTES and "\0" not in draft.text, "text")
    _hold(_is_short(draft.title, "title") and _is_short(draft.outlet, "outlet"), "title or outlet")
    _hold(len(draft.authors) <= _MOST_AUTHORS and all(_is_short(name, "author") for name in draft.authors), "authors")
    _hold(draft.date is None or is_day(draft.date), "date")
    _hold(draft.published is None or _is_moment(draft.published), "published")
    _hold(draft.address is None or is_web_address(draft.address), "address")
    _hold(draft.language is None or bool(_LANGUAGE.fullmatch(draft.language)), "language")
    _hold(len(draft.layout.skipped) <= MOST_ASIDE, "what was set aside")
    _hold(len(draft.warnings) <= _MOST_WARNINGS and all(map(is_message, draft.warnings)), "warnings")
    _hold(_are_inside(draft), "layout")
    return draft


def all_checked(made: Several) -> Several:
    """Return `made`; a `DraftError` where a draft in it can't be one, or there is more of it than a file can hold."""
    _hold(len(made.drafts) + len(made.files) <= MOST_IN_ONE_FILE, "how many there are")
    _hold(sum(len(draft.text) for draft in made.drafts) <= MAX_BYTES, "texts")
    _hold(sum(len(file.data) for file in made.files) <= _MOST_ENCLOSED_BYTES, "files")
    _hold(all(len(file.name) <= _LONGEST_NAME for file in made.files), "names of files")
    for draft in made.drafts:
        checked(draft)
    return made


def is_day(text: str) -> bool:
    """Tell whether a text is a day: year-month-day."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_web_address(text: str) -> bool:
    """Tell whether a text is a whole address of the web, such as an article can stand at."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https") and bool(parts.netloc) and _is_short(text, "address") and text.isprintable()
    )


def _hold(true: bool, what: str) -> None:  # noqa: FBT001 - the condition is what it is about
    if not true:
        raise DraftError(what)


def _is_short(text: str | None, what: str) -> bool:
    return text is None or (bool(text.strip()) and len(text) <= _LONGEST[what])


def _is_moment(text: str) -> bool:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return False
    return moment.tzinfo is not None and moment.isoformat() == text


def is_message(said: Message, depth: int = 0) -> bool:
    """Tell whether a message has a code as ours have, and a few facts that can be told."""
    few = depth < _DEEPEST and len(said.facts) <= _MOST_FACTS
    return few and bool(_CODE.fullmatch(said.code)) and all(_is_fact(fact, depth) for _, fact in said.facts)


def _is_fact(fact: Fact, depth: int) -> bool:
    match fact:
        case Message():
            return is_message(fact, depth + 1)
        case tuple():
            return len(fact) <= _MOST_FACTS and all(_is_fact(one, depth) for one in fact)
        case str():
            return len(fact) <= _LONGEST["fact"]
        case float():
            return isfinite(fact)
        case _:
            return True


def _are_inside(draft: Draft) -> bool:
    """Tell whether each span of the layout marks something of the text, and what is skipped stands in order."""
    layout = draft.layout
    single = tuple(span for span in (layout.title, layout.byline, layout.dateline) if span is not None)
    inside = all(_is_inside(span, draft.text) for span in (*single, *layout.skipped))
    starts = [span.start for span in layout.skipped]
    return inside and starts == sorted(starts)


def _is_inside(span: Span, text: str) -> bool:
    return 0 <= span.start <= span.end <= len(text)
